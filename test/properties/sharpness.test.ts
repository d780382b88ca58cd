import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effort } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import type { ScaleAndShift } from '../../src/definition/index.js'
import { batchNorm, relu, sigmoid, tanh } from '../../src/layer/index.js'
import type { NormParams } from '../../src/layer/index.js'
import { type Analytic, mapGrid } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { layerLaws, type LayerSubject } from '../../properties/layers/layer.js'
import { legacyNormals } from '../../properties/cases/legacyNormals.js'
import { printedNorm } from '../../properties/subjects/printedNorm.js'

/** The tensor with one entry wrong by a relative 1e-8. */
const off = (t: Tensor, position: number): Tensor =>
  T.fromFlat(t.shape, [...t.data].map((a, i) => (i === position ? a * (1 + 1e-8) : a)))

const pullbackOf = (laws: ReturnType<typeof layerLaws>): string =>
  laws.find(({ id }) => id.endsWith('/pullback'))?.judge(effort(20)).verdict ?? 'no such law'

const entrywise: ReadonlyArray<Pick<LayerSubject, 'name' | 'layer' | 'definition'>> = [
  { name: 'relu', layer: relu, definition: definition.relu },
  { name: 'sigmoid', layer: sigmoid, definition: N => mapGrid(definition.sigmoid(N)) },
  { name: 'tanh', layer: tanh, definition: N => mapGrid(N.tanh) }
]

test.each(entrywise.flatMap(subject => [0, 1, 2, 3, 4, 5].map(position => ({ subject, position }))))(
  '$subject.name: a relative error of 1e-8 in entry $position of the pullback is refuted', ({ subject, position }) => {
    const layer = (x: Tensor) => {
      const { y, pullback } = subject.layer(x)
      return { y, pullback: (dy: Tensor) => ({ dx: off(pullback(dy).dx, position) }) }
    }
    expect(pullbackOf(layerLaws({ ...subject, layer }))).toBe('refuted')
  })

const bySample = (position: number, scale: number) => {
  const normals = legacyNormals(7, 300)
  const draw = fc.integer({ min: 0, max: 29 }).map(k => ({
    x: T.fromFlat([3, 2], Array.from(normals.slice(10 * k, 10 * k + 6), z => (z + 100) * scale)),
    gamma: T.fromFlat([2], normals.slice(10 * k + 6, 10 * k + 8)),
    beta: T.fromFlat([2], normals.slice(10 * k + 8, 10 * k + 10))
  }))
  return layerLaws({
    name: 'batchNorm', x: [3, 2], params: { gamma: [2], beta: [2] }, inputs: draw,
    layer: (params: NormParams) => (x: Tensor) => {
      const { y, pullback } = batchNorm()(params)(x)
      return {
        y,
        pullback: (dy: Tensor) => {
          const { dx, dp } = pullback(dy)
          return { dx: off(dx, position), dp }
        }
      }
    },
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.batchNorm(N)(p, N.of(1e-5)),
    printed: printedNorm(1e-5, ([, feature]) => `${feature}`)
  })
}

test.each([2 ** -40, 1, 2 ** 40].flatMap(scale => [0, 3, 5].map(position => ({ scale, position }))))(
  'batchNorm a hundred deviations from 0, at scale $scale: a relative error of 1e-8 in dx entry $position is refuted',
  ({ scale, position }) => expect(pullbackOf(bySample(position, scale))).toBe('refuted'))

test('the right ones are not refuted', () => {
  expect(entrywise.map(subject => pullbackOf(layerLaws(subject)))).toEqual(['supported', 'supported', 'supported'])
  expect(pullbackOf(bySample(-1, 1))).toBe('supported')
})

test('the normal numbers of the notebooks', () => {
  expect([...legacyNormals(231, 4)].map(z => z.toFixed(12))).toEqual([
    '0.417943410855', '1.397100278786', '-1.785904308712', '-0.708827733785'
  ])
})
