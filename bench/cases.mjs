import * as definition from '../dist/src/definition/index.js'
import { affine, Affine, Conv2d, conv2d, Flatten, MaxPool2d, maxPool2d, Relu, sequence } from '../dist/src/layer/index.js'
import { softmaxCrossEntropy } from '../dist/src/loss/index.js'
import { float64 } from '../dist/src/number/index.js'
import { adam, addParams, onEach, sgd } from '../dist/src/optimizer/index.js'
import { orThrow } from '../dist/src/prelude/index.js'
import { normals, run, seedOf } from '../dist/src/random/index.js'
import * as T from '../dist/src/tensor/index.js'

// What is timed, on drawn numbers; and that it is right: the same bits as the definition run over doubles.

export const draw = (seed, ...shape) => run(normals(shape), seedOf(seed))

const [x, w, b, dy] = [draw(1, 100, 3, 31, 31), draw(2, 25, 3, 3, 3), draw(3, 25), draw(4, 100, 25, 16, 16)]
const steps = { stride: 2, pad: 1 }
const convolution = conv2d(steps)({ w, b })
const convolved = convolution(x)
const [images, dPooled] = [draw(5, 100, 3, 32, 32), draw(6, 100, 3, 16, 16)]
const window = { height: 2, width: 2, stride: 2 }
const pooling = maxPool2d(window)
const pooled = pooling(images)
const [left, right] = [draw(7, 512, 512), draw(8, 512, 512)]
const tiny = { w: draw(13, 3, 4), b: draw(14, 4), x: draw(15, 2, 3), dy: draw(16, 2, 4) }

// dx is computed when it is asked for
const both = ({ dx, dp }) => [dx, dp]

const convnet = sequence({
  conv: Conv2d(32, 7, { pad: 3 }), relu: Relu, pool: MaxPool2d({ height: 2, width: 2, stride: 2 }), flat: Flatten,
  hidden: Affine(100), relu2: Relu, scores: Affine(10)
})
const mlp = sequence({ hidden: Affine(100), relu: Relu, scores: Affine(10) })

/** One step of training on a batch. */
const stepOf = (model, batch, optimizer) => {
  const built = orThrow(model.build(batch.shape.slice(1)))
  const [params, state] = [run(built.init, seedOf(9)), run(built.state, seedOf(11))]
  const loss = softmaxCrossEntropy(Array.from({ length: batch.shape[0] }, (_, i) => i % 10))
  const rule = onEach(optimizer)
  const memory = rule.init(params)
  return () => {
    const { y, pullback } = model.train(params, state)(batch)
    const [step, next] = rule.update(pullback(loss(y).gradient).dp)(params)(memory)
    return [addParams(params, step), next]
  }
}

/** How often a case is run for one time: what is too short for the clock, many times. */
export const repeated = { 'tiny affine': 20_000 }

export const cases = {
  'gemm 512': () => T.matmul(left, right),
  'conv2d forward': () => convolution(x),
  'conv2d backward': () => both(convolved.pullback(dy)),
  'max pooling forward': () => pooling(images),
  'max pooling backward': () => pooled.pullback(dPooled).dx,
  'convnet step, SGD': stepOf(convnet, draw(10, 50, 3, 32, 32), sgd({ learningRate: 1e-3 })),
  'convnet step, Adam': stepOf(convnet, draw(10, 50, 3, 32, 32), adam({ learningRate: 1e-3 })),
  'MLP step': stepOf(mlp, draw(12, 100, 3072), sgd({ learningRate: 1e-3 })),
  'tiny affine': () => both(affine(tiny)(tiny.x).pullback(tiny.dy))
}

/** What other libraries are given. */
export const arrays = { left, right, images: x, filters: w, ...steps, pooled: images }

/** What they should give: our results, without the bias. */
export const results = () => ({
  'gemm 512': cases['gemm 512'](), 'conv2d forward': conv2d(steps)({ w, b: T.zeros([25]) })(x).y,
  'max pooling forward': pooled.y
})

const isSame = (a, { entries }) =>
  a.data.length === entries.length && entries.every((entry, i) => Object.is(entry, a.data[i]))

/** The cases whose results have not the bits of the definition: at two examples, and for matrices two rows, since these take long. */
export const wrong = () => {
  const two = t => T.slice(t, [{ stop: 2 }])
  const product = definition.affine(float64)({ w: T.toGrid(right), b: T.toGrid(T.zeros([512])) })
  const filtered = definition.conv2d(float64)(steps)({ w: T.toGrid(w), b: T.toGrid(b) })
  const largest = definition.maxPool2d(float64)(window)
  const checks = {
    'gemm 512': [cases['gemm 512'](), product, left],
    'conv2d forward': [convolved.y, filtered, x],
    'max pooling forward': [pooled.y, largest, images]
  }
  return Object.keys(checks).filter(name => {
    const [ours, defined, given] = checks[name]
    return !isSame(two(ours), defined(T.toGrid(two(given))))
  })
}
