import fc from 'fast-check'
import {
  type Claim, claim, equal, equalEntries, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { Layer, Named } from '../../src/layer/index.js'
import type { Shape } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { normals, run, seedOf } from '../../src/random/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { rarely } from '../cases/sparsely.js'

/** A model that divides, takes roots or draws, and what the documents print of it, written with the plain functions. */
export interface Wiring {
  readonly name: string
  readonly model: Layer
  readonly shape: Shape
  readonly formula: (p: (name: string) => Named) => (x: Tensor) => Tensor
}

const relations = ({ name, model, shape, formula }: Wiring, drawn: number): ReadonlyArray<Relation<Plain>> => {
  const { init, state } = orThrow(model.build(shape))
  const [params, seed] = init(seedOf(drawn))
  const [x] = normals([3, ...shape])(seed)
  const named = (wanted: string): Named => params[model.names.indexOf(wanted)] ?? {}
  return [
    ...equalEntries(model.train(params, run(state, seed))(x).y, formula(named)(x), `${name} y`),
    equal<Plain>(
      Number(model.names.length === new Set(model.names).size), 1, `${name}: every layer has a name of its own`
    )
  ]
}

/** Such models of anyone's own. */
export interface WiringSubject {
  readonly name: string
  readonly wirings: ReadonlyArray<Wiring>
}

export const wiringLaws: Law<WiringSubject> = ({ name, wirings }): ReadonlyArray<Claim> => [rarely(claim(
  {
    id: `${name}/wiring`,
    title: 'Models with norm, dropout and tanh have layers in the printed order, and a seed for each mask',
    statement:
      String.raw`\{\text{affine} - [\text{norm}] - \text{relu} - [\text{dropout}]\} \times (L - 1) - \text{affine}`,
    source:
      'Notes on CS231n, fully connected nets; gaze assignment, question 2; object recognition assignment 2, question 3',
    rows: ['A2-CI-10']
  },
  sampled<{ readonly seed: number }>(
    { seed: fc.nat() }, ({ seed }) => wirings.flatMap(wiring => relations(wiring, seed))
  )
))]
