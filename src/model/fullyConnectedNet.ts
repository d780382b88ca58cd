import {
  Affine, AffineNormReluDropout, BatchNorm, Dropout, identity, type Layer, LayerNorm, sequence
} from '../layer/index.js'
import { given, refuse } from '../prelude/index.js'
import { givenSizes } from './givenSizes.js'

export type Normalization = 'batchnorm' | 'layernorm'

const norms: Readonly<Record<Normalization, Layer>> = { batchnorm: BatchNorm(), layernorm: LayerNorm() }

export interface FullyConnectedOptions {
  /** How many units each hidden layer has; none makes a linear classifier. */
  readonly hidden: ReadonlyArray<number>
  readonly classes?: number
  readonly normalization?: Normalization
  /** The probability with which dropout keeps a unit; 1, as unless said, is no dropout. */
  readonly keepProbability?: number
  readonly weightScale?: number
  /** Where the masks of dropout begin. */
  readonly seed?: number
}

/**
 * A fully connected net of any depth: {affine - [norm] - relu - [dropout]} for each hidden layer, then affine.
 *
 * Layers: hidden1.affine, hidden1.norm, hidden1.relu, hidden1.dropout, hidden2.affine, ..., scores. Defaults: 10 classes, weightScale
 * 1e-2, neither norm nor dropout.
 * Refuses another normalization than batchnorm and layernorm.
 *
 * @example
 * const net = fullyConnectedNet({ hidden: [5], normalization: 'layernorm', keepProbability: 0.5 })
 * net.names // ['hidden1.affine', 'hidden1.norm', 'hidden1.relu', 'hidden1.dropout', 'scores']
 * parameterCount(fullyConnectedNet({ hidden: [100, 100, 100], classes: 4 }), [36, 120]) // 452704
 *
 * @source Notes on CS231n, fully connected nets; gaze assignment, question 1
 */
export const fullyConnectedNet = (options: FullyConnectedOptions): Layer => {
  const place = 'fullyConnectedNet'
  const { hidden, classes = 10, normalization, keepProbability = 1, weightScale = 1e-2, seed = 0 } =
    given.options(place, options, ['hidden', 'classes', 'normalization', 'keepProbability', 'weightScale', 'seed'])
  givenSizes(place, { classes, weightScale })
  for (const units of given.list(place, 'hidden', hidden)) givenSizes(place, { hidden: units })
  given.number(place, 'a keepProbability above 0 and at most 1', keepProbability, keepProbability > 0
    && keepProbability <= 1)
  given.whole(place, 'seed', seed, Number.MIN_SAFE_INTEGER)
  if (normalization !== undefined && !Object.hasOwn(norms, normalization)) {
    refuse('input', place, `a normalization: ${Object.keys(norms).join(' or ')}`, given.kindOf(normalization))
  }
  const block = (units: number, k: number): Layer => AffineNormReluDropout(units, {
    weightScale,
    norm: normalization === undefined ? identity : norms[normalization],
    // a seed of its own, for layers with the same one draw the same masks
    dropout: keepProbability === 1 ? identity : Dropout({ keepProbability, seed: seed + k })
  })
  return sequence({
    ...Object.fromEntries(hidden.map((units, k) => [`hidden${k + 1}`, block(units, k)])),
    scores: Affine(classes, { weightScale })
  })
}
