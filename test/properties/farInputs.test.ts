import { expect, test } from 'vitest'
import { layerLaws } from '../../properties/index.js'
import { effort } from '../../src/claim/index.js'
import { type Analytic, type Grid, mapGrid, vectorOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { each, entrywise } from './wrongLayers.js'

// Layers that are wrong for large inputs, or for large inputs close together, and right elsewhere.

const mean = <A>(N: Analytic<A>, of: ReadonlyArray<A>): A => N.div(N.sum(of), N.of(of.length))

const variances = <A>(N: Analytic<A>) => (x: Grid<A>): Grid<A> => {
  const [rows = 0, columns = 0] = x.shape
  return vectorOf(Array.from({ length: rows }, (_r, i) => {
    const row = Array.from({ length: columns }, (_c, j) => x.at(i, j))
    const mu = mean(N, row)
    return mean(N, row.map(a => N.square(N.sub(a, mu))))
  }))
}

const varianceOf = (isNaive: boolean) => (x: Tensor) => {
  const mu = T.mean(x, { axis: 1, keepdims: true })
  const centred = T.sub(x, mu)
  const y = isNaive ? T.sub(T.mean(T.mul(x, x), { axis: 1 }), T.mean(T.mul(mu, mu), { axis: 1 }))
    : T.mean(T.mul(centred, centred), { axis: 1 })
  return { y, pullback: (dy: Tensor) =>
    ({ dx: T.div(T.mul(T.mul(2, centred), T.reshape(dy, [dy.data.length, 1])), x.shape[1] ?? 1) }) }
}

const relu = each((N, a) => N.max(N.of(0), a))
const capped = (a: number): number => Math.exp(Math.min(50, a))

const wrong = {
  'the exponential of at most 50': { layer: entrywise(capped, capped), definition: each((N, a) => N.exp(a)) },
  'relu capped at 100': {
    layer: entrywise(a => Math.min(100, Math.max(0, a)), a => (a > 0 && a < 100 ? 1 : 0)), definition: relu
  },
  'a leak below -1e5': {
    layer: entrywise(a => (a < -1e5 ? 0.01 * a : Math.max(0, a)), a => (a > 0 ? 1 : a < -1e5 ? 0.01 : 0)),
    definition: relu
  },
  'the variance as a mean of squares less a square': { layer: varianceOf(true), definition: variances }
}

const verdicts = (laws: ReturnType<typeof layerLaws>, seed: number): ReadonlyArray<string> =>
  laws.map(({ judge }) => judge(effort(100, seed)).verdict)

const seeds = Array.from({ length: 20 }, (_, seed) => seed)

test.each(Object.entries(wrong))('%s is refuted, by 19 of 20 seeds', (name, given) => {
  const found = seeds.filter(seed => verdicts(layerLaws({ name, ...given }), seed).includes('refuted'))
  expect(found.length).toBeGreaterThanOrEqual(19)
})

test('the variance of differences is supported, by each of 20 seeds', () => {
  const laws = layerLaws({ name: 'variance', layer: varianceOf(false), definition: variances })
  expect(seeds.flatMap(seed => verdicts(laws, seed).filter(verdict => verdict !== 'supported'))).toEqual([])
})

test('the size of a number from both of its parts: its derivative is told where the conventions of the parts give another number', () => {
  const odd = <A>(N: Analytic<A>) => mapGrid((a: A) => N.sub(N.relu(a), N.relu(N.neg(a))))
  const told = (atKinks: 'definition' | 'any') =>
    layerLaws({ name: 'odd', atKinks, layer: entrywise(a => a, () => 1), definition: odd })
      .map(({ judge }) => judge(effort(100))).flatMap(
        judgement => (judgement.verdict === 'refuted' ? [judgement.counterexample.detail] : [])
      )
  expect(told('definition')).toEqual([expect.stringMatching(
    /at a kink of parts of the definition, whose conventions give 0 there; the slope on both sides is -?3, and that is the derivative/
  )])
  expect(told('any')).toEqual([])
})
