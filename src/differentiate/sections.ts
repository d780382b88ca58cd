import { type Graph, symbolic } from '../expression/index.js'
import { type Ball, ball, float64, floatRun, magnitude, point, toInterval } from '../number/index.js'
import { type At, lifted, outputOf, valueIn } from './modes.js'
import type { Truth } from './truth.js'

/** The function of one input, the others held, and what is known of it there. */
export interface Section {
  /** Over doubles. */
  readonly f: (x: number) => number
  /** By how much rounding may change that. */
  readonly noise: (x: number, y: number) => number
  /** Over balls of so many bits. */
  readonly ballF: (bits: number) => (x: Ball) => Ball
  readonly x: Graph
  readonly near: number
  /** What the derivative changes, to leading order, from the input to the nearest double. */
  readonly shift: number
  readonly value: Ball
  /** The true derivative, and whether there is one. */
  readonly slope: Ball
  readonly exists: boolean
  /** f'' and f''', where they were computed. */
  readonly second: Ball | undefined
  readonly third: Ball | undefined
}

// The model's second and third derivatives are formulas about three times as long as the one before.
const longestModelled = 400

export const sectionOf = (
  graph: Graph, at: At, truth: Truth, name: string, formula: Graph,
  { value: slope, exists }: { readonly value: Ball; readonly exists: boolean }
): Section => {
  const N = ball(truth.bits)
  const atPoint = lifted(N, at)
  const second = graph.nodes.length > longestModelled ? undefined : symbolic(formula)[name]
  const third = second === undefined ? undefined : symbolic(second)[name]
  const [doublesAt, intervalsAt] = [lifted(float64, at), lifted(floatRun, at)]
  const x = at[name] as Graph
  const near = valueIn(float64, x)
  const widthAt = (t: number): number => {
    const { lo, hi } = outputOf(floatRun, graph, { ...intervalsAt, [name]: point(t) })
    return hi - lo
  }
  // for a long formula the rounding at the point stands for that beside it
  const relative = widthAt(near) / Math.abs(outputOf(float64, graph, doublesAt))
  const known = (noise: number): number => (Number.isNaN(noise) ? Infinity : noise)
  const curvature = second === undefined ? undefined : outputOf(N, second, atPoint)
  return {
    shift: curvature === undefined ? 0 : magnitude(
      toInterval(N.mul(curvature, N.sub(atPoint[name] as Ball, N.of(near))))
    ),
    f: a => outputOf(float64, graph, { ...doublesAt, [name]: a }),
    noise: graph.nodes.length > longestModelled ? (_, y) => known(relative * Math.abs(y)) : t => known(widthAt(t)),
    ballF: bits => {
      const B = ball(bits)
      const held = lifted(B, at)
      return a => outputOf(B, graph, { ...held, [name]: a })
    },
    x,
    near,
    value: truth.values[graph.output] as Ball,
    slope,
    exists,
    second: curvature,
    third: third === undefined ? undefined : outputOf(N, third, atPoint)
  }
}
