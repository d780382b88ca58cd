import { type Divisible, type Grid, grid, type Radical, type Shape, sizeOf, sizes, sum } from '../number/index.js'

/** The scale gamma and the shift beta that follow a normalisation: one of each for a feature or a channel. */
export interface ScaleAndShift<A> {
  readonly gamma: Grid<A>
  readonly beta: Grid<A>
}

export interface Moments<A> {
  readonly mean: A
  /** Uncorrected: divided by how many values there are, not by one less. */
  readonly variance: A
}

/** The mean of values, and the mean of their squared distances from it. */
export const moments = <A>(N: Divisible<A>) =>
  (sizes: Shape, value: (...index: ReadonlyArray<number>) => A): Moments<A> => {
    const mean = N.div(sum(N)(sizes, value), N.of(sizeOf(sizes)))
    const square = (...index: ReadonlyArray<number>): A => {
      const distance = N.sub(value(...index), mean)
      return N.mul(distance, distance)
    }
    return { mean, variance: N.div(sum(N)(sizes, square), N.of(sizeOf(sizes))) }
  }

/** x -> (x - mean) / sqrt(variance + eps). */
export const standardiser = <A>(N: Radical<A>) => ({ mean, variance }: Moments<A>, eps: A): ((x: A) => A) => {
  const deviation = N.sqrt(N.add(variance, eps))
  return x => N.div(N.sub(x, mean), deviation)
}

/** Each feature (column) standardised over the examples, then scaled and shifted. */
export const batchNorm = <A>(N: Radical<A>) => ({ gamma, beta }: ScaleAndShift<A>, eps: A) => (x: Grid<A>): Grid<A> => {
  const [examples, features] = sizes(x, 2)
  const feature = grid([features], d => standardiser(N)(moments(N)([examples], n => x.at(n, d)), eps))
  return grid(x.shape, (n, d) => N.add(N.mul(gamma.at(d), feature.at(d)(x.at(n, d))), beta.at(d)))
}

/** Each feature standardised by a mean and a variance that are given. */
export const batchNormInference = <A>(N: Radical<A>) =>
  (
    { gamma, beta, mean, variance }: ScaleAndShift<A> & { readonly mean: Grid<A>; readonly variance: Grid<A> }, eps: A
  ) =>
    (x: Grid<A>): Grid<A> => grid(x.shape, (n, d) => {
      const standardised = standardiser(N)({ mean: mean.at(d), variance: variance.at(d) }, eps)
      return N.add(N.mul(gamma.at(d), standardised(x.at(n, d))), beta.at(d))
    })

/** Each channel of images (N, C, H, W) standardised over examples and pixels. */
export const spatialBatchNorm = <A>(N: Radical<A>) =>
  ({ gamma, beta }: ScaleAndShift<A>, eps: A) => (x: Grid<A>): Grid<A> => {
    const [examples, channels, height, width] = sizes(x, 4)
    const channel = grid([channels], c =>
      standardiser(N)(moments(N)([examples, height, width], (n, i, j) => x.at(n, c, i, j)), eps))
    return grid(x.shape, (n, c, i, j) => N.add(N.mul(gamma.at(c), channel.at(c)(x.at(n, c, i, j))), beta.at(c)))
  }

/** Each example (row) standardised over its features. */
export const layerNorm = <A>(N: Radical<A>) => ({ gamma, beta }: ScaleAndShift<A>, eps: A) => (x: Grid<A>): Grid<A> => {
  const [examples, features] = sizes(x, 2)
  const example = grid([examples], n => standardiser(N)(moments(N)([features], d => x.at(n, d)), eps))
  return grid(x.shape, (n, d) => N.add(N.mul(gamma.at(d), example.at(n)(x.at(n, d))), beta.at(d)))
}

/** The channels of each image in groups of neighbours, each group standardised over its channels and pixels. */
export const groupNorm = <A>(N: Radical<A>) =>
  ({ gamma, beta }: ScaleAndShift<A>, groups: number, eps: A) => (x: Grid<A>): Grid<A> => {
    const [examples, channels, height, width] = sizes(x, 4)
    const size = channels / groups
    const group = grid([examples, groups], (n, g) =>
      standardiser(N)(moments(N)([size, height, width], (k, i, j) => x.at(n, g * size + k, i, j)), eps))
    return grid(x.shape, (n, c, i, j) =>
      N.add(N.mul(gamma.at(c), group.at(n, Math.floor(c / size))(x.at(n, c, i, j))), beta.at(c)))
  }
