import { conv2d, maxPool2d, relativeError } from '../../../src/definition/index.js'
import { type Claim, claim, equal, everyCase, type Plain, printsAs, type Relation, roundsTo } from '../../../src/claim/index.js'
import {
  type Divisible, float64, fraction, fromEntries, type Grid, type Rational, rational, type Shape, sizeOf, vectorOf
} from '../../../src/number/index.js'
import { at } from '../../../src/prelude/index.js'

// The arrays in print have 8 decimals. Inputs are evenly spaced numbers from one end to another, both included.

/** What the documents print for the convolution, by image, filter, row and column. */
export const printedConvolution: ReadonlyArray<string> = [
  '-0.08759809', '-0.10987781', '-0.18387192', '-0.2109216', '0.21027089', '0.21661097', '0.22847626', '0.23004637',
  '0.50813986', '0.54309974', '0.64082444', '0.67101435', '-0.98053589', '-1.03143541', '-1.19128892', '-1.24695841',
  '0.69108355', '0.66880383', '0.59480972', '0.56776003', '2.36270298', '2.36904306', '2.38090835', '2.38247847'
]

/** What they print for max pooling. */
export const printedPooling: ReadonlyArray<string> = [
  '-0.26315789', '-0.24842105', '-0.20421053', '-0.18947368', '-0.14526316', '-0.13052632', '-0.08631579',
  '-0.07157895',
  '-0.02736842', '-0.01263158', '0.03157895', '0.04631579', '0.09052632', '0.10526316', '0.14947368', '0.16421053',
  '0.20842105', '0.22315789', '0.26736842', '0.28210526', '0.32631579', '0.34105263', '0.38526316', '0.4'
]

/** Evenly spaced numbers from `from`/10 to `to`/10. */
const spaced = <A>(N: Divisible<A>, from: number, to: number, shape: Shape): Grid<A> => {
  const gaps = N.of(10 * (sizeOf(shape) - 1))
  return fromEntries(shape, Array.from({ length: sizeOf(shape) }, (_, i) =>
    N.div(N.of(from * (sizeOf(shape) - 1) + i * (to - from)), gaps)))
}

const convolved = <A>(N: Divisible<A>): ReadonlyArray<A> =>
  conv2d(N)({ stride: 2, pad: 1 })({ w: spaced(N, -2, 3, [3, 3, 4, 4]), b:
    spaced(N, -1, 2, [3]) })(spaced(N, -1, 5, [2, 3, 4, 4])).entries

const pooled = <A>(N: Divisible<A>): ReadonlyArray<A> =>
  maxPool2d(N)({ height: 2, width: 2, stride: 2 })(spaced(N, -3, 4, [2, 3, 4, 4])).entries

/** That each number rounds to the 8 decimals in print. */
const printedAs = (
  values: ReadonlyArray<Rational>, printed: ReadonlyArray<string>
): ReadonlyArray<Relation<Plain>> =>
  printed.flatMap((text, i) => roundsTo(at(values, i), text, 8, `entry ${i}`))

/** The documents' relative error of their result from the printed array. */
const errorOfPrinted = <A>(N: Divisible<A>, values: ReadonlyArray<A>, printed: ReadonlyArray<string>): A =>
  relativeError(N)(vectorOf(values), vectorOf(printed.map(N.decimal)))

const source = (cell: string): string =>
  `Deep learning homework 1, modular networks, ${cell}; notebook on convolutional networks`

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/convolution/golden',
      title: 'The printed output of the convolution is that of the definition, to its 8 decimals',
      statement: String.raw`y_{0000} = -\tfrac{4577}{52250},\ \ldots,\ y_{1211} = \tfrac{248969}{104500}`,
      source: source('test of the convolution'),
      rows: ['HW1-MN-03', 'C231-CONV-01']
    },
    everyCase('the 24 printed entries', [{ spacing: 'even' }], () => {
      const y = convolved(rational)
      return [
        equal<Plain>(y[0] as Rational, fraction(-4577n, 52250n), 'y[0,0,0,0]'),
        equal<Plain>(y[23] as Rational, fraction(248969n, 104500n), 'y[1,2,1,1]'),
        ...printedAs(y, printedConvolution)
      ]
    })
  ),
  claim(
    {
      id: 'homework-1/convolution/golden-error',
      title: 'The relative error beside it is the rounding to 8 decimals: 2.2e-8, of which 8 digits are no noise',
      statement: String.raw`\max \frac{|x - y|}{|x| + |y|} = 2.2121476 \cdot 10^{-8}`,
      source: source('test of the convolution'),
      rows: ['HW1-MN-04', 'HW1-MN-05']
    },
    printsAs('2.2121476e-8', N => errorOfPrinted(N, convolved(N), printedConvolution))
  ),
  claim(
    {
      id: 'homework-1/convolution/pooling-golden',
      title: 'The printed output of max pooling is that of the definition, to its 8 decimals',
      statement: String.raw`y_{0000} = -\tfrac{5}{19},\ \ldots,\ y_{1211} = \tfrac{2}{5}`,
      source: source('test of max pooling'),
      rows: ['HW1-MN-13', 'C231-POOL-01']
    },
    everyCase('the 24 printed entries', [{ spacing: 'even' }], () => {
      const y = pooled(rational)
      return [equal<Plain>(y[0] as Rational, fraction(-5n, 19n), 'y[0,0,0,0]'), ...printedAs(y, printedPooling)]
    })
  ),
  claim(
    {
      id: 'homework-1/convolution/pooling-golden-error',
      title: 'The relative error printed beside it is the rounding to 8 decimals',
      statement: String.raw`\max \frac{|x - y|}{|x| + |y|} = 4.16667 \cdot 10^{-8}`,
      source: source('test of max pooling'),
      rows: ['HW1-MN-14']
    },
    printsAs('4.16667e-8', N => errorOfPrinted(N, pooled(N), printedPooling))
  ),
  claim(
    {
      id: 'homework-1/convolution/pooling-difference-error',
      title: 'The error for max pooling is how far the step is from a whole number of units in the last place',
      statement: String.raw`\tfrac12 \left| \frac{k\,2^{-52}}{10^{-5}} - 1 \right| = 3.2756 \cdot 10^{-12},\quad k = 45035996274`,
      source: source('test of the pullback of max pooling'),
      rows: ['HW1-MN-15', 'C231-POOL-02']
    },
    printsAs('3.2756e-12', N => {
      // the relative error of h' for h is |h' - h| / (h' + h)
      const [taken, meant] = [N.of(stepTaken), N.div(N.of(1), N.of(1e5))]
      return N.div(N.sub(taken, meant), N.add(taken, meant))
    })
  )
]

/** 1e-5 as it is left after it was added to a number between 1 and 2: a whole number of units 2^-52. */
const stepTaken = float64.sub(float64.add(1, 1e-5), 1)
