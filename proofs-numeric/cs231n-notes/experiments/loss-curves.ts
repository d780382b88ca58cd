import { linePlot } from '../../../src/drawing/index.js'
import { twoLayerNet } from '../../../src/model/index.js'
import { histories, type Solved, solver } from '../../../src/solver/index.js'
import { type Drawn, everyCase, type Study, studyOf, trained } from '../../../src/study/index.js'
import { drawnCifar, examplesOf, toUnit } from '../../convnet-notebooks/experiments/cifar.js'

const documented = {
  training: 500, test: 10, epochs: 20, hidden: 50, batch: 50, rates: [0.01, 0.5, 1.3, 3], weightScale: 1e-2
}
const words = ['low', 'good', 'high', 'very high']

interface Run {
  readonly rate: number
  readonly word: string
  readonly solved: Solved
}

/** Loss curves at four learning rates. */
export const experiment: Study = studyOf({
  name: 'loss-curves', document: 'cs231n-notes', place: 'figure 15', title: 'Loss curves of four learning rates',
  about: 'The same net is trained from the same start at learning rates from too low to very high. The figure of the notes is a cartoon; '
    + 'the rates are ours, and so is the net: what its high rate does depends on the seed.',
  reported: 'A low rate improves the loss slowly and steadily, a good one fast, a high one gets stuck above it, a very high one makes it grow.',
  documented, short: documented, seconds: { short: 20, documented: 20 },
  draw: (settings, seed) => drawnCifar(settings, seed),
  run: function* ({ settings: { epochs, hidden, batch, rates, weightScale }, data, seed }) {
    const examples = examplesOf(data.training, toUnit)
    const runs: Array<Run> = []
    for (const [k, rate] of rates.entries()) {
      const descent = solver({
        model: twoLayerNet({ hidden, weightScale }), examples, validation: examplesOf(data.test, toUnit),
        learningRate: rate, batchSize: batch, epochs, trainingSamples: 10
      })
      runs.push({ rate, word: words[k] ?? '', solved: yield* trained(`rate-${k + 1}`, descent, seed) })
    }
    const ends = runs.map(lastLoss)
    const [low = NaN, good = NaN, , veryHigh = NaN] = ends
    const start = histories(runs[0]!.solved.solving).losses[0] ?? NaN
    return {
      results: { ends: ends.map(end => (Number.isFinite(end) ? end : 'diverged')) },
      tables: [{
        title: 'the mean loss of the last tenth of the steps', columns: ['learning rate', '', 'loss'],
        rows: runs.map(({ rate, word }, k) => [`${rate}`, word, Number.isFinite(ends[k]) ? ends[k]!.toPrecision(5) : 'diverged'])
      }],
      pictures: [curves(runs), run(runs[1] ?? runs[0]!)],
      findings: rates !== documented.rates || epochs < documented.epochs ? [] : [
        everyCase({
          id: 'loss-curves/low', rows: [], statement: 'a low rate improves the loss, and less than a good one'
        }, [{ name: `seed ${seed}`, holds: low < start && good < low, found: `from ${start.toFixed(3)} to ${low.toFixed(3)}, and ${good.toFixed(3)}` }]),
        everyCase({
          id: 'loss-curves/very-high', rows: [], statement: 'a very high rate ends above the loss at which it began, or diverges'
        }, [{ name: `seed ${seed}`, holds: !(veryHigh <= start), found: Number.isFinite(veryHigh) ? veryHigh.toPrecision(3) : 'diverged' }])
      ]
    }
  }
})

/** The mean of the losses of the last tenth of the steps; infinite where the training ended because it was not finite. */
const lastLoss = ({ solved }: Run): number => {
  const { losses } = histories(solved.solving)
  const last = losses.slice(-Math.max(1, Math.floor(losses.length / 10)))
  return solved.tag === 'diverged' ? Infinity : last.reduce((sum, loss) => sum + loss, 0) / last.length
}

const shownUpTo = 5

const pointsOf = ({ solved }: Run) => histories(solved.solving).losses.map((y, k) => ({ x: k + 1, y }))

interface Point {
  readonly x: number
  readonly y: number
}

/** A curve that leaves at a height, and comes back at it: what lies above is a gap, but for its first point and its last. */
const cutAt = (height: number, points: ReadonlyArray<Point>): ReadonlyArray<Point> => {
  const isAbove = (k: number): boolean => !((points[k]?.y ?? Infinity) <= height)
  return points.map(({ x, y }, k) => ({ x, y: !isAbove(k) ? y : isAbove(k - 1) && isAbove(k + 1) ? NaN : height }))
}

const curves = (runs: ReadonlyArray<Run>): Drawn => ({
  name: 'rates', title: 'Four learning rates', caption: `The loss of each step, up to ${shownUpTo}: where a curve leaves at the top, it is above until it comes back.`,
  svg: linePlot({
    title: 'Loss by learning rate', x: { label: 'step', log: false }, y: { label: 'loss', log: false },
    series: runs.map(of => ({ label: `${of.word}: ${of.rate}`, points: cutAt(shownUpTo, pointsOf(of)) }))
  })
})

const run = (of: Run): Drawn => ({
  name: 'run', title: 'One run', caption: 'The loss of each step at the good rate: it wiggles, as each step sees another batch.',
  svg: linePlot({
    title: 'Loss of a run', x: { label: 'step', log: false }, y: { label: 'loss', log: false },
    series: [{ label: `rate ${of.rate}`, points: pointsOf(of) }]
  })
})
