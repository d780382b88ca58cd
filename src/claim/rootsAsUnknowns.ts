import type { Analytic } from '../number/Arithmetic.js'
import { float64 } from '../number/float64.js'
import { ofVariable, type Polynomial, type RationalFunction, rationalFunction } from '../number/polynomial.js'
import { primitive, scaledBy, withoutSquares } from '../number/primitive.js'
import { type Rational, rational as fraction, showRational } from '../number/rational.js'
import { withoutFunctions } from './comparedFormally.js'

/** A value of a function, which is a variable of its own. */
export interface Call {
  readonly name: string
  readonly of: RationalFunction
  /** Of a root that is the length of a vector: the vector. */
  readonly lengthOf?: ReadonlyArray<RationalFunction>
}

export interface RootsAsUnknowns {
  readonly N: Analytic<RationalFunction>
  /** What was squared, if this is its square; the other sign of it is as good. */
  readonly squareRoot: (of: RationalFunction) => RationalFunction | undefined
  /** The positions of the variables that are values of functions which are never negative. */
  readonly notNegative: () => ReadonlyArray<number>
  /** Those among them that are never 0, if these variables are not. */
  readonly positive: (variables: ReadonlyArray<number>) => ReadonlyArray<number>
  /** The polynomial with the squares of roots and of absolute values multiplied out. */
  readonly reduced: (p: Polynomial) => Polynomial
  /** The function of which a variable is a value, and its argument; none of a variable of the formula. */
  readonly callAt: (position: number) => Call | undefined
  /** The values of the variables, in doubles, and of the functions that were called of them. */
  readonly withCalls: (values: ReadonlyArray<number>) => ReadonlyArray<number>
}

const functions = [
  'abs', 'sqrt', 'exp', 'expm1', 'log', 'log1p', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh',
  'tanh', 'sigmoid',
  'softplus', 'erf'
] as const

const neverZero: ReadonlyArray<string> = ['exp', 'cosh', 'sigmoid', 'softplus']
const neverNegative: ReadonlyArray<string> = ['abs', 'sqrt', ...neverZero]

/** Rational functions of the variables at the first positions, and of each value of a function as one more. */
export const rootsAsUnknowns = (count: number): RootsAsUnknowns => {
  const calls = new Map<string, Call>()
  const keys: Array<string> = []
  const keyOfCall = (name: string, of: RationalFunction): string => `${name}(${keyOf(of.num)} / ${keyOf(of.den)})`
  const call = (name: string) => (of: RationalFunction): RationalFunction => {
    const key = keyOfCall(name, of)
    if (!calls.has(key)) {
      calls.set(key, { name, of })
      keys.push(key)
    }
    return ofVariable(count + keys.indexOf(key))
  }
  const rational = withoutFunctions(rationalFunction)
  const known =
    Object.fromEntries(functions.map(name => [name, call(name)])) as Pick<typeof rational, (typeof functions)[number]>
  // |2x| is 2 |x|, and the root of 8x twice that of 2 times that of x: values that belong together are seen to
  const calling = {
    ...known,
    abs: (of: RationalFunction) => {
      const { by, part } = scaleOf(of)
      return rationalFunction.mul(rationalFunction.ofRational(absolute(by)), known.abs(part))
    }
  }
  // which sums are those of squares, and of what
  const squared = new WeakMap<RationalFunction, ReadonlyArray<RationalFunction>>()
  const ofSquares = (sum: RationalFunction, parts: ReadonlyArray<RationalFunction>): RationalFunction => {
    const entries = parts.map(part => squared.get(part))
    if (entries.every(known => known !== undefined)) squared.set(sum, entries.flat())
    return sum
  }
  const squareRoot = (of: RationalFunction): RationalFunction | undefined => {
    const [one, ...others] = squared.get(of) ?? []
    return others.length === 0 ? one : undefined
  }
  const square = (of: RationalFunction): RationalFunction => {
    const found = rational.square(of)
    squared.set(found, [of])
    return found
  }
  const sum = (parts: ReadonlyArray<RationalFunction>): RationalFunction => ofSquares(rational.sum(parts), parts)
  const sqrt = (of: RationalFunction): RationalFunction => {
    if (of.num.size === 0) return of
    const ofSquare = squareRoot(of)
    if (ofSquare !== undefined) return calling.abs(ofSquare)
    const { by, part } = scaleOf(of)
    const { root, free } = withoutSquares(absolute(by).num * by.den)
    const scale = rationalFunction.ofRational(fraction.div({ num: root, den: 1n }, { num: by.den, den: 1n }))
    const ofNumber = free === 1n ? rational.of(1) : known.sqrt(rationalFunction.ofRational({ num: free, den: 1n }))
    const inside = by.num < 0n ? rational.neg(part) : part
    if (isOne(inside)) return rationalFunction.mul(scale, ofNumber)
    const [ofRest, vector] = [known.sqrt(inside), squared.get(of)]
    if (vector !== undefined && free === 1n) {
      calls.set(keyOfCall('sqrt', inside), { name: 'sqrt', of: inside, lengthOf: vector.map(entry => rational.div(entry, scale)) })
    }
    return [scale, ofNumber, ofRest].reduce(rationalFunction.mul)
  }
  const callAt = (position: number): Call | undefined => calls.get(keys[position - count] ?? '')
  const squareOf = (position: number): Polynomial | undefined => {
    const { name, of } = callAt(position) ?? {}
    if (of === undefined || of.den.size !== 1 || of.den !== rationalFunction.of(1).den) return undefined
    return name === 'sqrt' ? of.num : name === 'abs' ? rationalFunction.square(of).num : undefined
  }
  const reduced = (p: Polynomial): Polynomial => {
    const terms = [...p.values()]
    const square = terms.flatMap(
      ({ monomial }) => monomial.filter((position, k) => position >= count && monomial[k + 1] === position)
    )
      .find(position => squareOf(position) !== undefined)
    if (square === undefined) return p
    return reduced(terms.map(({ monomial, coefficient }) => {
      const at = monomial.indexOf(square)
      const isSquared = at >= 0 && monomial[at + 1] === square
      const rest = (isSquared ? monomial.filter((_, k) => k !== at && k !== at + 1) : monomial).map(ofVariable)
      const by = isSquared ? [{ ...rationalFunction.of(1), num: squareOf(square) as Polynomial }] : []
      return [...rest, ...by].reduce(rationalFunction.mul, rationalFunction.ofRational(coefficient))
    }).reduce(rationalFunction.add, rationalFunction.of(0)).num)
  }
  const among = (names: ReadonlyArray<string>): ReadonlyArray<number> =>
    keys.flatMap((key, k) => (names.includes(calls.get(key)?.name ?? '') ? [count + k] : []))
  return {
    N: {
      ...rational, ...calling, square, sum, sqrt, add: (a, b) => ofSquares(rational.add(a, b), [a, b]),
      power: (a, n) => (n === 2 ? square(a) : rational.power(a, n)), hypot: entries => sqrt(sum(entries.map(square)))
    },
    notNegative: () => among(neverNegative),
    positive: variables => {
      const isPositive = ({ num, den }: RationalFunction): boolean =>
        [num, den].every(p => p.size > 0 && [...p.values()].every(({ monomial, coefficient }) =>
          coefficient.num > 0n && monomial.every(position => variables.includes(position))))
      const roots = keys.flatMap((key, k) => {
        const { name, of } = calls.get(key) ?? {}
        return name === 'sqrt' && of !== undefined && isPositive(of) ? [count + k] : []
      })
      return [...among(neverZero), ...roots]
    },
    withCalls: values => keys.reduce<ReadonlyArray<number>>((known, key) => {
      const { name = 'abs', of = rational.of(0) } = calls.get(key) ?? {}
      return [...known, float64[name as 'abs'](valueAt(of, known))]
    }, values),
    callAt,
    reduced,
    squareRoot
  }
}

const absolute = ({ num, den }: Rational): Rational => ({ num: num < 0n ? -num : num, den })

/** A quotient as a number times one of primitive polynomials; what is 0 or undefined, as it is. */
const scaleOf = (of: RationalFunction): { readonly by: Rational; readonly part: RationalFunction } => {
  if (of.num.size === 0 || of.den.size === 0) return { by: fraction.of(1), part: of }
  const [above, below] = [primitive(of.num), primitive(of.den)]
  const isWhole = below.content.num === 1n && below.content.den === 1n
  return { by: fraction.div(above.content, below.content), part: {
    num: above.part, den: isWhole ? of.den : scaledBy(of.den, fraction.div(fraction.of(1), below.content))
  } }
}

const isOne = ({ num, den }: RationalFunction): boolean =>
  den === rationalFunction.of(1).den && num.size === 1 && num.get('')?.coefficient.num === 1n && num.get('')?.coefficient.den === 1n

/** A quotient at these values, in doubles. */
export const valueAt = ({ num, den }: RationalFunction, values: ReadonlyArray<number>): number => {
  const [above, below] = [num, den].map(p => [...p.values()].reduce((sum, { monomial, coefficient }) =>
    sum + monomial.reduce(
      (product, position) => product * (values[position] ?? NaN), Number(coefficient.num) / Number(coefficient.den)
    ), 0))
  return (above ?? NaN) / (below ?? NaN)
}

const keyOf = (p: Polynomial): string =>
  [...p].map(([key, { coefficient }]) => `${key}*${showRational(coefficient)}`).sort().join(' + ')
