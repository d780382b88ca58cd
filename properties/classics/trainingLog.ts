import fc from 'fast-check'
import { claim, equal, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import type { LogPoint, readTrainingLog } from '../../src/data/index.js'
import * as T from '../../src/tensor/index.js'
import { sameBits } from '../judges/sameBits.js'

interface LogSubject {
  readonly name: string
  readonly readTrainingLog: typeof readTrainingLog
}

const source = 'Deep learning homework 1, visualising the PyTorch model'

/** Any double as JavaScript and as Python print it. */
const written = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.double() }, { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -0) }
  ),
  fc.constantFrom<(x: number) => string>(
    x => (Object.is(x, -0) ? '-0' : `${x}`), x => `${Object.is(x, -0) ? '-' : ''}${x.toExponential()}`,
    x => (Object.is(x, -0) ? '-0.0' : `${x}`.replace('Infinity', 'inf').replace('NaN', 'nan'))
  )
).map(([value, print]) => ({ value, text: print(value) }))

type Written = typeof written extends fc.Arbitrary<infer A> ? A : never

/** Lines of each kind in turn, from the first. */
const keys = ['Train Loss', 'Val Loss', 'Val Acc']

const linesOf = (numbers: ReadonlyArray<Written>): ReadonlyArray<string> =>
  numbers.map(({ text }, k) => `[${k}] ${keys[k % 3] ?? ''}: ${text}, of this step`)

/** That points have these values, bit for bit, in these lines. */
const told = (
  points: ReadonlyArray<LogPoint>, expected: ReadonlyArray<Pick<LogPoint, 'value' | 'line'>>, name: string
): ReadonlyArray<Relation<Plain>> => [
  ...sameBits(T.fromNested(points.map(({ value }) => value)), T.fromNested(expected.map(({ value }) => value)), `${name}, values`),
  ...sameBits(T.fromNested(points.map(({ line }) => line)), T.fromNested(expected.map(({ line }) => line)), `${name}, lines`)
]

interface Printed {
  readonly numbers: ReadonlyArray<Written>
}

interface Cut extends Printed {
  readonly broken: number
  readonly instead: string
}

interface Epochs {
  readonly first: number
  readonly losses: ReadonlyArray<number>
  readonly examples: number
  readonly right: number
}

/** A log printed from drawn numbers. */
export const trainingLogLaws: Law<LogSubject> = ({ name, readTrainingLog: read }) => [
  claim(
    {
      id: `${name}/read-back`,
      title: 'The numbers printed in a log are read back bit for bit with their lines, nan and inf among them',
      statement: String.raw`\mathrm{read}(\mathrm{print}(x)) = x`, source, rows: ['HW1-PT-01', 'HW1-SYS-23']
    },
    sampled<Printed>({ numbers: fc.array(written, { minLength: 1, maxLength: 12 }) }, ({ numbers }) => {
      const { trainLoss, testLoss, testAccuracy, unread, others } = read(`starting\n${linesOf(numbers).join('\n')}\n\n`)
      const expected = numbers.map(({ value }, k) => ({ value, line: k + 2 }))
      return [
        ...[trainLoss, testLoss, testAccuracy].flatMap(({ points }, kind) =>
          told(points, expected.filter((_, k) => k % 3 === kind), keys[kind] ?? '')),
        ...trainLoss.points.map(({ at }, k) => equal<Plain>(at, k + 1, `place ${k}`)),
        equal<Plain>(unread.length, 0, 'lines not read'), equal<Plain>(others.length, 1, 'other lines')
      ]
    })
  ),
  claim(
    {
      id: `${name}/broken`,
      title: 'A line without the number that it begins to tell is named, and the others are read',
      statement: String.raw`\mathrm{unread} = \{k\}`, source, rows: ['HW1-PT-01']
    },
    sampled<Cut>({
      numbers: fc.array(written, { minLength: 2, maxLength: 12 }), broken: fc.nat(11),
      instead: fc.constantFrom('', '-', '.', '-.', 'n', 'na', 'in', 'nano', 'none', '1e', '1e-', '1.5x', '1,000', '4/10', '1.2.3', '0x1', '--1')
    }, ({ numbers, broken, instead }) => {
      const at = broken % numbers.length
      const lines = linesOf(numbers).map((line, k) => (k === at ? line.replace(/: .*/, `: ${instead}`) : line))
      const { trainLoss, testLoss, testAccuracy, unread } = read(lines.join('\r\n'))
      const expected = numbers.flatMap(({ value }, k) => (k === at ? [] : [{ value, line: k + 1, kind: k % 3 }]))
      return [
        equal<Plain>(unread.length, 1, 'lines not read'), equal<Plain>(unread[0]?.line ?? NaN, at + 1, 'the line'),
        ...[trainLoss, testLoss, testAccuracy].flatMap(({ points }, kind) =>
          told(points, expected.filter(one => one.kind === kind), keys[kind] ?? ''))
      ]
    })
  ),
  claim(
    {
      id: `${name}/places`,
      title: 'Losses in an epoch stand where the examples seen say, and what is told after it at its end',
      statement: String.raw`t = e - 1 + k / n`, source: 'Object recognition assignment 2, question 3', rows: ['A2-CI-07']
    },
    sampled<Epochs>({
      losses: fc.array(fc.nat(4000).map(k => k / 1000), { minLength: 1, maxLength: 8 }),
      first: fc.integer({ min: 1, max: 99 }), examples: fc.integer({ min: 1, max: 999 }), right: fc.nat(10000)
    }, ({ first, losses, examples, right }) => {
      const seen = losses.map((_, k) => k % examples)
      const lines = losses.flatMap((loss, k) => [
        `Train Epoch: ${first + k} [${seen[k]}/${examples} (${Math.round(100 * (seen[k] ?? NaN) / examples)}%)]\tLoss: ${loss.toFixed(6)}`,
        '', `Test set: Average loss: ${loss}, Accuracy: ${right}/10000 (${Math.round(right / 100)}%)`
      ])
      const { trainLoss, testLoss, testAccuracy, unread } = read(lines.join('\n'))
      return [
        ...told(trainLoss.points, losses.map((value, k) => ({ value, line: 3 * k + 1 })), 'losses'),
        ...told(testLoss.points, losses.map((value, k) => ({ value, line: 3 * k + 3 })), 'test losses'),
        ...trainLoss.points.map(({ at }, k) => equal<Plain>(at, first + k - 1 + (seen[k] ?? NaN) / examples, `loss ${k}`)),
        ...testAccuracy.points.flatMap(({ at, value }, k) => [
          equal<Plain>(at, first + k, `the end of epoch ${k}`), equal<Plain>(value, right / 10000, `accuracy ${k}`)
        ]),
        equal<Plain>(unread.length, 0, 'lines not read')
      ]
    })
  )
]
