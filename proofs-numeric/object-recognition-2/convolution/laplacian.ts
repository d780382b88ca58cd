import {
  array, atMost, type Claim, claim, equalGrids, erratum, everyCase, exactly, scalar
} from '../../../src/claim/index.js'
import { type Divisible, float64, type Grid } from '../../../src/number/index.js'
import { image, valid } from '../../filters.js'

const assignment = (part: string): string => `Object recognition assignment 2, ${part}`

// The filter that the assignment makes by hand: the sum of the second differences along both axes.

const laplacian = [[0, 1, 0], [1, -4, 1], [0, 1, 0]]

/** a + b i + c j + d i^2 + e i j + f j^2 on 4x5 pixels. */
const quadratic = <A>(N: Divisible<A>, k: Grid<A>): Grid<A> => image(1, 4, 5, (_c, i, j) =>
  [1, i, j, i * i, i * j, j * j].map((monomial, p) => N.mul(k.at(p), N.of(monomial))).reduce(N.add))

export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'object-recognition-2/convolution/laplacian',
      title: 'The filter (0 1 0, 1 -4 1, 0 1 0) does not find high gradients: it is 0 on every ramp',
      statement: String.raw`x = a + bi + cj + di^2 + eij + fj^2:\quad y = 2d + 2f`,
      source: assignment('a filter made by hand'),
      rows: ['A2-CV-12']
    },
    {
      printed: {
        text: 'it answers more where the gradient is higher: of 9 on x = 9 i, and 0 on x = (i - 1)^2 at i = 1',
        tex: String.raw`\text{it answers more where the gradient is higher: of } 9 \text{ on } x = 9 i \text{, and } 0 \text{ on } x = (i - 1)^2 \text{ at } i = 1`,
        judge: everyCase('one picture with a high gradient at row 1, one with none', [{ steep: 9 }], ({ steep }) => {
          const answer = (rule: (i: number) => number): number =>
            Math.abs(valid(float64, laplacian, image(1, 4, 5, (_c, i) => rule(i))).at(0, 0, 0, 0))
          return [atMost(answer(i => (i - 1) ** 2), answer(i => steep * i), 'at row 1')]
        })
      },
      corrected: {
        text: 'y = 2d + 2f, whatever the gradient',
        tex: String.raw`y = 2d + 2f \text{, whatever the gradient}`,
        judge: exactly({ k: array([6]) }, (N, { k }) => equalGrids(
          valid(N, laplacian, quadratic(N, k)), image(1, 2, 3, () => N.mul(N.of(2), N.add(k.at(3), k.at(5)))), 'y'))
      }
    }
  ),
  claim(
    {
      id: 'object-recognition-2/convolution/laplacian-at-edges',
      title: 'On a picture of two halves it answers at the edge alone, by the height of the step and its opposite',
      statement: String.raw`x_{ij} = a + s [j \ge 3]:\quad y_{i2} = s,\ y_{i3} = -s, \text{ else } 0`,
      source: assignment('a filter made by hand'),
      rows: ['A2-CV-14']
    },
    exactly({ a: scalar, s: scalar }, (N, { a, s }) => equalGrids(
      valid(N, laplacian, image(1, 4, 7, (_c, _i, j) => (j >= 3 ? N.add(a, s) : a))),
      image(1, 2, 5, (_c, _i, j) => (j === 1 ? s : j === 2 ? N.sub(N.of(0), s) : N.of(0))), 'y'))
  ),
  claim(
    {
      id: 'object-recognition-2/convolution/channels',
      title: 'The same filter in every channel, summed, is that filter on the sum of the channels',
      statement: String.raw`L * R + L * G + L * B = L * (R + G + B)`,
      source: assignment('a filter made by hand'),
      rows: ['A2-CV-10', 'A2-CV-13']
    },
    exactly({ x: array([3, 3, 4]) }, (N, { x }) => equalGrids(
      valid(N, laplacian, image(3, 3, 4, (c, i, j) => x.at(c, i, j))),
      valid(N, laplacian, image(1, 3, 4, (_c, i, j) => N.add(N.add(x.at(0, i, j), x.at(1, i, j)), x.at(2, i, j)))),
      'y'))
  )
]
