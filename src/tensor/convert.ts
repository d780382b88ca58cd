import { fromEntries, type Grid } from '../number/Grid.js'
import { tabulate } from '../prelude/index.js'
import { ofBuffer, type Tensor } from './Tensor.js'

/**
 * The same array as a Grid of numbers, for definitions over float64.
 * @example
 * T.toGrid(T.fromNested([[1, 2], [3, 4]])).at(1, 0) // 3
 */
export const toGrid = (x: Tensor): Grid<number> => liftGrid(a => a)(x)

/**
 * The same array over another number system: each entry through `of`, which is exact for a double in every system of the house.
 * @example
 * T.liftGrid(a => `${a}`)(T.fromNested([1, 2])).entries // ['1', '2']
 */
export const liftGrid = <A>(of: (a: number) => A) => (x: Tensor): Grid<A> =>
  fromEntries(x.shape, tabulate(x.data.length, i => of(x.data[i] as number)))

/**
 * The tensor of a Grid of numbers.
 * @example
 * T.toNested(T.fromGrid(T.toGrid(T.fromNested([[1, 2]])))) // [[1, 2]]
 */
export const fromGrid = (x: Grid<number>): Tensor => ofBuffer(x.shape, new Float64Array(x.entries))
