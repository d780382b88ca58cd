import type { Divisible } from '../number/Arithmetic.js'
import { showRational } from '../number/rational.js'
import { type Sign, sign } from '../number/sign.js'
import type { Relation } from './Relation.js'
import { namesOf, positivesOf } from './positions.js'
import type { Variables } from './Variable.js'

/** A formula as text, and what is known of its sign. Text that grows too long is given up. */
interface Written {
  readonly text: string | undefined
  /** How tightly its last operation binds: sums 1, products 2, all else 3. */
  readonly binds: number
  readonly sign: Sign
}

const longest = 32

const join = (symbol: string, binds: number, sides: readonly [Written, Written], signOf: Sign): Written => {
  const [a, b] = sides.map(
    ({ text, binds: inner }, k) => (text === undefined ? undefined : inner < binds + k ? `(${text})` : text)
  )
  const text = a === undefined || b === undefined ? undefined : `${a}${symbol}${b}`
  return { text: text === undefined || text.length > longest ? undefined : text, binds, sign: signOf }
}

/** Formulas as text, where each divisor that may be 0 is told. */
const written = (tell: (divisor: Written) => void): Divisible<Written> => {
  const number = (text: string, s: Sign): Written =>
    ({ text, binds: s === '-' ? 1 : text.includes('/') ? 2 : 3, sign: s })
  const call = (name: string, s: Sign, ...args: ReadonlyArray<Written>): Written => {
    const text = args.some(a => a.text === undefined) ? undefined : `${name}(${args.map(a => a.text).join(', ')})`
    return { text: text !== undefined && text.length > longest ? undefined : text, binds: 3, sign: s }
  }
  return {
    of: x => number(String(x), sign.of(x)),
    ofRational: q => number(showRational(q), sign.ofRational(q)),
    decimal: text => number(text, sign.decimal(text)),
    add: (a, b) => join(' + ', 1, [a, b], sign.add(a.sign, b.sign)),
    sub: (a, b) => join(' - ', 1, [a, b], sign.sub(a.sign, b.sign)),
    mul: (a, b) => join(' ', 2, [a, b], sign.mul(a.sign, b.sign)),
    square: a => join(' ', 2, [a, a], sign.square(a.sign)),
    div: (a, b) => {
      if (b.sign !== '+' && b.sign !== '-') tell(b)
      return join(' / ', 2, [a, b], sign.div(a.sign, b.sign))
    },
    max: (a, b) => call('max', sign.max(a.sign, b.sign), a, b),
    where: (a, b, x, y) => call('where', sign.where(a.sign, b.sign, x.sign, y.sign), a, b, x, y)
  }
}

// More conditions than a reader wants to see are counted.
const mostConditions = 3

/** "where x is not 0", from the divisors that the formula has; nothing where none of them can be 0. */
export const whereDefined = (
  variables: Variables, relations: <A>(N: Divisible<A>, rule: (position: number) => A) => ReadonlyArray<Relation<A>>
): string => {
  const [names, positive] = [namesOf(variables), new Set(positivesOf(variables))]
  const signOf = (position: number): Sign => (positive.has(position) ? '+' : '?')
  const met = new Set<string>()
  let long = 0
  relations(written(({ text }) => { if (text === undefined) long += 1; else met.add(text) }),
    i => ({ text: names[i] ?? '?', binds: 3, sign: signOf(i) }))
  if (met.size + long === 0) return ''
  return long > 0 || met.size > mostConditions ? ', where no divisor is 0'
    : `, where ${[...met].map(text => `${text} is not 0`).join(' and ')}`
}
