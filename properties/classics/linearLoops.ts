import fc from 'fast-check'
import { claim, equal, equalEntries, type Law, sampled } from '../../src/claim/index.js'
import { atMostCases } from '../cases/fewer.js'
import { besideSoftmax, drawn, type Drawn } from './besideSoftmax.js'
import type { LinearClassifierSubject } from './linearClassifiers.js'

/** The loop forms of anyone's own, and the form of the support vector machine without loops. */
export interface LinearLoopsSubject extends Pick<LinearClassifierSubject, 'name' | 'linearSvm'> {
  readonly linearSvmLoops: LinearClassifierSubject['linearSvm']
  readonly linearSoftmaxLoops: LinearClassifierSubject['linearSoftmax']
}

/** That loops over examples and classes compute what the forms without loops do. */
export const linearLoopsLaws: Law<LinearLoopsSubject> = (
  { name, linearSvm, linearSvmLoops, linearSoftmaxLoops }
) => [
  claim(
    {
      id: `${name}/svm-loops`,
      title: 'The support vector machine by loops is the one without, to the last bit where no sum is rounded',
      statement: String.raw`L_{\mathrm{loops}}(W) = L(W), \quad \nabla L_{\mathrm{loops}} = \nabla L`,
      source: 'Notes on CS231n, multiclass support vector machine'
    },
    sampled<Drawn & { readonly margin: number }>(
      { ...drawn, margin: fc.constantFrom(1, 0, 0.25, 10) }, ({ w, margin, ...data }) => {
        const [loops, without] = [linearSvmLoops(data, { margin })(w), linearSvm(data, { margin })(w)]
        return [equal(loops.value, without.value, 'value'), ...equalEntries(loops.gradient, without.gradient, 'gradient')]
      })),
  atMostCases(250, claim(
    {
      id: `${name}/softmax-loops`,
      title: 'The softmax classifier by loops has the value and the gradient of its definition',
      statement: String.raw`L(W) = \tfrac1N \sum_i L_i + \lambda \sum_{dc} W_{dc}^2, \quad \nabla L = \tfrac1N X^T (P - Y) + 2 \lambda W`,
      source: 'Notes on CS231n, softmax classifier'
    },
    sampled<Drawn>(drawn, given => besideSoftmax(linearSoftmaxLoops, given))))
]
