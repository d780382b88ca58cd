import type { Analytic, Divisible } from './Arithmetic.js'
import { showRational } from './rational.js'
import { power } from './sum.js'

/** A value, and the formula that it stands for. */
export interface Formal<A> {
  readonly value: A
  readonly formula: string
}

/**
 * + - * / as they are in N, and the elementary functions as unknowns: of exp, sin and the others, of max and of branches nothing is
 * assumed but that arguments written alike give the same value, which is asked for by name: "exp((2*w2))", and that a choice between two
 * values written alike is that value. What holds whatever the unknowns are holds of the functions; what needs more of them
 * (exp(a + b) = exp(a) exp(b)) is not seen.
 */
export const formal = <A>(N: Divisible<A>, unknown: (name: string) => A): Analytic<Formal<A>> => {
  type F = Formal<A>
  const operation = (symbol: string, apply: (a: A, b: A) => A) => (a: F, b: F): F =>
    ({ value: apply(a.value, b.value), formula: `(${a.formula}${symbol}${b.formula})` })
  const call = (name: string, of: ReadonlyArray<F>): F => {
    const formula = `${name}(${of.map(a => a.formula).join(', ')})`
    return { value: unknown(formula), formula }
  }
  const unary = (name: keyof Analytic<F>) => (a: F): F => call(name, [a])
  const binary = (name: keyof Analytic<F>) => (a: F, b: F): F => call(name, [a, b])
  const of = (x: number): F => ({ value: N.of(x), formula: String(x) })
  const [zero, one, add, sub, mul, div] =
    [of(0), of(1), operation('+', N.add), operation('-', N.sub), operation('*', N.mul), operation('/', N.div)]
  const square = (a: F): F => mul(a, a)
  // "pi()" is no name that a variable can have
  const constant = (name: 'pi' | 'e') => (): F => call(name, [])
  const sum = (terms: ReadonlyArray<F>): F => (terms.length === 0 ? zero : terms.reduce(add))
  return {
    of, add, sub, mul, div, square, sum,
    ofRational: q => ({ value: N.ofRational(q), formula: showRational(q) }),
    decimal: text => ({ value: N.decimal(text), formula: text }),
    neg: a => sub(zero, a),
    where: (a, b, x, y) => (x.formula === y.formula ? x : call('where', [a, b, x, y])),
    hypot: entries => call('sqrt', [sum(entries.map(square))]),
    power: (a, n) => (n < 0 ? div(one, power({ of, mul, square })(a, -n)) : power({ of, mul, square })(a, n)),
    pi: constant('pi'),
    e: constant('e'),
    relu: a => call('max', [zero, a]),
    max: binary('max'), min: binary('min'), abs: unary('abs'), sqrt: unary('sqrt'), exp: unary('exp'), expm1: unary('expm1'),
    log: unary('log'), log1p: unary('log1p'), log10: unary('log10'), sin: unary('sin'), cos: unary('cos'), tan: unary('tan'),
    asin: unary('asin'), acos: unary('acos'), atan: unary('atan'), sinh: unary('sinh'), cosh: unary('cosh'), tanh: unary('tanh'),
    sigmoid: unary('sigmoid'), softplus: unary('softplus'), erf: unary('erf'), pow: binary('pow')
  }
}
