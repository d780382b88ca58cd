import { exponentialOf, asExponent, wholeExponential } from './lawsOfExp.js'
import { productAsSum } from './factored.js'
import { expanded } from './opened.js'
import { inverse, power, type Product, times, unit } from './product.js'
import { rational } from './rational.js'
import { constantSum, type Sum, total } from './sumOfProducts.js'
import { isRealSum, type Unknown, type Unknowns } from './unknowns.js'

/** exp(i pi), which is -1; its power 1/2 is i. */
const halfTurn = (U: Unknowns): number =>
  U.idOf('half turn', () => ({ definition: constantSum(rational.of(-1)), sign: '?', isReal: false }))

export const pi = (U: Unknowns): number => U.idOf('pi()', () => ({ sign: '+', isReal: true }))

const turn = (): Unknown => ({ sign: '?', isReal: false })

/** exp(i x), of which cos and sin are made: their laws are those of exp. */
const turned = (U: Unknowns, argument: Sum): Product => {
  const wide = expanded(U, argument)
  if (!isRealSum(U, wide)) return wholeExponential(U, 'turn', turn, wide)
  const factorFor = exponentialOf(U, 'turn', turn)
  return [...wide.values()].map(term => {
    const [id, exponent] = term.product
    const q = id === pi(U) && term.product.length === 2 && exponent === unit ? asExponent(term.coefficient) : undefined
    return q === undefined ? factorFor(term) : power(halfTurn(U), q)
  }).reduce(times, [])
}

/** (exp(i x) + exp(-i x)) / 2. */
export const cos = (U: Unknowns, argument: Sum): Sum => {
  const [z, half] = [turned(U, argument), rational.of(0.5)]
  return total([productAsSum(U, half, z), productAsSum(U, half, inverse(z))])
}

/** (exp(i x) - exp(-i x)) / (2 i). */
export const sin = (U: Unknowns, argument: Sum): Sum => {
  const [z, i] = [turned(U, argument), power(halfTurn(U), unit / 2)]
  return total([productAsSum(U, rational.of(-0.5), times(i, z)), productAsSum(
    U, rational.of(0.5), times(i, inverse(z))
  )])
}
