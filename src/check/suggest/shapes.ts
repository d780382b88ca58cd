import type { Scope, Symbol, Term } from '../../notation/index.js'
import { type Dims, dims } from './Dims.js'
import { alike, type Place, type Shape, type Wait } from './Place.js'
import type { Roles } from './roles.js'
import { shape } from './shape.js'
import { type Said, sidesOf } from './statements.js'

/** What is found of the names of a document. */
export interface Shapes {
  readonly dims: Dims
  /** "x", "x_" for its members by an index below, "x^" for those above, "#y" for how far an index goes. */
  readonly of: ReadonlyMap<string, Shape>
  /** What first spoke for its shape, in words. */
  readonly why: ReadonlyMap<string, string>
  /** Names with two indices. */
  readonly twice: ReadonlySet<string>
}

/** Looks at what stands beside what, until nothing more follows; what is open then is guessed by how letters are used. */
export const shapesOf = (said: ReadonlyArray<Said>, scope: Scope, roles: Roles): Shapes => {
  const known = dims()
  const of = new Map<string, Shape>()
  const why = new Map<string, string>()
  const twice = new Set<string>()
  const waiting: Array<Wait> = []
  const shapeOf = (key: string): Shape => {
    const found = of.get(key) ?? { rows: known.fresh(), columns: known.fresh() }
    of.set(key, found)
    return found
  }
  for (const [name, symbol] of scope) declare(known, shapeOf(name), symbol)
  const place: Omit<Place, 'reach'> = {
    known, roles, shape, shapeOf, bound: new Map(),
    wait: next => { waiting.push(next) },
    because: (name, reason) => { if (!why.has(name)) why.set(name, reason) },
    hasTwo: name => { twice.add(name) }
  }
  said.forEach(({ statement }, line) => {
    const reach = (index: string): number => shapeOf(roles.labels.has(index) ? `#${index}` : `#${index} ${line}`).rows
    const [first, ...others] = sidesOf(statement).map(side => shape({ ...place, reach }, side))
    for (const other of others) if (first !== undefined) alike(known, first, other)
  })
  settle(known, waiting)
  return { dims: known, of, why, twice }
}

const declare = (known: Dims, { rows, columns }: Shape, symbol: Symbol): void => {
  if (symbol.kind !== 'variable') return
  const size = (term: Term): number =>
    (term.kind === 'name' ? known.size(term.name)
      : term.kind !== 'number' ? known.fresh() : term.text === '1' ? known.one : known.size(term.text))
  known.same(rows, size(symbol.type.rows))
  known.same(columns, size(symbol.type.columns))
}

/** All that follows; then the first guess, and what follows of that. */
const settle = (known: Dims, all: ReadonlyArray<Wait>): void => {
  let open = [...all].sort((a, b) => a.order - b.order)
  while (open.length > 0) {
    const before = known.learned()
    const left = open.filter(({ look }) => !look())
    const [next, ...rest] = left
    const isSettled = left.length === open.length && known.learned() === before
    if (isSettled) next?.guess()
    open = isSettled ? rest : left
  }
}
