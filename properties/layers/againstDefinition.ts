import { between, equal, type Plain, type Relation } from '../../src/claim/index.js'
import { floatRun } from '../../src/number/assumptions.js'
import { type Analytic, ball, type Grid, indexAt, type Interval, point, showShape, toInterval } from '../../src/number/index.js'
import { refuse } from '../../src/prelude/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { exactDoubles, isExact } from '../judges/exactDoubles.js'
import { inAnyOrder } from '../judges/inAnyOrder.js'
import { along, directionOf, knownPullback, liftAll } from './knownPullback.js'
import { lift } from '../cases/quarters.js'
import type { Define, Named, Printed, NamedGrids, Subject } from './subject.js'

/** Each double beside the enclosure in which it should lie; what is not finite lies nowhere. */
const within = (floats: Tensor, known: Grid<Interval>, judge: string, name: string): ReadonlyArray<Relation<Plain>> => {
  if (showShape(floats.shape) !== showShape(known.shape)) refuse('shape', name, `shape ${showShape(known.shape)}`, showShape(floats.shape))
  return known.entries.map((interval, i) => {
    const float = floats.data[i] ?? NaN
    const place = (): string => `${name}[${indexAt(known.shape, i).join(',')}]`
    const enclosed = equal<Plain>(point(float), interval, place)
    return between('the layer gives', judge, Number.isFinite(float) ? enclosed : equal<Plain>(float, 0, () => `${place()} is finite`))
  })
}

export const valueRelations = (subject: Subject, define: Define, inputs: Named): ReadonlyArray<Relation<Plain>> => {
  const { y } = subject.run(inputs)
  if (subject.printed !== undefined) return within(y, subject.printed(floatRun)(liftAll(floatRun.of, inputs)).y, 'its printed form', 'y')
  return within(y, inAnyOrder(N => define(N)(liftAll(N.of, inputs))), 'its definition', 'y')
}

const judgeOf = ({ printed, define }: Subject): string =>
  printed !== undefined ? 'the printed pullback' : define !== undefined ? 'its definition' : 'differences of its values'

/**
 * The pullback beside the derivative of the definition. One direction v with odd entries sees every wrong entry where numbers are exact;
 * entry by entry, where it sees one or they are not.
 */
export const derivativeRelations = (subject: Subject, inputs: Named, dy: Tensor, v: number): ReadonlyArray<Relation<Plain>> => {
  const pulled = cotangents(subject, subject.run(inputs).pullback(dy))
  const exact = inDirection(subject, inputs, dy, pulled, v)
  if (exact !== undefined) return [exact]
  const known = knownPullback(subject, inputs)(dy)
  return Object.entries(pulled).flatMap(([name, d]) => within(d, known[name] as Grid<Interval>, judgeOf(subject), `d${name}`))
}

/** The cotangents of all inputs that vary; refused where one is missing, or of another shape than its input. */
const cotangents = ({ varying }: Subject, pulled: Named): Named =>
  Object.fromEntries(Object.entries(varying).map(([name, shape]) => {
    const given = pulled[name]
    const found = given === undefined ? 'none' : showShape(given.shape)
    return [name, given !== undefined && found === showShape(shape) ? given : refuse('shape', `d${name}`, `shape ${showShape(shape)}`, found)]
  }))

/** <dy, J v> = <pullback(dy), v>, if both are exact and equal. */
const inDirection = (subject: Subject, inputs: Named, dy: Tensor, pulled: Named, v: number): Relation<Plain> | undefined => {
  if (subject.define === undefined || subject.printed !== undefined) return undefined
  const [N, direction] = [exactDoubles, directionOf(subject, v)]
  const right = along(N, subject.define, inputs, dy, direction)
  if (!isExact(right)) return undefined
  const left = Object.entries(pulled).flatMap(([name, d]) => Array.from(d.data, (x, i) => N.mul(N.of(x), N.of(direction(name, i)))))
    .reduce(N.add, N.of(0))
  return isExact(left) && left.value === right.value ? equal<Plain>(left.value, right.value, '<dx, v>') : undefined
}

interface Case {
  readonly inputs: Named
  readonly dy: Tensor
  readonly v: number
}

type PrintedForm = <A>(N: Analytic<A>) => (inputs: NamedGrids<A>) => Printed<A>

/** The printed form beside the definition: its value, and its pullback along a direction beside the derivative, in wide arithmetic. */
export const printedRelations = (
  subject: Subject, printed: PrintedForm, define: Define, { inputs, dy, v }: Case
): ReadonlyArray<Relation<Plain>> => {
  const N = wide
  const direction = directionOf(subject, v)
  const { y, pullback } = printed(N)(liftAll(N.of, inputs))
  const value = define(N)(liftAll(N.of, inputs))
  const pulled = pullback(lift(N.of, dy))
  const left = Object.keys(subject.varying).flatMap(name =>
    (pulled[name]?.entries ?? []).map((d, i) => N.mul(d, N.of(direction(name, i))))).reduce(N.add, N.of(0))
  const right = along(N, define, inputs, dy, direction)
  const sides = (relation: Relation<Plain>): Relation<Plain> => between('the printed form gives', 'the definition', relation)
  return [
    ...y.entries.map((a, i) => sides(equal<Plain>(toInterval(a), toInterval(value.entries[i] as typeof a), `y entry ${i}`))),
    sides(equal<Plain>(toInterval(left), toInterval(right), 'the derivative along v'))
  ]
}

// Enough bits that two formulas for one number agree to the last digit of a double, whatever cancels.
const wide = ball(160)
