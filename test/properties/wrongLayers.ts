import fc from 'fast-check'
import type { AnyLayerSubject } from '../../properties/layers/layer.js'
import { printedNorm } from '../../properties/subjects/printedNorm.js'
import * as definition from '../../src/definition/index.js'
import type { ScaleAndShift } from '../../src/definition/index.js'
import * as layers from '../../src/layer/index.js'
import type { NormParams } from '../../src/layer/index.js'
import { type Analytic, type Grid, mapGrid } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** A wrong layer, and the law that refutes it. */
export interface Wrong {
  readonly bug: string
  readonly law: string
  readonly subject: AnyLayerSubject<never>
}

type Params = Readonly<Record<string, Tensor>>
type Layer = (x: Tensor) => { readonly y: Tensor; readonly pullback: (dy: Tensor) => { readonly dx: Tensor } }
type Parametric = (p: never) => (x: Tensor) => {
  readonly y: Tensor; readonly pullback: (dy: Tensor) => { readonly dx: Tensor; readonly dp: Params }
}

const entries = (t: Tensor): Array<number> => [...t.data]
const from = (t: Tensor, data: ReadonlyArray<number>): Tensor => T.fromFlat(t.shape, data)
const mapped = (t: Tensor, f: (a: number, i: number) => number): Tensor => from(t, entries(t).map(f))

/** The layer with what it pulls back changed. */
const pulling = (layer: Layer, change: (dx: Tensor, x: Tensor, dy: Tensor) => Tensor): Layer => x => {
  const { y, pullback } = layer(x)
  return { y, pullback: dy => ({ dx: change(pullback(dy).dx, x, dy) }) }
}

const pullingParams = <P extends Params>(
  layer: (p: P) => (x: Tensor) => {
    readonly y: Tensor; readonly pullback: (dy: Tensor) => { readonly dx: Tensor; readonly dp: P }
  },
  change: (pulled: { readonly dx: Tensor; readonly dp: P }, x: Tensor, p: P) => {
    readonly dx: Tensor; readonly dp: Params
  }
): Parametric => (p: P) => (x: Tensor) => {
  const { y, pullback } = layer(p)(x)
  return { y, pullback: (dy: Tensor) => change(pullback(dy), x, p) }
}

/** The first and the second half of the entries exchanged. */
const exchanged = (t: Tensor): Tensor => {
  const half = t.data.length >> 1
  return from(t, [...entries(t).slice(half), ...entries(t).slice(0, half)])
}

const entrywise = (f: (a: number) => number, slope: (a: number) => number): Layer => x =>
  ({ y: T.map(x, f), pullback: dy => ({ dx: T.zip(dy, x, (d, a) => d * slope(a)) }) })

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a))
type Formula = <A>(N: Analytic<A>) => (x: Grid<A>) => Grid<A>
const each = (f: <A>(N: Analytic<A>, a: A) => A): Formula =>
  <A>(N: Analytic<A>): ((x: Grid<A>) => Grid<A>) => mapGrid((a: A) => f(N, a))

const relu = { name: 'relu', definition: definition.relu } as const
const affine =
  { name: 'affine', definition: definition.affine, x: ['N', 'D'], params: { w: ['D', 'M'], b: ['M'] } } as const
const softplus: Formula = each((N, a) => N.log(N.add(N.of(1), N.exp(a))))
const swish: Formula = each((N, a) => N.div(a, N.add(N.of(1), N.exp(N.sub(N.of(0), a)))))

const tensors = (shape: ReadonlyArray<number>, entry: fc.Arbitrary<number>): fc.Arbitrary<{ x: Tensor }> =>
  fc.array(entry, { minLength: shape.reduce((a, b) => a * b, 1), maxLength: shape.reduce((a, b) => a * b, 1) })
    .map(data => ({ x: T.fromFlat(shape, data) }))

const layerNormLike = (
  standardise: (x: Tensor, p: NormParams) => ReturnType<ReturnType<ReturnType<typeof layers.layerNorm>>>
) => ({
  name: 'layerNorm', x: ['N', 'D'] as const, params: { gamma: ['D'], beta: ['D'] },
  layer: ((p: NormParams) => (x: Tensor) => standardise(x, p)) as unknown as Parametric,
  definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.layerNorm(N)(p, N.of(1e-5))
})

// What a module keeps between calls.
const kept = { x: T.zeros([1]), buffer: new Float64Array(0), calls: 0 }

/** One buffer for each size, which the next call of that size writes again. */
const buffers = new Map<string, Float64Array>()
const reused = (name: string, shape: ReadonlyArray<number>, data: ReadonlyArray<number>): Tensor => {
  const key = `${name} ${data.length}`
  const buffer = buffers.get(key) ?? new Float64Array(data.length)
  buffers.set(key, buffer)
  buffer.set(data)
  return { shape, data: buffer }
}

const write = (t: Tensor, i: number, a: number): void => { (t.data as unknown as Float64Array)[i] = a }

const subject = (given: unknown): AnyLayerSubject<never> => given as AnyLayerSubject<never>

export const wrongLayers: ReadonlyArray<Wrong> = [
  // entries exchanged
  { bug: 'relu: rows of dx exchanged', law: 'pullback', subject: subject(
    { ...relu, x: [2, 12], layer: pulling(layers.relu, exchanged) }
  ) },
  { bug: 'relu: rows of dx exchanged where there are two', law: 'pullback',
    subject: subject(
      { ...relu, x: ['N', 'D'], layer: pulling(layers.relu, (dx, x) => (x.shape[0] === 2 ? exchanged(dx) : dx)) }
    ) },
  { bug: 'relu: entries 12 apart exchanged', law: 'pullback',
    subject: subject(
      { ...relu, x: [24], layer: pulling(layers.relu, dx => mapped(dx, (_, i) => dx.data[(i + 12) % 24] ?? 0)) }
    ) },
  { bug: 'maxPool2d: examples exchanged', law: 'pullback', subject: subject({
    name: 'maxPool2d', x: [2, 3, 2, 2], layer: pulling(layers.maxPool2d({ height: 2, width: 2, stride: 2 }), exchanged),
    definition: <A>(N: Analytic<A>) => definition.maxPool2d(N)({ height: 2, width: 2, stride: 2 }) }) },
  { bug: 'conv2d: filters of dw exchanged', law: 'pullback', subject: subject({
    name: 'conv2d', x: [2, 2, 3, 3], params: { w: [2, 2, 2, 2], b: [2] },
    layer: pullingParams(layers.conv2d(), ({ dx, dp }) => ({ dx, dp: { ...dp, w: exchanged(dp.w) } })),
    definition: <A>(N: Analytic<A>) => definition.conv2d(N)({ stride: 1, pad: 0 }) }) },
  { bug: 'affine: mass moved from dw[0] to dw[12]', law: 'pullback', subject: subject({
    ...affine, x: [3, 7], params: { w: [7, 2], b: [2] },
    layer: pullingParams(layers.affine, ({ dx, dp }) =>
      ({ dx, dp: { ...dp, w: mapped(dp.w, (a, i) => a + (i === 0 ? -8 : i === 12 ? 8 : 0)) } })) }) },
  { bug: 'affine: the last entry of db forgotten', law: 'pullback', subject: subject({
    ...affine, layer: pullingParams(layers.affine, ({ dx, dp }) =>
      ({ dx, dp: { ...dp, b: mapped(dp.b, (a, i) => (i > 0 && i === dp.b.data.length - 1 ? 0 : a)) } })) }) },
  { bug: 'affine: dw transposed where it is square', law: 'pullback', subject: subject({
    ...affine, layer: pullingParams(layers.affine, ({ dx, dp }) =>
      ({ dx, dp: { ...dp, w: dp.w.shape[0] === dp.w.shape[1] ? T.transpose(dp.w) : dp.w } })) }) },
  // what a function that was made once remembers
  { bug: 'affine: the first x is answered for ever', law: 'pure', subject: subject({
    ...affine, layer: (p: { readonly w: Tensor; readonly b: Tensor }) => {
      let kept: ReturnType<ReturnType<typeof layers.affine>> | undefined
      return (x: Tensor) => (kept ??= layers.affine(p)(x))
    } }) },
  { bug: 'affine: the pullback reads the last x', law: 'pure', subject: subject({
    ...affine, layer: (p: { readonly w: Tensor; readonly b: Tensor }) => {
      let last: Tensor
      return (x: Tensor) => {
        last = x
        return { y: layers.affine(p)(x).y, pullback: (dy: Tensor) => layers.affine(p)(last).pullback(dy) }
      }
    } }) },
  // sizes that coincide
  { bug: 'affine: the transposed weights where they are square', law: 'value', subject: subject({
    ...affine, layer: (p: { readonly w: Tensor; readonly b: Tensor }) =>
      layers.affine(p.w.shape[0] === p.w.shape[1] ? { ...p, w: T.transpose(p.w) } : p) }) },
  { bug: 'layerNorm: over the batch when N = D', law: 'value', subject: subject(layerNormLike((x, p) =>
    (x.shape[0] === x.shape[1] && x.shape[0] !== 1 ? layers.batchNorm()(p)(x) : layers.layerNorm()(p)(x)))) },
  { bug: 'softmax: over rows when N = C', law: 'value', subject: subject({
    name: 'softmax', x: ['N', 'C'], definition: definition.softmax,
    layer: (x: Tensor) => (x.shape[0] === x.shape[1] && x.shape[0] !== 1
      ? { y: T.transpose(layers.softmax(T.transpose(x)).y), pullback:
        layers.softmax(x).pullback } : layers.softmax(x)) }) },
  { bug: 'groupNorm: pixels of the output permuted', law: 'value', subject: subject({
    name: 'groupNorm', x: ['N', 2, 'H', 'W'], params: { gamma: [2], beta: [2] },
    layer: (p: NormParams) => (x: Tensor) => {
      const { y, pullback } = layers.groupNorm({ groups: 1 })(p)(x)
      return { y: T.reshape(T.transpose(y, [0, 1, 3, 2]), y.shape), pullback }
    },
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.groupNorm(N)(p, 1, N.of(1e-5)) }) },
  { bug: 'spatialBatchNorm: the cotangent with rows for columns', law: 'pullback', subject: subject({
    name: 'spatialBatchNorm', x: ['N', 'C', 'H', 'W'], params: { gamma: ['C'], beta: ['C'] },
    layer: (p: NormParams) => (x: Tensor) => {
      const { y, pullback } = layers.spatialBatchNorm()(p)(x)
      return { y, pullback: (dy: Tensor) => pullback(T.reshape(T.transpose(dy, [0, 1, 3, 2]), dy.shape)) }
    },
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.spatialBatchNorm(N)(p, N.of(1e-5)) }) },
  { bug: 'transposed: the cotangent not transposed back', law: 'pullback', subject: subject({
    name: 'transposed', x: ['N', 'D'],
    layer: (x: Tensor) => ({ y: T.transpose(x), pullback: (dy: Tensor) => ({ dx: T.reshape(dy, x.shape) }) }),
    definition: <A>(_: Analytic<A>) => (x: Grid<A>) => ({ ...x, shape: [x.shape[1] ?? 0, x.shape[0] ?? 0],
      entries: Array.from(
        { length: x.entries.length }, (_e, k) => x.at(k % (x.shape[0] ?? 1), Math.floor(k / (x.shape[0] ?? 1)))
      ) }) }) },
  // options
  { bug: 'leakyRelu: the slope of the default whatever was asked for', law: 'value', subject: subject({
    name: 'leakyRelu', options: { slope: fc.integer({ min: 0, max: 8 }).map(k => k / 8) },
    layer: () => layers.leakyRelu({ slope: 0.25 }),
    definition: <A>(N: Analytic<A>) =>
      ({ slope }: { readonly slope: number }) => definition.leakyRelu(N)(N.of(slope)) }) },
  { bug: 'batchNorm: eps 1e-5 whatever was asked for', law: 'value', subject: subject({
    name: 'batchNorm', x: ['N', 'D'], params: { gamma: ['D'], beta: ['D'] }, options: { eps: fc.constantFrom(1, 0.25) },
    layer: () => layers.batchNorm(),
    definition: <A>(N: Analytic<A>) =>
      ({ eps }: { readonly eps: number }) => (p: ScaleAndShift<A>) => definition.batchNorm(N)(p, N.of(eps)) }) },
  // purity
  { bug: 'x in a module variable, read by the pullback', law: 'pure', subject: subject({
    ...relu, layer: (x: Tensor) => {
      kept.x = x
      return { y: layers.relu(x).y, pullback: (dy: Tensor) =>
        ({ dx: mapped(dy, (d, i) => ((kept.x.data[i] ?? 0) > 0 ? d : 0)) }) }
    } }) },
  { bug: 'y in one buffer', law: 'pure', subject: subject({
    ...relu, layer: (x: Tensor) => ({ ...layers.relu(x), y: reused('y', x.shape, entries(layers.relu(x).y)) }) }) },
  { bug: 'dx in one buffer', law: 'pure', subject: subject({
    ...relu, x: ['N', 'D'], layer: pulling(layers.relu, dx => reused('dx', dx.shape, entries(dx))) }) },
  { bug: 'a pullback that overwrites its y', law: 'pure', subject: subject({
    name: 'exp', definition: each((N, a) => N.exp(a)), layer: (x: Tensor) => {
      const y = T.map(x, Math.exp)
      return { y, pullback: (dy: Tensor) => {
        entries(y).forEach((a, i) => write(y, i, a * (dy.data[i] ?? 0)))
        return { dx: mapped(y, a => a) }
      } }
    } }) },
  { bug: 'a pullback that overwrites dy', law: 'pure', subject: subject({
    ...relu, layer: (x: Tensor) => ({ y: layers.relu(x).y, pullback: (dy: Tensor) => {
      entries(dy).forEach((d, i) => write(dy, i, (x.data[i] ?? 0) > 0 ? d : 0))
      return { dx: dy }
    } }) }) },
  { bug: 'weights decayed where they are read', law: 'pure', subject: subject({
    ...affine, layer: (p: { readonly w: Tensor; readonly b: Tensor }) => (x: Tensor) => {
      const found = layers.affine({ w: mapped(p.w, a => a), b: p.b })(x)
      entries(p.w).forEach((a, i) => write(p.w, i, a / 2))
      return found
    } }) },
  { bug: 'x clipped in place', law: 'pure', subject: subject({
    ...relu, layer: (x: Tensor) => {
      const found = layers.relu(mapped(x, a => a))
      entries(x).forEach((a, i) => write(x, i, Math.max(0, a)))
      return found
    } }) },
  { bug: 'another answer at every fifth call', law: 'pure', subject: subject({
    ...relu, layer: (x: Tensor) => {
      kept.calls += 1
      const { y, pullback } = layers.relu(x)
      return { y: kept.calls % 5 === 0 ? T.add(y, 1) : y, pullback }
    } }) },
  { bug: 'a second pullback gives twice as much', law: 'pure', subject: subject({
    ...relu, layer: (x: Tensor) => {
      const { y, pullback } = layers.relu(x)
      const asked = { times: 0 }
      return { y, pullback: (dy: Tensor) => {
        asked.times += 1
        return { dx: T.mul(pullback(dy).dx, asked.times) }
      } }
    } }) },
  // digits
  { bug: 'affine: outputs in single precision', law: 'value', subject: subject({
    ...affine, layer: (p: { readonly w: Tensor; readonly b: Tensor }) => (x: Tensor) => {
      const { y, pullback } = layers.affine(p)(x)
      return { y: mapped(y, Math.fround), pullback }
    } }) },
  { bug: 'relu: outputs in single precision', law: 'value', subject: subject({
    ...relu, layer: (x: Tensor) => ({ ...layers.relu(x), y: mapped(layers.relu(x).y, Math.fround) }) }) },
  { bug: 'relu: dx in single precision', law: 'pullback', subject: subject(
    { ...relu, layer: pulling(layers.relu, dx => mapped(dx, Math.fround)) }
  ) },
  { bug: 'tanh: dx wrong in the tenth digit', law: 'pullback', subject: subject({
    name: 'tanh', definition: each((N, a) => N.tanh(a)), layer: pulling(layers.tanh, dx => T.mul(dx, 1 + 1e-9)) }) },
  { bug: 'single precision: a term left out', law: 'pullback', subject: subject({
    name: 'square', precision: 'single', definition: each((N, a) => N.mul(a, a)),
    layer: entrywise(a => Math.fround(a * a), a => Math.fround(a)) }) },
  // formulas
  { bug: 'swish without the second term', law: 'pullback', subject: subject({
    name: 'swish', definition: swish, layer: entrywise(a => a * sigmoid(a), sigmoid) }) },
  { bug: 'swish without the second term, and no definition', law: 'pullback', subject: subject({
    name: 'swish', layer: entrywise(a => a * sigmoid(a), sigmoid) }) },
  { bug: 'softplus that overflows', law: 'value', subject: subject({
    name: 'softplus', definition: softplus, layer: entrywise(a => Math.log(1 + Math.exp(a)), sigmoid),
    inputs: tensors([3], fc.integer({ min: 0, max: 1000 })) }) },
  { bug: 'log of x + 1e-3', law: 'value', subject: subject({
    name: 'log', definition: each((N, a) => N.log(a)), layer: entrywise(a => Math.log(a + 1e-3), a => 1 / a),
    inputs: tensors([3], fc.integer({ min: 0, max: 24 }).map(k => k / 4)) }) },
  { bug: 'relu: slope 1 at 0', law: 'pullback', subject: subject(
    { ...relu, layer: entrywise(a => Math.max(0, a), a => (a >= 0 ? 1 : 0)) }
  ) },
  { bug: 'relu: slope 2 at 0, any slope between being accepted', law: 'pullback', subject: subject({
    ...relu, atKinks: 'any', layer: entrywise(a => Math.max(0, a), a => (a > 0 ? 1 : a < 0 ? 0 : 2)) }) },
  { bug: 'relu: slope 2 at 0, and no definition', law: 'pullback', subject: subject({
    name: 'relu', layer: entrywise(a => Math.max(0, a), a => (a > 0 ? 1 : a < 0 ? 0 : 2)) }) },
  { bug: 'max of two: both of a tie get all of dy, any slope between being accepted', law:
    'pullback', subject: subject({
    name: 'max', atKinks: 'any', x: [2], inputs: tensors([2], fc.constantFrom(0, 1)),
    layer: (x: Tensor) => ({
      y: T.max(x), pullback: (dy: Tensor) => ({ dx: mapped(x, a => (a === Math.max(...entries(x)) ? T.item(dy) : 0)) })
    }),
    definition: <A>(N: Analytic<A>) =>
      (x: Grid<A>) => ({ shape: [], entries: [N.max(x.at(0), x.at(1))], at: () => N.max(x.at(0), x.at(1)) }) }) },
  { bug: 'a pullback that squares dy', law: 'linear-pullback', subject: subject({
    name: 'relu', layer: pulling(layers.relu, (dx, _, dy) => T.mul(dx, T.abs(dy))) }) },
  { bug: 'a pullback with a constant', law: 'linear-pullback', subject: subject(
    { ...relu, layer: pulling(layers.relu, dx => T.add(dx, 1)) }
  ) },
  { bug: 'batchNorm: the variance divided by N - 1', law: 'value', subject: subject({
    name: 'batchNorm', x: ['N', 'D'], params: { gamma: ['D'], beta: ['D'] },
    layer: (p: NormParams) => (x: Tensor) => {
      const n = x.shape[0] ?? 1
      return n === 1 ? layers.batchNorm()(p)(x)
        : layers.batchNorm({ eps: 1e-5 * n / (n - 1) })(p)(T.mul(x, Math.sqrt((n - 1) / n)))
    },
    definition: <A>(N: Analytic<A>) => (p: ScaleAndShift<A>) => definition.batchNorm(N)(p, N.of(1e-5)),
    printed: printedNorm(1e-5, ([, feature]) => `${feature}`) }) },
  { bug: 'relu(x) - relu(-x): slope 0 at 0, any slope between being accepted', law: 'pullback', subject: subject({
    name: 'odd', atKinks: 'any', definition: each((N, a) => N.sub(N.relu(a), N.relu(N.neg(a)))),
    layer: entrywise(a => a, a => (a === 0 ? 0 : 1)) }) },
  // forms
  { bug: 'dp with an entry of its own', law: 'form', subject: subject({
    ...affine, layer: pullingParams(layers.affine, ({ dx, dp }) => ({ dx, dp: { ...dp, scale: dx } })) }) },
  { bug: 'dx with its data in an Array', law: 'form', subject: subject({
    ...relu, layer: pulling(layers.relu, dx => (({ shape: dx.shape, data: [...dx.data] }))) }) },
  { bug: 'a list [y, cache]', law: 'form', subject: subject({ ...relu, layer: (x: Tensor) => [layers.relu(x).y, x] }) },
  { bug: 'a number', law: 'form', subject: subject({ ...relu, layer: () => 3 }) },
  { bug: 'no pullback', law: 'form', subject: subject({ ...relu, layer: (x: Tensor) => ({ y: layers.relu(x).y }) }) },
  { bug: 'nested arrays', law: 'form', subject: subject(
    { ...relu, layer: (x: Tensor) => ({ ...layers.relu(x), y: T.toNested(layers.relu(x).y) }) }
  ) },
  { bug: '{ dx, dw, db } without dp', law: 'form', subject: subject({
    ...affine, layer: (p: { readonly w: Tensor; readonly b: Tensor }) => (x: Tensor) => {
      const { y, pullback } = layers.affine(p)(x)
      return { y, pullback: (dy: Tensor) => ({ dx: pullback(dy).dx, dw: pullback(dy).dp.w, db: pullback(dy).dp.b }) }
    } }) },
  { bug: 'db as a row', law: 'form', subject: subject({
    ...affine,
    layer: pullingParams(layers.affine, ({ dx, dp }) => ({ dx, dp: { ...dp, b: T.reshape(dp.b, [1, -1]) } })) }) },
  { bug: 'y as a row', law: 'value', subject: subject({ ...relu, layer: (x: Tensor) => {
    const { y, pullback } = layers.relu(x)
    return { y: T.reshape(y, [1, -1]), pullback: (dy: Tensor) => pullback(T.reshape(dy, x.shape)) }
  } }) },
  { bug: 'an error for one row', law: 'value', subject: subject({ ...relu, x: ['N', 'D'], layer: (x: Tensor) => {
    if (x.shape[0] === 1) throw new RangeError('one row')
    return layers.relu(x)
  } }) }
]

export { each, entrywise, sigmoid, softplus, swish, tensors }
