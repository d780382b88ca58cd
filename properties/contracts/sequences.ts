import fc from 'fast-check'
import {
  lstm, lstmStep, multiHeadAttention, rnn, rnnStep, scaledDotProductAttention, temporalAffine,
  temporalSoftmaxCrossEntropy, wordEmbedding
} from '../../src/definition/index.js'
import { fromEntries } from '../../src/number/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { mapRecord } from '../../src/prelude/index.js'
import { type Axes, shapeOf } from '../cases/shapes.js'
import { casesOf, casesWith, flags, flagsIn, hundreds, numberIn, thousands, upTo, wholeGrid, wholes } from './cases.js'
import { type Case, type Contract, contract } from './Contract.js'

// Recurrent nets over sequences x (N, T, D), what stands before and behind them, and attention.

/** The sizes of examples, times, inputs and units: small, since each step leads to the next. */
const small = { N: upTo(2), T: upTo(3), D: upTo(3), H: upTo(2) }

type Weights = 'Wx' | 'Wh' | 'b'

const rnnWeights = { Wx: ['D', 'H'], Wh: ['H', 'H'], b: ['H'] }
const lstmWeights = { Wx: ['D', 'G'], Wh: ['H', 'G'], b: ['G'] }

/** An LSTM has four gates side by side: G is four times H. */
const withGates = (axes: Readonly<Record<string, Axes>>): Contract['cases'] =>
  fc.record(small).chain(({ N, T, D, H }) => {
    const size = { N, T, D, H, G: 4 * H }
    return casesWith(mapRecord(axes, of => shapeOf(of, size)), {})
  })

/** The case with a bias of thousands, at which exp in a sigmoid is beyond all doubles. */
const far = (given: Case): Contract['cases'] => thousands((given['b'] as Tensor).shape).map(b => ({ ...given, b }))

const rnnStepContract: Contract = contract<'x' | 'prev_h' | Weights>({
  name: 'step of a recurrent net',
  forward: 'rnn_step_forward(x, prev_h, Wx, Wh, b) -> next_h, cache',
  backward: ['rnn_step_backward(dnext_h, cache) -> dx, dprev_h, dWx, dWh, db'],
  domain: 'tanh(x Wx + prev_h Wh + b)',
  cases: casesOf({ x: ['N', 'D'], prev_h: ['N', 'H'], ...rnnWeights }, undefined, small),
  define: N => ({ x, prev_h: h, Wx: wx, Wh: wh, b }) => ({ next_h: rnnStep(N)({ wx, wh, b })({ x, h }) })
})

const rnnContract: Contract = contract<'x' | 'h0' | Weights>({
  name: 'recurrent net',
  forward: 'rnn_forward(x, h0, Wx, Wh, b) -> h, cache',
  backward: ['rnn_backward(dh, cache) -> dx, dh0, dWx, dWh, db'],
  domain: 'x (N, T, D); the same weights at each time',
  cases: casesOf({ x: ['N', 'T', 'D'], h0: ['N', 'H'], ...rnnWeights }, undefined, small),
  define: N => ({ x, h0, Wx: wx, Wh: wh, b }) => ({ h: rnn(N)({ wx, wh, b })({ x, h0 }) })
})

const lstmStepContract: Contract = contract<'x' | 'prev_h' | 'prev_c' | Weights>({
  name: 'step of a long short-term memory',
  forward: 'lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b) -> next_h, next_c, cache',
  backward: ['lstm_step_backward(dnext_h, dnext_c, cache) -> dx, dprev_h, dprev_c, dWx, dWh, db'],
  domain: 'the gates i, f, o, g stand in this order in four blocks of H columns',
  extremes: withGates({ x: ['N', 'D'], prev_h: ['N', 'H'], prev_c: ['N', 'H'], ...lstmWeights }).chain(far),
  cases: withGates({ x: ['N', 'D'], prev_h: ['N', 'H'], prev_c: ['N', 'H'], ...lstmWeights }),
  define: N => ({ x, prev_h: h, prev_c: c, Wx: wx, Wh: wh, b }) => {
    const next = lstmStep(N)({ wx, wh, b })({ x, h, c })
    return { next_h: next.h, next_c: next.c }
  }
})

const lstmContract: Contract = contract<'x' | 'h0' | Weights>({
  name: 'long short-term memory',
  forward: 'lstm_forward(x, h0, Wx, Wh, b) -> h, cache',
  backward: ['lstm_backward(dh, cache) -> dx, dh0, dWx, dWh, db'],
  domain: 'x (N, T, D); the cell is 0 before the first time',
  extremes: withGates({ x: ['N', 'T', 'D'], h0: ['N', 'H'], ...lstmWeights }).chain(far),
  cases: withGates({ x: ['N', 'T', 'D'], h0: ['N', 'H'], ...lstmWeights }),
  define: N => ({ x, h0, Wx: wx, Wh: wh, b }) => ({ h: lstm(N)({ wx, wh, b })({ x, h0 }) })
})

const embedding: Contract = contract<'W'>({
  name: 'word embedding',
  forward: 'word_embedding_forward(x, W) -> out, cache',
  backward: ['word_embedding_backward(dout, cache) -> dW'],
  domain: 'x (N, T) whole numbers below V, W (V, D); words may come again',
  cases: casesOf(
    { W: ['V', 'D'] }, ({ V = 1 }) => ({ x: fc.tuple(upTo(3), upTo(3)).chain(shape => wholes(shape, V)) })
  ),
  define: () => ({ W }, given) => ({ out: wordEmbedding(wholeGrid(given, 'x'))(W) })
})

const affineInTime: Contract = contract<'x' | 'w' | 'b'>({
  name: 'affine map at each time',
  forward: 'temporal_affine_forward(x, w, b) -> out, cache',
  backward: ['temporal_affine_backward(dout, cache) -> dx, dw, db'],
  domain: 'x (N, T, D), w (D, M), b (M,)',
  cases: casesOf({ x: ['N', 'T', 'D'], w: ['D', 'M'], b: ['M'] }),
  define: N => ({ x, w, b }) => ({ out: temporalAffine(N)({ w, b })(x) })
})

const softmaxInTime: Contract = contract<'x'>({
  name: 'softmax loss over time',
  forward: 'temporal_softmax_loss(x, y, mask) -> loss, dx',
  domain: 'the sum over what is not masked, divided by N',
  cases: casesOf({ x: ['N', 'T', 'V'] }, ({ N = 1, T = 1, V = 1 }) => ({ y: wholes([N, T], V), mask: flags([N, T]) })),
  extremes: fc.record({ x: thousands([1, 2, 3]), y: wholes([1, 2], 3), mask: flags([1, 2]) }),
  define: N => ({ x }, given) => ({
    loss: fromEntries([], [temporalSoftmaxCrossEntropy(N)(wholeGrid(given, 'y'), flagsIn(given, 'mask'))(x)])
  })
})

const attention: Contract = contract<'q' | 'k' | 'v'>({
  name: 'scaled dot-product attention',
  forward: 'scaled_dot_product_attention_forward(q, k, v) -> out, cache',
  backward: ['scaled_dot_product_attention_backward(dout, cache) -> dq, dk, dv'],
  domain: 'softmax(q k^T / sqrt(E)) v for each example: q (N, T, E), k (N, S, E), v (N, S, M)',
  cases: casesOf(
    { q: ['N', 'T', 'E'], k: ['N', 'S', 'E'], v: ['N', 'S', 'M'] }, undefined,
    { N: upTo(3), T: upTo(3), S: upTo(3), E: upTo(3), M: upTo(3) }
  ),
  extremes: fc.record({ q: hundreds([1, 2, 2], 20), k: hundreds([1, 3, 2], 20), v: hundreds([1, 3, 2], 9) }),
  define: N => inputs => ({ out: scaledDotProductAttention(N)(inputs) })
})

type Projections = 'Wq' | 'Wk' | 'Wv' | 'Wo'

const heads: Contract = contract<'x' | Projections>({
  name: 'multi-head attention',
  forward: 'multi_head_attention_forward(x, Wq, Wk, Wv, Wo, heads) -> out, cache',
  backward: ['multi_head_attention_backward(dout, cache) -> dx, dWq, dWk, dWv, dWo'],
  domain: 'self-attention by heads that share the E columns in blocks, side by side times Wo; no biases',
  cases: fc.record({ n: upTo(2), t: upTo(3), count: upTo(2), each: upTo(2) }).chain(({ n, t, count, each }) => {
    const features = count * each
    const square = [features, features]
    return casesWith(
      { x: [n, t, features], Wq: square, Wk: square, Wv: square, Wo: square }, { heads: fc.constant(count) }
    )
  }),
  define: N => ({ x, Wq: wq, Wk: wk, Wv: wv, Wo: wo }, given) =>
    ({ out: multiHeadAttention(N)({ wq, wk, wv, wo }, numberIn(given, 'heads'))(x) })
})

export const sequenceContracts: ReadonlyArray<Contract> = [
  rnnStepContract, rnnContract, lstmStepContract, lstmContract, embedding, affineInTime, softmaxInTime, attention, heads
]
