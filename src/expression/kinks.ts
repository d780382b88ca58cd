import type { Ball, Analytic } from '../number/index.js'
import { type Known, linearise, type Point } from './evaluate.js'
import { type Graph, type Operation, variablesOf } from './Graph.js'

/** An operation at a point where it has only one-sided derivatives. */
export interface Kink {
  readonly node: number
  /** What the derivative is there by convention. */
  readonly convention: string
}

const conventions: Readonly<Partial<Record<Operation['name'], string>>> = {
  abs: 'abs\'(0) = 0, between the one-sided -1 and 1',
  relu: 'relu\'(0) = 0, the left derivative',
  max: 'a tie: max has the derivative of the first of equals',
  min: 'a tie: min has the derivative of the first of equals'
}

const maybeEqual = (N: Analytic<Ball>, a: Ball, b: Ball): boolean => {
  const { mid, rad, exp } = N.sub(a, b)
  return !Number.isFinite(exp) || (mid <= rad && mid >= -rad)
}

/** The kinks and ties at a point, given the values there; those that so many digits cannot tell from one, too. */
export const kinksOf = (N: Analytic<Ball>, graph: Graph, values: ReadonlyArray<Ball>): ReadonlyArray<Kink> =>
  graph.nodes.flatMap((node, i) => {
    const convention = node.kind === 'operation' ? conventions[node.name] : undefined
    if (node.kind !== 'operation' || convention === undefined) return []
    const [a, b] = node.operands
    const other = b === undefined ? N.of(0) : values[b] as Ball
    return a !== b && maybeEqual(N, values[a ?? 0] as Ball, other) ? [{ node: i, convention }] : []
  })

export interface OneSided<A> {
  readonly left: A
  readonly right: A
}

/** At a kink the directional derivative of an operation is the operation itself on the tangents. */
const atKink = <A>(N: Analytic<A>, { name }: Operation, [s, t]: ReadonlyArray<A>): A => {
  const [a, b] = [s ?? N.of(0), t ?? N.of(0)]
  return name === 'abs' ? N.abs(a) : name === 'relu' ? N.relu(a) : name === 'max' ? N.max(a, b) : N.min(a, b)
}

/** The one-sided derivatives by each input, where some operations are at a kink. */
export const oneSided = <A>(N: Analytic<A>) => (
  graph: Graph, at: Point<A>, kinks: ReadonlyArray<Kink>, known: Known<A> = []
): Readonly<Record<string, OneSided<A>>> => {
  const { partials } = linearise(N)(graph, at, known)
  const kinky = new Set(kinks.map(({ node }) => node))
  const along = (input: string, step: A): A => {
    const tangents: Array<A> = []
    graph.nodes.forEach((node, i) => {
      if (node.kind !== 'operation') tangents.push(node.kind === 'variable' && node.name === input ? step : N.of(0))
      else {
        const coming = node.operands.map(k => tangents[k] as A)
        tangents.push(kinky.has(i) ? atKink(N, node, coming)
          : N.sum(coming.map((t, j) => N.mul(partials[i]?.[j] as A, t))))
      }
    })
    return tangents[graph.output] as A
  }
  return Object.fromEntries(variablesOf(graph).map(name =>
    [name, { right: along(name, N.of(1)), left: N.neg(along(name, N.of(-1))) }]))
}
