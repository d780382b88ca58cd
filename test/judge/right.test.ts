import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedIn, filesOf, isCampaign, type Judging, judging, unexpected, verdictsOf } from './corpus.js'
import { withNumpy } from './pythons.js'

// No right function may be called wrong, in whatever algorithm it is written.

let judge: Judging
beforeAll(async () => { judge = await judging() })
afterAll(() => { judge.installed.remove() })

withNumpy(pythons => {
  describe.each(pythons)('numpy $numpy', ({ python }) => {
    test.each(filesOf('right'))('%s', file => {
      const expected = expectedIn(file)
      expect(Object.keys(expected)).not.toEqual([])
      const seeds = Array.from({ length: isCampaign ? 100 : 1 }, (_, k) => k + 1)
      const found = seeds.flatMap(seed => unexpected(
        verdictsOf(judge, file, { python, seed, runs: isCampaign ? 60 : 40 }), expected
      ).map(text => `seed ${seed}: ${text}`))
      expect(found).toEqual([])
    }, isCampaign ? 3_600_000 : undefined)
  })
})
