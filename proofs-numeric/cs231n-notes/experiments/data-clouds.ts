import { covariance, principalComponents, projected, whitened } from '../../../src/classic/index.js'
import { centred, scaledToRange, standardised } from '../../../src/data/index.js'
import { planePlot } from '../../../src/drawing/index.js'
import { seedOf } from '../../../src/random/index.js'
import { type Drawn, everyCase, type Study, studyOf, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { pointsOf, roundedNormals } from './points.js'

const documented = { points: 256 }

/** What the usual preprocessing does to a cloud of points. */
export const experiment: Study = studyOf({
  name: 'data-clouds', document: 'cs231n-notes', place: '3.6.1', title: 'Clouds of data, prepared',
  about: 'A slanted cloud in the plane, as it is, centred, divided by its deviations or its range, turned to its axes, and whitened.',
  reported: 'Subtracting the mean centres the cloud; dividing by the deviations makes the sides alike; the covariance is X^T X / N of centred data.',
  documented, short: documented, seconds: { short: 1, documented: 1 },
  draw: ({ points }, seed) => T.add(T.matmul(roundedNormals(points, seedOf(seed)), slant), T.fromNested([3, 2])),
  run: function* ({ data }) {
    const components = principalComponents(data)
    const clouds = [
      ['raw', 'Original data', data], ['centred', 'Zero-centred data', centred(data)(data)],
      ['standardised', 'Normalised data', standardised(data)(data)], ['to-range', 'Data scaled to -1 .. 1', scaledToRange(data)(data)],
      ['decorrelated', 'Decorrelated data', projected(components)(data)], ['whitened', 'Whitened data', whitened(components)(data)]
    ] as const
    yield* told(`${data.shape[0]} points`)
    const apart = centred(data)(data)
    return {
      results: Object.fromEntries(clouds.map(([name, , x]) => [name, [...covariance(x).data]])),
      tables: [{
        title: 'means and covariances', columns: ['cloud', 'mean of x', 'mean of y', 'variance of x', 'variance of y', 'covariance'],
        rows: clouds.map(([, title, x]) => {
          const [means, [xx = NaN, xy = NaN, , yy = NaN]] = [T.mean(x, { axis: 0 }), covariance(x).data]
          return [title, ...[T.at(means, [0]), T.at(means, [1]), xx, yy, xy].map(shown)]
        })
      }],
      pictures: clouds.map(([name, title, x]) => drawn(name, title, x)),
      findings: Number.isInteger(Math.log2(data.shape[0] ?? 0)) ? exactly(data, apart) : []
    }
  }
})

const slant = T.fromNested([[1.5, 0.75], [0.25, 0.5]])

// Entries are multiples of 2^-8, and so many as a power of two: means, and means of products, have no rounding.
const exactly = (x: Tensor, apart: Tensor) => {
  const count = x.shape[0] ?? 1
  const means = T.mean(apart, { axis: 0 })
  const [mean, products] = [T.mean(x, { axis: 0 }), T.div(T.matmulTN(x, x), count)]
  const found = T.div(T.matmulTN(apart, apart), count)
  return [
    everyCase({
      id: 'data-clouds/centred', rows: ['N231-PRE-01'], statement: 'after the subtraction of the mean every feature has the mean 0'
    }, [{ name: 'both features', holds: T.equal(means, T.zeros([2])), found: `means ${[...means.data].join(' and ')}` }]),
    everyCase({
      id: 'data-clouds/covariance', rows: ['N231-PRE-03'], statement: 'X^T X / N of centred data is E[xy] - E[x] E[y]'
    }, [{
      name: 'all entries', holds: T.equal(found, T.sub(products, T.outer(mean, mean))), found: [...found.data].map(shown).join(', ')
    }])
  ]
}

/** To four decimals; what rounds to 0 has no sign. */
const shown = (value: number): string => (Number(value.toFixed(4)) + 0).toFixed(4)

const drawn = (name: string, title: string, x: Tensor): Drawn => ({
  name, title, caption: 'All of these clouds have the same points, on the same scale.',
  svg: planePlot({
    title, equal: true, x: { label: 'x', range: [-8, 8] }, y: { label: 'y', range: [-5, 5] },
    series: [{ label: title.toLowerCase(), marks: true, points: pointsOf(x) }]
  })
})
