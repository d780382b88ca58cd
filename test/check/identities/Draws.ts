/** Chance that follows from a seed. */
export interface Draws {
  /** A whole number from 0 to n - 1. */
  readonly below: (n: number) => number
  readonly pick: <A>(from: ReadonlyArray<A>) => A
  /** True in so many of a hundred draws. */
  readonly percent: (share: number) => boolean
}

/** The draws of one identity: they do not depend on those of another. */
export const draws = (seed: number, turn: number): Draws => {
  let state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(turn + 1, 0x85ebca6b)
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    const a = Math.imul(state ^ (state >>> 15), 1 | state)
    const b = (a + Math.imul(a ^ (a >>> 7), 61 | a)) ^ a
    return ((b ^ (b >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, pick: from => from[below(from.length)] as never, percent: share => below(100) < share }
}
