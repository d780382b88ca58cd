import { isLeft, mapRecord, orThrow, refuse } from '../prelude/index.js'
import {
  type Atom, type Bound, plainName, type Scope, scripted, splitAt, type Symbol, texAtoms, type Term
} from '../notation/index.js'
import { typeNamed } from './members.js'
import { dependenciesOf } from './names.js'
import type { Reading } from './Reading.js'

/** Names that a formula calls, and the functions that they are names of: `{ C: circulant }`. */
export type Bindings = Readonly<Record<string, Bound>>

// C : \mathbb{R}^n \times \mathbb{R} \to \mathbb{R}^{n \times n}
const aSignature = /^(\S+)\s*(?::(?!=)|\\colon)(.+)\\to(?![a-zA-Z])(.+)$/

/** The scope with a bound name of which a line says what it takes and gives; none where the line says something else. */
export const withBound = (scope: Scope, text: string, bind: Bindings): Scope | undefined => {
  const line = text.replace(/(^|[^\\])%.*$/, '$1').trim()
  const [, spelled = '', from = '', to = ''] = aSignature.exec(line) ?? []
  const name = nameOf(spelled)
  const by = Object.entries(bind).find(([key]) => nameOf(key) === name)?.[1]
  if (name === undefined || by === undefined) return undefined
  const of = splitAt(orThrow(texAtoms(from)), '*').map(set => typeNamed(scope, set, line))
  const symbol: Symbol = { kind: 'bound', by, of, type: typeNamed(scope, orThrow(texAtoms(to)), line) }
  const span = { from: 0, to: 0 }
  const parameters = of.map((_, k) => `argument ${k + 1}`)
  const args = parameters.map((each): Term => ({ kind: 'name', name: each, span }))
  const body: Term = { kind: 'call', function: inside(name), arguments: args, span }
  return new Map([...scope, [inside(name), symbol], [name, { kind: 'definition', parameters, body }]])
}

/**
 * Refuses what is no name, names that nothing declares, and, where all formulas are understood, those that none calls: a
 * claim that says what they are bound to must be about it.
 */
export const refuseUnbound = (
  { scope, used }: Pick<Reading, 'scope' | 'used'>, bind: Bindings, isUnderstood: boolean
): void => {
  const spelled = [...scope.keys()].filter(name => used.has(plainName(name)))
  const called = dependenciesOf(scope, spelled.map(name => ({ kind: 'name', name, span: { from: 0, to: 0 } })))
  Object.keys(bind).forEach(key => {
    const name = nameOf(key) ?? refuse('input', 'bind',
      'a name, such as C, \\mathcal{L} or softmax: relations, products, transposes, norms and known operators keep their meaning', key)
    if (!scope.has(inside(name)) || scope.get(name)?.kind !== 'definition') refuse(
      'input', 'bind', `a declaration such as ${key} : \\mathbb{R}^n \\to \\mathbb{R}`, `none of ${key}`
    )
    if (isUnderstood && !called.has(inside(name))) refuse('input', 'bind', `${key}(...) in the formula`, `a formula that does not call ${key}`)
  })
}

/** The names that are bound, and those of the functions. */
export const namesBound = (bind: Bindings): Readonly<Record<string, string>> => mapRecord(bind, by => by.name)

const inside = (name: string): string => `${name}^{bound}`

const word = (text: string): string => `\\operatorname{${text.replaceAll('_', '\\_')}}`

const atomsOf = (tex: string): ReadonlyArray<Atom> => {
  const read = texAtoms(tex)
  return isLeft(read) ? [] : read.right
}

/** The name that is spelled so; none where it is no bare name or operator name, or that of an operator of TeX. */
const nameOf = (text: string): string | undefined => {
  const isWord = /^[a-zA-Z]\w+$/.test(text)
  const [first, scripts, more] = atomsOf(isWord ? word(text) : text)
  const [known] = isWord ? atomsOf(`\\${text}`) : [first]
  if ((first?.kind !== 'letter' && first?.kind !== 'word') || more !== undefined) return undefined
  if (known?.kind === 'word' && known.isOperator === true) return undefined
  if (scripts === undefined) return first.text
  return scripts.kind === 'scripts' && scripts.above === undefined ? scripted(first.text, scripts.below) : undefined
}
