import { allOf, type Judge } from '../../../src/claim/index.js'

/** One proof for each size n = 1, ..., most. */
export const upTo = (most: number, proof: (n: number) => Judge): Judge => {
  const sizes = Array.from({ length: most }, (_, k) => k + 1)
  return allOf(`all real vectors and matrices of size n = 1..${most}`, sizes.map(
    n => ({ label: `n = ${n}`, judge: proof(n) })
  ))
}

export const modulo = (i: number, n: number): number => ((i % n) + n) % n
