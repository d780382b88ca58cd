import { describe, expect, test } from 'vitest'
import { checked } from './checked.js'

const raw = String.raw
const verdict = (n: string, tex: string): string | undefined => checked(`sizes n = ${n}
W \\in \\mathbb{R}^{n \\times n}
x \\in \\mathbb{R}^n`, `$$${tex}$$`).map(line => line.verdict ?? line.kind).join()

describe('two digits below a matrix', () => {
  test.each([
    ['2..3', raw`W_{12} = W_{1, 2}`, 'holds'], ['2..3', raw`W_{12} = W_{2, 1}`, 'wrong'],
    ['2..3', raw`W_{11} + \dots + W_{nn} = \operatorname{tr}(W)`, 'holds'],
    ['2..3', raw`W_{11} + W_{22} + \dots + W_{nn} = \operatorname{tr}(W)`, 'holds'],
    ['2..3', raw`W_{11} + \dots + W_{nn} = W_{11}`, 'wrong'],
    // there may be such a row, and a vector has one index
    ['11..12', raw`W_{11} = W_{1, 1}`, 'not understood'], ['11..11', raw`x_{11} = x_{11}`, 'holds'],
    ['2..3', raw`x_{11} = x_1`, 'not understood'],
    // the entries of a matrix with dots follow no one rule
    ['2..3', raw`W = \begin{pmatrix} W_{11} & \cdots & W_{1n} \\ \vdots & & \vdots \\ W_{n1} & \cdots & W_{nn} \end{pmatrix}`, 'not understood']
  ])('n = %s: %s: %s', (n, tex, expected) => {
    expect(verdict(n, tex)).toBe(expected)
  })
})
