import type { Analytic, Divisible } from './Arithmetic.js'

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
  const call = (name: string) => (...of: ReadonlyArray<F>): F => {
    const formula = `${name}(${of.map(a => a.formula).join(', ')})`
    return { value: unknown(formula), formula }
  }
  return {
    of: x => ({ value: N.of(x), formula: String(x) }),
    add: operation('+', N.add),
    sub: operation('-', N.sub),
    mul: operation('*', N.mul),
    div: operation('/', N.div),
    max: call('max'),
    where: (a, b, x, y) => (x.formula === y.formula ? x : call('where')(a, b, x, y)),
    sqrt: call('sqrt'),
    exp: call('exp'),
    log: call('log'),
    sin: call('sin'),
    cos: call('cos'),
    tanh: call('tanh')
  }
}
