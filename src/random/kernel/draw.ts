import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

// Loops that draw from a mutating generator; nobody else holds the one that they are given.

const two26 = 2 ** 26
const two53 = 2 ** 53

/** 53 random bits as an integer. The low bits of xoroshiro128+ are its weak ones, so each word gives its high bits. */
const bits53 = (generator: RandomGenerator): number => (generator.next() >>> 5) * two26 + (generator.next() >>> 6)

export const drawUniform = (generator: RandomGenerator): number => bits53(generator) / two53

/** Every integer below a bound equally often: of the 2^53 draws those are refused that would make some integers more likely. */
export const drawInteger = (generator: RandomGenerator, below: number): number => {
  const share = Math.floor(two53 / below)
  for (;;) {
    const value = Math.floor(bits53(generator) / share)
    if (value < below) return value
  }
}

export const drawUniforms = (generator: RandomGenerator, n: number): Float64Array => {
  const out = new Float64Array(n)
  for (let i = 0; i < n; i++) out[i] = drawUniform(generator)
  return out
}

/** Box and Muller: two uniforms give two independent normals. */
export const drawNormals = (generator: RandomGenerator, n: number): Float64Array => {
  const out = new Float64Array(n)
  for (let i = 0; i < n; i += 2) {
    // 1 - u is never 0, so that the logarithm is finite
    const radius = Math.sqrt(-2 * Math.log(1 - drawUniform(generator)))
    const angle = 2 * Math.PI * drawUniform(generator)
    out[i] = radius * Math.cos(angle)
    if (i + 1 < n) out[i + 1] = radius * Math.sin(angle)
  }
  return out
}

export const drawBernoulli = (generator: RandomGenerator, n: number, p: number): Float64Array => {
  const out = new Float64Array(n)
  for (let i = 0; i < n; i++) out[i] = drawUniform(generator) < p ? 1 : 0
  return out
}

/** The first k places of a shuffle of 0 .. n - 1 (Fisher and Yates). */
export const drawShuffle = (generator: RandomGenerator, n: number, k: number): ReadonlyArray<number> => {
  const order = Array.from({ length: n }, (_, i) => i)
  for (let i = 0; i < Math.min(k, n - 1); i++) {
    const j = i + drawInteger(generator, n - i)
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
  return order.slice(0, k)
}

export const drawIntegers = (generator: RandomGenerator, k: number, below: number): ReadonlyArray<number> =>
  Array.from({ length: k }, () => drawInteger(generator, below))
