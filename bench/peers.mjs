// The same cases by other libraries of JavaScript, where bench/ has them installed: npm --prefix bench ci --ignore-scripts. Each gets its
// arrays beforehand, in the layout and the numbers that it likes best, and gives its result as an array of numbers.

/** Images (N, C, H, W) as (N, H, W, C). */
const channelsLast = ({ data, shape: [n, c, h, w] }) => {
  const out = new Float32Array(data.length)
  for (let i = 0, at = 0; i < n * c; i++) {
    for (let q = 0; q < h * w; q++, at++) out[((i - i % c) / c * h * w + q) * c + i % c] = data[at]
  }
  return out
}

/** Filters (F, C, HH, WW) as (HH, WW, C, F). */
const filtersLast = ({ data, shape: [f, c, h, w] }) => {
  const out = new Float32Array(data.length)
  for (let i = 0, at = 0; i < f; i++) {
    for (let k = 0; k < c; k++) {
      for (let q = 0; q < h * w; q++, at++) out[(q * c + k) * f + i] = data[at]
    }
  }
  return out
}

const channelsFirst = (data, [n, h, w, c]) => {
  const out = new Float64Array(data.length)
  for (let i = 0, at = 0; i < n; i++) {
    for (let q = 0; q < h * w; q++) {
      for (let k = 0; k < c; k++, at++) out[(i * c + k) * h * w + q] = data[at]
    }
  }
  return out
}

const tensorflow = backend => async ({ left, right, images, filters, stride, pad, pooled }) => {
  const tf = await import('@tensorflow/tfjs-core')
  const { setThreadsCount } = await import(`@tensorflow/tfjs-backend-${backend}`)
  setThreadsCount?.(1)
  await tf.setBackend(backend)
  const [a, b] = [left, right].map(({ data, shape }) => tf.tensor2d(Float32Array.from(data), shape))
  const image = given => {
    const [n, c, h, w] = given.shape
    return tf.tensor4d(channelsLast(given), [n, h, w, c])
  }
  const [f, c, h, w] = filters.shape
  const [x, kernel, pooling] = [image(images), tf.tensor4d(filtersLast(filters), [h, w, c, f]), image(pooled)]
  const run = compute => () => {
    tf.setBackend(backend)
    const y = compute()
    const data = y.dataSync()
    const { shape } = y
    y.dispose()
    return { data, shape }
  }
  const images4 = ({ data, shape }) => channelsFirst(data, shape)
  return {
    'gemm 512': { run: run(() => tf.matMul(a, b)), read: ({ data }) => data },
    'conv2d forward': { run: run(() => tf.conv2d(x, kernel, stride, pad)), read: images4 },
    'max pooling forward': { run: run(() => tf.maxPool(pooling, 2, 2, 0)), read: images4 }
  }
}

const jax = async ({ left, right }) => {
  // it looks for a browser's
  globalThis.navigator ??= {}
  const { init, defaultDevice, numpy } = await import('@jax-js/jax')
  await init('wasm')
  defaultDevice('wasm')
  const [a, b] = [left, right].map(({ data, shape }) => numpy.array(Float32Array.from(data), { shape: [...shape] }))
  return { 'gemm 512': { run: () => numpy.matmul(a.ref, b.ref).dataSync(), read: data => data } }
}

const mlMatrix = async ({ left, right }) => {
  const { Matrix } = await import('ml-matrix')
  const [a, b] = [left, right].map(({ data, shape: [rows, columns] }) => Matrix.from1DArray(rows, columns, data))
  return { 'gemm 512': { run: () => a.mmul(b), read: product => product.to1DArray() } }
}

const stdlib = async ({ left, right }) => {
  const { default: dgemm } = await import('@stdlib/blas-base-dgemm')
  const [m, k] = left.shape
  const n = right.shape[1]
  const run = () => dgemm(
    'row-major', 'no-transpose', 'no-transpose', m, n, k, 1, left.data, k, right.data, n, 0, new Float64Array(m * n), n
  )
  return { 'gemm 512': { run, read: data => data } }
}

const all = {
  'tfjs-cpu (float32)': tensorflow('cpu'), 'tfjs-wasm (float32)': tensorflow('wasm'), 'jax-js wasm (float32)': jax,
  'ml-matrix': mlMatrix, 'stdlib dgemm': stdlib
}

/** The cases of each library that is installed. */
export const peers = async arrays => {
  const found = {}
  for (const [name, load] of Object.entries(all)) {
    try {
      found[name] = await load(arrays)
    } catch (error) {
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    }
  }
  return found
}
