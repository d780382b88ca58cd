import { functionNamed } from './functions.js'
import type { Scope } from './Scope.js'
import { texName } from './texName.js'
import type {
  BinaryOperator, BinaryTerm, CallTerm, EntryTerm, ItemTerm, ManyTerm, RelationSign, RelationTerm, Term
} from './Term.js'

const raw = String.raw

/**
 * A term in TeX that `parseTeX` reads as the same term.
 *
 * @example
 * const read = parsePlain('log(sum(exp(z))) / 2', new Map())
 * tex(read.right.first, new Map()) // '\\frac{\\log\\left(\\operatorname{sum}\\left(\\exp\\left(z\\right)\\right)\\right)}{2}'
 */
export const tex = (term: Term, scope: Scope): string => show(scope, term, 0)

// sums bind least, then products, signs, powers, and what needs no bracket
const strength: Readonly<Record<BinaryOperator, number>> =
  { add: 1, subtract: 1, multiply: 2, dot: 2, divide: 4, entrywise: 2, inner: 5, power: 4 }
const signs: Readonly<Record<BinaryOperator, string>> = {
  add: ' + ', subtract: ' - ', multiply: ' ', dot: raw` \cdot `, divide: '', entrywise: raw` \odot `, inner: '',
  power: ''
}
const relations: Readonly<Record<RelationSign, string>> =
  { '=': '=', '<=': raw`\le`, '<': '<', '>=': raw`\ge`, '>': '>', '!=': raw`\ne`, '~': raw`\approx` }

const bracket = (text: string): string => raw`\left(${text}\right)`

const show = (scope: Scope, term: Term, around: number): string => {
  const all = (of: Term): string => show(scope, of, 0)
  const bracketed = (text: string, binds: number): string => (binds < around ? bracket(text) : text)
  switch (term.kind) {
    case 'number': return term.text
    case 'name': return texName(term.name)
    case 'entry': return entry(scope, term)
    case 'item': return item(scope, term)
    case 'call': return called(scope, term)
    case 'unary': return term.operator === 'negate' ? bracketed(`-${show(scope, term.of, 3)}`, 1)
      : bracketed(raw`${base(scope, term.of)}^{\top}`, 4)
    case 'binary': return bracketed(operated(scope, term), strength[term.operator])
    case 'many': return bracketed(many(scope, term), 2)
    case 'expectation': return raw`\mathbb{E}_{${term.over.map(texName).join(', ')}}\left[${all(term.of)}\right]`
    case 'derivative': return bracketed(raw`\frac{\partial ${show(scope, term.of, 2)}}{\partial ${all(term.by)}}`, 4)
    case 'slope': return raw`${texName(term.function)}${term.order === 2 ? '\'\'' : '\''}${bracket(all(term.at))}`
    case 'relation': return raw`\left[${related(scope, term)}\right]`
    case 'matrix': return raw`\begin{pmatrix}${term.rows.map(cells => cells.map(all).join(' & '))
      .join(raw` \\ `)}\end{pmatrix}`
    case 'cases': {
      const cases = term.cases.map(
        ({ value, where }) => `${all(value)}${where === undefined ? '' : ` & ${related(scope, where)}`}`
      )
      return bracketed(raw`\begin{cases}${cases.join(raw` \\ `)}\end{cases}`, 1)
    }
  }
}

/** What scripts are set on: a name without scripts of its own, or a bracket. */
const base = (scope: Scope, of: Term): string => {
  const text = show(scope, of, 0)
  const isBare = (of.kind === 'name' && !/[_^]/.test(text)) || (of.kind === 'number' && of.text.length === 1)
  return isBare || (of.kind === 'entry' && of.of.kind === 'name' && !/[_^]/.test(texName(of.of.name))) ? text
    : bracket(text)
}

const index = (scope: Scope, at: Term): string => {
  const text = show(scope, at, 0)
  const isSum = at.kind === 'binary' && (at.operator === 'add' || at.operator === 'subtract')
  return isSum || at.kind === 'number' || at.kind === 'name' ? text : bracket(text)
}

const item = (scope: Scope, { of, at }: ItemTerm): string =>
  `${texName(of.slice(0, -1))}${of.endsWith('_') ? `_{${index(scope, at)}}` : `^{${show(scope, at, 0)}}`}`

const entry = (scope: Scope, { of, at }: EntryTerm): string => {
  const indices = at.map(one => index(scope, one)).join(', ')
  if (of.kind !== 'item') return `${of.kind === 'entry' ? bracket(show(scope, of, 0)) : base(scope, of)}_{${indices}}`
  return of.of.endsWith('_') ? `${texName(of.of.slice(0, -1))}_{${index(scope, of.at)}, ${indices}}`
    : `${item(scope, of)}_{${indices}}`
}

const commands: Readonly<Record<string, string>> = {
  exp: raw`\exp`, log: raw`\log`, sin: raw`\sin`, cos: raw`\cos`, tan: raw`\tan`, asin: raw`\arcsin`,
  acos: raw`\arccos`,
  atan: raw`\arctan`, sinh: raw`\sinh`, cosh: raw`\cosh`, tanh: raw`\tanh`, max: raw`\max`, min: raw`\min`
}

const called = (scope: Scope, { function: name, arguments: args }: CallTerm): string => {
  const listed = args.map(arg => show(scope, arg, 0)).join(', ')
  if (args.length === 0) return name === 'pi' ? raw`\pi` : name
  if (scope.has(name)) return `${texName(name)}${bracket(listed)}`
  // bars inside bars would close them
  const isBarred = !/[|]/.test(listed)
  switch (name) {
    case 'sqrt': return raw`\sqrt{${listed}}`
    case 'floor': return raw`\left\lfloor ${listed}\right\rfloor`
    case 'ceil': return raw`\left\lceil ${listed}\right\rceil`
    case 'mod': return bracket(args.map(arg => show(scope, arg, 2)).join(raw` \bmod `))
    case 'abs': if (isBarred) return raw`\left|${listed}\right|`; break
    case 'norm': if (isBarred) return raw`\left\|${listed}\right\|`; break
  }
  const word = functionNamed(name) === undefined ? texName(name) : raw`\operatorname{${name}}`
  return `${Object.hasOwn(commands, name) ? commands[name] ?? '' : word}${bracket(listed)}`
}

const operated = (scope: Scope, { operator, left, right }: BinaryTerm): string => {
  const both = [left, right].map(side => show(scope, side, 0)) as [string, string]
  if (operator === 'divide') return raw`\frac{${both[0]}}{${both[1]}}`
  if (operator === 'inner') return raw`\left\langle ${both[0]}, ${both[1]}\right\rangle`
  if (operator === 'power') return `${base(scope, left)}^{${both[1] === 'T' ? '(T)' : both[1]}}`
  const binds = strength[operator]
  const [first, second] = [show(scope, left, left.kind === 'many' ? 3 : binds), show(scope, right, binds + 1)]
  // a bracket after a name may be read as a call, and two bars side by side are one
  const isApart = /^[\d.]/.test(second) || (/^\\left[([]/.test(second) && endsInName(left))
    || (/\\right\\?[|]$/.test(first) && /^\\left\\?[|]/.test(second))
  return `${first}${operator === 'multiply' && isApart ? raw` \times ` : signs[operator]}${second}`
}

const endsInName = (term: Term): boolean => term.kind === 'name' || term.kind === 'derivative'
  || (term.kind === 'binary' && !['divide', 'inner', 'power'].includes(term.operator) && endsInName(term.right))

const many = (scope: Scope, { operator, ranges, where, of }: ManyTerm): string => {
  const [only, more] = ranges
  const condition = where === undefined ? [] : [related(scope, where, true)]
  const head = operator === 'product' ? raw`\prod` : `\\${operator}`
  const body = show(scope, of, 2)
  const all = (term: Term): string => show(scope, term, 0)
  if (only?.bounds !== undefined && more === undefined) {
    const [from, to] = only.bounds.map(all)
    return `${head}_{${[`${texName(only.index)} = ${from ?? ''}`, ...condition].join(', ')}}^{${to ?? ''}} ${body}`
  }
  // i <= j <= n would have two readings
  const below = ranges.map(({ index: name, bounds }) => (bounds === undefined ? texName(name)
    : raw`${bounds[0].kind === 'name' ? bracket(all(bounds[0]))
      : all(bounds[0])} \le ${texName(name)} \le ${all(bounds[1])}`))
  return `${head}_{${[...below, ...condition].join(', ')}} ${body}`
}

/** Below a sum "i = j" would be a range of i: there the left side stands in brackets. */
const related = (scope: Scope, { left, sign, right }: RelationTerm, isBelow = false): string => {
  const [a, b] = [left, right].map(side => show(scope, side, 0)) as [string, string]
  return `${isBelow && sign === '=' ? bracket(a) : a} ${relations[sign]} ${b}`
}
