import fc from 'fast-check'
import { affine, dropout, relu } from '../../src/definition/index.js'
import { type Analytic, fromEntries, type Grid, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import { odd, tensors } from '../cases/numbers.js'
import { casesOf, casesWith, numberIn, upTo } from './cases.js'
import { type Contract, contract } from './Contract.js'

/** Each example as one row, however many axes it has. */
const flattened = <A>(x: Grid<A>): Grid<A> =>
  fromEntries([x.shape[0] ?? 1, sizeOf(x.shape.slice(1))], x.entries)

/** Examples of one to three axes, and the weights and biases that fit them. */
const affineCases: Contract['cases'] = fc.tuple(upTo(4), fc.oneof(
  { withCrossShrink: true },
  fc.tuple(upTo(4)), fc.tuple(upTo(3), upTo(2)), fc.tuple(upTo(2), upTo(2), upTo(2))
), upTo(4)).chain(([n, axes, m]) => casesWith({ x: [n, ...axes], w: [sizeOf(axes), m], b: [m] }, {}))

const anyShape = fc.constantFrom(['N'], ['N', 'D'], ['N', 'D'], ['N', 'C', 'H', 'W'])

export const affineLayer: Contract = contract<'x' | 'w' | 'b'>({
  name: 'affine',
  forward: 'affine_forward(x, w, b) -> out, cache',
  backward: ['affine_backward(dout, cache) -> dx, dw, db'],
  domain: 'x (N, d1, ..., dk), w (d1 ... dk, M), b (M,)',
  cases: affineCases,
  define: N => ({ x, w, b }) => ({ out: affine(N)({ w, b })(flattened(x)) })
})

export const reluLayer: Contract = contract<'x'>({
  name: 'relu',
  forward: 'relu_forward(x) -> out, cache',
  backward: ['relu_backward(dout, cache) -> dx'],
  domain: 'x of any shape',
  cases: anyShape.chain(x => casesOf({ x })),
  define: N => ({ x }) => ({ out: relu(N)(x) })
})

export const affineRelu: Contract = contract<'x' | 'w' | 'b'>({
  name: 'affine, then relu',
  forward: 'affine_relu_forward(x, w, b) -> out, cache',
  backward: ['affine_relu_backward(dout, cache) -> dx, dw, db'],
  domain: 'as of affine',
  cases: affineCases,
  define: N => ({ x, w, b }) => ({ out: relu(N)(affine(N)({ w, b })(flattened(x))) })
})

interface Masked<A> {
  readonly x: Grid<A>
  /** Which entries stayed: it is seen in the output, and is not known before a call. */
  readonly mask?: Grid<A>
}

/** Dropout by a mask; before there is one, all that is asked for is the shape, which is that of x. */
const masked = <A>(N: Analytic<A>, { x, mask }: Masked<A>, keep: number): Grid<A> =>
  (mask === undefined ? x : dropout(N)({ keepProbability: N.of(keep), mask })(x))

/** Whether the p of dropout is the probability with which an entry stays, or goes. */
export type MeaningOfP = 'keep' | 'drop'

/** Dropout that enlarges what stays, so that nothing is to be done at test time. */
export const dropoutLayers = (meaning: MeaningOfP): ReadonlyArray<Contract> => {
  const keepOf = (p: number): number => (meaning === 'keep' ? p : 1 - p)
  const probability = fc.constantFrom(0.25, 0.5, 0.75, 0.875)
  return [
    contract<'x'>({
      name: 'dropout', when: 'in train mode',
      forward: 'dropout_forward(x, {mode: train, p: p, seed: seed}) -> out, cache',
      backward: ['dropout_backward(dout, cache) -> dx'],
      domain: `p is the probability to ${meaning} an entry, and what stays is divided by the probability to stay`,
      mayLack: ['seed'],
      // no 0 among the inputs: a 0 in the output was dropped
      cases: fc.tuple(upTo(4), upTo(4)).chain(
        shape => fc.record({ x: tensors(shape, odd), p: probability, seed: fc.nat(999) })
      ),
      observed: ({ out }) => ({ mask: T.map(out as T.Tensor, a => (a === 0 ? 0 : 1)) }),
      define: N => (inputs, given) => ({ out: masked(N, inputs, keepOf(numberIn(given, 'p'))) }),
      share: { result: 'out', kept: keepOf(0.25), caseFor: seed => ({ x: T.ones([20, 20]), p: 0.25, seed }) }
    }),
    contract<'x'>({
      name: 'dropout', when: 'in test mode',
      forward: 'dropout_forward(x, {mode: test, p: p, seed: seed}) -> out, cache',
      backward: ['dropout_backward(dout, cache) -> dx'],
      mayLack: ['p', 'seed'],
      domain: 'nothing is dropped or scaled',
      cases: casesOf({ x: ['N', 'D'] }, () => ({ p: probability, seed: fc.nat(999) })),
      define: () => ({ x }) => ({ out: x })
    })
  ]
}
