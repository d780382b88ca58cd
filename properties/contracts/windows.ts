import fc, { type Arbitrary } from 'fast-check'
import { type AffineGrids, conv2d, maxPool2d, relu } from '../../src/definition/index.js'
import type { Analytic, Grid } from '../../src/number/index.js'
import { casesWith, numberIn, upTo } from './cases.js'
import { type Case, type Contract, contract } from './Contract.js'

/** A window of so many entries that moves by `stride` over a line with `pad` zeros on each side, and the length that it covers exactly. */
const covered = (window: number, stride: number, pad: number, more: number): number => {
  const least = Math.max(0, Math.ceil((1 - window + 2 * pad) / stride))
  return window + (least + more) * stride - 2 * pad
}

/** Images and filters; the places of the window cover all of an image. Seldom large: most mistakes show where there are few entries. */
export const convolutionCases: Arbitrary<Case> = fc.record({
  n: upTo(2), c: upTo(2), f: upTo(2), rows: upTo(3), columns: upTo(3), stride: upTo(3), pad: fc.nat(2),
  down: fc.nat(2), across: fc.nat(2)
}).chain(({ n, c, f, rows, columns, stride, pad, down, across }) => {
  const [height, width] = [covered(rows, stride, pad, down), covered(columns, stride, pad, across)]
  const [few, channels] = n * c * height * width > 50 ? [1, 1] : [n, c]
  return casesWith(
    { x: [few, channels, height, width], w: [f, channels, rows, columns], b: [f] },
    { stride: fc.constant(stride), pad: fc.constant(pad) }
  )
})

interface Filtered<A> extends AffineGrids<A> {
  readonly x: Grid<A>
}

export const convolved = <A>(N: Analytic<A>, { x, w, b }: Filtered<A>, given: Case): Grid<A> =>
  conv2d(N)({ stride: numberIn(given, 'stride'), pad: numberIn(given, 'pad') })({ w, b })(x)

export const convolutionDomain = 'stride and pad for which the windows cover the image exactly'

/** A convolution under one of the names that it has. */
export const convolution = (way: string): Contract => contract<'x' | 'w' | 'b'>({
  name: `convolution (${way})`,
  forward: `conv_forward_${way}(x, w, b, {stride: stride, pad: pad}) -> out, cache`,
  backward: [`conv_backward_${way}(dout, cache) -> dx, dw, db`],
  domain: convolutionDomain,
  cases: convolutionCases,
  define: N => (inputs, given) => ({ out: convolved(N, inputs, given) })
})

export const convRelu: Contract = contract<'x' | 'w' | 'b'>({
  name: 'convolution, then relu',
  forward: 'conv_relu_forward(x, w, b, {stride: stride, pad: pad}) -> out, cache',
  backward: ['conv_relu_backward(dout, cache) -> dx, dw, db'],
  domain: convolutionDomain,
  cases: convolutionCases,
  define: N => (inputs, given) => ({ out: relu(N)(convolved(N, inputs, given)) })
})

const poolingCases: Arbitrary<Case> = fc.record({
  n: upTo(2), c: upTo(2), pool_height: upTo(3), pool_width: upTo(3), stride: upTo(3), down: fc.nat(2), across: fc.nat(2)
}).chain(({ n, c, pool_height, pool_width, stride, down, across }) => {
  const [height, width] = [covered(pool_height, stride, 0, down), covered(pool_width, stride, 0, across)]
  const few = n * c * height * width > 50 ? [1, 1] : [n, c]
  return casesWith({ x: [...few, height, width] }, {
    pool_height: fc.constant(pool_height), pool_width: fc.constant(pool_width), stride: fc.constant(stride)
  })
})

const poolParam = '{pool_height: pool_height, pool_width: pool_width, stride: stride}'

/** Max pooling under one of the names that it has. */
export const maxPooling = (way: string): Contract => contract<'x'>({
  name: `max pooling (${way})`,
  forward: `max_pool_forward_${way}(x, ${poolParam}) -> out, cache`,
  backward: [`max_pool_backward_${way}(dout, cache) -> dx`],
  domain: 'windows that cover the image exactly; tied maxima may share the cotangent in any way, as long as the shares add up to it',
  cases: poolingCases,
  define: N => ({ x }, given) => ({
    out: maxPool2d(N)({
      height: numberIn(given, 'pool_height'), width: numberIn(given, 'pool_width'), stride: numberIn(given, 'stride')
    })(x)
  })
})

/** Images of 2 or 4 pixels each way, which windows of 2 x 2 cover. */
const pooledCases: Arbitrary<Case> = fc.record({
  c: upTo(2), f: upTo(2), size: fc.constantFrom(1, 3), down: upTo(2), across: upTo(2)
}).chain(({ c, f, size, down, across }) => casesWith(
  { x: [1, c, 2 * down, 2 * across], w: [f, c, size, size], b: [f] },
  { pad: fc.constant((size - 1) / 2), stride: fc.constant(1) }
))

export const convReluPool: Contract = contract<'x' | 'w' | 'b'>({
  name: 'convolution, relu, pooling',
  forward: 'conv_relu_pool_forward(x, w, b, {stride: stride, pad: pad}, {pool_height: 2, pool_width: 2, stride: 2}) '
    + '-> out, cache',
  backward: ['conv_relu_pool_backward(dout, cache) -> dx, dw, db'],
  domain: 'filters of 1 x 1 or 3 x 3 that keep the size, then windows of 2 x 2',
  cases: pooledCases,
  define: N => (inputs, given) =>
    ({ out: maxPool2d(N)({ height: 2, width: 2, stride: 2 })(relu(N)(convolved(N, inputs, given))) })
})
