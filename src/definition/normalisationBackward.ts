import { dot, type Grid, mapGrid, type Radical, sum, zipGrid } from '../number/index.js'
import { moments } from './normalisation.js'

/** For one group x of numbers that are standardised, and the cotangents g of the standardised values: the cotangents of x. */
export type Backward = <A>(N: Radical<A>) => (x: Grid<A>, eps: A) => (g: Grid<A>) => Grid<A>

/** In stages, as one goes back from the output: through the quotient to the deviation, the variance and the mean. */
export const stagedBackward: Backward = N => (x, eps) => g => {
  const count = N.of(x.entries.length)
  const { mean, variance } = moments(N)(x.shape, i => x.at(i ?? 0))
  const deviation = N.sqrt(N.add(variance, eps))
  const centred = mapGrid((a: typeof eps) => N.sub(a, mean))(x)
  const toDeviation = N.sub(N.of(0), N.div(dot(N)(g, centred), N.mul(deviation, deviation)))
  const toVariance = N.div(N.mul(N.of(0.5), toDeviation), deviation)
  const toCentred = zipGrid((a: typeof eps, c: typeof eps) =>
    N.add(N.div(a, deviation), N.div(N.mul(N.mul(N.of(2), c), toVariance), count)))(g, centred)
  const toMean = N.sub(N.of(0), sum(N)(x.shape, i => toCentred.at(i ?? 0)))
  return mapGrid((a: typeof eps) => N.add(a, N.div(toMean, count)))(toCentred)
}

/** At once: (n g - sum g - y sum(g y)) / (n sigma), where y are the standardised values. */
export const closedBackward: Backward = N => (x, eps) => g => {
  const count = N.of(x.entries.length)
  const { mean, variance } = moments(N)(x.shape, i => x.at(i ?? 0))
  const deviation = N.sqrt(N.add(variance, eps))
  const y = mapGrid((a: typeof eps) => N.div(N.sub(a, mean), deviation))(x)
  const [total, along] = [sum(N)(g.shape, i => g.at(i ?? 0)), dot(N)(g, y)]
  return zipGrid((a: typeof eps, b: typeof eps) =>
    N.div(N.sub(N.sub(N.mul(count, a), total), N.mul(b, along)), N.mul(count, deviation)))(g, y)
}
