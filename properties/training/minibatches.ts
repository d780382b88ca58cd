import fc from 'fast-check'
import {
  type Claim, claim, equal, equalEntries, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { Layer, Params } from '../../src/layer/index.js'
import type { Loss } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { labelled, objective } from '../../src/train/index.js'
import { quarters } from '../cases/quarters.js'
import { sparsely } from '../cases/sparsely.js'

/** A classifier of two numbers into two classes with parameters w and b, and a loss whose gradients of quarters are exact. */
export interface BatchSubject {
  readonly name: string
  readonly classifier: Layer
  readonly loss: Loss<ReadonlyArray<number>>
}

interface Given {
  readonly x: Tensor
  readonly labels: ReadonlyArray<number>
  readonly w: Tensor
  readonly b: Tensor
}

const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]

export const minibatchLaws: Law<BatchSubject> = ({ name, classifier, loss }): ReadonlyArray<Claim> => [
  sparsely(claim(
    {
      id: `${name}/objective`,
      title: 'The losses and gradients of all six pairs of four examples add up to six times those of all',
      statement: String.raw`\sum_{i < j} \nabla L_{\{i, j\}} = \tbinom42 \nabla L`,
      source: 'Notes on CS231n, gradient descent',
      rows: ['N231-GRD-07']
    },
    sampled<Given>(
      {
        x: quarters([4, 2], 12), labels: fc.array(fc.nat({ max: 1 }), { minLength: 4, maxLength: 4 }),
        w: quarters([2, 2], 12), b: quarters([2], 12)
      },
      ({ x, labels, w, b }): ReadonlyArray<Relation<Plain>> => {
        const params: Params = [{ w, b }]
        const examples = labelled(x, labels)
        const on = (positions: ReadonlyArray<number>) => {
          const batch = examples.take(positions)
          return objective({ model: classifier, loss })(params, [{}])(batch.x, batch.target)
        }
        const [all, batches] = [on([0, 1, 2, 3]), pairs.map(on)]
        const total = (parameter: string): Tensor =>
          batches.map(({ gradient }) => gradient[0]?.[parameter] as Tensor).reduce((a, g) => T.add(a, g))
        return [
          equal<Plain>(batches.reduce((sum, { value }) => sum + value, 0), 6 * all.value, 'loss'),
          ...['w', 'b'].flatMap(
            parameter => equalEntries(total(parameter), T.mul(all.gradient[0]?.[parameter] as Tensor, 6), parameter)
          )
        ]
      })
  ))
]
