import { expect, test } from 'vitest'
import { claims as proofs } from '../../proofs-numeric/index.js'
import { claims as laws } from '../../properties/index.js'
import { expectKept, kept } from './kept.js'

const ids = new Set([...proofs, ...laws].map(({ id }) => id))

test('no claim was lost', () => {
  expect(kept.filter(({ now }) => !ids.has(now))).toEqual([])
})

test('a weaker way of judging is noticed, and a smaller size', () => {
  const was = kept.find(({ strength, scope, written = scope }) => strength === 'exact' && written.includes('(3)'))
  const scope = was?.written ?? was?.scope ?? ''
  const judged = (strength: 'exact' | 'sampled', scope: string) => () => {
    expectKept(was?.now ?? '', {
      verdict: 'proved', evidence: { strength, scope, cases: 1, undecidedCases: 0, slack: null, resolution: null }
    })
  }
  expect(judged('exact', scope)).not.toThrow()
  expect(judged('sampled', scope)).toThrow()
  expect(judged('exact', scope.replace('(3)', '(2)'))).toThrow()
})
