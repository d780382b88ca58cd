import fc from 'fast-check'
import {
  atMost, type Claim, claim, equal, equalEntries, judgedBy, everyCase, type Plain, sampled
} from '../../../../src/claim/index.js'
import { Affine, type Params, sequence } from '../../../../src/layer/index.js'
import { addParams, momentum, onEach, sgd } from '../../../../src/optimizer/index.js'
import { orThrow } from '../../../../src/prelude/index.js'
import { choice } from '../../../../src/random/index.js'
import * as T from '../../../../src/tensor/index.js'
import type { Tensor } from '../../../../src/tensor/index.js'
import { begin, type Experiment, stepsPerEpoch, stepsPerPass, unfold } from '../../../../src/train/index.js'
import { quarters } from '../../../../properties/cases/quarters.js'
import { rarely, sparsely } from '../../../../properties/cases/sparsely.js'
import { visited } from '../../../../properties/cases/visited.js'

const source = 'Notes on CS231n, solver'

/** Batches drawn with replacement from examples that are their own positions; the loss of a batch is what is said of them. */
const drawnAgain = (
  count: number, batchSize: number, said: (positions: ReadonlyArray<number>) => number
): Experiment<ReadonlyArray<number>> => ({
  model: sequence({ scores: Affine(1) }),
  loss: positions => scores => ({ value: said(positions), gradient: T.zeros(scores.shape) }),
  optimizer: onEach(sgd({ learningRate: 1 })),
  examples: { count, shape: [1], take: positions => ({ x: T.ones([positions.length, 1]), target: positions }) },
  batchSize,
  order: n => choice(n, batchSize, { replacement: true })
})

const losses = (experiment: Experiment<ReadonlyArray<number>>, seed: number, steps: number): ReadonlyArray<number> =>
  [...unfold(experiment, orThrow(begin(experiment, seed)), steps)].map(({ loss }) => loss)

const seeds = fc.integer({ min: 0, max: 2 ** 32 })

const upTo = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, k) => k + 1)
const small = upTo(24).flatMap(count => upTo(26).map(batchSize => ({ count, batchSize, printed: undefined })))

const pairs = 20000

// Hoeffding: whether neighbours are alike are independent events, and their share is farther from its probability once in 10^9 times.
const farthest = Math.sqrt(Math.log(2e9) / (2 * pairs))

const descents = fc.array(fc.record({ w: quarters([2], 12), b: quarters([1], 12) }), { minLength: 1, maxLength: 3 })

/** How batches are counted and drawn, and that no parameter shares what an optimizer remembers. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/solver/batches-per-epoch',
      title: 'An epoch of the notes has as many steps as whole batches fit; a pass has one more for the rest',
      statement:
        '\\text{For 1 to 24 examples in batches of 1 to 26, an epoch has as many ' +
        'steps as whole batches fit, at least one, and a pass as few as take ' +
        'all. Epochs of 25 by 10, 50 by 100 and 49000 by 50 have 2, 1 and 980.}',
      spoken: 'it is about code, files or time',
      source,
      rows: ['N231-SOL-05', 'C231-DATA-01']
    },
    everyCase('1 to 24 examples in batches of 1 to 26, and the sizes in print', [
      ...small,
      { count: 25, batchSize: 10, printed: 2 }, { count: 50, batchSize: 100, printed: 1 },
      { count: 49000, batchSize: 50, printed: 980 }
    ], ({ count, batchSize, printed }) => {
      const [epoch, pass] = [stepsPerEpoch({ examples: { count }, batchSize }), stepsPerPass(
        { examples: { count }, batchSize }
      )]
      return [
        ...(printed === undefined ? [] : [equal<Plain>(epoch, printed, 'steps of an epoch')]),
        atMost<Plain>(epoch * batchSize, Math.max(count, batchSize), 'examples of an epoch'),
        atMost<Plain>(count + 1, (epoch + 1) * batchSize, 'one batch more is too much'),
        atMost<Plain>(count, pass * batchSize, 'a pass takes every example'),
        atMost<Plain>((pass - 1) * batchSize + 1, count, 'and its last batch is needed')
      ]
    })
  ),
  sparsely(claim(
    {
      id: 'cs231n-notes/solver/batches-with-replacement',
      title: 'Batches drawn with replacement have the size asked for, and are drawn anew at each step',
      statement:
        '\\text{In three steps, batches of 1 to 8 are drawn from 1 to 4 examples: each has as many positions ' +
        'as asked for, and all of them exist. Of 8 examples, a second batch of 20 is not the first one again.}',
      spoken: 'it is about code, files or time',
      source, rows: ['N231-SOL-14']
    },
    sampled<{ readonly seed: number; readonly count: number; readonly size: number }>(
      { seed: seeds, count: fc.integer({ min: 1, max: 4 }), size: fc.integer({ min: 1, max: 8 }) },
      ({ seed, count, size }) => {
        const sizes = losses(
          drawnAgain(count, size, positions => positions.filter(i => i >= 0 && i < count).length), seed, 3
        )
        // among 2^30 batches of 20, two are hardly ever alike
        const batches = losses(
          drawnAgain(8, 20, positions => positions.reduce((code, i) => (8 * code + i) % 2 ** 45, 0)), seed, 2
        )
        return [
          equal<Plain>(sizes.length, 3, 'steps'),
          ...sizes.map((found, t) => equal<Plain>(found, size, `positions in batch ${t + 1}`)),
          equal<Plain>(Number(batches[0] === batches[1]), 0, 'the second batch is the first')
        ]
      })
  )),
  rarely(claim(
    {
      id: 'cs231n-notes/solver/repeats',
      title: 'With replacement, an example is the one before it again once in N times, in 20000 to .023',
      statement:
        '\\text{Of 20001 positions, drawn with replacement among 2 to 8, the share that repeats ' +
        'the one before is nearer to one over their number than in all but one of 1e9 draws.}',
      spoken: 'it is about code, files or time',
      source, rows: ['N231-SOL-14']
    },
    sampled<{ readonly seed: number; readonly count: number }>(
      { seed: seeds, count: fc.integer({ min: 2, max: 8 }) }, drawn => {
        const { seed, count } = drawn
        const repeats = (positions: ReadonlyArray<number>): number =>
          positions.filter((i, k) => k > 0 && i === positions[k - 1]).length
        const [share = NaN] = losses(drawnAgain(count, pairs + 1, positions => repeats(positions) / pairs), seed, 1)
        return atMost<Plain>(Math.abs(share - 1 / count), farthest, 'how far the share is from 1 / N')
      }
    )
  )),
  sparsely(claim(
    {
      id: 'cs231n-notes/solver/own-memory',
      title: 'Each parameter has a memory of its own: trained together, each goes where it goes alone',
      statement:
        '\\text{Weights and a bias are trained with momentum for one to three steps, ' +
        'together and each alone: each ends at exactly the same numbers both ways.}',
      spoken: 'it is about code, files or time',
      source,
      rows: ['N231-SOL-10', 'N231-SOL-14']
    },
    sampled<{ readonly gradients: ReadonlyArray<{ readonly w: Tensor; readonly b: Tensor }> }>(
      { gradients: descents }, ({ gradients }) => {
        const rule = momentum({ learningRate: 0.5, momentum: 0.5 })
        const alone = (name: 'w' | 'b', start: Tensor): Tensor =>
          visited(rule, start, gradients.length, (_, t) => gradients[t]?.[name] ?? start)[gradients.length] ?? start
        const start: Params = [{ w: T.zeros([2]), b: T.zeros([1]) }]
        const together = gradients.reduce<{ readonly params: Params; readonly memory: Params }>(
          ({ params, memory }, { w, b }) => {
            const [[step = {}], next] = judgedBy('onEach', () => onEach(rule).update([{ w, b }])(params)(memory))
            return { params: addParams(params, [step]), memory: next }
          }, { params: start, memory: onEach(rule).init(start) }
        )
        return (['w', 'b'] as const).flatMap(name =>
          equalEntries(together.params[0]?.[name] ?? T.zeros([0]), alone(name, start[0]?.[name] ?? T.zeros([0])), name))
      }
    )
  ))
]
