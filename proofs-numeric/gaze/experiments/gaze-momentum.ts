import { fullyConnectedNet } from '../../../src/model/index.js'
import { momentum, sgd } from '../../../src/optimizer/index.js'
import { type Solved, solver, type SolverOptions } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, type Steps, told, trained } from '../../../src/study/index.js'
import { percent } from '../../convnet-notebooks/experiments/course.js'
import { classes, drawnGaze, type Gaze, gazeFiles, readGaze } from './gazeData.js'
import { threePanels } from './threePanels.js'

const documented = {
  training: 45000, validation: 9000, epochs: 5, batch: 256, hidden: [256, 128, 64], rate: 1e-3, momentum: 0.9,
  weightScale: 0.05
}
const short = { ...documented, training: 1000, validation: 400, batch: 20, epochs: 10, hidden: [64, 32, 16] }

interface Rule {
  readonly name: string
  readonly label: string
  readonly rate: number
  readonly rule: NonNullable<SolverOptions['rule']>
}

/** Descent with and without momentum, as the assignment compares them, and once more where both go equally far on a constant gradient. */
export const experiment: Study = studyOf({
  name: 'gaze-momentum', document: 'gaze', place: 'task 1.8', title: 'Descent with and without momentum',
  about: 'The same net is trained by plain descent and with momentum, at the same rate; and by plain descent at the rate that goes as far: a velocity of momentum m is 1 / (1 - m) times a step.',
  reported: 'Plain descent ends at 38.6 % of the training and 33.4 % of the validation images, momentum at 62.1 and 59.2 %.',
  documented, short, seconds: { short: 35, documented: 4000 },
  files: gazeFiles, draw: (sizes, seed) => drawnGaze(sizes, seed), read: (files, sizes) => readGaze(files, sizes),
  run: function* ({ settings, data, seed }) {
    const { rate, momentum: m } = settings
    const plain = (learningRate: number) => sgd({ learningRate })
    const rules: ReadonlyArray<Rule> = [
      { name: 'sgd', label: `plain, rate ${rate}`, rate, rule: plain },
      {
        name: 'momentum', label: `momentum ${m}, rate ${rate}`, rate,
        rule: learningRate => momentum({ learningRate, momentum: m })
      },
      { name: 'sgd-equal', label: `plain, rate ${Number((rate / (1 - m)).toPrecision(3))}`, rate: rate / (1 - m), rule: plain }
    ]
    yield* told('all three begin with the same weights and see the same batches')
    const runs: Array<{ readonly rule: Rule; readonly label: string; readonly solved: Solved }> = []
    for (const rule of rules) runs.push({ rule, label: rule.label, solved: yield* ending(settings, data, rule, seed) })
    const [slow = NaN, fast = NaN, equal = NaN] = runs.map(({ solved }) => solved.solving.checks.at(-1)?.validation)
    return {
      results: { plain: slow, momentum: fast, plainAtEqualRate: equal },
      tables: [{
        title: 'accuracies at the end', columns: ['rule', 'loss of the last batch', 'training', 'validation'],
        rows: runs.map(({ label, solved: { solving } }) => {
          const last = solving.checks.at(-1)
          const loss = solving.losses.flat().at(-1)?.toFixed(4) ?? ''
          return [label, loss, percent(last?.training ?? NaN), percent(last?.validation ?? NaN)]
        })
      }],
      pictures: [
        threePanels('documented', 'At the same rate', runs.slice(0, 2)),
        threePanels('equal-rates', 'At rates that go equally far', runs.slice(1))
      ],
      findings: [everyCase({
        id: 'gaze-momentum/better', rows: ['E228-MOM-04'], statement: 'at the same rate momentum ends with more validation images right than plain descent'
      }, [{ name: `seed ${seed}`, holds: fast > slow, found: `${percent(fast)} against ${percent(slow)}` }])]
    }
  }
})

const ending = (
  { epochs, batch, hidden, weightScale }: Readonly<typeof documented>, { training, validation }: Gaze,
  { name, rate, rule }: Rule, seed: number
): Steps<Solved> => trained(name, solver({
  model: fullyConnectedNet({ hidden, classes: classes.length, weightScale }), examples: training, validation, rule,
  learningRate: rate, batchSize: batch, replacement: false, epochs
}), seed)
