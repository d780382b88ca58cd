import fc from 'fast-check'
import { type Claim, claim, equal, type Plain, sampled } from '../../../src/claim/index.js'
import type { Params } from '../../../src/layer/index.js'
import { logisticLoss } from '../../../src/loss/index.js'
import { logisticNet } from '../../../src/model/index.js'
import { at } from '../../../src/prelude/index.js'
import * as T from '../../../src/tensor/index.js'
import { sparsely } from '../../../properties/cases/sparsely.js'

interface Example {
  readonly point: ReadonlyArray<number>
  readonly label: number
}

const most = 3

// No two points with coordinates up to `most` have the same position: these are their digits to the base 8.
const direction = [1, 8, 64]

const position = ({ point }: Example): number => point.reduce((z, x, d) => z + x * (direction[d] ?? NaN), 0)

const examples = fc.integer({ min: 1, max: direction.length }).chain(size => fc.uniqueArray(
  fc.record({
    point: fc.array(fc.integer({ min: -most, max: most }), { minLength: size, maxLength: size }),
    label: fc.constantFrom(-1, 1)
  }),
  { minLength: 1, maxLength: 8, selector: position }))

// Outputs of -1024 and 1024 have a loss of log(1 + e^-1024), which no double above 0 can hold.
const scale = 1024

/** Where units begin to rise, one before each position, and their weights: the changes of slope of the line from y to y. */
const interpolation = (zs: ReadonlyArray<number>, ys: ReadonlyArray<number>) => {
  const kinks = zs.map((z, j) => zs[j - 1] ?? z - 1)
  const slopes = zs.map((z, j) => (at(ys, j) - (ys[j - 1] ?? 0)) / (z - at(kinks, j)))
  return { kinks, weights: slopes.map((slope, j) => slope - (slopes[j - 1] ?? 0)) }
}

/** A unit for each example, by the construction that is proved for every number of them. */
const memorising = (given: ReadonlyArray<Example>): Params => {
  const inOrder = [...given].sort((a, b) => position(a) - position(b))
  const { kinks, weights } = interpolation(inOrder.map(position), inOrder.map(({ label }) => label))
  const size = given[0]?.point.length ?? 0
  return [
    { w: T.tabulate([size, given.length], d => direction[d] ?? NaN), b: T.fromNested(kinks.map(k => -k)) },
    {},
    { w: T.fromFlat([given.length, 1], weights.map(w => scale * w)), b: T.zeros([1]) }
  ]
}

export const claims: ReadonlyArray<Claim> = [sparsely(claim(
  {
    id: 'homework-1/memorisation/net',
    title: 'With a hidden unit for each example the logistic net has loss 0 on labels at random',
    statement: String.raw`\text{our logistic net, with a hidden unit for each of up to eight drawn points in up to three dimensions with drawn labels, has every label right, and in doubles its mean loss is 0}`,
    spoken: 'it is about code, files or time',
    source: 'Deep learning homework 1, question 7',
    rows: ['HW1-PR-01', 'HW1-PR-02']
  },
  sampled<{ readonly given: ReadonlyArray<Example> }>({ given: examples }, ({ given }) => {
    const labels = given.map(({ label }) => label)
    const net = logisticNet({ hidden: given.length })
    const scores = net.infer(memorising(given), [{}, {}, {}])(T.fromNested(given.map(({ point }) => point)))
    return [
      ...labels.map((label, i) => equal<Plain>(Math.sign(scores.data[i] ?? NaN), label, `class of example ${i}`)),
      equal<Plain>(logisticLoss(labels)(scores).value, 0, 'loss')
    ]
  })
))]
