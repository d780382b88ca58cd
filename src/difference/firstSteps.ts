import type { Estimate } from './Estimate.js'

// At x = 0 every step changes x: 60 powers of ten below the first are enough of them.
const most = 200

/**
 * The steps that are worth trying: the power of two below h, and its halves, as long as x + step and x - step are equally far from x. If
 * not, the second derivative counts as an error that no extrapolation removes.
 */
export const firstSteps = (x: number, h: number): ReadonlyArray<number> => {
  const first = 2 ** Math.floor(Math.log2(h))
  return Array.from({ length: most }, (_, i) => first * 2 ** -i).filter(
    step => x + step > x && (x + step) - x === x - (x - step)
  )
}

const apart = (a: Estimate, b: Estimate): boolean => Math.abs(a.value - b.value) > a.error + b.error

/**
 * Of estimates over smaller and smaller steps, the one with the smallest error that all after it confirm: a step that leaps over what a
 * function does near x is found out by smaller ones. Its error is at least what the next one is away from it. Undefined for no estimates.
 */
export const trusted = (estimates: ReadonlyArray<Estimate>): Estimate | undefined =>
  estimates.reduce<Estimate | undefined>((best, own, i) => {
    const after = estimates.slice(i + 1)
    if (after.some(other => apart(own, other))) return best
    const moved = Math.max(own.error, Math.abs((after[0] ?? own).value - own.value))
    return best === undefined || moved < best.error ? { ...own, error: moved } : best
  }, undefined)
