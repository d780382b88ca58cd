import { type Claim, equal } from '../../../../src/claim/index.js'
import * as T from '../../../../src/tensor/index.js'
import { example, is, t } from './printed.js'

export const claims: ReadonlyArray<Claim> = [
  example('from-lists', 'Arrays of rank 1 and 2 hold the entries of their lists; a changed entry is in the copy alone',
    'An array of the lists (1, 2, 3) and (4, 5, 6) has them as its rows, and its ' +
      'entry 1, 0 is 4. The array (1, 2, 3) with 5 in the first place is (5, 2, 3).',
    ['N231-NP-01', 'N231-NP-02'], () => [
      ...is(t([[1, 2, 3], [4, 5, 6]]), [[1, 2, 3], [4, 5, 6]], 'b'),
      equal(T.at(t([[1, 2, 3], [4, 5, 6]]), [1, 0]), 4, 'b[1,0]'),
      ...is(T.with(t([1, 2, 3]), [0], 5), [5, 2, 3], 'a')
    ]),
  example('constants', 'Zeros, ones and the identity',
    'The zeros of shape 2x2 are all 0, the ones of shape 1x2 all ' +
      '1, and the identity of size 2 has the rows (1, 0), (0, 1).',
    ['N231-NP-04'], () => [
    ...is(T.zeros([2, 2]), [[0, 0], [0, 0]], 'zeros'), ...is(T.ones([1, 2]), [[1, 1]], 'ones'),
    ...is(T.eye(2), [[1, 0], [0, 1]], 'eye')
  ]),
  example('ranges', 'A range runs from its start up to, not including, its stop, by its step',
    'The range up to 10 is 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, and the one from 2 up to 11 by steps of 3 is 2, 5, 8.',
    ['N231-NP-08'], () => [
    ...is(T.arange(10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'arange(10)'),
    ...is(T.arange(2, 11, 3), [2, 5, 8], 'arange(2, 11, 3)')
  ]),
  example('linspace', 'Points spread evenly, with and without the end, and their distance',
    'Five points from 2 to 3 are 2, 2.25, 2.5, 2.75, 3, with ' +
      'the step .25, and without the end 2, 2.2, 2.4, 2.6, 2.8.',
    ['N231-NP-10'], () => [
      ...is(T.linspace(2, 3, 5), [2, 2.25, 2.5, 2.75, 3], 'with the end'),
      ...is(T.linspace(2, 3, 5, { endpoint: false }), [2, 2.2, 2.4, 2.6, 2.8], 'without'),
      equal(T.linspaceStep(2, 3, 5), 0.25, 'step')
    ])
]
