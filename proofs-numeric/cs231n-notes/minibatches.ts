import { nearestLabel } from '../../src/definition/index.js'
import { allOf, type Claim, claim, equal, everyCase, exactly, type Judge, vector } from '../../src/claim/index.js'
import { type Divisible, type Grid, sum } from '../../src/number/index.js'
import { at } from '../../src/prelude/index.js'

// A batch drawn at random has on average the gradient of all examples, since a mean is linear. So it is enough to look at one entry of the
// gradient: g_i is what example i gives. All batches are written out, each as likely as any other.

const source = 'Notes on CS231n, gradient descent'
const babysitting = 'Notes on CS231n, babysitting the learning process'

type Batches = (examples: number, size: number) => ReadonlyArray<ReadonlyArray<number>>

/** Every way to draw one example after the other, when each may be drawn again. */
const withReplacement: Batches = (examples, size) =>
  size === 0 ? [[]] : withReplacement(examples, size - 1).flatMap(
    batch => Array.from({ length: examples }, (_, i) => [...batch, i])
  )

/** Every way to draw examples that are all different, as in one pass through the data. */
const withoutReplacement: Batches = (examples, size) =>
  withReplacement(examples, size).filter(batch => new Set(batch).size === size)

const mean = <A>(N: Divisible<A>, values: ReadonlyArray<A>): A =>
  N.div(sum(N)([values.length], i => at(values, i)), N.of(values.length))

const variance = <A>(N: Divisible<A>, values: ReadonlyArray<A>): A => {
  const middle = mean(N, values)
  return mean(N, values.map(x => N.mul(N.sub(x, middle), N.sub(x, middle))))
}

/** What each batch gives: the mean over its examples. */
const overBatches = <A>(N: Divisible<A>, g: Grid<A>, batches: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<A> =>
  batches.map(batch => mean(N, batch.map(i => g.at(i))))

const sizes = [[3, 1], [3, 2], [3, 3], [4, 2]] as const

type Sides = <A>(N: Divisible<A>, g: Grid<A>, found: ReadonlyArray<A>, size: number) => readonly [A, A]

const forBatches = (batches: Batches, sides: Sides): Judge =>
  allOf('every real g_1, ..., g_N; all batches of B = 1, 2, 3 of N = 3, and of B = 2 of N = 4', sizes.map(
    ([examples, size]) => ({
      label: `B = ${size} of N = ${examples}`,
      judge: exactly({ g: vector(examples) }, (N, { g }) =>
        equal(...sides(N, g, overBatches(N, g, batches(examples, size)), size)))
    })
  ))

const unbiased: Sides = (N, g, found) => [mean(N, found), mean(N, g.entries)]

/** Points on a line, with places for two more between them. */
const line = { training: [0, 1, 4, 9], validation: [3, 7] }

const bits = (number: number, count: number): ReadonlyArray<number> =>
  Array.from({ length: count }, (_, i) => (number >> i) & 1)

/** How many of the points the nearest training point labels as they are labelled. */
const correct = (
  points: ReadonlyArray<number>, labels: ReadonlyArray<number>, training: ReadonlyArray<number>
): number =>
  points.filter((x, i) => nearestLabel({ compare: (a: number, b: number) => a - b })(
    line.training.map(y => Math.abs(x - y)), training, 1) === labels[i]).length

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/minibatches/unbiased',
      title: 'Over all batches, the gradient of a batch is on average that of all examples',
      statement: String.raw`E\Bigl[\tfrac1B \sum_{i \in b} g_i\Bigr] = \tfrac1N \sum_i g_i`,
      source,
      rows: ['N231-GRD-07']
    },
    allOf('with and without replacement', [
      { label: 'with replacement', judge: forBatches(withReplacement, unbiased) },
      { label: 'without', judge: forBatches(withoutReplacement, unbiased) }
    ])
  ),
  claim(
    {
      id: 'cs231n-notes/minibatches/variance',
      title: 'The variance of a batch\'s mean, of losses or of gradients, is that of one example over B',
      statement: String.raw`\mathrm{Var}\Bigl[\tfrac1B \sum_{i \in b} g_i\Bigr] = \frac{\sigma^2}B`,
      source: babysitting,
      rows: ['N231-GRD-07', 'N231-OPT-03']
    },
    forBatches(withReplacement, (N, g, found, size) => [variance(N, found), N.div(variance(N, g.entries), N.of(size))])
  ),
  claim(
    {
      id: 'cs231n-notes/minibatches/variance-of-a-pass',
      title: 'Where no example is drawn twice, the variance is smaller by (N - B) / (N - 1)',
      statement: String.raw`\mathrm{Var} = \frac{\sigma^2}B \cdot \frac{N - B}{N - 1}`,
      source: babysitting,
      rows: ['N231-OPT-03']
    },
    forBatches(withoutReplacement, (N, g, found, size) => {
      const examples = g.entries.length
      const left = N.div(N.of(examples - size), N.of(examples - 1))
      return [variance(N, found), N.mul(left, N.div(variance(N, g.entries), N.of(size)))]
    })
  ),
  claim(
    {
      id: 'cs231n-notes/minibatches/gap',
      title: 'What memorises tosses of a coin is right on what it saw and on half of the rest: nothing learned',
      statement: String.raw`1 - \tfrac12`,
      source: babysitting,
      rows: ['N231-OPT-04']
    },
    everyCase(
      'all 64 labellings of four training and two validation points', [{ training: 4, validation: 2 }], counts => {
        const labellings = Array.from({ length: 64 }, (_, k) => bits(k, 6))
        const hits = labellings.map(labels => {
          const training = labels.slice(0, counts.training)
          return {
            training: correct(line.training, training, training),
            validation: correct(line.validation, labels.slice(counts.training), training)
          }
        })
        const total = (of: 'training' | 'validation'): number => hits.map(hit => hit[of]).reduce((a, b) => a + b, 0)
        return [
          equal(total('training'), labellings.length * counts.training, 'right in training'),
          equal(2 * total('validation'), labellings.length * counts.validation, 'right in validation')
        ]
      }
    )
  )
]
