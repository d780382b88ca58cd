import fc from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { batchNorm, relu, softmax } from '../../src/layer/index.js'
import { type Analytic, type Grid, mapGrid } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { layerLaws } from '../layers/index.js'
import { half, permuted, rounded, write } from './changed.js'
import { suite } from './suite.js'
import { onTrial, refuted, right, type Trial } from './trial.js'

type Activation = (x: Tensor) => { readonly y: Tensor; readonly pullback: (dy: Tensor) => { readonly dx: Tensor } }
type Of = <A>(N: Analytic<A>, a: A) => A

const reluOf: Of = (N, a) => N.max(N.of(0), a)
const sigma = (x: number): number => 1 / (1 + Math.exp(-x))
const swishOf: Of = (N, a) => N.div(a, N.add(N.of(1), N.exp(N.sub(N.of(0), a))))
const entries = (f: Of) => <A>(N: Analytic<A>) => mapGrid<A, A>(a => f(N, a))
const entrywise = (f: (x: number) => number, slope: (x: number) => number): Activation => x =>
  ({ y: T.map(x, f), pullback: dy => ({ dx: T.mul(dy, T.map(x, slope)) }) })
const swish = entrywise(x => x * sigma(x), x => sigma(x) + x * sigma(x) * sigma(-x))
const square: Of = (N, a) => N.mul(a, a)

/** The input of the last call, by whose pullback it is read. */
const sharesInput = (): Activation => {
  const last: Array<Tensor> = []
  return x => {
    last[0] = x
    return { y: T.mul(x, x), pullback: dy => ({ dx: T.mul(T.mul(2, last[0] ?? x), dy) }) }
  }
}

/** One output for all calls of a shape, overwritten by each. */
const sharesOutput = (): Activation => {
  const buffers = new Map<string, Tensor>()
  return x => {
    const y = buffers.get(x.shape.join()) ?? T.zeros(x.shape)
    buffers.set(x.shape.join(), y)
    write(y, T.mul(x, x))
    return { y, pullback: dy => ({ dx: T.mul(T.mul(2, x), dy) }) }
  }
}

const softmaxes: Activation = x => (x.shape[0] === x.shape[1] && x.shape.length === 2
  ? { y: T.transpose(softmax(T.transpose(x)).y),
    pullback: dy => ({ dx: T.transpose(softmax(T.transpose(x)).pullback(T.transpose(dy)).dx) }) } : softmax(x))

export const trials: ReadonlyArray<Trial> = onTrial('layerLaws', [
  // directions that repeat after twelve entries
  refuted('rows-exchanged', 'two rows of twelve have their gradients exchanged',
    String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({
    name: 'trial', x: [2, 12],
      layer: (x: Tensor) =>
        ({ y: relu(x).y, pullback: (dy: Tensor) => ({ dx: permuted(relu(x).pullback(dy).dx, half) }) }),
        definition: entries(reluOf)
  }))),
  // value and pullback at drawn shapes
  refuted('squares-transposed', 'softmax goes over columns where there are as many rows',
    String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({
    name: 'trial', x: ['N', 'C'] as never, layer: softmaxes, definition: definition.softmax
  }))),
  // options are drawn
  refuted('eps-ignored', 'batch norm takes eps for 1e-5', String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({
    name: 'trial', x: ['N', 'D'], params: { gamma: ['D'], beta: ['D'] },
    options: { eps: fc.constantFrom(1e-5, 1e-3, 1) },
    layer: () => batchNorm(),
      definition: <A>(N: Analytic<A>) => ({ eps }: { readonly eps: number }) =>
        (p: { readonly gamma: Grid<A>; readonly beta: Grid<A> }) => (x: Grid<A>) =>
        definition.batchNorm(N)(p, N.of(eps))(x)
  } as never))),
  // purity, interleaved
  refuted('input-shared', 'the pullback reads the input of the last call', String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({ name: 'trial', layer: sharesInput(), definition: entries(square) }))),
  refuted('output-shared', 'one output is written over by all calls', String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({ name: 'trial', layer: sharesOutput(), definition: entries(square) }))),
  refuted('output-overwritten', 'the pullback writes over its output', String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({ name: 'trial', layer: (x: Tensor) => {
    const y = T.mul(x, x)
    return { y, pullback: (dy: Tensor) => {
      const dx = T.mul(T.mul(2, x), dy)
      write(y, dx)
      return { dx }
    } }
  }, definition: entries(square) }))),
  // value, pullback: enclosures of 53 bits
  refuted(
    'single-precision', 'numbers of 24 bits are doubles', String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
      suite(() => layerLaws({
      name: 'trial', definition: entries(swishOf),
        layer: (x: Tensor) =>
          ({ y: rounded(swish(x).y), pullback: (dy: Tensor) => ({ dx: rounded(swish(x).pullback(dy).dx) }) })
    }))
  ),
  refuted('single-precision-polynomial', 'numbers of 24 bits are doubles, for x^2',
    String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({
    name: 'trial', definition: entries(square),
      layer: (x: Tensor) =>
        ({ y: rounded(T.mul(x, x)), pullback: (dy: Tensor) => ({ dx: rounded(T.mul(T.mul(2, x), dy)) }) })
  }))),
  // the form of an answer
  refuted('gradient-of-another-shape', 'a gradient may be flat', String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({
    name: 'trial', definition: entries(reluOf),
      layer: (x: Tensor) =>
        ({ y: relu(x).y, pullback: (dy: Tensor) => ({ dx: T.reshape(relu(x).pullback(dy).dx, [x.data.length]) }) })
  }))),
  refuted(
    'no-pullback', 'a layer may answer its output alone', String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
      suite(() => layerLaws({ name: 'trial', definition: entries(reluOf), layer: ((x: Tensor) => relu(x).y) as never }))
  ),
  // without a definition
  refuted('smooth-l1-without-beta', 'without a definition: the slope of x^2 / (2 beta) is x',
    String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({
    name: 'trial',
    layer: entrywise(x => (Math.abs(x) < 0.5 ? x * x : Math.abs(x) - 0.25), x => (Math.abs(x) < 0.5 ? x : Math.sign(x)))
  }))),
  // one in many entries
  refuted('one-entry-barely', 'one entry of a gradient is off by a part in 10^9',
    String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({
    name: 'trial', definition: entries(swishOf),
      layer: (x: Tensor) =>
        ({ y: swish(x).y, pullback: (dy: Tensor) =>
          ({ dx: T.fromFlat(x.shape,
            Array.from(swish(x).pullback(dy).dx.data, (a, k) => (k === x.data.length - 1 ? a * (1 + 1e-9) : a))) }) })
  }))),
  right('supported', 'any-doubles', 'x^2 of any doubles', String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({
    name: 'trial', definition: entries(square),
      inputs: fc.record({ x: fc.array(fc.double({ noNaN: true, min: -1e150, max: 1e150 }),
        { minLength: 4, maxLength: 4 }).map(xs => T.fromFlat([2, 2], xs)) }),
    x: [2, 2], layer: entrywise(x => x * x, x => 2 * x)
  }))),
  right('supported', 'logarithm', 'log x, which is undefined at 0 and below', String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(
      () => layerLaws({ name: 'trial', definition: entries((N, a) => N.log(a)), layer: entrywise(Math.log, x => 1 / x),
        inputs: fc.record({ x: fc.array(fc.integer({ min: 1, max: 40 }),
          { minLength: 4, maxLength: 4 }).map(xs => T.fromFlat([2, 2], xs)) }), x: [2, 2] })
    )),
  right('supported', 'single-precision-said', 'max(0, x) in single precision',
    String.raw`\langle dy, J v\rangle = \langle J^T dy, v\rangle`,
    suite(() => layerLaws({
    name: 'trial', precision: 'single', definition: entries(reluOf),
      layer: (x: Tensor) =>
        ({ y: rounded(relu(x).y), pullback: (dy: Tensor) => ({ dx: rounded(relu(x).pullback(dy).dx) }) })
  })))
])
