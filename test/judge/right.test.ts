import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedIn, filesOf, fullMarks, isCampaign, type Judging, judging, unexpected, verdictsOf } from './corpus.js'
import { withNumpy } from './pythons.js'

// No right function may be called wrong, in whatever algorithm it is written.

let judge: Judging
beforeAll(async () => { judge = await judging() })
afterAll(() => { judge.installed.remove() })

// A campaign tries every numpy with every file, and many seeds, not each of which draws a kink or a case that shows a loss.
const seeds = Array.from({ length: isCampaign ? 100 : 1 }, (_, k) => k + 1)
const isTried = (file: number, python: number, pythons: number): boolean => isCampaign || file % pythons === python

withNumpy(pythons => {
  describe.each(pythons.map((here, k) => ({ ...here, k })))('numpy $numpy', ({ python, k }) => {
    test.each(filesOf('right').filter((_, i) => isTried(i, k, pythons.length)))('%s', file => {
      const expected = expectedIn(file)
      expect(Object.keys(expected)).not.toEqual([])
      const found = seeds.flatMap(seed => unexpected(
        verdictsOf(judge, file, { python, seed, runs: isCampaign ? 60 : 40 }),
        seed === 1 ? expected : Object.fromEntries(Object.keys(expected).map(name => [name, fullMarks]))
      ).map(text => `seed ${seed}: ${text}`))
      expect(found).toEqual([])
    }, isCampaign ? 3_600_000 : undefined)
  })
})
