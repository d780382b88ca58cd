import { attempt, type Either, refuse, type Refusal } from '../prelude/index.js'
import type { Atom } from './Atom.js'
import { complainAt } from './complainAt.js'
import type { Macros } from './macros.js'
import { merged } from './merged.js'
import { type Node, parsed } from './parsed.js'
import { signs } from './signs.js'
import { around, type Span } from './Span.js'
import { thousands } from './thousands.js'

const longest = 20_000
const deepest = 60

/**
 * The atoms of a formula in TeX: what KaTeX renders is what is read.
 *
 * @example
 * texAtoms('2 x').right.map(({ kind, text }) => [kind, text]) // [['number', '2'], ['letter', 'x']]
 */
export const texAtoms = (tex: string, macros: Macros = {}): Either<Refusal, ReadonlyArray<Atom>> => attempt(() => {
  if (tex.length > longest) refuse('input', 'a formula', `at most ${longest} characters`, String(tex.length))
  return thousands(tex, merged(atomsOf(tex, parsed(tex, macros), 0)))
})

/** The atoms of a list of nodes. What a macro has put there stands where the macro stands: after what is before it. */
const atomsOf = (tex: string, nodes: ReadonlyArray<Node>, depth: number): ReadonlyArray<Atom> => {
  if (depth > deepest) refuse('input', 'a formula', `at most ${deepest} levels`, 'more')
  const before = (atoms: ReadonlyArray<Atom>): number => afterSpace(tex, atoms[atoms.length - 1]?.span.to ?? 0)
  return nodes.reduce<ReadonlyArray<Atom>>(
    (atoms, node) => [...atoms, ...atomsOfNode(tex, node, before(atoms), depth)], []
  )
}

const afterSpace = (tex: string, from: number): number => from + (/^\s*/.exec(tex.slice(from))?.[0].length ?? 0)

const listOf = (body: Node['body']): ReadonlyArray<Node> =>
  (body === undefined ? [] : Array.isArray(body) ? body.flat() as ReadonlyArray<Node> : [body as Node])

const atomsOfNode = (tex: string, node: Node, after: number, depth: number): ReadonlyArray<Atom> => {
  const within = (nodes: Node | ReadonlyArray<Node> | null | undefined): ReadonlyArray<Atom> =>
    thousands(tex, merged(atomsOf(tex, nodes === null || nodes === undefined ? [] : [nodes].flat(), depth + 1)))
  const inside = (nodes: Node | null | undefined): ReadonlyArray<Atom> =>
    within(nodes).flatMap(atom => (atom.kind === 'group' ? atom.atoms : [atom]))
  const own: Span | undefined = node.loc?.lexer.input === tex ? { from: node.loc.start, to: node.loc.end } : undefined
  const spanOf = (parts: ReadonlyArray<Atom> = []): Span => {
    const spans = parts.map(({ span }) => span)
    return own ?? (spans.length > 0 ? around(spans) : { from: after, to: after })
  }
  const sign = (text: string): Atom => ({ kind: 'sign', text, span: spanOf() })
  switch (node.type) {
    case 'mathord': case 'textord': case 'atom': return symbol(node.text ?? '', spanOf())
    case 'spacing': case 'kern': return widthOf(node) >= 1 ? [sign(' ')] : []
    case 'ordgroup': return grouped(within(listOf(node.body)), spanOf)
    case 'mclass': {
      const inner = within(listOf(node.body))
      const [only, more] = inner
      // \bmod is a macro of KaTeX
      const isModulo = node.mclass === 'mbin' && only?.kind === 'word' && only.text === 'mod' && more === undefined
      return isModulo ? [sign('mod')] : inner
    }
    case 'styling': case 'color': case 'sizing': case 'pmb': case 'tag': return within(listOf(node.body))
    case 'htmlmathml': return within(node.mathml)
    case 'delimsizing': return delimiter(node.delim, spanOf())
    case 'text': return [{ kind: 'prose', text: lettersOf(listOf(node.body)), span: spanOf(within(listOf(node.body))) }]
    case 'font': return named(node, after, within(node.body as Node))
    case 'accent': case 'overline': {
      const inner = within(node.base ?? listOf(node.body))
      const [letter] = inner
      return inner.length === 1 && letter?.kind === 'letter'
        ? [{ ...letter, text: `${node.label ?? '\\bar'}{${letter.text}}` }]
        : unknownAt(spanOf(inner), `an accent over ${inner.length} signs`)
    }
    case 'op': return operator(tex, after, node, within)
    case 'operatorname': return [{ kind: 'word', text: lettersOf(listOf(node.body)), span: spanOf(within(listOf(node.body))) }]
    case 'supsub': {
      const base = within(node.base)
      const [below, above] = [inside(node.sub), inside(node.sup)]
      const span = spanOf([...below, ...above])
      return [...base, { kind: 'scripts', ...below.length > 0 ? { below } : {}, ...above.length > 0 ? { above } : {}, span }]
    }
    case 'horizBrace': return within(node.base)
    case 'genfrac': {
      const [numerator, denominator] = [inside(node.numer), inside(node.denom)]
      return node.hasBarLine === false ? unknownAt(spanOf(numerator), 'a binomial coefficient')
        : [{ kind: 'fraction', numerator, denominator, span: spanOf([...numerator, ...denominator]) }]
    }
    case 'sqrt': {
      const [body, degree] = [inside(node.body as Node), inside(node.index)]
      return [{ kind: 'root', body, ...degree.length > 0 ? { degree } : {}, span: spanOf(body) }]
    }
    case 'leftright': {
      const inner = within(listOf(node.body))
      const span = spanOf(inner)
      // which bar closes which is known here
      const isNested = isBar(node.left) && inner.some(atom => atom.kind === 'sign' && isBar(atom.text))
      return [
        ...delimiter(node.left, { from: after, to: span.from }),
        ...isNested ? [{ kind: 'group', atoms: inner, span } as const] : inner,
        ...delimiter(node.right, { from: span.to, to: span.to })
      ]
    }
    case 'middle': return delimiter(node.delim, spanOf())
    case 'array': {
      const rows = (node.body as ReadonlyArray<ReadonlyArray<Node>>).map(cells => cells.map(inside))
      return [{ kind: 'rows', rows, span: spanOf(rows.flat(2)) }]
    }
    case 'phantom': case 'mathchoice': case 'internal': case 'cr': case 'rule': return []
    default: return unknownAt(spanOf(), node.type)
  }
}

const isBar = (text: string | undefined): boolean => text !== undefined
  && ['|', '||'].includes((Object.hasOwn(signs, text) ? signs[text] : undefined) ?? text)

const unknownAt = (span: Span, what: string): never => complainAt(span, 'what a formula is made of', what)

const widthOf = ({ dimension, text }: Node): number =>
  (dimension?.unit === 'em' ? dimension.number : text === '\\qquad' || text === '\\quad' ? 1 : 0)

/** After \left, \right and the like a full stop is no bracket. */
const delimiter = (text: string | undefined, span: Span): ReadonlyArray<Atom> =>
  (text === undefined || text === '.' ? [] : symbol(text, span))

/** A letter, a digit, an operator, a bracket. */
const symbol = (text: string, span: Span): ReadonlyArray<Atom> => {
  if (/^[\d.]$/.test(text)) return [{ kind: 'number', text, span }]
  if (Object.hasOwn(signs, text)) return [{ kind: 'sign', text: signs[text] as string, span }]
  return [{ kind: 'letter', text, span }]
}

/** Braces around one thing say nothing; those around several hold them together. */
const grouped = (atoms: ReadonlyArray<Atom>, spanOf: (parts: ReadonlyArray<Atom>) => Span): ReadonlyArray<Atom> =>
  (atoms.length === 1 ? atoms : atoms.length === 0 ? [] : [{ kind: 'group', atoms, isUnseen: true, span: spanOf(atoms) }])

const lettersOf = (nodes: ReadonlyArray<Node>): string =>
  nodes.map(node => (node.text !== undefined ? node.text.replace('~', ' ').replace('\\_', '_') : lettersOf(listOf(node.body)))).join('')

const upright = ['mathrm', 'textrm', 'mathsf', 'mathit', 'mathtt', 'textbf']

/** Letters in a font: one is a name of its own, several in an upright font are a word. */
const named = ({ font = '', body }: Node, after: number, inner: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const atoms = inner.flatMap(atom => (atom.kind === 'group' ? atom.atoms : [atom]))
  const span = atoms.length > 0 ? around(atoms.map(atom => atom.span)) : { from: after, to: after }
  if (atoms.length > 1 && upright.includes(font)) return [{ kind: 'word', text: lettersOf([body as Node]), span }]
  const isPlain = font === 'mathit' || font === 'mathnormal' || font === 'mathrm'
  return atoms.map(atom => (!isPlain && (atom.kind === 'letter' || (atom.kind === 'number' && font !== 'boldsymbol'))
    ? { kind: 'letter', text: `\\${font}{${atom.text}}`, span: atom.span }
    : atom.kind === 'letter' || atom.kind === 'number' || atom.kind === 'sign' || atom.kind === 'scripts' ? atom
      : unknownAt(atom.span, `a ${atom.kind} in the font ${font}`)))
}

/** \sum, \max, \log: a big operator or the name of a function. */
const operator = (
  tex: string, after: number, { name, body }: Node, within: (nodes: ReadonlyArray<Node>) => ReadonlyArray<Atom>
): ReadonlyArray<Atom> => {
  if (name === undefined) return within(listOf(body))
  // the tree does not say where an operator stands: after what is before it, and after what opens a group
  const from = after + (/^[\s{}()[\]&]*/.exec(tex.slice(after))?.[0].length ?? 0)
  const to = tex.startsWith(name, from) ? from + name.length : from
  return [{ kind: 'word', text: name.slice(1), isOperator: true, span: { from, to } }]
}
