import { fromEntries, type Grid } from '../number/Grid.js'
import { given, refuse, tabulate } from '../prelude/index.js'
import { checkedShape } from './axes.js'
import { givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/**
 * The same array as a Grid of numbers, for definitions over float64.
 * @example
 * T.toGrid(T.fromNested([[1, 2], [3, 4]])).at(1, 0) // 3
 */
export const toGrid = (x: Tensor): Grid<number> => gridOf(a => a, givenTensor('toGrid', x))

/**
 * The same array over another number system: each entry through `of`, which is exact for a double in every system of the house.
 * @example
 * T.liftGrid(a => `${a}`)(T.fromNested([1, 2])).entries // ['1', '2']
 */
export const liftGrid = <A>(of: (a: number) => A): ((x: Tensor) => Grid<A>) => {
  given.callable('liftGrid', 'of', of)
  return x => gridOf(of, givenTensor('liftGrid', x))
}

const gridOf = <A>(of: (a: number) => A, x: Tensor): Grid<A> =>
  fromEntries(x.shape, tabulate(x.data.length, i => of(x.data[i] as number)))

/**
 * The tensor of a Grid of numbers.
 * @example
 * T.toNested(T.fromGrid(T.toGrid(T.fromNested([[1, 2]])))) // [[1, 2]]
 */
export const fromGrid = (x: Grid<number>): Tensor => {
  const { shape, entries } = given.record('fromGrid', 'a grid', x)
  const odd = given.list('fromGrid', 'the entries of a grid', entries).find(a => typeof a !== 'number')
  if (odd !== undefined) refuse('input', 'fromGrid', 'entries that are numbers', given.kindOf(odd))
  return ofBuffer(checkedShape('fromGrid', shape), new Float64Array(entries))
}
