import { conv2d as definedConv2d, maxPool2d as definedMaxPool2d } from '../../../src/definition/index.js'
import { relativeError } from '../../../src/difference/index.js'
import { conv2d, maxPool2d } from '../../../src/layer/index.js'
import { float64 } from '../../../src/number/index.js'
import { normals, run, seedOf } from '../../../src/random/index.js'
import { everyCase, type Study, studyOf, timed, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { convolvedBack, pooledBack } from './naiveLayers.js'

const documented = { images: 100, side: 31, filters: 25 }

/** The layers of the library beside their definitions, loop by loop. */
export const experiment: Study = studyOf({
  name: 'fast-layers', document: 'convnet-notebooks', place: 'convolutional networks, fast layers', title: 'Fast layers',
  about: 'Convolution and max pooling by their definitions and by the kernels of the library, forward and backward: times, and how far they differ.',
  reported: 'Convolution is 604.8 times as fast forward and 417.9 backward, pooling 77.0 and 35.5; they differ by at most 5e-11, pooling by 0.',
  documented, short: { ...documented, images: 10 }, seconds: { short: 5, documented: 40 },
  draw: ({ images, side, filters }, seed) => {
    const [out, half] = [Math.floor((side - 1) / 2) + 1, Math.floor((side + 1) / 2)]
    const drawn = (shape: ReadonlyArray<number>, k: number): Tensor => run(normals(shape), seedOf(seed + k))
    return {
      x: drawn([images, 3, side, side], 0), w: drawn([filters, 3, 3, 3], 1), b: drawn([filters], 2),
      dy: drawn([images, filters, out, out], 3),
      pooled: drawn([images, 3, 2 * half, 2 * half], 4), dPooled: drawn([images, 3, half, half], 5)
    }
  },
  run: function* ({ data: { x, w, b, dy, pooled, dPooled } }) {
    const naive = yield* timed(() => T.fromGrid(
      definedConv2d(float64)({ stride: 2, pad: 1 })({ w: T.toGrid(w), b: T.toGrid(b) })(T.toGrid(x))
    ))
    const fast = yield* timed(() => conv2d({ stride: 2, pad: 1 })({ w, b })(x))
    yield* told(`the convolution forward took ${seconds(naive.milliseconds)} and ${seconds(fast.milliseconds)}`)
    const naiveBack = yield* timed(() => convolvedBack({ x, w, dy, stride: 2, pad: 1 }))
    const fastBack = yield* timed(() => {
      const { dx, dp } = fast.value.pullback(dy)
      return { dx, dw: dp.w, db: dp.b }
    })
    const window = { height: 2, width: 2, stride: 2 }
    const naivePool = yield* timed(() => T.fromGrid(definedMaxPool2d(float64)(window)(T.toGrid(pooled))))
    const fastPool = yield* timed(() => maxPool2d(window)(pooled))
    const naivePoolBack = yield* timed(() => pooledBack(pooled, dPooled))
    const fastPoolBack = yield* timed(() => fastPool.value.pullback(dPooled).dx)
    const differences = {
      y: relativeError(naive.value, fast.value.y),
      dx: relativeError(naiveBack.value.dx, fastBack.value.dx),
      dw: relativeError(naiveBack.value.dw, fastBack.value.dw),
      db: relativeError(naiveBack.value.db, fastBack.value.db),
      pooled: relativeError(naivePool.value, fastPool.value.y),
      dPooled: relativeError(naivePoolBack.value, fastPoolBack.value)
    }
    const rows = [
      ['convolution forward', naive, fast, shown(differences.y)],
      ['convolution backward', naiveBack, fastBack, shown(Math.max(differences.dx, differences.dw, differences.db))],
      ['pooling forward', naivePool, fastPool, shown(differences.pooled)],
      ['pooling backward', naivePoolBack, fastPoolBack, shown(differences.dPooled)]
    ] as const
    return {
      results: differences,
      tables: [{
        title: 'naive against fast', columns: ['layer', 'naive', 'fast', 'speed-up', 'relative difference'],
        rows: rows.map(([name, { milliseconds: slow }, { milliseconds: quick }, difference]) =>
          [name, seconds(slow), seconds(quick), `${(slow / quick).toFixed(1)}x`, difference])
      }],
      pictures: [],
      findings: [everyCase({
        id: 'fast-layers/pooling', rows: ['C231-FAST-01'], statement: 'pooling and its gradient are the same by both, to the last bit'
      }, [
        { name: 'forward', holds: differences.pooled === 0, found: shown(differences.pooled) },
        { name: 'backward', holds: differences.dPooled === 0, found: shown(differences.dPooled) }
      ]), everyCase({
        id: 'fast-layers/convolution', rows: ['C231-FAST-01'],
        statement: 'relative differences of the convolution and its gradients are at most about 1e-9, as the notebook says of its own'
      }, (['y', 'dx', 'dw', 'db'] as const).map(name => ({ name, holds: differences[name] <= 1e-9, found: shown(differences[name]) })))]
    }
  }
})

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(4)} s`

const shown = (difference: number): string => (difference === 0 ? '0' : difference.toExponential(1))
