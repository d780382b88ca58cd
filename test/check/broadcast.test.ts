import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { declarations, type Line } from '../../src/check/index.js'
import { parsePlain, plain } from '../../src/notation/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { checked, verdictOf } from './checked.js'

const raw = String.raw
const found = (declared: string, formula: string): ReadonlyArray<Line> =>
  checked(declared, `$$${formula}$$`)
const told = (declared: string, formula: string): ReadonlyArray<string> =>
  found(declared, formula).map(verdictOf)

const none = raw`sizes N = 1..3, D = 1..2, H = 1..3
X, V \in \mathbb{R}^{N \times D}
W \in \mathbb{R}^{D \times H}
G \in \mathbb{R}^{N \times H}
S \in \mathbb{R}^{N \times N}
b, c \in \mathbb{R}^H
u \in \mathbb{R}^N`
const rows = `broadcast rows\n${none}`
const columns = `broadcast columns\n${none}`
const layer = `${rows}\nZ := X W + b\nL := \\frac12 \\|Z - G\\|^2`

describe('a vector beside a matrix', () => {
  test.each([
    [none, 'X W + b = X W + b', 'not understood'],
    [none, raw`X W + \operatorname{rows}(b) = X W + \mathbf{1}_N b^T`, 'proved'],
    [none, raw`X W + \operatorname{columns}(u) = X W + u \mathbf{1}_H^T`, 'proved'],
    [rows, raw`X W + b = X W + \mathbf{1}_N b^T`, 'proved'],
    [rows, raw`b^T + X W = X W + \mathbf{1}_N b^T`, 'proved'],
    [rows, raw`X W + b = X W - \mathbf{1}_N b^T`, 'wrong'],
    [rows, raw`G \odot b = G \operatorname{diag}(b)`, 'proved'],
    [rows, 'X W + u = X W + u', 'not understood'],
    [rows, 'u + u^T = S', 'not understood'],
    [rows, 'G = b', 'not understood'],
    [rows, 'G + 2 = G', 'not understood'],
    // where both fit the setting decides
    [rows, '(S + u)_{ij} = S_{ij} + u_j', 'proved'],
    [rows, '(S + u)_{ij} = S_{ij} + u_i', 'wrong'],
    [columns, '(S + u)_{ij} = S_{ij} + u_i', 'proved'],
    [columns, '(S + u)_{ij} = S_{ij} + u_j', 'wrong'],
    [columns, 'X W + u^T = X W + u^T', 'not understood'],
    // what is learned from a batch
    [layer, raw`\frac{\partial L}{\partial b} = \sum_{i=1}^N (Z_i - G_i)^\top`, 'proved'],
    [layer, raw`\frac{\partial L}{\partial b} = (Z - G)_1^\top`, 'wrong'],
    [layer, raw`\frac{\partial L}{\partial W} = X^T (Z - G)`, 'proved'],
    [`${rows}\n\\mu := \\frac1N \\sum_i X_i`, raw`\|X - \mu\|^2 = \|X\|^2 - N \|\mu\|^2`, 'proved'],
    [`${rows}\n\\mu := \\frac1N \\sum_i X_i`, raw`\|X - \mu\|^2 = \|X\|^2 - \|\mu\|^2`, 'wrong']
  ])('%s: %s', (declared, formula, expected) => {
    expect(told(declared, formula)).toEqual([expected])
  })
})

it('says what would settle it, and how it was read', () => {
  expect(found(none, 'X W + b = X W')[0]?.reason).toContain('; or "broadcast rows" declared')
  expect(found(none, 'S + u = S')[0]?.reason).toContain('; or "broadcast rows" or "broadcast columns" declared')
  expect(found(rows, 'X W + b = G')[0]?.read).toBe('X W + rows(b) = G')
})

describe('sums of matrices and vectors that are drawn', () => {
  const terms = fc.array(fc.tuple(fc.constantFrom('+', '-'), fc.constantFrom('X W', 'G', 'b', 'c', '2 b')), {
    minLength: 1, maxLength: 4
  })
  const entry = (term: string): string =>
    (term === 'X W' ? raw`\sum_{k=1}^D X_{ik} W_{kj}` : term === 'G' ? 'G_{ij}' : `${term}_j`)
  it('are those of their entries, and their echo is read as the same', () => {
    const scope = orThrow(declarations(none))
    fc.assert(fc.property(terms, drawn => {
      const whole = `G ${drawn.map(part => part.join(' ')).join(' ')}`
      const entries = `G_{ij} ${drawn.map(([sign, term]) => `${sign} ${entry(term)}`).join(' ')}`
      expect(told(rows, `(${whole})_{ij} = ${entries}`)).toEqual(['proved'])
      expect(told(rows, `(${whole})_{ij} = 1 + ${entries}`)).toEqual(['wrong'])
      const [line] = found(rows, `${whole} = G`)
      const [left = ''] = line?.read.split(' = ') ?? []
      const again = orThrow(parsePlain(left, scope)).first
      expect(again === undefined ? '' : plain(again)).toBe(left)
    }), { seed: 1, numRuns: 15 })
  })
})
