import type { Derivative } from '../../differentiate/index.js'

/** The fewest right digits of a derivative in a mode. */
export const fewest = ({ modes: { forward, reverse, symbolic } }: Derivative): number =>
  [forward, reverse, symbolic].reduce((least, { digits = 0 }) => Math.min(least, digits), Infinity)
