import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Affine, Conv2d, conv2d, Flatten, MaxPool2d, maxPool2d, Relu, sequence } from '../dist/src/layer/index.js'
import { softmaxCrossEntropy } from '../dist/src/loss/index.js'
import { orThrow } from '../dist/src/prelude/index.js'
import { normals, run, seedOf } from '../dist/src/random/index.js'
import * as T from '../dist/src/tensor/index.js'
import { kernel } from '../dist/src/tensor/kernel/chosen/kernel.js'

// npm run bench [-- rounds]: milliseconds, and how many times those of numpy on one thread. Each round runs every case once on either
// side, so that a busy machine slows both; medians are compared. Without python3 and numpy our own times are shown alone. The kernel is
// that of LEMMATA_KERNEL.

const rounds = Number(process.argv[2] ?? 31)
const draw = (seed, ...shape) => run(normals(shape), seedOf(seed))

const [x, w, b, dy] = [draw(1, 100, 3, 31, 31), draw(2, 25, 3, 3, 3), draw(3, 25), draw(4, 100, 25, 16, 16)]
const convolution = conv2d({ stride: 2, pad: 1 })({ w, b })
const convolved = convolution(x)
const [images, dPooled] = [draw(5, 100, 3, 32, 32), draw(6, 100, 3, 16, 16)]
const pooling = maxPool2d({ height: 2, width: 2, stride: 2 })
const pooled = pooling(images)
const [left, right] = [draw(7, 512, 512), draw(8, 512, 512)]

const net = sequence({
  conv: Conv2d(32, 7, { pad: 3 }), relu: Relu, pool: MaxPool2d({ height: 2, width: 2, stride: 2 }), flat: Flatten,
  hidden: Affine(100), relu2: Relu, scores: Affine(10)
})
const mlp = sequence({ hidden: Affine(100), relu: Relu, scores: Affine(10) })

// dx is computed when it is asked for
const both = ({ dx, dp }) => [dx, dp]

/** One step of stochastic gradient descent. */
const stepOf = (model, batch) => {
  const built = orThrow(model.build(batch.shape.slice(1)))
  const [params, state] = [run(built.init, seedOf(9)), run(built.state, seedOf(11))]
  const loss = softmaxCrossEntropy(Array.from({ length: batch.shape[0] }, (_, i) => i % 10))
  const moved = (p, slope) => T.sub(p, T.mul(slope, 1e-3))
  return () => {
    const { y, pullback } = model.train(params, state)(batch)
    const { dp } = pullback(loss(y).gradient)
    return params.map((named, i) =>
      Object.fromEntries(Object.entries(named).map(([name, p]) => [name, moved(p, dp[i][name])])))
  }
}

const cases = {
  'conv2d forward': () => convolution(x),
  'conv2d backward': () => both(convolved.pullback(dy)),
  'max pooling forward': () => pooling(images),
  'max pooling backward': () => pooled.pullback(dPooled),
  'gemm 512': () => T.matmul(left, right),
  'convnet step': stepOf(net, draw(10, 50, 3, 32, 32)),
  'MLP step': stepOf(mlp, draw(12, 100, 3072))
}

const timed = compute => {
  const began = performance.now()
  compute()
  return performance.now() - began
}

const median = times => [...times].sort((p, q) => p - q)[Math.floor(times.length / 2)]

/** Asks numpy for the time of a case; NaN where there is no python3 with numpy. */
const openNumpy = () => {
  const python = spawn('python3', [join(import.meta.dirname, 'numpy_cases.py')], { stdio: ['pipe', 'pipe', 'ignore'] })
  const gone = new Promise(resolve => python.on('error', resolve).on('exit', resolve)).then(() => NaN)
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  python.stdin.on('error', () => {})
  return {
    ask: name => {
      python.stdin.write(`${name}\n`)
      return Promise.race([lines.next().then(({ value }) => Number(value)), gone])
    },
    close: () => python.stdin.end()
  }
}

const numpy = openNumpy()
const times = Object.fromEntries(Object.keys(cases).map(name => [name, { ours: [], theirs: [] }]))
for (let round = 0; round < rounds + 3; round++) {
  for (const [name, compute] of Object.entries(cases)) {
    const [ours, theirs] = [timed(compute), await numpy.ask(name)]
    // the first rounds warm up
    if (round >= 3) {
      times[name].ours.push(ours)
      times[name].theirs.push(theirs)
    }
  }
}
numpy.close()

console.log(`kernel: ${kernel()}`)
console.log(`${'case'.padEnd(22)}${'ours, ms'.padStart(10)}${'numpy, ms'.padStart(11)}${'ratio'.padStart(8)}`)
for (const [name, { ours, theirs }] of Object.entries(times)) {
  const [a, c] = [median(ours), median(theirs)]
  const shown = Number.isNaN(c) ? ['-', '-'] : [c.toFixed(2), (a / c).toFixed(2)]
  console.log(`${name.padEnd(22)}${a.toFixed(2).padStart(10)}${shown[0].padStart(11)}${shown[1].padStart(8)}`)
}
