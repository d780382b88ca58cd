import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/check/index.js'
import { checked } from './checked.js'

const raw = String.raw
const found = (tex: string): ReadonlyArray<Line> => checked('x \\in \\mathbb{R}\nh := 0.1', `$$${tex}$$`)
const verdicts = (lines: ReadonlyArray<Line>): string => lines.map(({ kind, verdict }) => verdict ?? kind).join(', ')

describe('a chain with \\approx', () => {
  test.each([
    // the other steps are judged
    [raw`(x + 1)^2 \approx 1 + 2 x = 1 + x + x`, 'not understood, holds'],
    [raw`(x + 1)^2 = x^2 + 2 x + 1 \approx 1 + 2 x = 1 + 3 x`, 'holds, not understood, wrong'],
    [raw`(x + 1)^2 = x^2 + 2 x \approx 1 + 2 x = 1 + x + x`, 'wrong, not understood, holds'],
    // what is about the same is not what the chain began with
    [raw`x + 1 \approx 2 x + 1 = 3 x = x + 1`, 'not understood, wrong, wrong'],
    [raw`e^h \approx 1 + h = 1.1`, 'not understood, holds'],
    [raw`e^h \approx 1 + h = 1.11`, 'not understood, wrong'],
    // figures are judged
    [raw`\sqrt{2} \approx 1.41; \sqrt{2} \approx 1.42; \sqrt{2} \approx 1.4142 \approx 1.414`, 'holds, wrong, holds, holds'],
    [raw`\sqrt{2} \approx 1.4142 \approx 1.415`, 'holds, wrong']
  ])('%s: %s', (tex, expected) => {
    expect(verdicts(found(tex))).toBe(expected)
  })
  test('between formulas is told what settles it, and where', () => {
    const [line] = found(raw`e^x \approx 1 + x`)
    expect(line?.reason).toContain(
      raw`a figure with its digits, as in \sqrt{2} \approx 1.41, or how far the sides may be apart`
    )
    expect(line?.column).toBeGreaterThan(3)
  })
})
