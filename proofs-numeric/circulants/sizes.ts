import { allOf, type Judge } from '../../src/claim/index.js'

/** One proof for each size n = 1, ..., most. */
export const upTo = (most: number, proof: (n: number) => Judge): Judge =>
  allOf(`all real vectors and matrices of size n = 1..${most}`, Array.from({ length: most }, (_, k) => ({ label: `n = ${k + 1}`, judge: proof(k + 1) })))

export const modulo = (i: number, n: number): number => ((i % n) + n) % n
