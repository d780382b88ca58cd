import { given, refuse } from '../prelude/index.js'
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
    refuse('domain', 'arange', 'finite ends and a step other than 0', [from, to, step].map(given.kindOf).join(', '))
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
export const linspace = (start: number, stop: number, num: number, ends: Ends = {}): Tensor => {
  const { endpoint } = checkedEnds('linspace', start, stop, ends)
  const count = given.whole('linspace', 'num', num, 0)
  const step = count > 1 ? linspaceStep(start, stop, count, { endpoint }) : 0
  // start + (num - 1) * step may miss stop by a rounding
  const point = (i: number): number => (endpoint && i > 0 && i === count - 1 ? stop : start + i * step)
  return ofBuffer(checkedShape('linspace', [count]), Float64Array.from({ length: count }, (_, i) => point(i)))
}

/**
 * The distance of neighbours in linspace with the same arguments; refuses fewer than two points with the endpoint, one without.
 * @example
 * T.linspaceStep(2, 3, 5) // 0.25
 */
export const linspaceStep = (start: number, stop: number, num: number, ends: Ends = {}): number => {
  const { endpoint } = checkedEnds('linspaceStep', start, stop, ends)
  given.whole('linspaceStep', 'num', num, 0)
  const gaps = endpoint ? num - 1 : num
  return gaps > 0 ? (stop - start) / gaps
    : refuse('domain', 'linspaceStep', `at least ${endpoint ? 2 : 1} points`, `${num}`)
}

const checkedEnds = (place: string, start: number, stop: number, ends: Ends): Required<Ends> => {
  given.real(place, 'start', start)
  given.real(place, 'stop', stop)
  const { endpoint = true } = given.options(place, ends, ['endpoint'])
  return { endpoint: given.flag(place, 'endpoint', endpoint) }
}
