import { describe, expect, test } from 'vitest'
import * as T from '../../src/tensor/index.js'
import * as R from '../../src/random/index.js'
import { convolutionBy } from '../../src/tensor/kernel/chosen/convolution.js'
import { gemmBy } from '../../src/tensor/kernel/chosen/gemm.js'
import { choiceOf } from '../../src/tensor/kernel/chosen/kernel.js'
import { binary } from '../../src/tensor/kernel/simd/binary.js'
import { kernels, reserved } from '../../src/tensor/kernel/simd/module.js'

const normals = (seed: number, ...shape: ReadonlyArray<number>): Float64Array =>
  Float64Array.from(R.run(R.normals(shape), R.seedOf(seed)).data)

describe('the kernel of a process', () => {
  const [yes, no] = [() => true, () => false]

  test('is what is asked for, or vectors where there are any', () => {
    expect([choiceOf('plain', yes), choiceOf('plain', no), choiceOf('simd', yes)]).toEqual(['plain', 'plain', 'simd'])
    expect([choiceOf(undefined, yes), choiceOf(undefined, no), choiceOf('', yes)]).toEqual(['simd', 'plain', 'simd'])
  })

  test('is not looked for where plain is asked for', () => {
    expect(choiceOf('plain', () => expect.unreachable())).toBe('plain')
  })

  test('refuses other names, and vectors where there are none', () => {
    expect(() => choiceOf('fast', yes)).toThrow('LEMMATA_KERNEL: expected plain or simd, or nothing, got fast')
    expect(() => choiceOf('simd', no)).toThrow(
      'LEMMATA_KERNEL: expected plain, for there is no WebAssembly with SIMD here, got simd'
    )
  })
})

// Every Node that this runs under has vectors.
const loaded = kernels() ?? expect.unreachable()

describe('the kernels in vectors', () => {
  test('are few bytes: some browsers compile no more than 4096 at once', () => {
    expect(atob(binary).length).toBeLessThanOrEqual(4096)
  })

  test('multiply large matrices to the bits of the plain kernel', () => {
    const [m, k, n] = [130, 700, 91]
    const a = { data: normals(1, m, k), row: k, column: 1 }
    const b = { data: normals(2, n, k), row: 1, column: k }
    expect(gemmBy(loaded, m, k, n, a, b)).toEqual(gemmBy(undefined, m, k, n, a, b))
  })

  test.each([[32, 3, 1, 7, 12], [31, 1, 2, 3, 25]] as const)(
    'convolve images of %i rows with pad %i, stride %i and windows of %i rows to the bits of the plain kernel',
    (size, pad, stride, window, filters) => {
      const places = Math.floor((size + 2 * pad - window) / stride) + 1
      const s = {
        channels: 3, height: size, width: size, rows: window, columns: window, stride: [stride, stride] as const,
        pad: [pad, pad] as const, down: places, across: places
      }
      const [x, w, b] = [normals(1, 2, 3, size, size), normals(2, filters, 3, window, window), normals(3, filters)]
      const dy = normals(4, 2, filters, places, places)
      const [fast, plain] = [convolutionBy(() => loaded), convolutionBy(() => undefined)]
      expect(fast.convolve(s, 2, filters, x, w, b)).toEqual(plain.convolve(s, 2, filters, x, w, b))
      expect(fast.filtersBack(s, 2, filters, x, dy)).toEqual(plain.filtersBack(s, 2, filters, x, dy))
      expect(fast.imagesBack(s, 2, filters, w, dy)).toEqual(plain.imagesBack(s, 2, filters, w, dy))
    }
  )

  test('leave what they gave as it is when they are called again', () => {
    const [x, y] = [T.ones([40, 40]), T.full([40, 40], 2)]
    const first = T.matmul(x, x)
    T.matmul(y, y)
    expect(T.equal(first, T.full([40, 40], 40))).toBe(true)
  })

  test('have no memory beyond a gigabyte, and ask for none that they have', () => {
    expect(reserved(loaded, 2 ** 30 + 8)).toBeUndefined()
    const { byteLength } = loaded.memory.buffer
    expect(reserved(loaded, byteLength)?.buffer.byteLength).toBe(byteLength)
  })
})
