import type { Ball, Analytic } from '../number/index.js'
import { evaluate, type Point } from './evaluate.js'
import type { Graph } from './Graph.js'
import type { Kink } from './kinks.js'
import { type Direction, resolved } from './resolve.js'
import { symbolic } from './symbolic.js'

/** A second derivative at kinks: a formula that has it there, or how the first derivative is on two sides. */
export type SecondAtKinks =
  | { readonly kind: 'exists'; readonly formula: Graph }
  /** Two slopes of f, or two slopes of its derivative; `inner`: from the two sides of the first input, or else of the second. */
  | { readonly kind: 'jumps' | 'bends'; readonly inner: boolean; readonly left: Ball; readonly right: Ball }

interface Side {
  readonly slope: Ball
  readonly second: Ball
  readonly formula: Graph
}

const signs = [-1, 1] as const

const sameIn = (N: Analytic<Ball>) => (a: Ball, b: Ball): boolean => {
  const { mid, rad, exp } = N.sub(a, b)
  return Number.isFinite(exp) && mid <= rad && -mid <= rad
}

/**
 * The derivative by `second` of the derivative by `first`, where some operations are at a kink.
 *
 * Beside the point the formula has no kinks: on each side of the second input, and from there on each side of the first. It exists where
 * the first derivatives on all these sides are the same, and the second ones too; then it is theirs.
 */
export const secondAtKinks = (N: Analytic<Ball>) => (
  graph: Graph, at: Point<Ball>, kinks: ReadonlyArray<Kink>, [first, second]: readonly [string, string]
): SecondAtKinks => {
  const valueAt = (formula: Graph): Ball => evaluate(N)(formula, at)[formula.output] as Ball
  const side = (directions: ReadonlyArray<Direction>): Side => {
    const slope = symbolic(resolved(N)(graph, at, kinks, directions))[first] as Graph
    const formula = symbolic(slope)[second] as Graph
    return { slope: valueAt(slope), second: valueAt(formula), formula }
  }
  const sides = first === second ? [signs.map(sign => side([{ input: first, sign }]))]
    : signs.map(outer => signs.map(inner => side([{ input: second, sign: outer }, { input: first, sign: inner }])))
  const [before, after] = [sides[0] as ReadonlyArray<Side>, sides[sides.length - 1] as ReadonlyArray<Side>]
  const pairs = [
    ...[before, after].map(([left, right]) => ({ inner: true, left: left as Side, right: right as Side })),
    { inner: false, left: before[0] as Side, right: after[0] as Side }
  ]
  const apart = (of: 'slope' | 'second') => pairs.find(({ left, right }) => !sameIn(N)(left[of], right[of]))
  const [jump, bend] = [apart('slope'), apart('second')]
  if (jump !== undefined) return { kind: 'jumps', inner: jump.inner, left: jump.left.slope, right: jump.right.slope }
  if (bend !== undefined) return { kind: 'bends', inner: bend.inner, left: bend.left.second, right: bend.right.second }
  return { kind: 'exists', formula: (after[0] as Side).formula }
}
