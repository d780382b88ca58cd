import { binary } from './binary.js'

// The kernels of kernels/assembly, and the memory that they work in. It is a work area: operands are copied into it, results out of it,
// and the next call writes over both. So it is as large as the largest call asked for, and that only grows.

/** Addresses are in bytes from the start of the memory; sizes count doubles. kernels/assembly says what each function does. */
export interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number }
  readonly tiles: (out: number, left: number, right: number, rows: number, columns: number, length: number) => void
  readonly convolve: (
    y: number, x: number, weights: number, bias: number, taps: number, filters: number, depth: number, down: number,
    across: number, step: number
  ) => void
  readonly filtersBack: (
    dw: number, x: number, dy: number, taps: number, pitch: number, depth: number, down: number, across: number,
    step: number
  ) => void
  readonly imagesBack: (
    dx: number, dy: number, weights: number, taps: number, sums: number, filters: number, depth: number, down: number,
    across: number, step: number
  ) => void
  readonly maximum: Entrywise
  readonly greater: Entrywise
  readonly select: Entrywise
  readonly split: Layout
  readonly joined: Layout
  readonly close: (x: number, lines: number, columns: number, pitch: number) => void
  readonly inFours: (out: number, x: number, lines: number, columns: number) => void
}

type Entrywise = (out: number, n: number, a: number, aStep: number, b: number, bStep: number) => void

type Layout = (
  to: number, from: number, channels: number, height: number, tall: number, width: number, part: number, stride: number,
  into: number
) => void

interface Engine {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), character => character.charCodeAt(0))

const load = (): Kernels | undefined => {
  const { WebAssembly: engine } = globalThis as { readonly WebAssembly?: Engine }
  // where vectors are unknown, or a page forbids to compile, there are none
  try {
    return engine && new engine.Instance(new engine.Module(bytesOf(binary))).exports as Kernels
  } catch {
    return undefined
  }
}

let loaded: { readonly kernels: Kernels | undefined } | undefined

/** The kernels, compiled when they are first asked for; none where the engine has no vectors. */
export const kernels = (): Kernels | undefined => (loaded ??= { kernels: load() }).kernels

const page = 2 ** 16

/** A gigabyte: what needs more is left to the plain kernels. */
const mostBytes = 2 ** 30

/** The memory, of at least so many bytes, or nothing where that is too much. A view of it holds until more is asked for. */
export const reserved = ({ memory }: Kernels, bytes: number): Float64Array | undefined => {
  if (bytes > mostBytes) return undefined
  const missing = bytes - memory.buffer.byteLength
  // a machine that has no more says so by an error
  try {
    if (missing > 0) memory.grow(Math.ceil(missing / page))
  } catch {
    return undefined
  }
  return new Float64Array(memory.buffer)
}
