import { allOf } from '../../src/claim/index.js'
import { atomsIn } from '../../src/check/environments.js'
import { rowsOf } from '../../src/check/rows.js'
import { between, partsOf } from '../../src/check/steps.js'
import {
  entriesOf, evaluate, filled, parseTeX, piecesOf, plain, readStatement, type RelationSign, type Scope, type Term,
  worldOf
} from '../../src/notation/index.js'
import { float64 } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'

export type Ray = readonly [number, number]

/** Why an edited line is true that the judge only samples. */
export type Why =
  /** What the larger side of each inequality has too much: a sum of squares, which is an identity that the judge proves. */
  | { readonly slacks: ReadonlyArray<string> }
  /** What the sides differ by: an identity that the judge proves, and 0 by what is said. */
  | { readonly zero: string; readonly because: string }
  /** It is linear between these values of a variable that is written so. */
  | { readonly variable: readonly [
    written: string, name: string
  ]; readonly kinks: ReadonlyArray<number>; readonly isPositive?: boolean }
  /** It is linear on the cones between these directions from a point. */
  | { readonly variables: readonly [string, string]; readonly from: Ray; readonly rays: ReadonlyArray<Ray> }

export interface Survivor {
  /** The document, or the claim. */
  readonly document: string
  /** The formula as it reads after the edit. */
  readonly formula: string
  readonly why: Why
}

interface Step {
  readonly sign: RelationSign | ':='
  readonly left: Term
  readonly right: Term
}

const zero: Term = { kind: 'number', text: '0', span: { from: 0, to: 0 } }

interface Steps {
  readonly steps: ReadonlyArray<Step>
  readonly last: Term
}

/** The steps of a formula, row by row; a row that begins with a relation goes on from the one before. */
const stepsOf = (tex: string, scope: Scope): ReadonlyArray<Step> =>
  rowsOf(orThrow(atomsIn(tex, {}))).flatMap(piecesOf).reduce<Steps>(({ steps, last }, piece) => {
    const { first = last, steps: own } = orThrow(readStatement(scope, piece))
    const sides = [first, ...own.map(({ side }) => side)]
    return {
      steps: [...steps, ...own.map(({ sign, side }, k) => ({ sign, left: sides[k] as Term, right: side }))],
      last: sides[sides.length - 1] as Term
    }
  }, { steps: [], last: zero }).steps

const termOf = (tex: string, scope: Scope): Term => orThrow(parseTeX(tex, scope)).first as Term

const effort = { seed: 1, runs: 200, cancelled: () => false }

const isProved = (scope: Scope, sign: RelationSign, left: Term, right: Term): boolean =>
  allOf('', partsOf(scope, between(scope, sign, left, right))())(effort, 'proof').verdict === 'proved'

const isIdentity = (scope: Scope, left: Term, right: Term): boolean => isProved(scope, '=', left, right)

/** The smaller side of an inequality, and the larger one. */
const inOrder = ({ sign, left, right }: Step): readonly [Term, Term] => (sign === '>=' ? [right, left] : [left, right])

/** What a step must have: its larger side less the other. */
const slackOf = ({ sign, left, right }: Step): Term =>
  ({
    kind: 'binary', operator: 'subtract', left: sign === '>=' ? left : right, right: sign === '>=' ? right : left,
    span: left.span
  })

interface Summand {
  readonly of: Term
  readonly isTaken: boolean
}

const summandsOf = (term: Term, isTaken = false): ReadonlyArray<Summand> => {
  if (term.kind === 'unary' && term.operator === 'negate') return summandsOf(term.of, !isTaken)
  if (term.kind !== 'binary' || (term.operator !== 'add' && term.operator !== 'subtract')) return [{ of: term, isTaken }]
  return [...summandsOf(term.left, isTaken), ...summandsOf(term.right, isTaken !== (term.operator === 'subtract'))]
}

/** What the slack of one step has more than that of another: a sum from which what is added and taken is gone. */
const gained = (now: Step, old: Step): Term => {
  const all = [...summandsOf(slackOf(now)), ...summandsOf(slackOf(old), true)]
  const left = all.reduce<ReadonlyArray<Summand>>((known, one) => {
    const k = known.findIndex(({ of, isTaken }) => isTaken !== one.isTaken && plain(of) === plain(one.of))
    return k < 0 ? [...known, one] : known.filter((_, other) => other !== k)
  }, [])
  return left.reduce<Term>((sum, { of, isTaken }) =>
    ({ kind: 'binary', operator: isTaken ? 'subtract' : 'add', left: sum, right: of, span: of.span }), zero)
}

/** Whether a term is made of squares, norms, positive numbers and sums, products and quotients of such: it is nowhere negative. */
const isNowhereNegative = (scope: Scope, term: Term): boolean => {
  const all = (...parts: ReadonlyArray<Term>): boolean => parts.every(part => isNowhereNegative(scope, part))
  switch (term.kind) {
    case 'number': return true
    case 'name': {
      const symbol = scope.get(term.name)
      return symbol?.kind === 'size' || (symbol?.kind === 'variable' && symbol.is === 'positive')
    }
    case 'many': return term.operator === 'sum' && all(term.of)
    case 'call': return term.function === 'norm'
    case 'binary': return term.operator === 'power' ? term.right.kind === 'number' && Number(term.right.text) % 2 === 0
      : ['add', 'multiply', 'divide'].includes(term.operator) && all(term.left, term.right)
    default: return false
  }
}

/** What the steps of a line have at a point, each at least 0 if it is true there. Small binary fractions: doubles are exact. */
const slacksAt = (
  scope: Scope, steps: ReadonlyArray<Step>, at: Readonly<Record<string, number>>
): ReadonlyArray<number> => {
  const world = worldOf(float64, scope, {
    sizes: new Map(), labels: new Map(), input: (name, _, rows, columns) => filled(rows, columns, () => at[name] ?? NaN)
  })
  return steps.flatMap(step => {
    const [slack = NaN] = entriesOf(evaluate(world, slackOf(step)))
    return step.sign === '=' ? [slack, -slack] : [slack]
  })
}

/** A linear function with these values at 1 and 2, and 3 to see that it is linear, is at least 0 from 0 on, and grows. */
const isPositiveRay = ([one = NaN, two = NaN, three = NaN]: ReadonlyArray<number>): boolean =>
  three - two === two - one && two - one >= 0 && 2 * one - two >= 0

/** The same between 0 and 4. */
const isPositiveBetween = ([one = NaN, two = NaN, three = NaN]: ReadonlyArray<number>): boolean =>
  three - two === two - one && 2 * one - two >= 0 && 2 * three - two >= 0

/** A homogeneous linear function with these values at 2d + e, d + 2e and d + e is at least 0 on the cone between d and e. */
const isPositiveCone = ([first = NaN, second = NaN, both = NaN]: ReadonlyArray<number>): boolean =>
  first + second === 3 * both && 2 * first >= second && 2 * second >= first

type Slacks = (...at: ReadonlyArray<number>) => ReadonlyArray<number>

const holdsAll = (
  slacks: ReadonlyArray<ReadonlyArray<number>>, holds: (values: ReadonlyArray<number>) => boolean
): boolean =>
  (slacks[0] ?? []).every((_, k) => holds(slacks.map(values => values[k] ?? NaN)))

const alongLine = (slacks: Slacks, kinks: ReadonlyArray<number>, isPositive: boolean): boolean => {
  const all = isPositive ? [0, ...kinks] : kinks
  const [first = 0, last = 0] = [all[0], all[all.length - 1]]
  const inside = all.slice(1).every((to, k) => {
    const from = all[k] ?? NaN
    return holdsAll([1, 2, 3].map(j => slacks(from + j * (to - from) / 4)), isPositiveBetween)
  })
  return inside && kinks.every(kink => slacks(kink).every(slack => slack >= 0))
    && holdsAll([1, 2, 3].map(j => slacks(last + j)), isPositiveRay)
    && (isPositive || holdsAll([1, 2, 3].map(j => slacks(first - j)), isPositiveRay))
}

const onCones = (slacks: Slacks, [x, y]: Ray, rays: ReadonlyArray<Ray>): boolean => {
  const at = ([a, b]: Ray, m: number, [c, d]: Ray, n: number): ReadonlyArray<number> =>
    slacks(x + m * a + n * c, y + m * b + n * d)
  return rays.every((ray, k) => {
    const next = rays[(k + 1) % rays.length] as Ray
    return at(ray, 1, ray, 0).every(slack => slack >= 0)
      && holdsAll([at(ray, 2, next, 1), at(ray, 1, next, 2), at(ray, 1, next, 1)], isPositiveCone)
  }) && slacks(x, y).every(slack => slack >= 0)
}

/**
 * Whether an edited formula follows from what it was: each equality has the same sides, and what the larger side of each inequality has
 * more is not negative. The judge proves both. What reads as before is as true as before.
 */
export const follows = (scope: Scope, before: string, after: string): boolean => {
  const [old, now] = [before, after].map(tex => stepsOf(tex, scope)) as [ReadonlyArray<Step>, ReadonlyArray<Step>]
  return old.length > 0 && old.length === now.length && old.every((step, k) => {
    const other = now[k] as Step
    if (step.sign !== other.sign) return false
    if (plain(step.left) === plain(other.left) && plain(step.right) === plain(other.right)) return true
    if (step.sign === '=') return isIdentity(scope, step.left, other.left) && isIdentity(scope, step.right, other.right)
    if (!['<=', '>='].includes(step.sign)) return false
    const [[small, large], [smaller, larger]] = [inOrder(step), inOrder(other)]
    return (plain(small) === plain(smaller) && isProved(scope, '<=', large, larger))
      || (plain(large) === plain(larger) && isProved(scope, '<=', smaller, small))
      || isProved(scope, '<=', slackOf(step), slackOf(other)) || isProved(scope, '<=', zero, gained(other, step))
      || (other.sign !== ':=' && isProved(scope, other.sign, other.left, other.right))
  })
}

/** Whether what a name is defined by is the same value after an edit, at each place: the judge proves that they are equal. */
export const isSameValue = (scope: Scope, before: string, after: string): boolean => {
  const [old, now] = [before, after].map(tex => termOf(tex, scope)) as [Term, Term]
  return isIdentity(scope, old, now)
}

/** Whether these lines of an edited document, in which names mean what the scope says, are true for the reason that is told. */
export const isProvedBy = (scope: Scope, lines: ReadonlyArray<string>, why: Why): boolean => {
  const steps = lines.flatMap(line => stepsOf(line, scope))
  if ('slacks' in why) {
    const inequalities = steps.filter(({ sign }) => sign === '<=' || sign === '>=')
    return inequalities.length === why.slacks.length
      && why.slacks.map(slack => termOf(slack, scope)).every((slack, k) =>
      isNowhereNegative(scope, slack) && isIdentity(scope, slackOf(inequalities[k] as Step), slack))
      && steps.filter(({ sign }) => sign === '=').every(({ left, right }) => isIdentity(scope, left, right))
  }
  if ('zero' in why) return steps.every(
    step => isIdentity(scope, slackOf({ ...step, sign: '>=' }), termOf(why.zero, scope))
  )
  if ('variable' in why) {
    const { variable: [written, name], kinks, isPositive = false } = why
    const about = lines.flatMap(line => stepsOf(line.replaceAll(written, name), scope))
    return alongLine(value => slacksAt(scope, about, { [name]: value }), kinks, isPositive)
  }
  const [one, other] = why.variables
  return onCones((a, b) => slacksAt(scope, steps, { [one]: a, [other]: b }), why.from, why.rays)
}
