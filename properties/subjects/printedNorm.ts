import {
  type Analytic, dot, fromEntries, type Grid, indicesOf, sum, vectorOf, zipGrid
} from '../../src/number/index.js'
import type { NamedGrids, Printed } from '../layers/subject.js'

/** Values standardised as the layers do it: the first is taken off before anything is averaged. */
const standardised = <A>(N: Analytic<A>, eps: number, values: ReadonlyArray<A>) => {
  const count = N.of(values.length)
  const average = (xs: ReadonlyArray<A>): A => N.div(sum(N)([xs.length], i => xs[i] as A), count)
  const apart = values.map(x => N.sub(x, values[0] as A))
  const offset = average(apart)
  const centred = apart.map(x => N.sub(x, offset))
  const deviation = N.sqrt(N.add(average(centred.map(c => N.mul(c, c))), N.of(eps)))
  const y = vectorOf(centred.map(c => N.div(c, deviation)))
  const backward = (g: Grid<A>): Grid<A> => {
    const [total, along] = [sum(N)(g.shape, i => g.at(i)), dot(N)(g, y)]
    return zipGrid((a: A, b: A) =>
      N.div(N.sub(N.sub(N.mul(a, count), total), N.mul(b, along)), N.mul(deviation, count)))(g, y)
  }
  return { y, backward }
}

/**
 * A normalisation, its pullback in closed form, over any number system: entries with the same key are standardised together, those of one
 * feature (axis 1) scaled and shifted alike.
 */
export const printedNorm = (eps: number, keyOf: (index: ReadonlyArray<number>) => string) =>
  <A>(N: Analytic<A>) => ({ x, gamma, beta }: NamedGrids<A>): Printed<A> => {
    const { shape, entries } = x as Grid<A>
    const index = indicesOf(shape)
    const places = entries.map((_, p) => index(p))
    const alike = (keys: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<number>> =>
      [...new Set(keys)].map(key => keys.flatMap((k, p) => (k === key ? [p] : [])))
    const groups = alike(places.map(keyOf))
    const features = alike(places.map(([, feature]) => `${feature}`))
    const scattered = (parts: ReadonlyArray<Grid<A>>): Grid<A> => {
      const found = new Map(groups.flatMap((group, k) => group.map((p, i) => [p, parts[k]?.at(i) as A] as const)))
      return fromEntries(shape, entries.map((_, p) => found.get(p) as A))
    }
    const picked = (from: Grid<A>, group: ReadonlyArray<number>): Grid<A> =>
      vectorOf(group.map(p => from.entries[p] as A))
    const parts = groups.map(group => standardised(N, eps, picked(x as Grid<A>, group).entries))
    const y = scattered(parts.map(part => part.y))
    const ofFeature = (p: Grid<A> | undefined, place: number): A => p?.at(places[place]?.[1] ?? -1) as A
    return {
      y: fromEntries(shape, y.entries.map((a, p) => N.add(N.mul(a, ofFeature(gamma, p)), ofFeature(beta, p)))),
      pullback: dy => {
        const g = fromEntries(shape, dy.entries.map((a, p) => N.mul(a, ofFeature(gamma, p))))
        const products = zipGrid(N.mul)(dy, y)
        const perFeature = (t: Grid<A>): Grid<A> =>
          vectorOf(features.map(feature => sum(N)([feature.length], i => t.entries[feature[i] ?? -1] as A)))
        return {
          x: scattered(groups.map((group, k) => parts[k]?.backward(picked(g, group)) as Grid<A>)),
          gamma: perFeature(products),
          beta: perFeature(dy)
        }
      }
    }
  }
