import fc from 'fast-check'
import {
  atMost, claim, equal, erratum, everyCase, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import { ball, point, toInterval } from '../../src/number/index.js'
import * as R from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'

/** How large a step is beside the weights, by anyone's own. */
export interface UpdateRatioSubject {
  readonly name: string
  readonly updateRatio: (w: Tensor, step: Tensor) => number
}

const coarse = ball(40)

export const updateRatioLaws: Law<UpdateRatioSubject> = ({ name, updateRatio }) => [
  claim(
    {
      id: `${name}/update-ratio`,
      title: 'The update ratio of a step -eta g is eta ||g|| / ||w||',
      statement: String.raw`\|-\eta g\| / \|w\|`,
      source: 'Notes on CS231n, ratio of updates to weights',
      rows: ['N231-OPT-05']
    },
    sampled<{ readonly w: Tensor; readonly g: Tensor; readonly eta: number }>(
      { w: quarters([3], 24).map(w => T.add(w, 32)), g: quarters([3], 24), eta: fc.constantFrom(1e-3, 0.5) },
      ({ w, g, eta }) => {
        const size = (v: Tensor) => coarse.sqrt(
          [...v.data].map(a => coarse.mul(coarse.of(a), coarse.of(a))).reduce(coarse.add)
        )
        return equal<Plain>(point(updateRatio(w, T.mul(g, -eta))), toInterval(
          coarse.div(coarse.mul(coarse.of(eta), size(g)), size(w))
        ))
      })
  ),
  erratum(
    {
      id: `${name}/update-ratio-target`,
      title: 'Gradients as large as the weights at a rate of 1e-3 have the recommended ratio 1e-3, not e^3',
      statement: String.raw`\|-\eta g\| / \|w\| \approx 10^{-3}`,
      source: 'Notes on CS231n, ratio of updates to weights',
      rows: ['N231-OPT-06']
    },
    {
      printed: {
        text: String.raw`about e^3`,
        tex: String.raw`\text{about } e^3`,
        judge: everyCase('50 x 50 normal numbers', [Math.exp(3)], target => nearTarget(updateRatio, target))
      },
      corrected: {
        text: String.raw`about 10^{-3}`,
        tex: String.raw`\text{about } 10^{-3}`,
        judge: everyCase('50 x 50 normal numbers', [1e-3], target => nearTarget(updateRatio, target))
      }
    }
  )
]

/** Within a factor of two. */
const nearTarget = (updateRatio: UpdateRatioSubject['updateRatio'], target: number): ReadonlyArray<Relation<Plain>> => {
  const [w, g] = [1, 2].map(seed => R.run(R.normals([50, 50]), R.seedOf(seed)))
  const ratio = updateRatio(w ?? T.zeros([1]), T.mul(g ?? T.zeros([1]), -1e-3))
  return [atMost<Plain>(target / 2, ratio, 'ratio'), atMost<Plain>(ratio, target * 2, 'ratio')]
}
