import * as definition from '../../src/definition/index.js'
import type { Claim, Law } from '../../src/claim/index.js'
import { type Analytic, type Grid, grid, mapGrid, sum } from '../../src/number/index.js'
import { quarters } from '../cases/quarters.js'
import { layerLaws, type OptionedSubject } from './layer.js'
import { casesOf, indices, inputsOf, options, type Pool, type PoolingSubject, sizeLaw, source } from './poolingCases.js'
import type { NamedGrids, Printed } from './subject.js'

/** Sums over windows, divided by their area, and back: each cotangent is divided, then added at each place of its window in turn. */
const printedAverage = <A>(N: Analytic<A>) =>
  ({ height, width, stride }: Pool) => ({ x }: NamedGrids<A>): Printed<A> => {
    const { shape: [n = 0, c = 0, rows = 0, columns = 0], at } = x as Grid<A>
    const area = N.of(height * width)
    const shape = [n, c, definition.placesOf(rows, height, stride), definition.placesOf(columns, width, stride)]
    const isUnder = (u: number, from: number, window: number): boolean =>
      u >= from * stride && u < from * stride + window
    return {
      y: grid(shape, (i, f, p, q) =>
        N.div(sum(N)([height, width], (k, l) => at(i, f, p * stride + k, q * stride + l)), area)),
      pullback: dy => {
        const each = mapGrid((d: A) => N.div(d, area))(dy)
        return {
          x: grid([n, c, rows, columns], (i, f, u, v) =>
            indices(shape[2] ?? 0).flatMap(p => [...indices(shape[3] ?? 0)].reverse()
              .filter(q => isUnder(u, p, height) && isUnder(v, q, width)).map(q => each.at(i, f, p, q))).reduce(
                N.add, N.of(0)
              ))
        }
      }
    }
  }

/** A pooling beside its definition, the mean of each window. */
export const averagePoolingSubject = ({ name, pool }: PoolingSubject): OptionedSubject<Pool> => ({
  name,
  layer: pool,
  definition: N => definition.averagePool2d(N),
  printed: printedAverage,
  options,
  inputs: (chosen: Pool) => casesOf(chosen, quarters).map(inputsOf),
  finiteUpTo: 1e270,
  source
})

export const averagePoolingLaws: Law<PoolingSubject> = (subject): ReadonlyArray<Claim> =>
  [sizeLaw(subject, []), ...layerLaws(averagePoolingSubject(subject))]
