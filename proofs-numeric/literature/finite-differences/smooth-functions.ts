import { type RealFunction, sigmoid } from '../../../src/definition/index.js'
import { type Analytic, power } from '../../../src/number/index.js'

/** A smooth function, and a point at which its second and third derivatives are not 0. */
export interface SmoothFunction {
  readonly name: string
  readonly f: RealFunction
  readonly x: number
}

const square = <A>(N: Analytic<A>) => (x: A): A => N.mul(x, x)
const negative = <A>(N: Analytic<A>) => (x: A): A => N.sub(N.of(0), x)
const onePlus = <A>(N: Analytic<A>) => (x: A): A => N.add(N.of(1), x)

/** The functions on which the orders and the error model of differences are tried. */
export const smoothFunctions: ReadonlyArray<SmoothFunction> = [
  { name: 'exp', x: 1, f: N => N.exp },
  { name: 'sin', x: 1, f: N => N.sin },
  { name: 'cos', x: 1, f: N => N.cos },
  { name: 'tanh', x: 0.5, f: N => N.tanh },
  { name: 'log', x: 2, f: N => N.log },
  { name: 'sqrt', x: 2, f: N => N.sqrt },
  { name: '1/x', x: 1.5, f: N => x => N.div(N.of(1), x) },
  { name: 'x^5', x: 1.5, f: N => x => power(N)(x, 5) },
  { name: 'sigmoid', x: 0.5, f: N => sigmoid(N) },
  { name: 'softplus', x: 1, f: N => x => N.log(onePlus(N)(N.exp(x))) },
  { name: 'x sigmoid', x: 1, f: N => x => N.mul(x, sigmoid(N)(x)) },
  { name: 'exp(-x^2)', x: 0.5, f: N => x => N.exp(negative(N)(square(N)(x))) },
  { name: 'x^3 exp', x: 1, f: N => x => N.mul(power(N)(x, 3), N.exp(x)) },
  { name: 'x log', x: 3, f: N => x => N.mul(x, N.log(x)) },
  { name: 'x sin', x: 1, f: N => x => N.mul(x, N.sin(x)) },
  { name: 'sin/x', x: 1, f: N => x => N.div(N.sin(x), x) },
  { name: 'exp(sin)', x: 1, f: N => x => N.exp(N.sin(x)) },
  { name: 'exp(-x) cos', x: 1, f: N => x => N.mul(N.exp(negative(N)(x)), N.cos(x)) },
  { name: '1/(1+x^2)', x: 0.25, f: N => x => N.div(N.of(1), onePlus(N)(square(N)(x))) },
  { name: 'sqrt(1+x^2)', x: 1, f: N => x => N.sqrt(onePlus(N)(square(N)(x))) },
  { name: 'log(1+x^2)', x: 2, f: N => x => N.log(onePlus(N)(square(N)(x))) },
  { name: 'sinh', x: 1, f: N => x => N.div(N.sub(N.exp(x), N.exp(negative(N)(x))), N.of(2)) },
  { name: 'x exp(-x)', x: 0.5, f: N => x => N.mul(x, N.exp(negative(N)(x))) },
  { name: 'sin + x^2', x: 1, f: N => x => N.add(N.sin(x), square(N)(x)) }
]
