import { attempt, isLeft } from '../prelude/index.js'
import type { Analytic, Rational } from './Arithmetic.js'
import { multiplied, toThe } from './factored.js'
import { disjoint, type Interval } from './Interval.js'
import { interval } from './intervalArithmetic.js'
import { rules } from './lawful.js'
import { isNothing, spending } from './opened.js'
import { power } from './product.js'
import { isUndefined, rational } from './rational.js'
import { constantSum, keyOfSum, minus, nothing, oneRational, type Sum, termOf, total } from './sumOfProducts.js'
import { unknowns } from './unknowns.js'

/** A formula in normal form, or none where it is undefined; and an enclosure of its value at one point, which tells most formulas apart. */
export interface Formal {
  readonly form: Sum | undefined
  readonly near: Interval
}

/** Formulas as numbers, and what can be said of them. */
export interface Formals {
  readonly N: Analytic<Formal>
  readonly variable: (position: number, isPositive: boolean) => Formal
  /** Whether two formulas are one, for all values of their unknowns at which both are defined. Too large a question is refused. */
  readonly compare: (a: Formal, b: Formal) => 'same' | 'different' | 'nowhere'
  /** The functions that were called, and how many values of theirs there are. */
  readonly called: () => { readonly functions: ReadonlyArray<string>, readonly values: number }
}

/** The largest question that is answered, in products of terms. */
const mostProducts = 2 ** 17

/** The same for all questions whether two arguments of a function are one; after that they are only if they are written alike. */
const mostForArguments = 2 ** 16

/** Numbers between 1/2 and 1 that fulfil no simple equation. */
const generic = (position: number): number => 0.5 + ((position + 1) * 0.6180339887498949 % 1) / 2

interface Call {
  readonly of: ReadonlyArray<Formal>
  readonly form: Sum | undefined
}

/**
 * Formulas over unknowns. Of functions nothing is assumed but that equal arguments give equal values; with `laws` exp, log, roots and what
 * is made of them are brought to powers of common unknowns, and sines and cosines to powers of exp(i x). A sum that is a factor gets a
 * name and is opened only where it must be: formulas share their parts, however often these are written. What holds whatever the unknowns
 * are holds of all values that they stand for.
 */
export const formals = (laws: boolean, most: number = mostProducts): Formals => {
  const U = unknowns()
  const calls = new Map<string, Call>()
  const byName = new Map<string, Array<Call>>()
  const spend = spending(mostForArguments)
  const isSame = (a: Sum, b: Sum): boolean => {
    const found = attempt(() => isNothing(U, total([a, minus(b)]), spend))
    return !isLeft(found) && found.right
  }
  const areSame = (a: Formal, b: Formal | undefined): boolean =>
    a.form !== undefined && b?.form !== undefined && isSame(a.form, b.form)
  const mayBeSame = (a: Formal, b: Formal | undefined): boolean => b !== undefined && !disjoint(a.near, b.near)
  const valueOf = (name: string, of: ReadonlyArray<Formal>, key: string): Sum | undefined => {
    const rule = laws ? rules[name] : undefined
    if (rule !== undefined) return of.some(({ form }) => form === undefined) ? undefined
      : rule(U, of.map(({ form }) => form ?? nothing))
    return termOf(oneRational, power(U.idOf(key, () => ({ sign: '?', isReal: true }))))
  }
  /** The value of a function: known by its name and what its arguments are as formulas. */
  const call = (name: string, near: Interval, of: ReadonlyArray<Formal>): Formal => {
    const key = `${name}(${of.map(({ form }) => (form === undefined ? 'undefined' : keyOfSum(form))).join(', ')})`
    const others = byName.get(name) ?? []
    const found = calls.get(key) ??
      others.find(other => other.of.every((a, k) => mayBeSame(a, of[k])) && other.of.every((a, k) => areSame(a, of[k])))
    if (found === undefined) {
      const made = { of, form: valueOf(name, of, key) }
      calls.set(key, made)
      byName.set(name, [...others, made])
      return { form: made.form, near }
    }
    calls.set(key, found)
    return { form: found.form, near }
  }
  const constant = (q: Rational, near: Interval): Formal =>
    ({ form: isUndefined(q) ? undefined : constantSum(q), near })
  const strict = (name: string, near: Interval, of: ReadonlyArray<Formal>): Formal =>
    (of.some(({ form }) => form === undefined) ? { form: undefined, near } : call(name, near, of))
  const unary = <K extends Unary>(name: K) => (a: Formal): Formal => strict(name, interval[name](a.near), [a])
  const binary = <K extends 'max' | 'min' | 'pow'>(name: K) => (a: Formal, b: Formal): Formal =>
    strict(name, interval[name](a.near, b.near), [a, b])
  const operation = (exact: (a: Sum, b: Sum) => Sum | undefined, near: (a: Interval, b: Interval) => Interval) =>
    (a: Formal, b: Formal): Formal =>
      ({ form: a.form === undefined || b.form === undefined ? undefined : exact(a.form, b.form), near: near(
        a.near, b.near
      ) })
  const zero = constant(rational.of(0), interval.of(0))
  const mul = operation((a, b) => multiplied(U, a, b), interval.mul)
  const square = (a: Formal): Formal => ({ ...mul(a, a), near: interval.square(a.near) })
  const sum = (terms: ReadonlyArray<Formal>): Formal => ({
    form: terms.some(({ form }) => form === undefined) ? undefined : total(terms.map(({ form }) => form ?? nothing)),
    near: interval.sum(terms.map(({ near }) => near))
  })
  const sub = operation((a, b) => total([a, minus(b)]), interval.sub)
  const N: Analytic<Formal> = {
    of: x => constant(rational.of(x), interval.of(x)),
    ofRational: q => constant(q, interval.ofRational(q)),
    decimal: text => constant(rational.decimal(text), interval.decimal(text)),
    add: operation((a, b) => total([a, b]), interval.add),
    sub,
    mul,
    square,
    sum,
    div: operation((a, b) => (b.size === 0 ? undefined : multiplied(U, a, toThe(U, b, -1))), interval.div),
    power: ({ form, near }, n) => ({
      form: form === undefined || (form.size === 0 && n < 0) ? undefined : form.size === 0 && n > 0 ? form : toThe(
        U, form, n
      ),
      near: interval.power(near, n)
    }),
    neg: a => sub(zero, a),
    where: (a, b, x, y) => {
      const near = interval.where(a.near, b.near, x.near, y.near)
      const isChoice = x.form === undefined || y.form === undefined || keyOfSum(x.form) !== keyOfSum(y.form)
      return isChoice ? call('where', near, [a, b, x, y]) : { form: x.form, near }
    },
    hypot: entries => strict('sqrt', interval.hypot(entries.map(({ near }) => near)), [sum(entries.map(square))]),
    pi: () => call('pi', interval.pi(), []),
    e: () => call('e', interval.e(), []),
    relu: a => strict('max', interval.relu(a.near), [zero, a]),
    max: binary('max'), min: binary('min'), pow: binary('pow'),
    abs: unary('abs'), sqrt: unary('sqrt'), exp: unary('exp'), expm1: unary('expm1'), log: unary('log'),
    log1p: unary('log1p'),
    log10: unary('log10'), sin: unary('sin'), cos: unary('cos'), tan: unary('tan'), asin: unary('asin'),
    acos: unary('acos'),
    atan: unary('atan'), sinh: unary('sinh'), cosh: unary('cosh'), tanh: unary('tanh'), sigmoid: unary('sigmoid'),
    softplus: unary('softplus'), erf: unary('erf')
  }
  return {
    N,
    variable: (position, isPositive) => ({
      form: termOf(oneRational, power(
        U.idOf(`variable ${position}`, () => ({ sign: isPositive ? '+' : '?', isReal: true }))
      )),
      near: interval.of(generic(position))
    }),
    compare: (a, b) => {
      if (a.form === undefined || b.form === undefined) return 'nowhere'
      if (disjoint(a.near, b.near)) return 'different'
      // In the branch that is not taken a divisor may be 0, and what cancels against it is then no number.
      if (laws && byName.has('where') && U.hasDivided()) return 'different'
      return isNothing(U, total([a.form, minus(b.form)]), spending(most)) ? 'same' : 'different'
    },
    called: () =>
      ({ functions: [...byName.keys()], values: [...byName.values()].reduce((count, { length }) => count + length, 0) })
  }
}

type Unary = 'abs' | 'sqrt' | 'exp' | 'expm1'
  | 'log' | 'log1p' | 'log10' | 'sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan' | 'sinh' |
  'cosh' | 'tanh' | 'sigmoid' | 'softplus' | 'erf'
