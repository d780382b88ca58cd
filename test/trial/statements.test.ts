import { expect, test } from 'vitest'
import { effort } from '../../src/claim/index.js'
import { trials } from '../../properties/trial/index.js'

// Each statement by itself, beside command.test.ts, so that what breaks one is seen at once.

test.each(trials.map(({ claim, verdict }) => [claim.id, verdict, claim] as const))(
  '%s should be %s', (_id, _verdict, claim) => {
    const judgement = claim.judge(effort(100))
    expect([judgement.verdict, judgement.verdict === 'refuted' ? judgement.counterexample.detail : '']).toEqual(
      ['supported', '']
    )
  }
)
