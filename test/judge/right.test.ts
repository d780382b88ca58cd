import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedIn, filesOf, type Judging, judging, unexpected, verdictsOf } from './corpus.js'
import { withNumpy } from './pythons.js'

// No right function may be called wrong, in whatever algorithm it is written.

let judge: Judging
beforeAll(async () => { judge = await judging() })
afterAll(() => { judge.installed.remove() })

withNumpy(all => {
  describe.each(all)('numpy $numpy', ({ python }) => {
    test.each(filesOf('right'))('%s', file => {
      const expected = expectedIn(file)
      expect(Object.keys(expected)).not.toEqual([])
      expect(unexpected(verdictsOf(judge, file, { python, seed: 1, runs: 40 }), expected)).toEqual([])
    })
  })
})
