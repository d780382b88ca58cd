import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layerLaws } from '../../properties/index.js'
import { activations, leakyReluSubject } from '../../properties/subjects/activations.js'
import { affineSubject } from '../../properties/subjects/affine.js'
import { convolutionSubject } from '../../properties/layers/convolution.js'
import { dropoutSubject } from '../../properties/subjects/dropout.js'
import type { AnyLayerSubject } from '../../properties/layers/layer.js'
import { groupNormSubject, normalisations } from '../../properties/subjects/normalisations.js'
import { averagePoolingSubject } from '../../properties/layers/averagePooling.js'
import { maxPoolingSubject } from '../../properties/layers/maxPooling.js'
import type { Named } from '../../properties/layers/subject.js'
import { effort } from '../../src/claim/index.js'
import { averagePool2d, conv2d, maxPool2d } from '../../src/layer/index.js'
import type { Shape } from '../../src/number/index.js'
import { sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'

// Numbers of any exponent, and of neighbouring ones, so that some of their products are doubles.
const any = fc.double({ noNaN: true, noDefaultInfinity: true })
const doubles = (shape: Shape) => fc.tuple(
  fc.array(fc.tuple(any, fc.integer({ min: -9, max: 9 })), { minLength: sizeOf(shape), maxLength: sizeOf(shape) }),
    fc.oneof(fc.constant(undefined), fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -60, max: 60 }))
)
  .map(([drawn, e]) => T.fromFlat(shape, drawn.map(([a, k]) => (e === undefined ? a : k * 1.1 * 2 ** e))))

const of = (
  shapes: Readonly<Record<string, Shape>>, more: Readonly<Record<string, fc.Arbitrary<T.Tensor>>> = {}
): fc.Arbitrary<Named> =>
  fc.record({ ...Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, doubles(shape)])), ...more })

const rows = { x: [3, 2], gamma: [2], beta: [2] }
const images = { x: [2, 3, 1, 2], gamma: [3], beta: [3] }
const bits = fc.array(fc.constantFrom(0, 1), { minLength: 6, maxLength: 6 }).map(entries => T.fromFlat([2, 3], entries))

const inputsOf: Readonly<Record<string, fc.Arbitrary<Named>>> = {
  affine: of({ x: [2, 3], w: [3, 2], b: [2] }),
  conv2d: of({ x: [1, 2, 3, 3], w: [2, 2, 2, 1], b: [2] }), maxPool2d: of({ x: [1, 1, 3, 3] }),
  averagePool2d: of({ x: [1, 1, 3, 3] }),
  batchNorm: of(rows), layerNorm: of(rows), spatialBatchNorm: of(images), groupNorm: of(images),
  batchNormInference: of({ ...rows, mean: [2] }, { variance: doubles([2]).map(T.abs) }),
  dropout: of({ x: [2, 3] }, { mask: bits })
}

const subjects: ReadonlyArray<AnyLayerSubject<never>> = [
  ...activations, leakyReluSubject, affineSubject, convolutionSubject({ name: 'conv2d', conv2d }),
  maxPoolingSubject({ name: 'maxPool2d', pool: maxPool2d }),
  averagePoolingSubject({ name: 'averagePool2d', pool: averagePool2d }), ...normalisations, groupNormSubject,
  dropoutSubject
].map(given => ({ ...given, inputs: inputsOf[given.name]
  ?? of({ x: [2, 3] }), finiteUpTo: undefined, options: fitting(given) }) as unknown as AnyLayerSubject<never>)

/** Options that fit inputs of these shapes. */
function fitting(given: { readonly name: string; readonly options?: object | undefined }): object | undefined {
  return given.name === 'groupNorm' ? { ...given.options, groups: fc.constantFrom(1, 3) } : given.options
}

const refuted = (given: AnyLayerSubject<never>, seeds: number): ReadonlyArray<string> =>
  Array.from({ length: seeds }, (_, seed) => seed).flatMap(seed => layerLaws(given).flatMap(({ id, judge }) => {
    const judgement = judge({ ...effort(8), seed })
    return judgement.verdict === 'refuted'
      ? [`${id}, seed ${seed}: ${judgement.counterexample.input}: ${judgement.counterexample.detail}`]
      : []
  }))

test.each(subjects)('$name is not refuted by numbers of any size', given => {
  expect(refuted(given, 200)).toEqual([])
})

test.each(subjects)('$name is not refuted by numbers of any size without its definition', given => {
  expect(refuted({ ...given, definition: undefined, printed: undefined } as unknown as AnyLayerSubject<never>, 20))
    .toEqual([])
})

// The definition of softmax takes no largest score off: its exponentials are of other numbers, and lose other digits.
test.each(subjects.filter(({ name, printed }) => printed !== undefined && name !== 'softmax'))(
  '$name is not refuted by numbers of any size without its printed form', given => {
    expect(refuted({ ...given, printed: undefined } as unknown as AnyLayerSubject<never>, 20)).toEqual([])
  }
)
