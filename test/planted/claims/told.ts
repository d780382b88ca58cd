import type { Survivor } from '../exactProof.js'

const tex = String.raw

/** True although edited, with a proof of another kind than the judge's. */
export const told: ReadonlyArray<Survivor> = [
  {
    document: 'homework-1/regret-bound.md',
    formula: tex`\sum_{t=1}^T \langle w^t - w^*, v_t \rangle \le \frac{1}{2 \eta} \left(\|w^1 - w^*\|^2 - \|w^{T+1} - w^*\|^2\right) + \frac{1}{2 \eta} \|w^{T+1} - w^*\|^4 + \frac{\eta}{2} \sum_{t=1}^T \|v_t\|^2`,
    why: { slacks: [tex`\frac{1}{2 \eta} \|w^{T+1} - w^*\|^4`] }
  }
]
