import type { Element } from './elements.js'

// Files as a person might write them from their specification, apart from the code that reads them.

export const joined = (...parts: ReadonlyArray<ReadonlyArray<number>>): Uint8Array => Uint8Array.from(parts.flat())

export const ascii = (text: string): ReadonlyArray<number> => Array.from(text, letter => letter.charCodeAt(0))

/** A whole number in so many bytes, the highest first. */
export const big = (n: number, bytes: number): ReadonlyArray<number> =>
  Array.from({ length: bytes }, (_, k) => Math.floor(n / 256 ** (bytes - 1 - k)) % 256)

export const little = (n: number, bytes: number): ReadonlyArray<number> => [...big(n, bytes)].reverse()

/** Numbers of a type one after the other. */
export const written = (element: Element, values: ReadonlyArray<number>, isLittle: boolean): ReadonlyArray<number> =>
  values.flatMap(value => {
    const view = new DataView(new ArrayBuffer(element.width))
    element.write(view, value, isLittle)
    return [...new Uint8Array(view.buffer)]
  })
