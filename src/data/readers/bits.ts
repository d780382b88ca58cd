/** A stream of bits, the lowest of each byte first; `ended` is asked for what to do where it ends. */
export interface Bits {
  /** A number of so many bits, the lowest first. */
  readonly take: (count: number) => number
  /** The symbol of the code that follows; -1 if none does. */
  readonly symbol: (code: Code) => number
  /** Passes over the rest of a byte, and then so many bytes; gives where these begin. */
  readonly skip: (count: number) => number
  /** How many whole bytes follow. */
  readonly left: () => number
}

export const bitsOf = (bytes: Uint8Array, start: number, end: number, ended: () => never): Bits => {
  let next = start
  let held = 0
  let left = 0
  const bit = (): number => {
    if (left === 0) {
      if (next >= end) ended()
      held = bytes[next++]!
      left = 8
    }
    const lowest = held & 1
    held >>= 1
    left--
    return lowest
  }
  return {
    take: count => {
      let value = 0
      for (let k = 0; k < count; k++) value |= bit() << k
      return value
    },
    symbol: ({ counts, symbols }) => {
      let code = 0
      let first = 0
      let index = 0
      for (let length = 1; length <= longest; length++) {
        code = 2 * code + bit()
        first *= 2
        const count = counts[length]!
        if (code - first < count) return symbols[index + code - first]!
        first += count
        index += count
      }
      return -1
    },
    skip: count => {
      const from = next
      if (from + count > end) ended()
      next += count
      left = 0
      return from
    },
    left: () => end - next
  }
}

const longest = 15

/** A Huffman code in which codes of one length follow each other: how many there are of each length, and their symbols in this order. */
export interface Code {
  readonly counts: ArrayLike<number>
  readonly symbols: ArrayLike<number>
}

/** The code of symbols of these lengths, at most 15, 0 for a symbol that has none; nothing if there are too many of a length. */
export const codeOf = (lengths: ReadonlyArray<number>): Code | undefined => {
  const counts = new Uint16Array(longest + 1)
  for (const length of lengths) counts[length]!++
  counts[0] = 0
  let free = 1
  const starts = new Uint16Array(longest + 2)
  for (let length = 1; length <= longest; length++) {
    free = 2 * free - counts[length]!
    if (free < 0) return undefined
    starts[length + 1] = starts[length]! + counts[length]!
  }
  const symbols = new Uint16Array(lengths.length)
  for (const [symbol, length] of lengths.entries()) if (length > 0) symbols[starts[length]!++] = symbol
  return { counts, symbols }
}
