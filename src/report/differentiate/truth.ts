import { checkDomain, type Graph, reverse } from '../../expression/index.js'
import { certainBits } from '../../number/ball.js'
import { type Ball, elementaryBall, type Rational } from '../../number/index.js'
import { attempt, isLeft, orThrow } from '../../prelude/index.js'

/** The true values: everything over balls with as many bits as the digits asked for need, and more where something cancels. */
export interface Truth {
  readonly bits: number
  readonly values: ReadonlyArray<Ball>
  readonly gradient: Readonly<Record<string, Ball>>
}

const attempts = 5

/** Refuses where the formula or its derivative does not exist. */
export const truthOf = (graph: Graph, at: Readonly<Record<string, Rational>>, wanted: number, left = attempts, bits = wanted + 64): Truth => {
  const N = elementaryBall(bits)
  const point = Object.fromEntries(Object.entries(at).map(([name, q]) => [name, N.ofRational(q)]))
  const values = attempt(() => checkDomain(bits)(graph, point))
  const again = (): Truth => truthOf(graph, at, wanted, left - 1, 2 * bits)
  if (isLeft(values)) return left > 0 ? again() : orThrow(values) as never
  const { gradient } = reverse(N)(graph, point)
  const known = [values.right[graph.output] as Ball, ...Object.values(gradient)].every(a => certainBits(a) >= wanted)
  return known || left === 0 ? { bits, values: values.right, gradient } : again()
}
