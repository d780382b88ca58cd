import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bounds, inequalities, type Sample } from '../../src/check/interpolation.js'
import { declarations } from '../../src/check/declarations.js'
import { withoutFunctions } from '../../src/claim/comparedFormally.js'
import type { Analytic } from '../../src/number/index.js'
import { type Rational, rational } from '../../src/number/rational.js'
import { entriesOf, evaluate, filled, parseTeX, type Scope, worldOf } from '../../src/notation/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { checked } from './checked.js'

// exact numbers, with the one root that is needed: that of one square
const absolute = (a: Rational): Rational => rational.max(a, rational.sub(rational.of(0), a))
const N: Analytic<Rational> = {
  ...withoutFunctions(rational), abs: absolute, hypot: ([a = rational.of(0)]) => absolute(a)
}

// small numbers, and often those at which an example is as steep or as curved as it may be
const numbers = fc.constantFrom(-2, -1, -1, -0.5, 0, 0.5, 1, 1, 2, 3)

/** An example of a function with these properties, at two points. */
const samplesIn = (properties: string, n: number) => {
  const scope = orThrow(
    declarations(`sizes n = ${n}\nx, y \\in \\mathbb{R}^n\nf : \\mathbb{R}^n \\to \\mathbb{R} ${properties}`)
  )
  return (drawn: ReadonlyArray<number>) => samplesOf(scope, n, drawn)
}

const samplesOf = (scope: Scope, n: number, drawn: ReadonlyArray<number>) => {
  const names: Array<string> = []
  const valueOf = (name: string, k: number): number => {
    if (!names.includes(name)) names.push(name)
    const value = drawn[(names.indexOf(name) * 2 + k) % drawn.length] ?? 0
    return name === 'f^{q}' ? Math.abs(value)
      : ['L', '\\mu', '\\rho', 'L^{more}'].includes(name) ? Math.abs(value) + 0.5 : value
  }
  const world = worldOf(N, scope, {
    sizes: new Map([['n', n]]), labels: new Map(),
    input: (name, _, rows, columns) => filled(rows, columns, i => rational.of(valueOf(name, i)))
  })
  const at = (formula: string): ReadonlyArray<Rational> =>
    entriesOf(evaluate(world, orThrow(parseTeX(formula, scope)).first ?? expect.fail()))
  const sample = (place: string): Sample<Rational> =>
    ({ place, x: at(place), f: at(`f(${place})`)[0] as Rational, g: at(`\\nabla f(${place})`) })
  const constant = (name: string): Rational => (scope.has(name) ? at(name)[0] as Rational : rational.of(0))
  return { samples: [sample('x'), sample('y')], L: constant('L'), mu: constant('\\mu'), rho: constant('\\rho') }
}

type Constants = Pick<ReturnType<typeof samplesOf>, 'L' | 'mu' | 'rho'>

const half = (a: Rational): Rational => rational.div(a, rational.of(2))
const twice = (a: Rational): Rational => rational.add(a, a)

/** Each class, and bounds that are false of some function in it. */
const classes: ReadonlyArray<readonly [string, (
  c: Constants
) => Bounds<Rational>, (c: Constants) => Bounds<Rational>]> = [
  ['convex', () => ({ isConvex: true }), () => ({ isConvex: true, strong: rational.of(0.125) })],
  ['convex, \\rho-Lipschitz', ({ rho }) => ({ isConvex: true, lipschitz: rho }), ({ rho }) =>
    ({ isConvex: true, lipschitz: half(rho) })],
  ['\\rho-Lipschitz', ({ rho }) => ({ isConvex: false, lipschitz: rho }), ({ rho }) =>
    ({ isConvex: true, lipschitz: rho })],
  ['L-smooth', ({ L }) => ({ isConvex: false, smooth: L }), ({ L }) => ({ isConvex: false, smooth: half(L) })],
  ['L-smooth', ({ L }) => ({ isConvex: false, smooth: L }), ({ L }) => ({ isConvex: true, smooth: L })],
  ['convex, L-smooth', ({ L }) => ({ isConvex: true, smooth: L }), ({ L }) => ({ isConvex: true, smooth: half(L) })],
  ['\\mu-strongly convex', ({ mu }) => ({ isConvex: true, strong: mu }), ({ mu }) =>
    ({ isConvex: true, strong: twice(mu) })],
  ['\\mu-strongly convex, L-smooth', ({ L, mu }) => ({ isConvex: true, strong: mu, smooth: L }),
    ({ L, mu }) => ({ isConvex: true, strong: half(rational.add(L, mu)), smooth: L })],
  ['\\mu-strongly convex, L-smooth', ({ L, mu }) => ({ isConvex: true, strong: mu, smooth: L }),
    ({ L, mu }) => ({ isConvex: true, strong: mu, smooth: half(rational.add(L, mu)) })]
]

const draws = fc.sample(fc.array(numbers, { minLength: 23, maxLength: 23 }), { numRuns: 200, seed: 1 })
const sign = ({ num }: Rational): number => (num > 0n ? 1 : num < 0n ? -1 : 0)

describe.each(classes)('%s', (properties, bounds, tooMuch) => {
  const sampled = [1, 2].map(n => draws.map(samplesIn(properties, n)))
  const found = (of: typeof bounds, n: number) => (sampled[n - 1] ?? []).map(({ samples, ...constants }) => {
    const [i = [], j = []] = samples.map(
      ({ x, g }) => [...x, ...properties.includes('smooth') ? g : []].map(({ num, den }) => `${num}/${den}`)
    )
    return { isApart: i.every((one, k) => one !== j[k]), amounts: inequalities(N, 'f', of(constants), samples).map(
      ({ amount }) => amount
    ) }
  })
  const sizes = properties.includes('Lipschitz') ? [1] : [1, 2]
  test.each(sizes)('no example speaks against what holds of the class, in %i dimensions', n => {
    expect(found(bounds, n).filter(({ amounts }) => amounts.some(amount => sign(amount) < 0))).toEqual([])
  })
  test('examples meet it with equality at points that differ, and where the gradients do: nothing more holds', () => {
    expect(found(bounds, 1).some(({ isApart, amounts }) => isApart && amounts.some(amount => sign(amount) === 0))).toBe(
      true
    )
  })
  test('an example speaks against more', () => {
    expect(found(tooMuch, 1).some(({ amounts }) => amounts.some(amount => sign(amount) < 0))).toBe(true)
  })
})

const vectors = 'sizes n = 1..2, T = 1..3\nx, y, z, w^*, w^t \\in \\mathbb{R}^n\n\\eta > 0\n\\lambda \\in (0, 1)'
const withF = (properties: string, more = ''): string =>
  `${vectors}\nf : \\mathbb{R}^n \\to \\mathbb{R} ${properties}${more}`
const steep = withF('convex, \\rho-Lipschitz', '\n\\|w^*\\| \\le B\nw^1 := 0\nw^{t+1} := w^t - \\eta \\nabla f(w^t)')
const step = withF('convex, L-smooth', '\nw^1 := x\nw^{t+1} := w^t - \\frac{1}{L} \\nabla f(w^t)')
const short = withF(
  'convex, L-smooth', '\n0 < \\gamma \\le \\frac{1}{L}\nw^1 := x\nw^{t+1} := w^t - \\gamma \\nabla f(w^t)'
)
const regret = '\\frac{1}{T} \\sum_{t=1}^T f(w^t) - f(w^*) \\le'
const allSteps = '\\sum_{t=1}^T (f(w^{t+1}) - f(w^*))'
const apart = '\\langle \\nabla f(x) - \\nabla f(y), x - y \\rangle \\ge'

describe('lines about functions of which only properties are known', () => {
  test.each([
    [withF('convex'), 'f(y) \\ge f(x) + \\nabla f(x)^\\top (y - x)', 'f(y) from its tangent at x, times 1'],
    [withF('convex'), `${apart} 0`, 'f(x) from its tangent at y, times 1; f(y) from its tangent at x, times 1'],
    [withF('convex'), 'f(\\lambda x + (1 - \\lambda) y) \\le \\lambda f(x) + (1 - \\lambda) f(y)', 'times 1 - lambda'],
    [withF('convex'), '\\sum_{t=1}^T (f(w^t) - f(w^*)) \\le \\sum_{t=1}^T \\langle w^t - w^*, \\nabla f(w^t) \\rangle', 'f(w_star) from its tangent at w^{3}, times 1'],
    [withF(
      'convex'
    ), 'f\\left(\\frac{1}{T} \\sum_{t=1}^T w^t\\right) \\le \\frac{1}{T} \\sum_{t=1}^T f(w^t)', 'times 1/3'],
    [withF(
      'L-smooth'
    ), 'f(y) \\le f(x) + \\nabla f(x)^\\top (y - x) + \\frac L2 \\|y - x\\|^2', 'f(x) from its tangent at y, times 1'],
    [withF('L-smooth'), 'f(x - \\frac1L \\nabla f(x)) \\le f(x) - \\frac{1}{2L} \\|\\nabla f(x)\\|^2', 'times 1'],
    [withF('L-smooth'), '\\|\\nabla f(x) - \\nabla f(y)\\|^2 \\le L^2 \\|x - y\\|^2', 'times 2 L'],
    [step, `${apart} \\frac1L \\|\\nabla f(x) - \\nabla f(y)\\|^2`, 'times 1'],
    [step, 'f(w^{T+1}) - f(w^*) \\le \\frac{L}{2 T} \\|w^1 - w^*\\|^2', 'times 2/3'],
    [step, `${allSteps} \\le \\frac{L}{2} \\left(\\|w^1 - w^*\\|^2 - \\|w^{T+1} - w^*\\|^2\\right)`, 'f(w^{2}) from its tangent at w^{3}, times 1'],
    [step, 'f(w^{t+2}) - f(w^*) \\le \\frac{L}{2} \\left(\\|w^t - w^*\\|^2 - \\|w^{t+1} - w^*\\|^2\\right)', 'f(w^{4}) from its tangent at w^{5}, times 1'],
    [step, `${allSteps.replace('t+1', 't+2')} \\le \\frac{L}{2} \\|w^1 - w^*\\|^2`, 'f(w^{4}) from its tangent at w^{5}, times 1'],
    [
      step, 'f(w^{T+1}) - f(w^*) \\le \\frac{L}{4 T} \\|w^1 - w^*\\|^2', 'f(w^{2}) from its tangent at w^{3}, times 2/5'
    ],
    [short, 'f(x - \\gamma \\nabla f(x)) \\le f(x) - \\frac{\\gamma}{2} \\|\\nabla f(x)\\|^2', 'times 1'],
    [short, 'f(w^{T+1}) - f(w^*) \\le \\frac{1}{2 \\gamma T} \\|w^1 - w^*\\|^2', 'times 2/3'],
    [step, 'f(w^{T+1}) - f(w^1) \\le -\\frac{1}{2 L} \\sum_{t=1}^T \\|\\nabla f(w^t)\\|^2', 'times 1'],
    [step, '\\|\\nabla f(x) - \\nabla f(y)\\|^2 \\le L^2 \\|x - y\\|^2', 'times 2 L'],
    [steep, `${regret} \\frac{B^2}{2 \\eta T} + \\frac{\\eta}{2} \\rho^2`, 'the square of the gradient of f at w^{1}, times 1/6 eta'],
    [steep, '|f(x) - f(y)|^2 \\le \\rho^2 \\|x - y\\|^2; |f(x) - f(y)| \\le \\rho \\|x - y\\|', 'the slope of f between x and y, times 1'],
    [withF(
      '\\mu-strongly convex'
    ), 'f(x) - f(y) \\le \\frac{1}{2 \\mu} \\|\\nabla f(x)\\|^2', 'f(y) from its tangent at x, times 1'],
    [withF(
      '\\mu-strongly convex, L-smooth'
    ), `${apart} \\frac{\\mu L}{\\mu + L} \\|x - y\\|^2 + \\frac{1}{\\mu + L} \\|\\nabla f(x) - \\nabla f(y)\\|^2`, 'tangent']
  ])('%s: %s is proved', (declared, formula, uses) => {
    const found = checked(declared, `$$${formula}$$`)
    expect(found.map(({ verdict, strength }) => `${verdict} ${strength}`)).toEqual(
      found.map(() => 'holds proved, exact')
    )
    found.forEach(({ reason }) => expect(reason).toContain(uses))
  })
  test.each([
    [withF('convex'), 'f(y) \\le f(x) + \\nabla f(x)^\\top (y - x)'],
    [withF('L-smooth'), 'f(y) \\ge f(x) + \\nabla f(x)^\\top (y - x)'],
    [withF('L-smooth'), `${apart} 0`],
    [withF('convex'), 'f(\\lambda x + (1 - \\lambda) y) \\le (1 - \\lambda) f(x) + \\lambda f(y)'],
    [withF('L-smooth'), 'f(y) \\le f(x) + \\nabla f(x)^\\top (y - x) + \\frac L3 \\|y - x\\|^2'],
    [step, 'f(x - \\frac1L \\nabla f(x)) \\le f(x) - \\frac{1}{L} \\|\\nabla f(x)\\|^2'],
    [short, 'f(x - \\gamma \\nabla f(x)) \\le f(x) - \\gamma \\|\\nabla f(x)\\|^2'],
    [short, 'f(w^{T+1}) - f(w^*) \\le \\frac{1}{9 \\gamma T} \\|w^1 - w^*\\|^2'],
    [step, `${allSteps} \\le \\frac{L}{9} \\left(\\|w^1 - w^*\\|^2 - \\|w^{T+1} - w^*\\|^2\\right)`],
    [step, 'f(x - \\frac3L \\nabla f(x)) \\le f(x)'],
    [step, `${apart} \\frac2L \\|\\nabla f(x) - \\nabla f(y)\\|^2`],
    [step, 'f(w^{T+1}) - f(w^*) \\le \\frac{L}{4 T + 1} \\|w^1 - w^*\\|^2'],
    [steep, `${regret} \\frac{B^2}{3 \\eta T} + \\frac{\\eta}{3} \\rho^2`],
    [withF('\\mu-strongly convex'), 'f(x) - f(y) \\le \\frac{1}{3 \\mu} \\|\\nabla f(x)\\|^2'],
    [withF('\\mu-strongly convex, L-smooth'), 'f(x) - f(y) \\le \\frac{1}{2 L} \\|\\nabla f(x)\\|^2'],
    [withF('\\mu-strongly convex, L-smooth'), `${apart} L \\|x - y\\|^2`]
  ])('%s: %s is wrong', (declared, formula) => {
    expect(checked(declared, `$$${formula}$$`).map(({ verdict }) => verdict)).toEqual(['wrong'])
  })
  test.each(['L-strongly convex, L-smooth', '\\frac{L}{2}-strongly convex, L-smooth', '\\mu-strongly convex, 2-smooth', 'convex, concave', 'L-smooth, \\rho-Lipschitz'])(
    '%s is refused', properties => {
      expect(checked(withF(properties), '').map(({ kind }) => kind)).toEqual(['not understood'])
    })
  test('a constant that may be negative is refused, and mu is below L', () => {
    expect(checked('L \\in \\mathbb{R}\nf : \\mathbb{R}^2 \\to \\mathbb{R} convex, L-smooth', '')
      .map(({ reason }) => reason).join()).toContain('L > 0')
    expect(checked(withF('\\mu-strongly convex, L-smooth'), '$$\\mu < L; L < \\mu$$').map(({ verdict }) => verdict))
      .toEqual(['holds', 'wrong'])
  })
})

describe('the inequalities of the guide are those of their classes', () => {
  const guide = readFileSync(new URL('../../docs/check.md', import.meta.url), 'utf8')
  const rows = [...guide.matchAll(/^\| (.*convex.*) \| \$(f\(y\) .*)\$ \|$/gm)].map(
    ([, about = '', tex = '']) => [about, tex] as const
  )
  const lineOf = (about: string, tex: string) => checked(`sizes n = 1..2
x, y \\in \\mathbb{R}^n
f : \\mathbb{R}^n \\to \\mathbb{R} ${about}`, `$$${tex}$$`, 200)[0]

  test('there are three', () => {
    expect(rows.length).toBe(3)
  })

  test.each(rows)('%s', (about, tex) => {
    expect(lineOf(about, tex)).toMatchObject({ verdict: 'holds', strength: 'proved, exact' })
    // with half as much again on the right it is false, unless nothing stands there
    const more = tex.replace(/\\frac\{(\\mu|1)\}\{2/g, '\\frac{3 \\cdot $1}{4')
    expect(lineOf(about, more)?.verdict).toBe(more === tex ? 'holds' : 'wrong')
    expect(lineOf(about, tex.replace(' + \\nabla', ' - \\nabla'))?.verdict).toBe('wrong')
  })
})
