import { labelled } from '../../../src/data/index.js'
import { twoLayerNet } from '../../../src/model/index.js'
import { run, seedOf, split, uniforms } from '../../../src/random/index.js'
import { solver } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, told, trained } from '../../../src/study/index.js'
import { tabulate } from '../../../src/prelude/index.js'
import * as T from '../../../src/tensor/index.js'

const documented = { points: 30, features: 4, hidden: 5, classes: 3, epochs: 50, rate: 0.1 }

/** Why the weights of a net must not all begin at zero. */
export const experiment: Study = studyOf({
  name: 'zero-start', document: 'cs231n-notes', place: 'weight initialization', title: 'All weights zero at the start',
  about: 'A net with one hidden layer and rectifiers is trained from weights that are all zero: nothing but its last biases ever moves.',
  reported: '"We are not allowed to set all initial weights to zero because then every neuron ..."; the sentence ends there.',
  documented, short: documented, seconds: { short: 1, documented: 1 },
  draw: ({ points, features, classes }, seed) => {
    const [forPoints, forLabels] = split(seedOf(seed))
    const x = run(uniforms([points, features]), forPoints)
    return labelled(x, [...run(uniforms(points), forLabels).data].map(u => Math.floor(classes * u)))
  },
  run: function* ({ settings, data, seed }) {
    const { hidden, classes, epochs, rate, points } = settings
    const training = solver({
      model: twoLayerNet({ hidden, classes, weightScale: 0 }), examples: data, validation: data,
      learningRate: rate, epochs, batchSize: points, replacement: false
    })
    const { solving } = yield* trained('run', training, seed)
    const parts = solving.training.params.flatMap((named, k) =>
      Object.entries(named).map(([name, p]) => ({ name: `${['hidden', 'relu', 'scores'][k] ?? ''}.${name}`, most: mostOf(p) })))
    yield* told(`${epochs} epochs; the scores are the same for all points`)
    return {
      results: { most: Object.fromEntries(parts.map(({ name, most }) => [name, most])) },
      tables: [{
        title: 'parameters at the end', columns: ['parameter', 'largest size'],
        rows: parts.map(({ name, most }) => [name, most.toPrecision(3)])
      }],
      pictures: [],
      findings: [everyCase({
        id: 'zero-start/stuck', rows: ['N231-INI-01'],
        statement: 'from weights 0, all weights and the hidden biases are still exactly 0 after the training; only the last biases moved'
      }, parts.map(({ name, most }) =>
        ({ name, holds: (name === 'scores.b') === (most > 0), found: most === 0 ? 'exactly 0' : most.toPrecision(3) })))]
    }
  }
})

const mostOf = (p: T.Tensor): number => Math.max(...tabulate(p.data.length, i => Math.abs(p.data[i] ?? NaN)))
