import { type Effort, type Judgement, printsAs, type Relation } from '../claim/index.js'
import { type Analytic, interval, type Interval } from '../number/index.js'
import { partsOf, type RelationSign, type Scope, type Term } from '../notation/index.js'
import { byExamples } from './formulated.js'
import { dependenciesOf } from './names.js'

/**
 * Judges a formula without variables against a printed decimal, which must lie within half a unit of its last digit. Where decimals are
 * computed with, each stands for all numbers that print so, and the sides must have one in common; where rounding alone could explain a
 * figure, it is undecided. None where a step is no such thing.
 */
export const figureOf = (
  scope: Scope, sign: RelationSign, left: Term, right: Term, effort: Effort
): Judgement | undefined => {
  const isPrinted = (text: string): boolean => text.includes('.') && !isExact(scope, text)
  const printed = [left, right].flatMap(decimalsIn).filter(isPrinted)
  if (!['=', '~'].includes(sign) || printed.length === 0 || !isConstant(scope, [left, right])) return undefined
  const text = printedAs(right)
  const sides = { sign, left, right, free: [], conditions: [] }
  const { formula } = byExamples(scope, sides, { sizes: new Map(), labels: new Map() }, effort.cancelled)('=')
  const entries = <A>(N: Analytic<A>): ReadonlyArray<Relation<A>> => formula(N, {})
  const leftIn = <A>(N: Analytic<A>): A => (entries(N)[0] as Relation<A>).left
  const rounding: Analytic<Interval> = {
    ...interval, decimal: digits => (isPrinted(digits) ? rounded(digits) : interval.decimal(digits))
  }
  const all = entries(rounding)
  if (text !== undefined && all.length === 1 && printed.length === 1 && decimalsIn(right).some(isPrinted)) {
    return printsAs(text, leftIn)(effort, 'figure')
  }
  const each = all.map(entry => consistent(entry.left, entry.right))
  const found = each.find(({ verdict }) => verdict === 'refuted') ?? each.find(({ verdict }) => verdict !== 'supported')
    ?? each[0]
  if (found === undefined) return undefined
  if (all.length > 1) {
    const right = all.map(entry => entry.right)
    const isAsWritten = entries(interval).every((entry, k) => isWithin(entry.left, right[k] as Interval))
    return found.verdict !== 'supported' || isAsWritten ? found : onlyByRounding(found)
  }
  // 0.5 * 0.5 = 0.30: what is computed from figures alone must come out as they are written, or it is not known to be right
  const asWritten = text === undefined || !isPrinted(text) ? undefined
    : printsAs(text, leftIn)(effort, 'figure')
  return asWritten === undefined || found.verdict !== 'supported' ? found
    : asWritten.verdict === 'proved' ? asWritten : onlyByRounding(found)
}

const onlyByRounding = ({ evidence }: Judgement): Judgement => ({
  verdict: 'undecided', evidence, reason: 'it is another figure as written; only rounding of those in it could explain it'
})

const isWithin = (inner: Interval, outer: Interval): boolean => inner.lo >= outer.lo && inner.hi <= outer.hi

/** Whether a side was computed with figures that were rounded before. */
export const isRounded = (scope: Scope, side: Term): boolean =>
  decimalsIn(side).some(text => text.includes('.') && !isExact(scope, text))

/** A printed number, with its sign. */
const printedAs = (term: Term): string | undefined => (term.kind === 'number' ? term.text
  : term.kind === 'unary' && term.operator === 'negate' && term.of.kind === 'number' ? `-${term.of.text}` : undefined)

const decimalsIn = (term: Term): ReadonlyArray<string> =>
  (term.kind === 'number' ? [term.text] : partsOf(term).flatMap(decimalsIn))

/** A decimal by which a name is defined is no rounded figure: h := 0.01. */
const isExact = (scope: Scope, text: string): boolean =>
  [...scope.values()].some(
    symbol => symbol.kind === 'definition' && symbol.body.kind === 'number' && symbol.body.text === text
  )

const isConstant = (scope: Scope, terms: ReadonlyArray<Term>): boolean =>
  [...dependenciesOf(scope, terms)].every(
    name => ['definition', 'setting', 'entries', 'recursion', 'law'].includes(scope.get(name)?.kind ?? '')
  )

/** All numbers that print as these digits. */
const rounded = (digits: string): Interval => {
  const [, decimals = '', exponent = '0'] = /\.(\d*)(?:e([+-]?\d+))?$/.exec(digits) ?? []
  const halfUnit = interval.decimal(`5e${Number(exponent) - decimals.length - 1}`)
  return interval.add(interval.decimal(digits), interval.mul(halfUnit, { lo: -1, hi: 1 }))
}

const consistent = (left: Interval, right: Interval): Judgement => {
  const evidence = {
    strength: 'enclosed', scope: 'each decimal within half a unit of its last digit',
    cases: 1, undecidedCases: 0, slack: null, resolution: null
  } as const
  if ([left, right].some(({ lo, hi }) => !(lo <= hi))) {
    return { verdict: 'vacuous', evidence: { ...evidence, cases: 0 }, reason: 'a side is undefined' }
  }
  if (left.lo <= right.hi && right.lo <= left.hi) return { verdict: 'supported', evidence }
  const [l, r] = [shown(left), shown(right)]
  const slack = interval.sub(right, left)
  return {
    verdict: 'refuted', evidence,
    counterexample: { input: 'none: it has no variables', slack, detail:
      `left ${l}, right ${r}: no number prints as both`, sides: [l, r] }
  }
}

/** One number where six digits do not tell the ends apart. */
const shown = ({ lo, hi }: Interval): string => {
  const digits = (x: number, count: number): string => String(Number(x.toPrecision(count)))
  return digits(lo, 6) === digits(hi, 6) ? digits(lo, 6) : `${digits(lo, 4)} to ${digits(hi, 4)}`
}
