import fc from 'fast-check'
import { claim, equal, everyCase, type Law, type Plain, sampled } from '../../src/claim/index.js'
import { readSafetensors, writeSafetensors } from '../../src/data/index.js'
import type { Params } from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { fullyConnectedNet, type load, type save } from '../../src/model/index.js'
import { chained, clipByNorm, momentum, onEach, type Optimizer } from '../../src/optimizer/index.js'
import { type Either, isLeft, orThrow, type Refusal } from '../../src/prelude/index.js'
import { run, seedOf, uniforms } from '../../src/random/index.js'
import type { checkpoint, restore } from '../../src/solver/index.js'
import * as T from '../../src/tensor/index.js'
import { begin, type Experiment, labelled, train, type Training } from '../../src/train/index.js'
import { seldom, sparsely } from '../cases/sparsely.js'
import { sameBits } from '../judges/sameBits.js'
import { type Course, courses, entries, lastOf, optionsOf, row, rowOf, states } from './courses.js'
import type { SolverSubject } from './solver.js'

export interface CheckpointSubject {
  readonly name: string
  readonly save: typeof save
  readonly load: typeof load
  readonly checkpoint: typeof checkpoint
  readonly restore: typeof restore
  readonly solver: SolverSubject['solver']
}

const examples = labelled(run(uniforms([5, 2]), seedOf(7)), [0, 1, 1, 0, 2])

type Pair = readonly [Params, Params]

/** A memory that is a pair, as two parts of an optimizer have. */
const optimizer: Optimizer<Params, Pair> = chained(clipByNorm(1), onEach(momentum({ learningRate: 0.25 })))

const experiment = (batchSize: number, hidden = 2): Experiment<ReadonlyArray<number>, Pair> => ({
  model: fullyConnectedNet(
    { hidden: [hidden], classes: 3, normalization: 'batchnorm', keepProbability: 0.5, weightScale: 1 }
  ),
  loss: softmaxCrossEntropy, optimizer, examples, batchSize
})

const rowOfTraining = ({ step, params, state, memory, waiting, seed }: Training<Pair>) =>
  row([[step], entries(params), entries(state), entries(memory.flat()), waiting, seed].flat())

/** A file of another experiment, and what its refusal has to name. */
interface Foreign {
  readonly what: string
  readonly answer: (of: { readonly training: Training<Pair>; readonly bytes: Uint8Array }) => Either<Refusal, unknown>
  readonly said: string
}

interface Moment {
  readonly seed: number
  readonly batchSize: number
  readonly m: number
  readonly n: number
}

const moments = {
  seed: fc.integer({ min: 0, max: 2 ** 32 }), batchSize: fc.integer({ min: 1, max: 6 }),
  m: fc.integer({ min: 0, max: 7 }), n: fc.integer({ min: 1, max: 5 })
}

/** The same file, which says that it is of version 0. */
const ofVersion0 = (bytes: Uint8Array): Uint8Array => {
  const { tensors, metadata } = readSafetensors(bytes)
  return writeSafetensors(tensors, { ...metadata, version: '0' })
}

const source = 'Notes on CS231n, solver'
const spoken = 'it is about code, files or time'

/** The laws of what is put away as bytes: it comes back, and goes on, bit for bit. */
export const checkpointLaws: Law<CheckpointSubject> = subject => {
  const { name, save: saved, load: loaded, checkpoint: put, restore: back, solver } = subject
  const trained = ({ seed, batchSize, m }: Moment): Training<Pair> =>
    train(experiment(batchSize), m)(orThrow(begin(experiment(batchSize), seed))).training
  const [given, other] = [experiment(2), experiment(2, 3)]
  const slower = { ...given, optimizer: onEach(momentum({ learningRate: 1 })) }
  const fewer = { ...given, examples: labelled(T.zeros([1, 2]), [0]) }
  const foreign: ReadonlyArray<Foreign> = [
    { what: 'another shape', answer: ({ bytes }) => back(other, bytes), said: 'hidden1.affine.w' },
    { what: 'another optimizer', answer: ({ bytes }) => back(slower, bytes), said: 'memory/hidden1.affine.w.velocity' },
    { what: 'fewer examples', answer: ({ bytes }) => back(fewer, bytes), said: '1 examples' },
    { what: 'another version', answer: ({ bytes }) => back(given, ofVersion0(bytes)), said: 'version' },
    { what: 'parameters for a training', answer: ({ training }) => back(given, saved(given.model, training)),
      said: 'training' },
    { what: 'a training for parameters', answer: ({ bytes }) => loaded(given.model, [2], bytes), said: 'parameters' },
    { what: 'parameters of another model',
      answer: ({ training }) => loaded(other.model, [2], saved(given.model, training)),
      said: 'hidden1.affine.w of shape 2x3' }
  ]
  return [
    sparsely(claim(
      {
        id: `${name}/training`, title: 'A training put away after m steps goes on for n more, bit for bit',
        statement: String.raw`\mathrm{train}_n \circ r \circ c \circ \mathrm{train}_m = \mathrm{train}_{m + n}`, source,
        rows: ['A2-SYS-31']
      },
      sampled<Moment>(moments, moment => {
        const [of, at] = [experiment(moment.batchSize), trained(moment)]
        const again = orThrow(back(of, put(of, at)))
        return [
          ...sameBits(rowOfTraining(again), rowOfTraining(at), 'what comes back'),
          ...sameBits(
            rowOfTraining(train(of, moment.n)(again).training), rowOfTraining(train(of, moment.n)(at).training),
            'what it goes to')
        ]
      })
    )),
    sparsely(claim(
      {
        id: `${name}/solver`, title: 'A solver put away at any moment ends as the one that was not, bit for bit',
        statement: String.raw`S_n \circ r \circ c \circ S_m = S_{m + n}`, source, rows: ['N231-SOL-07']
      },
      sampled<Course & { readonly moment: number }>({ ...courses, moment: fc.nat() }, ({ moment, ...course }) => {
        const of = solver(optionsOf(course))
        const all = states(of, course.seed)
        const at = all[moment % all.length] ?? orThrow(of.begin(course.seed))
        const again = orThrow(of.restore(of.checkpoint(at)))
        return [
          ...sameBits(rowOf(again), rowOf(at), 'what comes back'),
          ...sameBits(rowOf(lastOf(solver(optionsOf(course)), again)), rowOf(all.at(-1) ?? at), 'what it ends as')
        ]
      })
    )),
    seldom(claim(
      {
        id: `${name}/parameters`, title: 'Parameters that are saved are loaded bit for bit, with what the layers keep',
        statement: String.raw`l(s(w, r)) = (w, r)`, source: 'safetensors, Format'
      },
      sampled<Moment>(moments, moment => {
        const { model } = experiment(moment.batchSize)
        const { params, state } = trained(moment)
        const again = orThrow(loaded(model, [2], saved(model, { params, state })))
        return [
          ...sameBits(row(entries(again.params)), row(entries(params)), 'parameters'),
          ...sameBits(row(entries(again.state)), row(entries(state)), 'state')
        ]
      })
    )),
    claim(
      {
        id: `${name}/foreign`, title: 'What is of another experiment is refused, and what differs is told',
        statement: String.raw`\text{Another shape, optimizer, number of examples, version or kind of file is refused.}`,
        spoken, source
      },
      everyCase(`${foreign.length} files`, foreign.map(({ what }) => ({ what })), ({ what }) => {
        const training = trained({ seed: 1, batchSize: 2, m: 2, n: 0 })
        const { answer, said } = foreign.find(one => one.what === what) as Foreign
        const found = answer({ training, bytes: put(given, training) })
        return [
          equal<Plain>(Number(isLeft(found)), 1, `${what} is refused`),
          equal<Plain>(Number(isLeft(found) && found.left.message.includes(said)), 1, `${what}: ${said} is named`)
        ]
      })
    )
  ]
}
