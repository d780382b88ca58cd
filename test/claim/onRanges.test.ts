import { describe, expect, test } from 'vitest'
import { atMost, fractional, onRanges, type Relation, within } from '../../src/claim/index.js'
import type { Analytic } from '../../src/number/index.js'

type Bound = <A>(N: Analytic<A>, x: A) => Relation<A>

const effort = { seed: 1, runs: 50, cancelled: () => false }
const below = (text: string): Bound => (N, x) => atMost(x, N.decimal(text))
const far: Bound = (N, x) => atMost(N.neg(N.log(x)), N.of(100))
const unit = { x: fractional }
const tenths = { x: within('0.1', '0.3') }

describe('an inequality on a range is judged at its places alone', () => {
  test.each([
    // near an end that is left out, and between doubles about an end that is none
    ['parts below 0.99', unit, below('0.99'), false, 'refuted'],
    ['parts below 1', unit, below('1'), false, 'proved'],
    ['parts strictly below 1', unit, below('1'), true, 'undecided'],
    ['logarithms of parts', unit, far, false, 'refuted'],
    ['tenths up to the end', tenths, below('0.3'), false, 'undecided'],
    ['tenths strictly', tenths, below('0.3'), true, 'undecided'],
    ['tenths, a little less', tenths, below('0.29999'), false, 'refuted'],
    ['tenths, a little more', tenths, below('0.30001'), true, 'proved']
  ] as ReadonlyArray<readonly [string, { readonly x: typeof fractional }, Bound, boolean, string]>)(
    '%s', (_, given, bound, isStrict, expected) => {
      expect(onRanges(given, (N, { x }) => bound(N, x), { isStrict })(effort, 'range').verdict).toBe(expected)
    })
})
