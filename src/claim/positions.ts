import { fromEntries } from '../number/Grid.js'
import type { Divisible } from '../number/Arithmetic.js'
import { encloseRational, type Rational, showRational } from '../number/rational.js'
import { indexAt, type Shape, showShape, sizeOf } from '../number/Shape.js'
import { written } from './show.js'
import { type Drawn, eachOf, type Lifted, type Range, type Scalar, type Variables } from './Variable.js'

// All numbers of all variables stand in one row: what is known of them, and what is made of them, goes by their positions there.

/** The variables with each number replaced by what the rule makes of it; the rule is told the number's position among all. */
export const liftBy = <V extends Variables, A>(variables: V, rule: (position: number) => A): Lifted<V, A> => {
  let next = 0
  const numbers = (shape: Shape): ReadonlyArray<A> => Array.from({ length: sizeOf(shape) }, () => rule(next++))
  return Object.fromEntries(Object.entries(variables).map(([name, v]) =>
    [name, v.kind === 'scalar' ? rule(next++) : fromEntries(v.shape, numbers(v.shape))])) as Lifted<V, A>
}

/**
 * Drawn doubles, converted exactly into a number system. One beside the range of its variable stands for the end of it, as it is written.
 */
export const liftDrawn = <V extends Variables>(variables: V) => {
  const endAt = endsOf(variables)
  return <A>({ of, ofRational }: Pick<Divisible<A>, 'of' | 'ofRational'>, values: Drawn<V>): Lifted<V, A> => {
    const flat = Object.keys(variables).flatMap(name => values[name as keyof V])
    return liftBy(variables, position => {
      const x = flat[position] ?? NaN
      const end = endAt(position, x)
      return end === undefined ? of(x) : ofRational(end.value)
    })
  }
}

/** Drawn values as a reader should see them: ends of ranges as they are written. */
export const drawnAsWritten = (variables: Variables) => (values: Drawn<Variables>): unknown => {
  const endAt = endsOf(variables)
  const positions = liftBy(variables, position => position)
  const shown = (x: number, position: number): unknown => {
    const end = endAt(position, x)
    return end === undefined ? x : { [written]: end.text }
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => {
    const at = positions[name]
    return [name, typeof value === 'number' ? shown(value, Number(at))
      : value.map((x, k) => shown(x, typeof at === 'object' ? at.entries[k] ?? 0 : 0))]
  }))
}

/** The end of its range for which a drawn double stands, if it does. */
const endsOf = (
  variables: Variables
): ((position: number, x: number) => { readonly value: Rational, readonly text: string } | undefined) => {
  const ranges = new Map([...rangesOf(variables)].map(([position, range]) =>
    [position, { ...range, first: encloseRational(range.lo).hi, last: encloseRational(range.hi).lo }]))
  return (position, x) => {
    const range = ranges.get(position)
    if (range === undefined || !(x < range.first || x > range.last)) return undefined
    const [value, text] = x < range.first ? [range.lo, range.written?.[0]] : [range.hi, range.written?.[1]]
    return { value, text: text ?? showRational(value) }
  }
}

/** For each number its name, such as "w[0,2]" or "eta". */
export const namesOf = (variables: Variables): ReadonlyArray<string> =>
  Object.entries(variables).flatMap(([name, v]) => v.kind === 'scalar' ? [name]
    : Array.from({ length: sizeOf(v.shape) }, (_, i) => `${name}[${indexAt(v.shape, i).join(',')}]`))

/** For each number the position of the variable that it belongs to. */
export const blocksOf = (variables: Variables): ReadonlyArray<number> =>
  Object.values(variables).flatMap(
    (v, block) => v.kind === 'scalar' ? [block] : Array.from({ length: sizeOf(v.shape) }, () => block)
  )

const positionsOf = (variables: Variables, isKnown: (each: Scalar) => boolean): ReadonlyArray<number> =>
  Object.values(variables).flatMap(
    v => Array.from({ length: v.kind === 'scalar' ? 1 : sizeOf(v.shape) }, () => isKnown(eachOf(v)))
  )
    .flatMap((is, position) => (is ? [position] : []))

/** The positions of the numbers that are known to be above zero. */
export const positivesOf = (variables: Variables): ReadonlyArray<number> =>
  positionsOf(variables, ({ positive }) => positive)

/** The positions of the numbers that are known not to be below zero. */
export const notNegativesOf = (variables: Variables): ReadonlyArray<number> =>
  positionsOf(variables, ({ positive, notNegative }) => positive || notNegative === true)

/** What is known of the variables by construction: "eta > 0". */
export const conditionsOf = (variables: Variables): ReadonlyArray<string> =>
  Object.entries(variables).flatMap(([name, v]) => (eachOf(v).positive ? [`${name} > 0`] : []))

/** For which values an identity is claimed: "every real x (3), s from 0 to 1, eta > 0". */
export const everyValue = (variables: Variables): string => {
  const any = Object.entries(variables).flatMap(([name, v]) => {
    const { range } = eachOf(v)
    const reach = range === undefined ? '' : ` from ${showRational(range.lo)} to ${showRational(range.hi)}`
    return v.kind === 'array' ? [`${name} (${showShape(v.shape)})${reach}`] : v.positive ? [] : [`${name}${reach}`]
  })
  const told = [...any.length === 0 ? [] : [`real ${any.join(', ')}`], ...conditionsOf(variables)]
  return told.length === 0 ? 'as it stands' : `every ${told.join(', ')}`
}

/** By position, between which numbers a number is known to lie. */
export const rangesOf = (variables: Variables): ReadonlyMap<number, Range> =>
  new Map(Object.values(variables).flatMap(v => Array.from({ length: v.kind === 'scalar' ? 1 : sizeOf(v.shape) },
    () => eachOf(v).range)).flatMap((range, position) => (range === undefined ? [] : [[position, range] as const])))
