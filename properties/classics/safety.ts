import fc from 'fast-check'
import { type Claim, claim, equal, type Law, type Plain, sampled } from '../../src/claim/index.js'
import type { nearestNeighbours, pairwiseDistances } from '../../src/classic/index.js'
import type { scaledToRange, standardised } from '../../src/data/index.js'
import { nextUp } from '../../src/number/ulp.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { data, type OfData } from './dataColumns.js'
import { sameBits } from '../judges/sameBits.js'
import { sparsely } from '../cases/sparsely.js'

/** Distances and scales. */
export interface DataSafetySubject {
  readonly name: string
  readonly nearestNeighbours: typeof nearestNeighbours
  readonly pairwiseDistances: typeof pairwiseDistances
  readonly scaledToRange: typeof scaledToRange
  readonly standardised: typeof standardised
}

const choices = (['two loops', 'one loop', 'matrix'] as const).flatMap(
  form => (['l1', 'l2'] as const).map(metric => ({ form, metric }))
)

interface Near {
  readonly point: ReadonlyArray<number>
  readonly entry: number
  /** How many doubles the entry moves up. */
  readonly ulps: number
}

const coordinate = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -20, max: 5 })).map(
  ([k, e]) => Number(`${k}e${e}`)
)

const near = {
  point: fc.array(coordinate, { minLength: 3, maxLength: 3 }),
  entry: fc.nat({ max: 2 }), ulps: fc.nat({ max: 3 })
}

const raised = (x: number, ulps: number): number => Array.from({ length: ulps }).reduce<number>(a => nextUp(a), x)

const rowOf = (xs: ReadonlyArray<number>): Tensor => T.fromFlat([1, xs.length], xs)

/** Distances and scales where the documents' own give NaN, 0 or infinity. */
export const dataSafetyLaws: Law<DataSafetySubject> = (
  { name, nearestNeighbours, pairwiseDistances, scaledToRange, standardised }
): ReadonlyArray<Claim> => [
  sparsely(claim(
    {
      id: `${name}/near-rows`,
      title: 'Rows that differ by some last places in one entry are exactly so far apart, by every form',
      statement: String.raw`d(x, x + \delta e_p) = \delta,\quad d(x, x) = 0`,
      source: 'Notes on CS231n, assignment 1, the distances without loops'
    },
    sampled<Near>(near, ({ point, entry, ulps }) => {
      const other = point.map((x, p) => (p === entry ? raised(x, ulps) : x))
      const apart = (other[entry] ?? NaN) - (point[entry] ?? NaN)
      const classify = nearestNeighbours({ points: T.fromNested([other, other.map(x => x + 1e9)]), labels: [1, 0] })
      return [
        ...choices.map(choice => {
          const distance = T.item(pairwiseDistances(rowOf(point), rowOf(other), choice))
          return equal<Plain>(distance, apart, `${choice.form}, ${choice.metric}`)
        }),
        equal<Plain>(T.item(classify(rowOf(point))), 1, 'the label of the nearest')
      ]
    })
  )),
  sparsely(claim(
    {
      id: `${name}/scaled-columns`,
      title: 'Columns times 2^700 or 2^-700 are standardised and scaled to the same bits',
      statement: String.raw`(2^k x - 2^k \mu) / (2^k \sigma) = (x - \mu) / \sigma`,
      source: 'Notes on CS231n, data preprocessing'
    },
    sampled<OfData & { readonly k: number }>({ ...data, k: fc.constantFrom(700, -700) }, ({ x, k }) =>
      [standardised, scaledToRange].flatMap((prepare, i) =>
        sameBits(prepare(T.mul(x, 2 ** k))(T.mul(x, 2 ** k)), prepare(x)(x), ['standardised', 'scaled'][i] ?? '')))
  ))
]
