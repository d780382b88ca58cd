import { refuse } from '../prelude/index.js'
import { checkedShape } from './axes.js'
import { ofBuffer, type Tensor } from './Tensor.js'

/**
 * start, start + step, start + 2 step, ... before stop; with one argument, 0 up to it. Refuses a step of 0.
 * @example
 * T.toNested(T.arange(4)) // [0, 1, 2, 3]
 * T.toNested(T.arange(10, 3, -3)) // [10, 7, 4]
 */
export const arange = (startOrStop: number, stop?: number, step: number = 1): Tensor => {
  const [from, to] = stop === undefined ? [0, startOrStop] : [startOrStop, stop]
  if (![from, to, step].every(Number.isFinite) || step === 0) {
    refuse('domain', 'arange', 'finite ends and a step other than 0', `${from}, ${to}, ${step}`)
  }
  const count = Math.max(0, Math.ceil((to - from) / step))
  return ofBuffer(checkedShape('arange', [count]), Float64Array.from({ length: count }, (_, i) => from + i * step))
}

/** Whether the end of an interval is one of its points; it is unless said otherwise. */
export interface Ends {
  readonly endpoint?: boolean
}

/**
 * num points evenly spaced from start to stop: start + i (stop - start) / (num - 1), or / num without the endpoint.
 * @example
 * T.toNested(T.linspace(2, 3, 5)) // [2, 2.25, 2.5, 2.75, 3]
 * T.toNested(T.linspace(2, 3, 4, { endpoint: false })) // [2, 2.25, 2.5, 2.75]
 */
export const linspace = (start: number, stop: number, num: number, { endpoint = true }: Ends = {}): Tensor => {
  const [count = 0] = checkedShape('linspace', [num])
  const step = count > 1 ? linspaceStep(start, stop, count, { endpoint }) : 0
  // start + (num - 1) * step may miss stop by a rounding
  const point = (i: number): number => (endpoint && i > 0 && i === count - 1 ? stop : start + i * step)
  return ofBuffer([count], Float64Array.from({ length: count }, (_, i) => point(i)))
}

/**
 * The distance of neighbours in linspace with the same arguments; refuses fewer than two points with the endpoint, one without.
 * @example
 * T.linspaceStep(2, 3, 5) // 0.25
 */
export const linspaceStep = (start: number, stop: number, num: number, { endpoint = true }: Ends = {}): number => {
  const gaps = endpoint ? num - 1 : num
  return gaps > 0 ? (stop - start) / gaps : refuse('domain', 'linspaceStep', `at least ${endpoint ? 2 : 1} points`, `${num}`)
}
