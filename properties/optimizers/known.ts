import { type Case, definedBy, outside, type Plain, type Relation } from '../../src/claim/index.js'
import {
  type Analytic, contains, float64, grid, type Grid, indexAt, type Interval, sizeOf
} from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { beside } from '../judges/beside.js'
import { inAnyOrder } from '../judges/inAnyOrder.js'
import { double, unending } from '../judges/precision.js'
import type { Given } from './descents.js'
import type { Subject } from './subject.js'
import type { Broken, Taken } from './taken.js'

/** The parts of several tensors one after the other. */
const flat = (tensors: ReadonlyArray<Tensor>): ReadonlyArray<number> => tensors.flatMap(({ data }) => [...data])

interface History {
  /** Of each step, the gradients and the parameters, of all entries. */
  readonly gradients: ReadonlyArray<ReadonlyArray<number>>
  readonly ws: ReadonlyArray<ReadonlyArray<number>>
}

/** The last steps of all entries, which are given to the optimizer together. */
const lastSteps = <A>(
  N: Analytic<A>, { define }: Subject, { options = {} }: Given, { gradients, ws }: History
): Grid<A> => {
  const lift = (rows: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<ReadonlyArray<A>> => {
    // the same gradients come again and again
    const lifted = new Map<ReadonlyArray<number>, ReadonlyArray<A>>()
    return rows.map(row => {
      const known = lifted.get(row) ?? row.map(N.of)
      lifted.set(row, known)
      return known
    })
  }
  const [allGradients, allW] = [lift(gradients), lift(ws)]
  const column = (rows: ReadonlyArray<ReadonlyArray<A>>, i: number): ReadonlyArray<A> => rows.map(row => row[i] as A)
  const step = define(N)(options)
  return grid([gradients[0]?.length ?? 0], i =>
    step(column(allGradients, i), { w: column(allW, i), allGradients, allW }))
}

/** The step after so many gradients beside its definition, entry by entry; the tensors at `places` are seen together. */
export const stepRelations = (
  subject: Subject, given: Given, taken: Taken | Broken, count: number, places: ReadonlyArray<number>
): Case<Plain> => {
  if ('wrong' in taken) return taken.unreadable ? outside : taken.wrong
  const of = <B>(all: ReadonlyArray<B>): ReadonlyArray<B> => places.map(k => all[k] as B)
  const cycle = given.gradients.map(each => flat(of(each)))
  const history: History = {
    gradients: Array.from({ length: count }, (_, t) => cycle[t % cycle.length] ?? []),
    ws: taken.ws.slice(0, count).map(ws => flat(of(ws)))
  }
  const known = definedBy('its definition', () => inAnyOrder(
    N => lastSteps(N, subject, given, history), subject.gradientsUpTo === undefined ? double : unending))
  if (subject.gradientsUpTo === undefined && !runsInDoubles(subject, given, history, known.entries)) return outside
  const steps = of(taken.steps[count - 1] ?? [])
  // what is smaller than a rounding of the largest parameter, when it is added to that, is no step; an undefined step left no number
  const size = 2 ** -26 * (history.ws[count - 1] ?? []).filter(Number.isFinite).reduce(
    (most, w) => Math.max(most, Math.abs(w)), 0
  )
  const sizes = steps.map(({ shape }) => sizeOf(shape))
  return steps.flatMap(({ shape, data }, k) => Array.from(data, (step, i): Relation<Plain> => {
    const position = sizes.slice(0, k).reduce((a, b) => a + b, 0) + i
    const name = steps.length > 1 ? ` of tensor ${k + 1}` : ''
    return beside('the optimizer gives', 'its definition', step, known.entries[position] as Interval,
      () => `step ${count}${name}[${indexAt(shape, i).join(',')}]`, { among: known.entries, size })
  }))
}

/**
 * Whether the definition itself stays in the range of doubles: run in doubles, it gives what lies in its own enclosure, unless something
 * on the way overflows or vanishes.
 */
const runsInDoubles = (subject: Subject, given: Given, history: History, known: ReadonlyArray<Interval>): boolean =>
  lastSteps(float64, subject, given, history).entries.every((float, i) =>
    Number.isFinite(float) && contains(known[i] as Interval, float))
