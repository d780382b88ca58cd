/** sqrt(a^2 + b^2) without the squares, which overflow beyond 1e154 and vanish below 1e-162. */
export const hypotenuse = (a: number, b: number): number => {
  const larger = Math.max(Math.abs(a), Math.abs(b))
  if (larger === 0 || larger === Infinity) return larger
  return larger * Math.sqrt((a / larger) * (a / larger) + (b / larger) * (b / larger))
}

/** The constants of a step of Adam; power1 and power2 are those of the betas that count this step. */
export interface AdamConstants {
  readonly learningRate: number
  readonly beta1: number
  readonly beta2: number
  readonly eps: number
  readonly power1: number
  readonly power2: number
}

export interface AdamStep {
  readonly step: Float64Array
  readonly mean: Float64Array
  readonly root: Float64Array
}

/**
 * A step of Adam, entry by entry in one pass: m <- beta1 m + (1 - beta1) g, r <- sqrt(beta2 r^2 + (1 - beta2) g^2), and the step
 * -learningRate m' / (r' + eps), where m' = m / (1 - power1) and r' = r / sqrt(1 - power2). 0 / 0, with no eps and no gradient so far, is a
 * step of 0.
 */
export const adamStep = (
  { learningRate, beta1, beta2, eps, power1, power2 }: AdamConstants, before: Pick<AdamStep, 'mean' | 'root'>,
  gradient: Float64Array
): AdamStep => {
  const [kept, added] = [Math.sqrt(beta2), Math.sqrt(1 - beta2)]
  const [lack1, lack2] = [1 - power1, Math.sqrt(1 - power2)]
  const n = gradient.length
  const step = new Float64Array(n), mean = new Float64Array(n), root = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const g = gradient[i]!
    const m = mean[i] = before.mean[i]! * beta1 + g * (1 - beta1)
    const r = root[i] = hypotenuse(kept * before.root[i]!, added * g)
    const direction = m / lack1
    step[i] = direction === 0 ? 0 : -learningRate * (direction / (r / lack2 + eps))
  }
  return { step, mean, root }
}
