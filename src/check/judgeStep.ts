import { allOf, type Effort, type Judgement, printsAs } from '../claim/index.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { evaluate, filled, type RelationSign, type Scope, type Term, worldOf } from '../notation/index.js'
import { readAs, type Sides } from './judgeSides.js'
import type { Line } from './Line.js'
import { dependenciesOf } from './names.js'
import { between, partsOf, rangesOf } from './steps.js'

/** What is found of a step, wherever it stands. */
export type Judged = Omit<Line, 'line' | 'column' | 'source' | 'step'>

/** Judges a step from the side before it; `beginning` is that of its chain, where the step before was wrong. */
export const judgeStep = (
  scope: Scope, { sign, left, right }: Pick<Sides, 'sign' | 'left' | 'right'>, beginning: Term | undefined, effort: Effort
): Judged => {
  const figure = figureOf(scope, sign, left, right, effort)
  if (figure !== undefined) return figure
  const sides = between(scope, sign, left, right)
  const found = { ...judgementOf(scope, sides, effort), sizes: rangesOf(scope, [left, right]) }
  if (found.verdict !== 'wrong' || sign !== '=') return found
  // One error is reported once: what follows it may go on from the side before the error.
  const again = beginning === undefined ? undefined : judgementOf(scope, between(scope, sign, beginning, right), effort)
  if (again?.verdict === 'holds') return { ...again, sizes: found.sizes, reason: 'compared with the beginning of the chain, after the error in it' }
  const suggestion = mendedBy(scope, sides, effort)
  return suggestion === undefined ? found : { ...found, suggestion }
}

const judgementOf = (scope: Scope, sides: Sides, effort: Effort): Judged =>
  told(allOf('', partsOf(scope, sides))(effort, 'line'), { kind: 'claim', read: readAs(sides) })

const told = (judgement: Judgement, about: Pick<Judged, 'kind' | 'read'>): Judged => {
  const { strength } = judgement.evidence
  switch (judgement.verdict) {
    case 'proved': return { ...about, verdict: 'holds', strength: `proved, ${strength}` }
    case 'supported': return { ...about, verdict: 'holds', strength }
    case 'refuted': {
      const { input, detail } = judgement.counterexample
      return { ...about, verdict: 'wrong', strength, at: input, sides: detail.replace(/^: /, '') }
    }
    case 'erratum': return refuse('undecided', 'a line', 'a claim of its own', 'an erratum')
    case 'vacuous': case 'undecided': return { ...about, verdict: judgement.verdict, reason: judgement.reason.replace(/^: /, '') }
  }
}

/** A printed figure lies within half a unit of its last digit. */
const figureOf = (scope: Scope, sign: RelationSign, left: Term, right: Term, effort: Effort): Judged | undefined => {
  const isFigure = (sign === '=' || sign === '~') && right.kind === 'number' && right.text.includes('.') && left.kind !== 'number'
  if (!isFigure || dependenciesOf(scope, [left]).size > 0) return undefined
  const nothing = { sizes: new Map(), labels: new Map() }
  const judge = printsAs(right.text, N => evaluate(worldOf(N, scope, {
    ...nothing, input: (name, _, rows, columns) => filled(rows, columns, () => refuse('input', 'a figure', 'no variables', name))
  }), left).at(0, 0))
  return told(judge(effort, 'figure'), { kind: 'figure', read: readAs({ sign, left, right }) })
}

const two: Term = { kind: 'number', text: '2', span: { from: 0, to: 0 } }

/** What would make a wrong line true: another sign, or a factor of two. */
const mendedBy = (scope: Scope, sides: Sides, effort: Effort): string | undefined => {
  const { right, right: { span } } = sides
  const mendings: ReadonlyArray<readonly [string, Term]> = [
    ['with the other sign on the right it is true', { kind: 'unary', operator: 'negate', of: right, span }],
    ['with twice the right side it is true', { kind: 'binary', operator: 'multiply', left: two, right, span }],
    ['with half of the right side it is true', { kind: 'binary', operator: 'divide', left: right, right: two, span }]
  ]
  return mendings.find(([, mended]) => {
    const found = attempt(() => judgementOf(scope, { ...sides, right: mended }, effort))
    return !isLeft(found) && found.right.verdict === 'holds'
  })?.[0]
}
