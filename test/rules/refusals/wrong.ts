import * as T from '../../../src/tensor/index.js'
import { relu, Relu } from '../../../src/layer/index.js'

// One argument of a function: something that it takes, and everything of the wrong kind that it must refuse.

export interface Argument {
  readonly good: unknown
  readonly wrong: ReadonlyArray<unknown>
  /** Whether the refusal may not wait for the arguments that come later. */
  readonly atOnce?: boolean
}

/** A call of a curried function: the arguments of each stage. */
export type Call = ReadonlyArray<ReadonlyArray<Argument>>

const aFunction = (): number => 1
export const ones: T.Tensor = T.ones([2, 3])
export const throughJson: unknown = JSON.parse(JSON.stringify(ones))
const nothing = [undefined, null]
const noTensors = [[1, 2], [[1, 2, 3], [4, 5, 6]], {}, throughJson, { shape:
  [2], data: [1, 2] }, { shape: [2], data: new Float64Array(3) }, aFunction, 'x']

/** A tensor; `shapes` are those that do not fit. */
export const tensor = (good: T.Tensor = ones, ...shapes: ReadonlyArray<ReadonlyArray<number>>): Argument =>
  ({ good, wrong: [...nothing, 5, ...noTensors, ...shapes.map(shape => T.ones(shape))] })
export const operand = (good: T.Tensor | number = ones, ...shapes: ReadonlyArray<ReadonlyArray<number>>): Argument =>
  ({ good, wrong: [...nothing, true, ...noTensors, ...shapes.map(shape => T.ones(shape))] })

/** Options: other values, the good ones with a name that does not exist, and the good ones with these changes. */
export const options = (good: object, ...changes: ReadonlyArray<object>): Argument => ({
  good, atOnce: true,
  wrong: [null, 0, 0.1, 'x', [0], aFunction, ones, { ...good, misspelt: 1 }, ...changes.map(
    change => ({ ...good, ...change })
  )]
})
export const required = (argument: Argument): Argument => ({ ...argument, wrong: [undefined, ...argument.wrong] })
export const whole = (good: number, least: number): Argument =>
  ({ good, atOnce: true, wrong: [undefined, null, least - 1, least + 0.5, NaN, `${good}`, [good], {}] })
export const number = (good: number, ...others: ReadonlyArray<unknown>): Argument =>
  ({ good, wrong: [undefined, null, `${good}`, [good], {}, ...others] })
/** A number that may be left out. */
export const optional = ({ wrong, ...argument }: Argument): Argument =>
  ({ ...argument, wrong: wrong.filter(value => value !== undefined) })
export const callable = (good: unknown): Argument => ({ good, wrong: [...nothing, 5, {}, [aFunction], 'x'] })
export const list = (good: ReadonlyArray<unknown>, ...others: ReadonlyArray<unknown>): Argument =>
  ({ good, wrong: [...nothing, 5, {}, 'x', T.ones([good.length]), ...others] })
export const shape = (good: ReadonlyArray<number>, ...others: ReadonlyArray<unknown>): Argument =>
  ({ good, wrong: [...nothing, {}, 'x', ones, [-2], [1.5], ['2'], ...others] })
export const axis = (good: number, ...others: ReadonlyArray<unknown>): Argument =>
  ({ good, wrong: [null, 9, 0.5, '0', { axis: good }, ...others] })
export const layer = (good: unknown = Relu): Argument => ({ good, wrong: [...nothing, 5, {}, relu, 'Relu', [Relu]] })
/** An argument of which nothing is wrong, such as a number that may be any. */
export const any = (good: unknown): Argument => ({ good, wrong: [] })
