import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reverse } from '../../src/expression/index.js'
import { parse, readNumber } from '../../src/formula/index.js'
import { type Ball, ball } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { differentiate } from '../../src/differentiate/index.js'

// Formulas with something that happens over a width w, near c.
const formulas: ReadonlyArray<(w: string, c: string) => string> = [
  w => `x/(x+${w})`, w => `x/(x^2+(${w})^2)`, (w, c) => `1/(1+((x-${c})/${w})^2)+x`,
  (w, c) => `tanh((x-${c})/${w})+x^2`,
  (w, c) => `exp(-((x-${c})/${w})^2)`, w => `sin(x/${w})+x`, w => `log(1+(x/${w})^2)`, w => `(x^3+${w}*x)/(x^2+${w})`,
  w => `sqrt(x^2+(${w})^2)`, (w, c) => `1/(x-${c}+${w})+3/(x^2+1)`, w => `1+x/${w}`,
  (w, c) => `sigmoid((x-${c})/${w})*x`
]

interface Drawn {
  readonly which: number
  /** The width is 10^decade. */
  readonly decade: number
  readonly thousandths: number
  readonly quarters: number
  readonly beside: boolean
}

const drawn: ReadonlyArray<Drawn> = fc.sample(fc.record({
  which: fc.nat(formulas.length - 1), decade: fc.integer({ min: -12, max: 12 }),
  thousandths: fc.integer({ min: -999, max: 999 }),
  quarters: fc.integer({ min: -15, max: 15 }).filter(k => k % 4 !== 0), beside: fc.boolean()
}), { numRuns: 260, seed: 6 })

const B = ball(700)

const distance = (a: Ball, b: Ball): Ball => B.abs(B.sub(a, b))

const isAtMost = (a: Ball, b: Ball): boolean => {
  const { mid, rad } = B.sub(b, a)
  return mid >= -rad
}

test('the printed error of an extrapolated difference covers its error against 200 digits, or says that it is unknown, at every scale', () => {
  const found = drawn.map(({ which, decade, thousandths, quarters, beside }) => {
    const [w, c] = [`1e${decade}`, String(thousandths / 1000)]
    const [expression, x] = [formulas[which]?.(w, c) ?? '', `${beside ? c : 0}+${quarters / 4}*${w}`]
    const [graph, point] = [orThrow(parse(expression)), readNumber('x', x)]
    const { extrapolated } = differentiate({ expression, graph, at:
      { x }, point: { x: point }, hessian: false }).gradient['x']?.differences ?? {}
    if (typeof extrapolated !== 'object') return `${expression} at ${x}: ${extrapolated ?? 'nothing'}`
    if (extrapolated.error === undefined) return 'unknown'
    const at = { x: orThrow(parse(x)) }
    const value = reverse(B)(at.x, {}).values[at.x.output] as Ball
    const truth = reverse(B)(graph, { x: value }).gradient['x'] as Ball
    const covers = isAtMost(distance(B.of(extrapolated.value.near), truth), B.of(Number(extrapolated.error.text)))
    return covers ? 'covered' : `${expression} at ${x}: ${extrapolated.value.text}, error ${extrapolated.error.text}`
  })
  expect(found.filter(said => said !== 'covered' && said !== 'unknown')).toEqual([])
  expect(found.filter(said => said === 'covered').length).toBeGreaterThan(250)
})

test('the slope of x / (x + a) at a narrow place', () => {
  const graph = orThrow(parse('x/(x+1.4424183196362515e-9)'))
  const { gradient } = differentiate(
    { expression: '', graph, at: { x: '2e-8' }, point: { x: readNumber('x', '2e-8') }, hessian: false }
  )
  const { extrapolated } = gradient['x']?.differences ?? {}
  // a / (x + a)^2
  const slope = 1.4424183196362515e-9 / (2e-8 + 1.4424183196362515e-9) ** 2
  if (typeof extrapolated !== 'object') throw new Error('no difference')
  expect(Math.abs(extrapolated.value.near / slope - 1)).toBeLessThan(1e-11)
  expect(extrapolated.value.digits).toBeGreaterThanOrEqual(11)
})
