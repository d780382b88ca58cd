import type { Claim } from '../../src/claim/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** Tells the counts of a tensor that was found, by its name. */
export type See = (name: string, found: Tensor) => void

interface Count {
  readonly zeros: number
  readonly entries: number
}

/**
 * A claim whose evidence says which of the tensors found were 0 in most entries: what stands behind a 0 was not tried there, such as the
 * inputs of a unit that is dead.
 */
export const sayingZeros = (claimed: (see: See) => Claim): Claim => ({
  ...claimed(() => undefined),
  judge: effort => {
    const counts = new Map<string, Count>()
    const judgement = claimed((name, { data }) => {
      const { zeros, entries } = counts.get(name) ?? { zeros: 0, entries: 0 }
      counts.set(name, { zeros: zeros + Array.from(data).filter(a => a === 0).length, entries: entries + data.length })
    }).judge(effort)
    const mostly = [...counts].filter(([, { zeros, entries }]) => 2 * zeros > entries)
      .map(([name, { zeros, entries }]) => `${name} was 0 in ${zeros} of ${entries} entries`)
    const observed = [...judgement.evidence.observed === undefined ? [] : [judgement.evidence.observed], ...mostly]
    return observed.length === 0 ? judgement
      : { ...judgement, evidence: { ...judgement.evidence, observed: observed.join('; ') } }
  }
})
