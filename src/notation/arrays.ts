import { tabulate } from '../prelude/index.js'
import { complainAt } from './complainAt.js'
import { common, wayOf } from './shapes.js'
import type { Span } from './Span.js'
import type { BinaryOperator } from './Term.js'
import { entriesOf, isNumber, sameShape, type Value } from './Value.js'
import type { Ground } from './World.js'

// What matrices can do, over any number system. The result has its shape before any entry is computed.

export const mapped = <A>({ build }: Ground<A>, f: (a: A) => A, { rows, columns, at, isMatrix }: Value<A>): Value<A> =>
  asMatrix(isMatrix, build(rows, columns, (i, j) => f(at(i, j))))

const asMatrix = <A>(isMatrix: boolean | undefined, value: Value<A>): Value<A> =>
  (isMatrix === true ? { ...value, isMatrix } : value)

/** Entry by entry, where both have one shape; 0 and an empty sum have every shape. */
export const zipped = <A>(ground: Ground<A>, f: (a: A, b: A) => A, a: Value<A>, b: Value<A>, span: Span): Value<A> => {
  const { rows, columns } = common(a, b, ground.showShape, span)
  const [x, y] = [spread(a), spread(b)]
  return asMatrix(a.isMatrix === true || b.isMatrix === true, ground.build(
    rows, columns, (i, j) => f(x(i, j), y(i, j))
  ))
}

const spread = <A>(a: Value<A>): Value<A>['at'] => (a.fitsAll === true ? () => a.at(0, 0) : a.at)

/** A number of the whole: its entries are read when it is. */
export const numberOf = <A>({ build }: Ground<A>, rule: () => A): Value<A> => build(1, 1, rule)

export const product = <A>(
  ground: Ground<A>, operator: BinaryOperator, a: Value<A>, b: Value<A>, span: Span
): Value<A> => {
  const { N, build } = ground
  switch (wayOf(operator, a, b, ground.showShape, span)) {
    case 'scale': return mapped(ground, x => N.mul(a.at(0, 0), x), b)
    case 'scaled': return mapped(ground, x => N.mul(x, b.at(0, 0)), a)
    case 'inner': return inner(ground, a, b, span)
    case 'matrix': return asMatrix(a.isMatrix === true && b.isMatrix === true, build(a.rows, b.columns, (i, j) =>
      N.sum(tabulate(a.columns, k => N.mul(a.at(i, k), b.at(k, j))))))
  }
}

export const inner = <A>(ground: Ground<A>, a: Value<A>, b: Value<A>, span: Span): Value<A> => {
  if (!sameShape(a, b)) complainAt(span, `two arrays of one shape, ${ground.showShape(a)}`, ground.showShape(b))
  const { N } = ground
  return numberOf(ground, () => {
    const [x, y] = [entriesOf(a), entriesOf(b)]
    return N.sum(x.map((entry, k) => (a === b ? N.square(entry) : N.mul(entry, y[k] as A))))
  })
}

export const transposed = <A>({ build }: Ground<A>, { rows, columns, at, isMatrix }: Value<A>): Value<A> =>
  asMatrix(isMatrix, build(columns, rows, (i, j) => at(j, i)))

export const trace = <A>(ground: Ground<A>, a: Value<A>, span: Span): Value<A> => {
  if (a.rows !== a.columns) complainAt(span, 'a square matrix', ground.showShape(a))
  return numberOf(ground, () => ground.N.sum(tabulate(a.rows, i => a.at(i, i))))
}

export const diagonal = <A>(ground: Ground<A>, a: Value<A>, span: Span): Value<A> => {
  if (a.columns !== 1) complainAt(span, 'a vector', ground.showShape(a))
  return ground.build(a.rows, a.rows, (i, j) => (i === j ? a.at(i, 0) : ground.N.of(0)))
}

/** e^{z_i} divided by the sum of all of them. */
export const softmax = <A>(ground: Ground<A>, z: Value<A>, span: Span): Value<A> => {
  if (z.columns !== 1 && z.rows !== 1) complainAt(span, 'a vector', ground.showShape(z))
  const { N } = ground
  return mapped(ground, x => N.div(N.exp(x), N.sum(entriesOf(z).map(N.exp))), z)
}

export const norm = <A>(ground: Ground<A>, order: string, a: Value<A>, span: Span): Value<A> => {
  const { N } = ground
  if (order !== '' && a.columns !== 1 && a.rows !== 1) complainAt(span, 'a vector', ground.showShape(a))
  return numberOf(ground, () => (order === '' ? N.hypot(entriesOf(a))
    : order === '1' ? N.sum(entriesOf(a).map(N.abs)) : entriesOf(a).map(N.abs).reduce(N.max)))
}

export const number = <A>(ground: Ground<A>, a: Value<A>, span: Span): Value<A> =>
  (isNumber(a) ? a : complainAt(span, 'a number', ground.showShape(a)))

/**
 * Both sides of a relation in their common shape.
 *
 * @example
 * const world = worldOf(float64, new Map(), { sizes: new Map([['n', 3]]), labels: new Map(), input: () => filled(1, 1, () => 0) })
 * sidesOf(world, filled(2, 1, () => 1), filled(2, 1, () => 2), { from: 0, to: 0 }).map(entriesOf) // [[1, 1], [2, 2]]
 */
export const sidesOf = <A>(
  { ground }: { readonly ground: Ground<A> }, a: Value<A>, b: Value<A>, span: Span
): readonly [Value<A>, Value<A>] => {
  const { rows, columns } = common(a, b, ground.showShape, span)
  return [ground.build(rows, columns, spread(a)), ground.build(rows, columns, spread(b))]
}
