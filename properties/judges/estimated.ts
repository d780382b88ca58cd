import type { Claim } from '../../src/claim/index.js'

/** The claim judged beside estimates: where these are wrong, so may the verdict be. */
export const estimated = (subject: Claim): Claim => ({
  ...subject,
  judge: effort => {
    const judgement = subject.judge(effort)
    const { evidence } = judgement
    const observed = [
      ...evidence.observed === undefined ? [] : [evidence.observed],
      `an error at fewer than one input in ${evidence.cases} may not have been met`
    ].join('; ')
    const scope = `${evidence.scope}, beside extrapolated differences`
    return { ...judgement, evidence: { ...evidence, strength: 'estimated', scope, observed } }
  }
})
