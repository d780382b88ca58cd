import type { Analytic } from '../number/Arithmetic.js'
import { float64 } from '../number/float64.js'
import { Refusal, refuse } from '../prelude/index.js'

/** Whether what was raised is such a slip: it is one in each case, even where it does no harm. */
export const isSlip = (error: unknown): boolean =>
  error instanceof Refusal && error.tag === 'input'
    && (error.place.startsWith('N.') || error.place === place || error.place === side)

const place = 'a number of N'
const side = 'what is related'

/** A number of the formula that is looked through for slips. As in every number system, it is no number of JavaScript's. */
export interface Checked {
  readonly value: number
}

const noComparison = (): never =>
  refuse('input', place, 'N.where, N.max and other functions of N', 'an operator of JavaScript, such as x > 5 or x + 1')

const checked = (value: number): Checked => ({ value, [Symbol.toPrimitive]: noComparison } as Checked)

const isChecked = (x: unknown): x is Checked => typeof x === 'object' && x !== null && Symbol.toPrimitive in x

const kindOf = (x: unknown): string =>
  typeof x === 'number' ? `the number ${x}`
    : typeof x === 'function' ? 'a function that was not called' : x === undefined ? 'nothing' : typeof x

/** The value of a number of N, or those of a list of them; what else there is was meant to be one. */
const valueOf = (where: string) => (x: unknown): unknown =>
  (isChecked(x) ? x.value : Array.isArray(x) ? x.map(valueOf(where))
    : refuse('input', where, 'a number of N, such as N.of(2) or N.pi()', kindOf(x)))

/** The sides of relations, or a figure, must be numbers of N. */
export const noticed = (sides: ReadonlyArray<unknown>): void => sides.forEach(valueOf(side))

/** The positions at which a function of N takes what is no number of N: a double, a fraction, a text, a whole exponent. */
const takesAsTheyAre: Readonly<Record<string, number>> = { ofRational: 0, decimal: 0, power: 1 }

// What array methods hand on beside the numbers, such as an index, is no slip; a further number of N is.
const checking = (
  name: string, f: (...args: ReadonlyArray<never>) => unknown
): ((...args: ReadonlyArray<unknown>) => Checked) => {
  const [takes, own, valueIn] = [f.length, takesAsTheyAre[name], valueOf(`N.${name}`)]
  return (...args) => {
    const isTooMany = takes > 1 && args.length > takes && args.slice(takes).some(isChecked)
    if (isTooMany) refuse('input', `N.${name}`, `${takes} numbers`, `${args.length}`)
    const values: Array<unknown> = []
    for (let k = 0; k < takes; k++) values.push(own === k ? args[k] : valueIn(args[k]))
    return checked(Reflect.apply(f, undefined, values) as number)
  }
}

const of = (x: number): Checked =>
  checked(typeof x === 'number' ? x : refuse('input', 'N.of', 'a number', x === null ? 'null' : typeof x))

/**
 * Doubles that notice what JavaScript passes over in a formula: a third number for N.add, an operator between numbers of N, N.of of what is
 * no number. A formula is run over them once or twice before it is judged.
 */
export const noticing: Analytic<Checked> = {
  ...Object.fromEntries(Object.entries(float64).map(
    ([name, f]) => [name, checking(name, f as (...args: ReadonlyArray<never>) => unknown)]
  )),
  of
} as unknown as Analytic<Checked>
