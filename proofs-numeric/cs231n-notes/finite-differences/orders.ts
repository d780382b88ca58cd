import { backwardDifference, centralDifference, forwardDifference } from '../../../src/definition/index.js'
import {
  allOf, type Claim, claim, equal, erratum, exactly, type Judge, positive, scalar
} from '../../../src/claim/index.js'
import { type Divisible, power, sum } from '../../../src/number/index.js'

// The error of a difference is what Taylor's series has beyond f'. On monomials x^n the series is finite, and all of it is an identity of
// polynomials in x and h: a factor h is left of a one-sided difference, a factor h^2 of a central one.

const source = 'Notes on CS231n, gradient checks'

interface Given<A> {
  readonly x: A
  readonly h: A
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k)

/** f^(k)(x) / k! of f = x^n. */
const coefficient = <A>(N: Divisible<A>, n: number, x: A) =>
  (k: number): A => N.mul(N.of(choose(n, k)), power(N)(x, n - k))

/** The terms k = from, from + stride, ... of Taylor's series, divided by h^lost. */
interface Terms {
  readonly from: number
  readonly stride: 1 | 2
  readonly lost: number
}

/** The sum of f^(k)(x) / k! h^(k - lost) of f = x^n. */
const taylor = <A>(N: Divisible<A>, n: number, { x, h }: Given<A>, { from, stride, lost }: Terms): A =>
  sum(N)([Math.max(0, Math.floor((n - from) / stride) + 1)], i => {
    const k = from + stride * i
    return N.mul(coefficient(N, n, x)(k), power(N)(h, k - lost))
  })

const monomial = <A>(N: Divisible<A>, n: number) => (x: A): A => power(N)(x, n)

/** n x^(n - 1). */
const slopeAt = <A>(N: Divisible<A>, n: number, x: A): A => (n === 0 ? N.of(0) : N.mul(N.of(n), power(N)(x, n - 1)))

const opposite = <A>(N: Divisible<A>, { x, h }: Given<A>): Given<A> => ({ x, h: N.sub(N.of(0), h) })

type Sides = <A>(N: Divisible<A>, n: number, given: Given<A>) => readonly [A, A]

const onMonomials = (sides: Sides): Judge =>
  allOf('every real x and h > 0, for f = x^n, n = 0..8', Array.from({ length: 9 }, (_, n) => ({
    label: `n = ${n}`,
    judge: exactly({ x: scalar, h: positive }, (N, given) => equal(...sides(N, n, given)))
  })))

const forwardError: Sides = (N, n, given) => [
  N.sub(forwardDifference(N)(monomial(N, n))(given.x, given.h), slopeAt(N, n, given.x)),
  N.mul(given.h, taylor(N, n, given, { from: 2, stride: 1, lost: 2 }))
]

const backwardError: Sides = (N, n, given) => [
  N.sub(backwardDifference(N)(monomial(N, n))(given.x, given.h), slopeAt(N, n, given.x)),
  N.sub(N.of(0), N.mul(given.h, taylor(N, n, opposite(N, given), { from: 2, stride: 1, lost: 2 })))
]

const centralErrorSides: Sides = (N, n, given) => [
  N.sub(centralDifference(N)(monomial(N, n))(given.x, given.h), slopeAt(N, n, given.x)),
  N.mul(N.mul(given.h, given.h), taylor(N, n, given, { from: 3, stride: 2, lost: 3 }))
]

/** f(x + h) - f(x - h), and twice the odd terms of Taylor's series from k on. */
const bump = (from: number): Sides => (N, n, given) => [
  N.sub(monomial(N, n)(N.add(given.x, given.h)), monomial(N, n)(N.sub(given.x, given.h))),
  N.mul(N.of(2), taylor(N, n, given, { from, stride: 2, lost: 0 }))
]

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/finite-differences/one-sided-order',
      title: 'One-sided differences have order 1: on x^n the error is h times f\'\'/2 and terms with h',
      statement:
        String.raw`\frac{f(x \pm h) - f(x)}{\pm h} - f'(x) = \pm h \sum_{k \ge 2} \frac{f^{(k)}(x)}{k!} (\pm h)^{k-2}`,
      source,
      rows: ['HW1-AD-09', 'N231-GRD-01', 'N231-GRD-08']
    },
    allOf('every real x and h > 0, for f = x^n, n = 0..8', [
      { label: 'forward', judge: onMonomials(forwardError) },
      { label: 'backward', judge: onMonomials(backwardError) }
    ])
  ),
  claim(
    {
      id: 'cs231n-notes/finite-differences/central-order',
      title: 'Central differences have order 2: on x^n the error is h^2 times (1/6) f\'\'\' and terms with h^2',
      statement: String.raw`\frac{f(x + h) - f(x - h)}{2h} - f'(x) = h^2 \sum_{k \ge 3,\ k \text{ odd}} \frac{f^{(k)}(x)}{k!} h^{k-3}`,
      source,
      rows: ['HW1-AD-09', 'N231-GRD-08']
    },
    onMonomials(centralErrorSides)
  ),
  erratum(
    {
      id: 'cs231n-notes/finite-differences/even-terms-cancel',
      title: 'In f(x + h) - f(x - h) the even terms of Taylor\'s series cancel, and the one with f\' stays',
      statement: String.raw`f(x + h) - f(x - h) = 2 h f'(x) + \tfrac{h^3}{3} f'''(x) + \dots`,
      source,
      rows: ['N231-GRD-11']
    },
    {
      printed: {
        text: 'the term h f\' cancels',
        tex: String.raw`\text{the term } h f' \text{ cancels}`,
        judge: onMonomials(bump(3))
      },
      corrected: {
        text: 'the terms f and (h^2/2) f\'\' cancel',
        tex: String.raw`\text{the terms } f \text{ and } \tfrac{h^2}2 f'' \text{ cancel}`,
        judge: onMonomials(bump(1))
      }
    }
  )
]
