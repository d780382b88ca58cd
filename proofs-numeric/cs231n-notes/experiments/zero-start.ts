import { labelled } from '../../../src/data/index.js'
import { linePlot } from '../../../src/drawing/index.js'
import type { Built, Layer, Params } from '../../../src/layer/index.js'
import { twoLayerNet } from '../../../src/model/index.js'
import { mapEither, mapRecord, tabulate } from '../../../src/prelude/index.js'
import { map, run, seedOf, split, uniforms } from '../../../src/random/index.js'
import { histories, type Solving, solver } from '../../../src/solver/index.js'
import { type Drawn, everyCase, type Finding, type Study, studyOf, told, trained } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'

const documented = { points: 30, features: 4, hidden: 5, classes: 3, epochs: 500, rate: 0.5, constant: 0.5, scale: 0.5 }

interface Start {
  readonly name: string
  readonly label: string
  readonly solving: Solving
}

/** Why the weights of a net must not all begin at zero, nor at another number. */
export const experiment: Study = studyOf({
  name: 'zero-start', document: 'cs231n-notes', place: 'weight initialization', title: 'All weights zero at the start',
  about: 'A net with one hidden layer and rectifiers is trained from weights that are all zero: nothing but its last biases ever moves. '
    + 'From weights that are all one other number every hidden unit remains like the first. Drawn weights have neither fault.',
  reported: '"We are not allowed to set all initial weights to zero because then every neuron ..."; the sentence ends there.',
  documented, short: documented, seconds: { short: 1, documented: 1 },
  draw: ({ points, features, classes }, seed) => {
    const [forPoints, forLabels] = split(seedOf(seed))
    const x = run(uniforms([points, features]), forPoints)
    return labelled(x, [...run(uniforms(points), forLabels).data].map(u => Math.floor(classes * u)))
  },
  run: function* ({ settings: { hidden, classes, epochs, rate, points, constant, scale }, data, seed }) {
    const from = function* (name: string, label: string, model: Layer) {
      const training = solver({
        model, examples: data, validation: data, learningRate: rate, epochs, batchSize: points, replacement: false
      })
      return { name, label, solving: (yield* trained(name, training, seed)).solving }
    }
    const net = (weightScale: number): Layer => twoLayerNet({ hidden, classes, weightScale })
    const zero = yield* from('zero', 'all 0', net(0))
    const alike = yield* from('constant', `all ${constant}`, startingAt(constant, net(0)))
    const drawn = yield* from('drawn', `drawn, deviation ${scale}`, net(scale))
    const starts: ReadonlyArray<Start> = [zero, alike, drawn]
    const parts = zero.solving.training.params.flatMap((named, k) =>
      Object.entries(named).map(([name, p]) => ({ name: `${['hidden', 'relu', 'scores'][k] ?? ''}.${name}`, most: mostOf(p) })))
    yield* told(`${epochs} steps of all ${points} points from each of three starts`)
    return {
      results: {
        most: Object.fromEntries(parts.map(({ name, most }) => [name, most])),
        losses: Object.fromEntries(starts.map(({ name, solving }) => [name, lossesOf(solving).at(-1) ?? NaN]))
      },
      tables: [
        {
          title: 'losses', columns: ['weights at the start', 'first loss', 'last loss', 'different hidden units at the end'],
          rows: starts.map(({ label, solving }) => [
            label, ...[0, -1].map(at => (lossesOf(solving).at(at) ?? NaN).toFixed(4)), `${new Set(unitsOf(solving)).size} of ${hidden}`
          ])
        },
        {
          title: 'parameters at the end, from weights 0', columns: ['parameter', 'largest size'],
          rows: parts.map(({ name, most }) => [name, most === 0 ? '0' : most.toPrecision(3)])
        }
      ],
      pictures: [lossCurves(starts)],
      findings: [
        everyCase({
          id: 'zero-start/stuck', rows: ['N231-INI-01'],
          statement: 'from weights 0, all weights and the hidden biases are still exactly 0 after the training; only the last biases moved'
        }, parts.map(({ name, most }) =>
          ({ name, holds: (name === 'scores.b') === (most > 0), found: most === 0 ? 'exactly 0' : most.toPrecision(3) }))),
        ...hidden > 1 ? [unitsAlike(alike.solving, constant)] : []
      ]
    }
  }
})

/** A net whose weights begin at one number, and its biases at 0. */
const startingAt = (value: number, net: Layer): Layer => ({
  ...net,
  build: input => mapEither((built: Built): Built =>
    ({ ...built, init: map(weightsAt(value))(built.init) }))(net.build(input))
})

const weightsAt = (value: number) => (params: Params): Params => params.map(named =>
  mapRecord(named, (p, name) => (name === 'w' ? T.full(p.shape, value) : p)))

const mostOf = (p: T.Tensor): number => Math.max(...tabulate(p.data.length, i => Math.abs(p.data[i] ?? NaN)))

const lossesOf = (solving: Solving): ReadonlyArray<number> => histories(solving).losses

/** Each hidden unit as text: the weights that lead to it, its bias, and the weights that lead from it. */
const unitsOf = ({ training: { params: [hidden, , scores] } }: Solving): ReadonlyArray<string> => {
  const { w, b } = hidden as { readonly w: T.Tensor; readonly b: T.Tensor }
  const { w: out } = scores as { readonly w: T.Tensor }
  return tabulate(b.data.length, k => JSON.stringify([...T.slice(w, [{}, k]).data, b.data[k], ...T.row(out, k).data]))
}

const unitsAlike = (solving: Solving, constant: number): Finding => {
  const [first, ...others] = unitsOf(solving)
  const like = others.filter(unit => unit === first).length
  return everyCase({
    id: 'zero-start/alike', rows: [],
    statement: `from weights that are all ${constant}, every hidden unit ends with the weights and the bias of the first, to the last bit`
  }, [{ name: 'other hidden units', holds: like === others.length, found: `${like} of ${others.length}` }])
}

const lossCurves = (starts: ReadonlyArray<Start>): Drawn => ({
  name: 'losses', title: 'The loss from three starts',
  caption: 'The loss of each step. From weights 0 the net learns how frequent the classes are, and no more; '
    + 'units that are all alike do as much as one of them; units that differ do more.',
  svg: linePlot({
    title: 'Loss by the weights at the start', x: { label: 'step', log: false }, y: { label: 'loss', log: false },
    series: starts.map(({ label, solving }) => ({ label: `weights ${label}`, points: lossesOf(solving).map((y, k) => ({ x: k + 1, y })) }))
  })
})
