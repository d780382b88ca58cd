import { checkDomain, type Graph, reverse } from '../../expression/index.js'
import { certainBits } from '../../number/ball.js'
import { type Ball, ball, type Rational } from '../../number/index.js'
import { attempt, isLeft, orThrow } from '../../prelude/index.js'

/** The true values: everything over balls with as many bits as the digits asked for need, and more where something cancels. */
export interface Truth {
  readonly bits: number
  readonly values: ReadonlyArray<Ball>
  readonly gradient: Readonly<Record<string, Ball>>
}

// Each attempt has twice the bits of the one before.
const attempts = 6

/** To so many bits, unless a value cannot be told from 0 even so. Refuses where the formula or its derivative does not exist. */
export const truthOf = (graph: Graph, at: Readonly<Record<string, Rational>>, wanted: number): Truth => {
  const tried = (bits: number, left: number): Truth => {
    const N = ball(bits)
    const point = Object.fromEntries(Object.entries(at).map(([name, q]) => [name, N.ofRational(q)]))
    const values = attempt(() => checkDomain(bits)(graph, point))
    if (isLeft(values) && left > 0) return tried(2 * bits, left - 1)
    const { gradient } = reverse(N)(graph, point)
    const truth = { bits, values: orThrow(values), gradient }
    const known = [truth.values[graph.output] as Ball, ...Object.values(gradient)].every(a => certainBits(a) >= wanted)
    return known || left === 0 ? truth : tried(2 * bits, left - 1)
  }
  return tried(wanted + 64, attempts - 1)
}
