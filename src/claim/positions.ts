import { fromEntries } from '../number/Grid.js'
import { indexAt, showShape, sizeOf } from '../number/Shape.js'
import { type Drawn, eachOf, type Lifted, type Range, type Scalar, type Variables } from './Variable.js'

// All numbers of all variables stand in one row: what is known of them, and what is made of them, goes by their positions there.

/** The variables with each number replaced by what the rule makes of it; the rule is told the number's position among all. */
export const liftBy = <V extends Variables, A>(variables: V, rule: (position: number) => A): Lifted<V, A> => {
  let next = 0
  return Object.fromEntries(Object.entries(variables).map(([name, v]) => {
    const first = next
    next += v.kind === 'scalar' ? 1 : sizeOf(v.shape)
    return [name, v.kind === 'scalar' ? rule(first)
      : fromEntries(v.shape, Array.from({ length: sizeOf(v.shape) }, (_, i) => rule(first + i)))]
  })) as Lifted<V, A>
}

/** Drawn doubles, converted exactly into a number system. */
export const liftDrawn = <V extends Variables, A>(variables: V, of: (x: number) => A) => (values: Drawn<V>): Lifted<V, A> => {
  const flat = Object.keys(variables).flatMap(name => values[name as keyof V])
  return liftBy(variables, position => of(flat[position] ?? NaN))
}

/** For each number its name, such as "w[0,2]" or "eta". */
export const namesOf = (variables: Variables): ReadonlyArray<string> =>
  Object.entries(variables).flatMap(([name, v]) => v.kind === 'scalar' ? [name]
    : Array.from({ length: sizeOf(v.shape) }, (_, i) => `${name}[${indexAt(v.shape, i).join(',')}]`))

/** For each number the position of the variable that it belongs to. */
export const blocksOf = (variables: Variables): ReadonlyArray<number> =>
  Object.values(variables).flatMap((v, block) => v.kind === 'scalar' ? [block] : Array.from({ length: sizeOf(v.shape) }, () => block))

const positionsOf = (variables: Variables, isKnown: (each: Scalar) => boolean): ReadonlyArray<number> =>
  Object.values(variables).flatMap(v => Array.from({ length: v.kind === 'scalar' ? 1 : sizeOf(v.shape) }, () => isKnown(eachOf(v))))
    .flatMap((is, position) => (is ? [position] : []))

/** The positions of the numbers that are known to be above zero. */
export const positivesOf = (variables: Variables): ReadonlyArray<number> => positionsOf(variables, ({ positive }) => positive)

/** The positions of the numbers that are known not to be below zero. */
export const notNegativesOf = (variables: Variables): ReadonlyArray<number> =>
  positionsOf(variables, ({ positive, notNegative }) => positive || notNegative === true)

/** What is known of the variables by construction: "eta > 0". */
export const conditionsOf = (variables: Variables): ReadonlyArray<string> =>
  Object.entries(variables).flatMap(([name, v]) => (eachOf(v).positive ? [`${name} > 0`] : []))

/** For which values an identity is claimed: "every real x (3), eta > 0". */
export const everyValue = (variables: Variables): string => {
  const any = Object.entries(variables)
    .flatMap(([name, v]) => (v.kind === 'array' ? [`${name} (${showShape(v.shape)})`] : v.positive ? [] : [name]))
  const told = [...any.length === 0 ? [] : [`real ${any.join(', ')}`], ...conditionsOf(variables)]
  return told.length === 0 ? 'as it stands' : `every ${told.join(', ')}`
}

/** By position, between which numbers a number is known to lie. */
export const rangesOf = (variables: Variables): ReadonlyMap<number, Range> =>
  new Map(Object.values(variables).flatMap(v => Array.from({ length: v.kind === 'scalar' ? 1 : sizeOf(v.shape) },
    () => eachOf(v).range)).flatMap((range, position) => (range === undefined ? [] : [[position, range] as const])))
