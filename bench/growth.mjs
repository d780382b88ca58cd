import { conv2d } from '../dist/src/layer/index.js'
import * as T from '../dist/src/tensor/index.js'
import { draw } from './cases.mjs'
import { openNumpy } from './numpy.mjs'
import { inRounds, timed } from './timing.mjs'

// How cost grows: a power of two at a time. The slope in a picture with two logarithmic axes is what is printed between two sizes.

const powers = (from, to) => Array.from({ length: Math.log2(to / from) + 1 }, (_, k) => from * 2 ** k)

const product = n => {
  const [a, b] = [draw(1, n, n), draw(2, n, n)]
  return () => T.matmul(a, b)
}

const filters = { w: draw(3, 25, 3, 3, 3), b: draw(4, 25) }
const convolution = n => {
  const x = draw(5, n, 3, 31, 31)
  return () => conv2d({ stride: 2, pad: 1 })(filters)(x)
}

const series = {
  'gemm': { what: 'n, of n x n by n x n', sizes: powers(64, 2048), of: product },
  'conv2d forward': { what: 'examples in a batch', sizes: powers(1, 512), of: convolution }
}

// Products of 2048 take seconds.
const roundsFor = (name, size) => (name === 'gemm' && size > 512 ? 3 : 9)

/** For each series the milliseconds of both at each size. */
export const growth = async () => {
  const numpy = openNumpy(1)
  const found = []
  for (const [name, { what, sizes, of }] of Object.entries(series)) {
    const rows = []
    for (const size of sizes) {
      const compute = of(size)
      const { ours, theirs } = await inRounds(roundsFor(name, size), {
        ours: () => timed(compute), theirs: () => numpy.ask(`${name} of ${size}`)
      })
      rows.push({ size, ours, theirs })
    }
    found.push({ name, what, rows })
  }
  numpy.close()
  return found
}
