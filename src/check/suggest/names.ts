import type { Scope, Term } from '../../notation/index.js'
import { braced, proposalOf } from './proposalOf.js'
import type { Roles } from './roles.js'
import type { Proposal } from './sentences.js'
import type { Shapes } from './shapes.js'
import { namesIn, type Said, sidesOf, termsIn } from './statements.js'

/** What is proposed for the names that nothing declares. */
export interface Names {
  /** Each size, and why. */
  readonly sizes: ReadonlyMap<string, string>
  readonly proposals: ReadonlyArray<Proposal>
  readonly functions: ReadonlyArray<Proposal>
  /** Sizes that are more than 1: of labels, and of matrices whose rows are taken. */
  readonly fromTwo: ReadonlySet<string>
  /** What a person has to add. */
  readonly remarks: ReadonlyArray<string>
}

/** Names by their uses: numbers, vectors, matrices, sequences, labels. */
export const namesOf = (said: ReadonlyArray<Said>, scope: Scope, roles: Roles, shapes: Shapes): Names => {
  const sides = said.flatMap(({ statement }) => sidesOf(statement))
  const terms = termsIn(sides)
  const { sizes, labels, defined, functions, indices, places } = roles
  const isTaken = (name: string): boolean => [`${name}^`, `${name}_`].some(key => scope.has(key))
    || [scope, sizes, labels, defined, functions, indices, places].some(names => names.has(name))
  const names = [...new Set(said.flatMap(line => valuesOf(line, roles)))].filter(name => !isTaken(name))
  const keys = [...labels].map(name => `#${name}`).concat(
    names.flatMap(name => [name, `${name}_`, `${name}^`]), [...functions].map(name => `${name}(0`)
  )
  const unnamed = unnamedSizes(shapes, keys, new Set([...namesIn(sides), ...names, ...scope.keys(), ...sizes.keys()]))
  const sizeOf = (dim: number): string =>
    (shapes.dims.is(dim) === 'one' ? '1' : shapes.dims.nameOf(dim) ?? unnamed.get(shapes.dims.find(dim)) ?? 'n')
  const reachOf = (label: string): string => sizeOf(shapes.of.get(`#${label}`)?.rows ?? shapes.dims.one)
  const found = [
    ...[...labels].map(
      name => ({ declares: `${name} \\in \\{1..${reachOf(name)}\\}`, why: 'a label: an index of no sum' })
    ),
    ...names.map(name => proposalOf(name, roles, shapes, terms, sizeOf))
  ]
  const open = [...functions].filter(name => !defined.has(name) && !scope.has(name))
  const hasMore = (name: string): boolean => shapes.of.has(`${name}(1`)
  const meaningless = open.filter(name => !hasMore(name)).map(name => functionOf(name, shapes, sizeOf))
  const isUsed = (size: string): boolean => [...found, ...meaningless].some(
    ({ declares }) => new RegExp(`\\\\(?:in|mathbb).*[{. ^]${size}(?![a-zA-Z])`).test(declares)
  )
  return {
    sizes: new Map([
      ...[...sizes].map(([name, index]) => [name, `how far ${index} goes`] as const),
      ...[...unnamed.values()].filter(isUsed).map(name => [name, 'a size without a name'] as const)
    ]),
    proposals: found,
    fromTwo: new Set([
      ...[...labels].map(reachOf),
      ...names.flatMap(name => {
        const [whole, member] = [shapes.of.get(name), shapes.of.get(`${name}_`)]
        return whole !== undefined && shapes.dims.is(whole.columns) === 'many' && member !== undefined
          ? [sizeOf(whole.rows)]
          : []
      })
    ]),
    functions: meaningless,
    remarks: [
      ...[...new Set(terms.flatMap(indexedIndices))].filter(name => !scope.has(name))
        .map(name => `${name} has an index and is one, so it is a vector of labels: ${name} \\in \\{1..C\\}^m`),
      ...open.filter(hasMore).map(name => `${name} is a function that nothing defines: ${name}(x, ...) := ...`)
    ]
  }
}

/** The y of p_{i, y_i}. */
const indexedIndices = (term: Term): ReadonlyArray<string> => (term.kind !== 'entry' ? []
  : term.at.flatMap(at => (at.kind === 'entry' && at.of.kind === 'name' ? [at.of.name] : [])))

/** A function that nothing defines: the sigmoid is known by its letter, of others nothing is. */
const functionOf = (name: string, { dims, of }: Shapes, sizeOf: (dim: number) => string): Proposal => {
  const argument = of.get(`${name}(0`)
  const set = argument !== undefined && dims.is(argument.rows) === 'many'
    ? `\\mathbb{R}^${braced(sizeOf(argument.rows))}`
    : '\\mathbb{R}'
  return name === '\\sigma' ? {
    declares: `${name}(z) := \\frac{1}{1 + e^{-z}}`, why: 'a function by its use: the sigmoid, if that is meant'
  }
    : { declares: `${name} : ${set} \\to \\mathbb{R}`, why:
      `nothing defines it: better is what it stands for, ${name}(x) := ...` }
}

const letters = ['n', 'm', 'd', 'k', 'p', 'q', 'N', 'M', 'D', 'P', 'Q']

/** A letter that stands for nothing else, for each size of an array that has no name. */
const unnamedSizes = (
  { dims, of }: Shapes, keys: ReadonlyArray<string>, taken: ReadonlySet<string>
): ReadonlyMap<number, string> => {
  const open = keys.flatMap(key => [of.get(key) ?? []].flat()).flatMap(({ rows, columns }) => [rows, columns])
    .filter(dim => dims.is(dim) === 'many' && dims.nameOf(dim) === undefined).map(dims.find)
  const free = letters.filter(letter => !taken.has(letter))
  return new Map([...new Set(open)].map((dim, k) => [dim, free[k] ?? `N_${k}`]))
}

/** The names of a line; those of a function's parameters are its own. */
const valuesOf = ({ statement, at }: Said, { defined }: Roles): ReadonlyArray<string> => {
  const [first, ...sides] = sidesOf(statement)
  const inAll = (terms: ReadonlyArray<Term>): ReadonlyArray<string> => terms.flatMap(side => valuesIn(side, []))
  if (first?.kind !== 'call' || defined.get(first.function) !== at) return inAll([first ?? [], sides].flat())
  const parameters = namesIn(first.arguments)
  // what follows the definition is judged for all values of them
  return [...sides.slice(0, 1).flatMap(side => valuesIn(side, parameters)), ...sides.length > 1 ? inAll(sides) : []]
}

/** Names in the places of values, in order: not those of indices, which stand below, above and in ranges. */
const valuesIn = (term: Term, bound: ReadonlyArray<string>): ReadonlyArray<string> => {
  const inside = (parts: ReadonlyArray<Term>): ReadonlyArray<string> => parts.flatMap(part => valuesIn(part, bound))
  switch (term.kind) {
    case 'number': return []
    case 'name': return bound.includes(term.name) ? [] : [term.name]
    case 'entry': case 'unary': return inside([term.of])
    case 'item': return [term.of.slice(0, -1)]
    case 'call': return inside(term.arguments)
    case 'binary': return inside([term.left, term.right])
    case 'relation': return term.left.kind === 'name' && term.right.kind === 'name' ? []
      : inside([term.left, term.right])
    case 'many': return valuesIn(term.of, [...bound, ...term.ranges.map(({ index }) => index)])
    case 'expectation': return valuesIn(term.of, [...bound, ...term.over])
    case 'derivative': return inside([term.of, term.by])
    case 'slope': return inside([term.at])
    case 'matrix': return inside(term.rows.flat())
    case 'cases': return inside(term.cases.map(({ value }) => value))
  }
}
