import fc from 'fast-check'
import { type Claim, claim, equal, type Law, type Plain, sampled } from '../../src/claim/index.js'
import { evaluate, kinksOf, record, type reverse, type secondAtKinks } from '../../src/expression/index.js'
import { type Ball, ball, float64, elementaryRational, point, toInterval } from '../../src/number/index.js'
import { seldom } from '../cases/sparsely.js'

/** What differentiates a formula at the edges: near overflow, and at kinks. */
export interface EdgeSubject {
  readonly name: string
  readonly reverse: typeof reverse
  readonly secondAtKinks: typeof secondAtKinks
}

const norm = record(['x', 'y'], (N, { x, y }) => N.hypot([x, y]))
const power = record(['x', 'n'], (N, { x, n }) => N.pow(x, n))

interface Bent {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

/** a x |x| + b |x| + c x^2 + d x: its slopes at 0 are d - b and d + b, its second derivatives beside 0 are 2 c - 2 a and 2 c + 2 a. */
const bent = ({ a, b, c, d }: Bent) => record(['x'], (N, { x }) => {
  const bends = N.mul(N.abs(x), N.add(N.mul(N.of(a), x), N.of(b)))
  return N.add(bends, N.mul(x, N.add(N.mul(N.of(c), x), N.of(d))))
})

const B = ball(100)
const small = fc.integer({ min: -2, max: 2 })

const sidesOf = (subject: EdgeSubject, given: Bent): readonly [string, Plain, Plain] => {
  const [graph, at] = [bent(given), { x: B.of(0) }]
  const found = subject.secondAtKinks(B)(graph, at, kinksOf(B, graph, evaluate(B)(graph, at)), ['x', 'x'])
  const shown = (a: Ball): Plain => toInterval(a)
  if (found.kind !== 'exists') return [found.kind, shown(found.left), shown(found.right)]
  const value = shown(evaluate(B)(found.formula, at)[found.formula.output] as Ball)
  return ['exists', value, value]
}

const kinds = ['exists', 'bends', 'jumps']

export const edgeLaws: Law<EdgeSubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/norms-of-every-size`,
      title: 'The norm of (3s, 4s) in doubles is 5s, and its gradient (3, 4)/5, for s of every size',
      statement: String.raw`\|(3s, 4s)\| = 5s, \quad \nabla = (3/5, 4/5)`,
      source: 'Numerical analysis: norms without overflow or underflow'
    },
    sampled({ scale: fc.integer({ min: -1060, max: 1020 }) }, ({ scale }) => {
      const s = 2 ** scale
      const { values, gradient } = subject.reverse(float64)(norm, { x: 3 * s, y: 4 * s })
      return [
        equal<Plain>(values[norm.output] ?? NaN, 5 * s, 'the norm'),
        equal<Plain>(gradient['x'] ?? NaN, 3 / 5, 'by x'), equal<Plain>(gradient['y'] ?? NaN, 4 / 5, 'by y')
      ]
    })
  ),
  claim(
    {
      id: `${subject.name}/whole-powers`,
      title: 'A whole power of a whole number in doubles is exact where a double holds it',
      statement: String.raw`\mathrm{fl}(x^n) = x^n < 2^{53}`,
      source: 'Numerical analysis: powers rounded once'
    },
    sampled({ x: fc.integer({ min: 1, max: 40 }), n: fc.integer({ min: 0, max: 9 }) }, ({ x, n }) => {
      const { values } = subject.reverse(float64)(power, { x, n })
      return equal<Plain>(elementaryRational.of(values[power.output] ?? NaN), elementaryRational.power(
        elementaryRational.of(x), n
      ))
    })
  ),
  seldom(claim(
    {
      id: `${subject.name}/second-at-kinks`,
      title: 'A second derivative at a kink exists where both sides have the same slopes and second derivatives',
      statement: String.raw`a x |x| + b |x| + c x^2 + d x: \quad f'_\pm(0) = d \pm b, \quad f''_\pm(0) = 2c \pm 2a`,
      source: 'Deep learning homework 1, question 5; Notes on CS231n, backpropagation'
    },
    sampled<Bent>({ a: small, b: small, c: small, d: small }, given => {
      const { a, b, c, d } = given
      const [kind, left, right] = sidesOf(subject, given)
      const expected = b !== 0 ? ['jumps', d - b, d + b] as const
        : [a === 0 ? 'exists' : 'bends', 2 * c - 2 * a, 2 * c + 2 * a] as const
      return [
        equal<Plain>(kinds.indexOf(kind), kinds.indexOf(expected[0]), 'whether it exists, the slope bends, or jumps'),
        equal<Plain>(left, point(expected[1]), 'to the left'), equal<Plain>(right, point(expected[2]), 'to the right')
      ]
    })
  ))
]
