import { type RationalFunction, rationalFunction } from '../number/polynomial.js'

export type Amount = RationalFunction

/** So much from one node to another. */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly amount: Amount
}

export type Flow = ReadonlyArray<Arc>

export type SignOf = (amount: Amount) => '+' | '-' | '?'

export const isZero = ({ num }: Amount): boolean => num.size === 0

/** So much along a row of nodes. */
type Path = readonly [amount: Amount, nodes: ReadonlyArray<number>]

/** Flows from one node to those that take, along paths by the others in their order, which is that of the steps of descent. */
export const byPaths = (outflow: ReadonlyArray<Amount>, signOf: SignOf): ReadonlyArray<Flow> => {
  const signs = outflow.map(amount => (isZero(amount) ? '0' : signOf(amount)))
  const givers = signs.flatMap((sign, k) => (sign === '+' ? [k] : []))
  const takers = signs.flatMap((sign, k) => (sign === '-' ? [k] : []))
  const [[from, ...more], [to, ...others]] = [givers, takers]
  if (from === undefined || to === undefined || more.length > 0 || signs.includes('?')) return []
  const all = outflow.flatMap((_, k) => (k === from ? [] : [k]))
  if (others.length === 0) return toOne(outflow[from] as Amount, from, to, all.filter(k => k !== to))
  return [sumOf(takers.map((taker, k): Path =>
    [rationalFunction.sub(rationalFunction.of(0), outflow[taker] as Amount), [
      from, ...all.slice(k, all.indexOf(taker)), taker
    ]]))]
}

/**
 * The mean of the paths by one node each, as for the mean of iterates; that of those by all from the j-th on, or up to the j-th, as for the
 * last iterate; the weights by which that is as close as can be (Drori and Teboulle, Performance of first-order methods for smooth convex
 * minimization, 2014, theorem 3.1); and each path by some that follow each other.
 */
const toOne = (amount: Amount, from: number, to: number, by: ReadonlyArray<number>): ReadonlyArray<Flow> => {
  const mean = (paths: ReadonlyArray<ReadonlyArray<number>>): Flow =>
    sumOf(paths.map((nodes): Path => [rationalFunction.div(amount, rationalFunction.of(paths.length)), nodes]))
  const steps = by.length
  // what has come to the j-th
  const sofar = (j: number): Amount =>
    rationalFunction.div(rationalFunction.of(j), rationalFunction.of(2 * steps + 1 - j))
  const last = (j: number): Amount => (j === steps ? rationalFunction.of(1) : sofar(j + 1))
  const closest = [...by, to].map((_, j): Path =>
    [rationalFunction.mul(amount, rationalFunction.sub(last(j), sofar(j))), [from, ...by.slice(j), to]])
  return [
    ...steps < 2 ? [] : [mean(by.map(node => [from, node, to])), mean(by.map((_, j) => [from, ...by.slice(j), to])),
      mean(by.map((_, j) => [from, ...by.slice(0, j + 1), to]))],
    sumOf(closest),
    ...by.flatMap((_, i) => by.slice(i).map((__, j) => mean([[from, ...by.slice(i, i + j + 1), to]])))
  ]
}

const sumOf = (paths: ReadonlyArray<Path>): Flow => {
  const arcs = paths.flatMap(
    ([amount, nodes]) => nodes.slice(1).map((node, k): Arc => ({ from: nodes[k] ?? 0, to: node, amount }))
  )
  return [...arcs.reduce((sums, arc) => {
    const key = `${arc.from},${arc.to}`
    const before = sums.get(key)
    return new Map(
      [...sums, [key, before === undefined ? arc : { ...arc, amount: rationalFunction.add(before.amount, arc.amount) }]]
    )
  }, new Map<string, Arc>()).values()]
}
