import { bitLength } from '../number/dyadic.js'
import { type Analytic, elementary, elementaryRational, isUndefined, type Rational } from '../number/index.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { type Known, type Point, valueOf } from './evaluate.js'
import type { Graph, Node } from './Graph.js'

type Operate = (a: Rational, b: Rational) => Rational

const whole = (a: Rational): number =>
  (a.den === 1n ? Number(a.num) : refuse('undecided', 'a power', 'a whole exponent', 'another'))

/** Fractions with at most so many bits above and below, and whole powers; more is refused. */
export const shortFractions = (bits: number): Analytic<Rational> => {
  const short = (operate: Operate): Operate => (a, b) => {
    const q = operate(a, b)
    return Math.max(bitLength(q.num), bitLength(q.den)) > bits
      ? refuse('undecided', 'a fraction', `at most ${bits} bits`, 'more')
      : q
  }
  const { of, ofRational, decimal, where, max, sqrt, add, sub, mul, div, pi, exp, log, sin, cos, atan, erf } =
    elementaryRational
  const product = short(mul)
  const N = elementary({
    of, ofRational, decimal, where, max, sqrt, pi, exp, log, sin, cos, atan, erf,
    add: short(add), sub: short(sub), mul: product, div: short(div), square: a => product(a, a)
  })
  return { ...N, pow: (a, b) => N.power(a, whole(b)) }
}

// 1200 digits
const N = shortFractions(4000)

const foldedValue = (node: Node, values: ReadonlyArray<Rational | undefined>): Rational | undefined => {
  if (node.kind === 'variable'
    || (node.kind === 'operation' && node.operands.some(k => values[k] === undefined))) return undefined
  const value = attempt(() => valueOf(N, node, values as ReadonlyArray<Rational>, {}))
  return isLeft(value) || isUndefined(value.right) ? undefined : value.right
}

/** The values that are fractions at a point of fractions, exactly; inputs that are none are left out. */
export const exactValues = ({ nodes }: Graph, at: Point<Rational | undefined>): Known<Rational> => {
  const values: Array<Rational | undefined> = []
  nodes.forEach(node => values.push(node.kind === 'variable' ? at[node.name] : foldedValue(node, values)))
  return values
}

/** Which nodes are fractions whatever the inputs are: 4/2, sqrt(9), 2^-3. Each node is looked at once. */
export const constantFolding = (node: (ref: number) => Node): ((ref: number) => Rational | undefined) => {
  const values: Array<Rational | undefined> = []
  return ref => {
    while (values.length <= ref) values.push(foldedValue(node(values.length), values))
    return values[ref]
  }
}
