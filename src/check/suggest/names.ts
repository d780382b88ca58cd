import type { Scope, Term } from '../../notation/index.js'
import { proposalOf } from './proposalOf.js'
import type { Roles } from './roles.js'
import type { Proposal } from './sentences.js'
import type { Shapes } from './shapes.js'
import { namesIn, type Said, sidesOf, termsIn } from './statements.js'

/** What is proposed for the names that nothing declares. */
export interface Names {
  /** Each size, and why. */
  readonly sizes: ReadonlyMap<string, string>
  readonly proposals: ReadonlyArray<Proposal>
  /** Functions that are known by their letters. */
  readonly definitions: ReadonlyArray<Proposal>
  /** What a person has to add. */
  readonly remarks: ReadonlyArray<string>
}

/** Names by their uses: numbers, vectors, matrices, sequences, labels. */
export const namesOf = (said: ReadonlyArray<Said>, scope: Scope, roles: Roles, shapes: Shapes): Names => {
  const terms = said.flatMap(({ statement }) => sidesOf(statement).flatMap(termsIn))
  const { sizes, labels, defined, functions, indices } = roles
  const isTaken = (name: string): boolean => [scope, sizes, labels, defined, functions, indices].some(names => names.has(name))
  const names = [...new Set(said.flatMap(line => valuesOf(line, roles)))].filter(name => !isTaken(name))
  const unnamed = unnamedSizes(shapes, new Set([...namesIn(terms), ...names, ...scope.keys(), ...sizes.keys()]))
  const sizeOf = (dim: number): string =>
    (shapes.dims.is(dim) === 'one' ? '1' : shapes.dims.nameOf(dim) ?? unnamed.get(shapes.dims.find(dim)) ?? 'n')
  const found = [
    ...[...labels].map(name => ({ declares: `${name} \\in \\{1..${sizeOf(shapes.of.get(`#${name}`)?.rows ?? 0)}\\}`, why: 'a label: an index of no sum' })),
    ...names.map(name => proposalOf(name, roles, shapes, terms, sizeOf))
  ]
  const isUsed = (size: string): boolean => found.some(({ declares }) => new RegExp(`\\\\in .*[{. ^]${size}(?![a-zA-Z])`).test(declares))
  const open = [...functions].filter(name => !defined.has(name) && !scope.has(name))
  const isSigmoid = (name: string): boolean => name === '\\sigma'
  return {
    sizes: new Map([
      ...[...sizes].map(([name, index]) => [name, `how far ${index} goes`] as const),
      ...[...unnamed.values()].filter(isUsed).map(name => [name, 'a size without a name'] as const)
    ]),
    proposals: found,
    definitions: open.filter(isSigmoid).map(name =>
      ({ declares: `${name}(z) := \\frac{1}{1 + e^{-z}}`, why: 'a function by its use: the sigmoid, if that is meant' })),
    remarks: open.filter(name => !isSigmoid(name)).map(name => `${name} is a function that nothing defines: ${name}(x) := ...`)
  }
}

const letters = ['n', 'm', 'd', 'k', 'p', 'q', 'N', 'M', 'D', 'P', 'Q']

/** A letter that stands for nothing else, for each size of an array that has no name. */
const unnamedSizes = ({ dims, of }: Shapes, taken: ReadonlySet<string>): ReadonlyMap<number, string> => {
  const open = [...of.values()].flatMap(({ rows, columns }) => [rows, columns])
    .filter(dim => dims.is(dim) !== 'one' && dims.nameOf(dim) === undefined).map(dims.find)
  const free = letters.filter(letter => !taken.has(letter))
  return new Map([...new Set(open)].map((dim, k) => [dim, free[k] ?? `N_${k}`]))
}

/** The names of a line; those of a function's parameters are its own. */
const valuesOf = ({ statement }: Said, { defined }: Roles): ReadonlyArray<string> => {
  const { first } = statement
  const parameters = first?.kind === 'call' && defined.has(first.function) ? namesIn(first.arguments) : []
  return sidesOf(statement).flatMap(side => valuesIn(side, parameters))
}

/** Names in the places of values, in order: not those of indices, which stand below, above and in ranges. */
const valuesIn = (term: Term, bound: ReadonlyArray<string>): ReadonlyArray<string> => {
  const inside = (parts: ReadonlyArray<Term>): ReadonlyArray<string> => parts.flatMap(part => valuesIn(part, bound))
  switch (term.kind) {
    case 'number': return []
    case 'name': return bound.includes(term.name) ? [] : [term.name]
    case 'entry': case 'unary': return inside([term.of])
    case 'item': return [term.of]
    case 'call': return inside(term.arguments)
    case 'binary': return inside([term.left, term.right])
    case 'relation': return term.left.kind === 'name' && term.right.kind === 'name' ? [] : inside([term.left, term.right])
    case 'many': return valuesIn(term.of, [...bound, ...term.ranges.map(({ index }) => index)])
    case 'derivative': return inside([term.of, term.by])
    case 'slope': return inside([term.at])
    case 'matrix': return inside(term.rows.flat())
    case 'cases': return inside(term.cases.map(({ value }) => value))
  }
}
