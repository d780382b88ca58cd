import type { Effort } from '../claim/index.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import type { RelationTerm, Scope, Term } from '../notation/index.js'
import { about, applied, type Given } from './given.js'
import { judgeStep, type Judged } from './judgeStep.js'
import { dependenciesOf } from './names.js'
import type { Sides } from './places.js'

/**
 * Judges a step under conditions. What holds under those that are certainly meant for it holds; what is wrong under all that may be meant
 * for it is wrong. Between these nobody knows: it is refused, with the condition that would have to be declared.
 */
export const judgeUnder = (
  scope: Scope, givens: ReadonlyArray<Given>, sides: Omit<Sides, 'free'>, beginning: Term | undefined, effort: Effort
): Judged => {
  const certain = applied(scope, givens.filter(({ isCertain }) => isCertain), sides)
  const judged = (at: typeof certain): Judged =>
    judgeStep(at.scope, { ...sides, conditions: [...sides.conditions, ...at.conditions] }, beginning, effort)
  const found = withTold(judged(certain), certain.told)
  if (givens.length === 0) return found
  const holds = (relation: RelationTerm, of: Scope): boolean => {
    const known = attempt(() => judgeStep(of, { ...relation, conditions: [] }, undefined, effort))
    return !isLeft(known) && known.right.verdict === 'holds'
  }
  const isImplied = ({ isPlain, relations }: Given): boolean =>
    isPlain && relations.every(relation => holds(relation, certain.scope))
  const isNever = ({ isPlain, relations }: Given): boolean => isPlain && relations.some(relation => {
    const sign = ({ '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const)[relation.sign as '<']
    return sign !== undefined && holds({ ...relation, sign }, certain.scope)
  })
  const never = certain.left.find(isNever)
  const isRival = ({ isCertain, isLimit, about: names }: Given): boolean =>
    isCertain && isLimit && names.some(name => never?.about.includes(name))
  if (never?.isLimit === true && givens.filter(isRival).length > 1) return refuse(
    'input', 'the line', `a line for each of the two ranges, if "${never.told}" is one of them`, 'ranges of which no value is in both'
  )
  if (never !== undefined) return {
    kind: found.kind, read: found.read, verdict: 'vacuous', reason: `nothing meets ${never.told}`
  }
  if (found.verdict === 'holds') return found
  const isMeant = (of: Scope) => (given: Given): boolean => {
    const names = about(of, sides)
    return given.about.some(name => names.has(name)) || behind(of, given.about).some(name => names.has(name))
  }
  const others = givens.filter(given => !given.isCertain && isMeant(certain.scope)(given) && !isNever(given))
  const all = applied(scope, [...givens.filter(({ isCertain }) => isCertain), ...others], sides)
  const open = all.left.filter(
    given => isMeant(all.scope)(given) && !isImplied(given) && !(!given.isCertain && isNever(given))
  )
  const most = others.length === 0 ? found : withTold(judged(all), all.told)
  const [first] = [...open, ...most.verdict === 'wrong' ? [] : others]
  if (first === undefined || (open.length === 0 && most.verdict === found.verdict)) return found
  return first.isCertain
    ? refuse('input', 'the line', `a block before the line that declares what "${first.told}" says`, 'a claim that does not hold without it')
    : refuse('input', 'the line', `"${first.told}" in the sentence of the line, "if ..., then", or declared in a block`,
      'a claim that does not hold without it, where it is not certain that it is meant')
}

/** The numbers and arrays by which names are defined: where K is declared as a bound of u, K < 2 says something of u. */
const behind = (scope: Scope, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...dependenciesOf(scope, names.map(name => ({ kind: 'name', name, span: { from: 0, to: 0 } })))]
    .filter(name => scope.get(name)?.kind === 'variable')

/** "read under lambda > 1". */
const withTold = (found: Judged, told: ReadonlyArray<string>): Judged =>
  (told.length === 0 ? found
    : { ...found, reason: [found.reason ?? [], `read under ${told.join(', ')}`].flat().join('; ') })
