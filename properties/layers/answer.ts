import { type Shape, sameShape, showShape, sizeOf } from '../../src/number/index.js'
import { between, equal, judgedBy, type Plain, type Relation } from '../../src/claim/index.js'
import { refuse, type Refusal } from '../../src/prelude/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Named } from './subject.js'

/** What a layer answers, once it is known to have the form of an answer. */
export interface Answer {
  readonly y: Tensor
  /** The cotangents of x and of each parameter, by name. */
  readonly pullback: (dy: Tensor) => Named
}

/** The name of a cotangent, as the layer's answer spells it: dx, dp.w. */
export const cotangentName = (input: string): string => (input === 'x' ? 'dx' : `dp.${input}`)

const placeOf = (layer: string): string => `the answer of ${layer}`

/** Whether it was refused for its form: then no law about values has anything to judge. */
export const isFormless = (layer: string, { place }: Readonly<Refusal>): boolean => place === placeOf(layer)

/** That a layer answers in the form that is expected: in a sentence, for it does not. */
export const mustReturn = (layer: string, expected: string, got: string): Relation<Plain> =>
  between('right answers', 'expected', equal<Plain>(0, 1, `${layer} must return ${expected}, got ${got}`))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether it is a record { shape, data } with as many numbers as the shape has entries, in an array of numbers alone. */
const isTensor = (value: unknown): value is Tensor =>
  isRecord(value) && Array.isArray(value['shape']) && ArrayBuffer.isView(value['data'])
  && (value['data'] as unknown as ArrayLike<number>).length === sizeOf(value['shape'] as Shape)

/** What came, in a few words. */
const described = (value: unknown): string =>
  isTensor(value) ? `a tensor of shape ${showShape(value.shape)}`
    : Array.isArray(value) ? `an array of ${value.length}`
      : isRecord(value) && Array.isArray(value['data'])
        ? `{ ${Object.keys(value).join(', ')} }, whose data are in an Array, not a Float64Array`
        : isRecord(value) ? `{ ${Object.keys(value).join(', ')} }`
          : typeof value === 'function' ? 'a function'
            : `${typeof value} ${String(value)}`.replace('undefined undefined', 'undefined')

const fields = (names: ReadonlyArray<string>): string => (names.length === 0 ? '{}' : `{ ${names.join(', ')} }`)

/**
 * The answer of a layer with these inputs, of which those named have cotangents. Refuses, in the layer's name, what is not
 * { y, pullback } with a tensor and a function, and cotangents that are missing or of another shape than their inputs.
 */
export const answerOf = (
  layer: string, inputs: Named, varying: ReadonlyArray<string>, withParams: boolean, given: unknown
): Answer => {
  const place = placeOf(layer)
  if (!isRecord(given) || !('y' in given) || typeof given['pullback'] !== 'function') {
    return refuse('input', place, '{ y, pullback }, pullback being a function', described(given))
  }
  const { y, pullback } = given as { readonly y: unknown; readonly pullback: (dy: Tensor) => unknown }
  if (!isTensor(y)) return refuse('input', place, 'a tensor y', described(y))
  const params = varying.filter(name => name !== 'x')
  const whole = withParams ? `{ dx, dp: ${fields(params)} }` : '{ dx }'
  return {
    y,
    pullback: dy => {
      const pulled = judgedBy(layer, () => pullback(dy))
      if (!isRecord(pulled) || !('dx' in pulled)) return refuse(
        'input', place, `${whole} from the pullback`, described(pulled)
      )
      // a layer may compute it when it is asked for
      const dx = judgedBy(layer, () => pulled['dx'])
      const dp = withParams ? pulled['dp'] : {}
      if (!isRecord(dp)) return refuse('input', place, `${whole} from the pullback`, described(pulled))
      const isWhole = params.every(name => name in dp) && Object.keys(dp).every(name => params.includes(name))
      if (!isWhole) return refuse('input', place, `${whole} from the pullback`, `{ dx, dp: ${described(dp)} }`)
      return Object.fromEntries(
        varying.map(name => [name, cotangentOf(place, name, inputs, name === 'x' ? dx : dp[name])])
      )
    }
  }
}

const cotangentOf = (place: string, name: string, inputs: Named, d: unknown): Tensor => {
  const shape = inputs[name]?.shape ?? []
  if (isTensor(d) && sameShape(d.shape, shape)) return d
  return refuse('shape', place, `${cotangentName(name)} of the shape of ${name}, ${showShape(shape)}`, described(d))
}
