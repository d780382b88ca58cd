import fc from 'fast-check'
import { claim, equal, erratum, everyCase, type Law, type Plain, sampled } from '../../src/claim/index.js'
import { Affine, type Layer, sequence } from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { fullyConnectedNet } from '../../src/model/index.js'
import { onEach, sgd } from '../../src/optimizer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { normals, run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import {
  begin, type Examples, type Experiment, labelled, type Progress, type Training, unfold
} from '../../src/train/index.js'
import { refuses } from '../judges/refuses.js'
import { sparsely } from '../cases/sparsely.js'

type Labelled = Examples<ReadonlyArray<number>>

/** What a training is looked at and kept by, as a person might write it. */
export interface ValidationSubject {
  readonly name: string
  readonly accuracy: (model: Layer, examples: Labelled, batchSize?: number) => (
    training: Pick<Training, 'params' | 'state'>
  ) => number
  readonly best: <State>(score: (state: State) => number) => (start: State, later: Iterable<State>) => State
  readonly epochs: (unfolding: Iterable<Progress>, steps: number) => Iterable<Training>
}

const source = 'Notes on CS231n, solver'

const scores = sequence({ scores: Affine(3) })
const asTheyAre = { params: [{ w: T.eye(3), b: T.zeros([3]) }], state: [{}] }

interface Scored {
  readonly scores: ReadonlyArray<number>
  readonly label: number
}

/** The label is the first of the largest scores. */
const isRight = ({ scores: row, label }: Scored): boolean =>
  row.every((s, c) => (c < label ? s < (row[label] ?? 0) : s <= (row[label] ?? 0)))

const small = fc.integer({ min: 0, max: 2 })
const scored = fc.record({ scores: fc.array(small, { minLength: 3, maxLength: 3 }), label: small })

const experiment = (model: Layer, examples: Labelled, batchSize: number): Experiment<ReadonlyArray<number>> =>
  ({ model, loss: softmaxCrossEntropy, optimizer: onEach(sgd({ learningRate: 0.5 })), examples, batchSize })

/** Points and labels that have nothing to do with each other. */
const noise = (seed: number, count: number): Labelled => {
  const x = run(normals([count, 2]), seedOf(seed))
  return labelled(x, Array.from({ length: count }, (_, i) => i % 3))
}

/** When the notes' solver looks at a training of so many epochs: after its first and last step and after each epoch. */
const looks = (epochs: number, steps: number): ReadonlyArray<number> =>
  Array.from({ length: epochs * steps }, (_, t) => t + 1).filter(t => t === 1 || t % steps === 0)

/** The accuracy after each epoch of a net with batch norm, and that of what is kept, whole or with the last running statistics. */
const keptBest = ({ accuracy, best, epochs }: ValidationSubject, seed: number) => {
  const net = fullyConnectedNet({ hidden: [4, 4], classes: 3, normalization: 'batchnorm', weightScale: 1 })
  const given = experiment(net, noise(seed, 12), 6)
  const start = orThrow(begin(given, seed))
  const states = [...epochs(unfold(given, start, 8), 2)]
  const score = accuracy(net, noise(seed + 100, 24))
  const [kept, last] = [best(score)(start, states), states[states.length - 1] ?? start]
  return { recorded: Math.max(...states.map(score)), whole: score(kept), mixed: score({ ...kept, state: last.state }) }
}

const lengths = [0, 1, 2, 3].flatMap(count => [1, 2, 3].map(steps => ({ count, steps })))

// Trainings in which the statistics move so much that it shows.
const runs = [3, 4, 5, 6]

export const validationLaws: Law<ValidationSubject> = subject => {
  const { name, accuracy, best, epochs } = subject
  return [
    claim(
      {
        id: `${name}/best`,
        title: 'The best state is the earliest with the highest score; where nothing was scored, the start is left',
        statement: String.raw`\min \arg\max_t s_t`, source, rows: ['N231-SOL-08']
      },
      sampled<{ readonly scores: ReadonlyArray<number> }>(
        { scores: fc.array(small, { maxLength: 5 }) }, ({ scores: given }) => {
          const kept = best((t: number) => given[t] ?? NaN)(-1, given.keys())
          return given.length === 0 ? equal<Plain>(kept, -1, 'without any score') : given.map((s, t) => equal<Plain>(
            Number(t === kept), Number(given.every((other, u) => (u < t ? other < s : other <= s))),
            `state ${t} of ${given.length} is kept`))
        }
      )
    ),
    sparsely(claim(
      {
        id: `${name}/accuracy`,
        title: 'The accuracy is the share of examples whose label is first among the largest scores',
        statement: String.raw`\tfrac1N |\{i : \min \arg\max_c s_{ic} = y_i\}|`, source,
        rows: ['N231-SOL-11', 'E228-ACC-01']
      },
      sampled<{ readonly given: ReadonlyArray<Scored>; readonly size: number }>(
        { given: fc.array(scored, { minLength: 1, maxLength: 5 }), size: fc.integer({ min: 1, max: 6 }) },
        ({ given, size }) => {
          const right = given.filter(isRight)
          const examples = labelled(T.fromNested(given.map(one => one.scores)), given.map(one => one.label))
          return equal<Plain>(accuracy(scores, examples, size)(asTheyAre), right.length / given.length, 'accuracy')
        })
    )),
    claim(
      {
        id: `${name}/empty`, title: 'Without examples there is no accuracy: it is refused at once, before any training',
        statement: String.raw`N \ge 1`, source, rows: ['N231-SOL-12']
      },
      everyCase('no examples', [{ count: 0 }], ({ count }) =>
        [refuses(() => accuracy(scores, labelled(T.zeros([count, 3]), [])), 'accuracy')])
    ),
    claim(
      {
        id: `${name}/histories`,
        title: 'There is a state after each epoch, and in the notes also one after the first step',
        statement: String.raw`|\text{history}| = E + [I > 1]`, source, rows: ['N231-SOL-06', 'N231-SOL-07']
      },
      everyCase('0 to 3 epochs of 1 to 3 steps', lengths, ({ count, steps }) => {
        const given = experiment(scores, labelled(T.zeros([6, 3]), [0, 1, 2, 0, 1, 2]), 6 / steps)
        const seen = [...epochs(unfold(given, orThrow(begin(given, 1)), count * steps), steps)].map(({ step }) => step)
        const more = count > 0 && steps > 1 ? [1] : []
        return [
          equal<Plain>(seen.length, count, 'states'),
          equal<Plain>(looks(count, steps).length, count + more.length, 'looks'),
          ...[...more, ...seen].map(
            (step, k) => equal<Plain>(step, looks(count, steps)[k] ?? NaN, `step of look ${k + 1}`)
          )
        ]
      })
    ),
    erratum(
      {
        id: `${name}/running-statistics`,
        title: 'The best parameters have their recorded accuracy only with the statistics of their own epoch',
        statement: String.raw`a(w_{t^*}, r_{t^*}) = \max_t a(w_t, r_t) \ne a(w_{t^*}, r_T)`, source,
        rows: ['N231-SOL-09']
      },
      {
        printed: {
          text: 'after training, the model with the best parameters has the best validation accuracy',
          judge: everyCase('four trainings with batch norm', runs, seed => {
            const { recorded, mixed } = keptBest(subject, seed)
            return [equal<Plain>(mixed, recorded, `run ${seed}: accuracy`)]
          })
        },
        corrected: {
          text: 'with the parameters and the running statistics of the best epoch it has',
          judge: everyCase('four trainings with batch norm', runs, seed => {
            const { recorded, whole } = keptBest(subject, seed)
            return [equal<Plain>(whole, recorded, `run ${seed}: accuracy`)]
          })
        }
      }
    )
  ]
}
