import { type Kernels, reserved } from './module.js'

/** The parts of the memory that a call works in, each of so many doubles: their addresses, and views of them. */
export interface WorkArea<Name extends string> {
  readonly at: Readonly<Record<Name, number>>
  readonly view: Readonly<Record<Name, Float64Array>>
}

/** Lays the parts out one after the other; nothing where the memory has no room for them. What the last call left is still there. */
export const workArea = <Name extends string>(
  kernels: Kernels, sizes: Readonly<Record<Name, number>>
): WorkArea<Name> | undefined => {
  const parts = Object.entries<number>(sizes)
  const memory = reserved(kernels, 8 * parts.reduce((total, [, size]) => total + size, 0))
  if (memory === undefined) return undefined
  const at: Record<string, number> = {}
  const view: Record<string, Float64Array> = {}
  let from = 0
  for (const [name, size] of parts) {
    at[name] = from * 8
    view[name] = memory.subarray(from, from += size)
  }
  return { at, view } as WorkArea<Name>
}
