import {
  byPieces, bySquares, byPremises, closely, type Effort, formally, forAll, type Judge, type Judgement, onRanges,
  touching
} from '../claim/index.js'
import { ratioOf } from '../claim/Claim.js'
import { mostSides } from '../claim/onRanges.js'
import { blocksOf, everyValue, rangesOf } from '../claim/positions.js'
import { touchingAtCorners } from '../claim/touching.js'
import { float64 } from '../number/index.js'
import { attempt, isLeft } from '../prelude/index.js'
import { filled, plain, plainName, type Scope, type Term, worldOf } from '../notation/index.js'
import { asShown } from './asShown.js'
import { byExamples, byProperties, type Formulated } from './formulated.js'
import { inFractions } from './inFractions.js'
import { dependenciesOf, spoken } from './names.js'
import { placesOf, type Sides } from './places.js'
import { scaledBy, type Sharper, sharpened } from './sharper.js'
import type { Choice } from './tried.js'

/**
 * Judges two sides for one choice of the sizes: as an identity of functions or a sum of squares if it is one, and else on drawn values.
 * Functions of which only properties are known are unknowns in a proof, of which the inequalities hold that follow from the properties;
 * examples of them are drawn, which can refute a line but never prove it. The sides are read once, also for sharper forms of the line.
 */
export const judgeSides = (
  scope: Scope, given: Sides, choice: Choice, cancelled: () => boolean, isUnknown: boolean
): ((sharper?: Sharper) => Judge) => {
  const recorded = byExamples(scope, given, choice, cancelled)
  return sharper => {
    const scaled = scaledBy(given, sharper)
    return judgeRecorded(scope, sharpened(given, sharper), choice, sign => recorded(sign, scaled), isUnknown)
  }
}

/** The sides as formulas of their variables, with a sign between them. */
type Examples = (sign: Sides['sign']) => Formulated

const judgeRecorded = (scope: Scope, sides: Sides, choice: Choice, examples: Examples, isUnknown: boolean): Judge => {
  const { variables, formula } = examples(sides.sign)
  const drawn = forAll(variables, formula, { byLaws: true })
  const closer = closely(variables, formula)
  const touched = touching(variables, formula)
  const atCorners = touchingAtCorners(variables, formula)
  const differ = (effort: Effort, id: string): boolean =>
    forAll(variables, examples('=').formula)({ ...effort, path: aPath }, id).verdict === 'refuted'
  const isStrict = sides.sign === '<' || sides.sign === '>'
  // numbers alone have one case, which is all of them where bounds on the sides tell these apart
  const isApart = (effort: Effort, id: string): boolean => {
    if (sides.sign === '=') return false
    const { slack } = forAll(variables, examples(weakly(sides).sign).formula, { byLaws: true })(effort, id).evidence
    return slack !== null && slack.lo > 0
  }
  const isAlone = Object.keys(variables).length === 0
  return (given, id) => {
    const effort = isAlone ? { ...given, runs: Math.min(given.runs, 1) } : given
    const isByPieces = !isStrict && effort.isUnproved !== true
    const prove = (about: Sides): ReturnType<Judge> | undefined =>
      proofOf(scope, about, choice, isUnknown ? undefined : examples, drawn, isByPieces, effort.cancelled)?.(effort, id)
    const corner = isStrict ? atCorners(effort, id) : undefined
    if (corner?.verdict === 'refuted') return corner
    const settled = isUnknown ? undefined : inFractions({ variables, formula })
    if (settled !== undefined) return settled
    // bounds of numbers alone tell more, and sooner, than any proof
    const told = isAlone && !isUnknown && sides.sign !== '=' ? drawn(effort, id) : undefined
    if (told?.verdict === 'refuted') return told
    if (told?.verdict === 'supported' && isApart(effort, id)) return enclosed(told)
    const same = isStrict ? prove({ ...sides, sign: '=' }) : undefined
    if (same?.verdict === 'proved') return {
      verdict: 'refuted', evidence: same.evidence, counterexample: everywhereEqual
    }
    const proof = prove(sides)
    const isFound = proof?.verdict === 'proved' || (!isUnknown && proof !== undefined && proof.verdict !== 'undecided')
    if (isFound) return proof
    const found = told ?? drawn(effort, id)
    if (found.verdict !== 'supported' && found.verdict !== 'undecided') return found
    // the sides come together somewhere; at some size they may be the same
    const isMet = !isStrict && sides.sign !== '=' && found.evidence.slack !== null && found.evidence.slack.lo <= 0
    const equality = isMet && !differ(effort, id) ? prove({ ...sides, sign: '=' }) : undefined
    if (equality?.verdict === 'proved') return equality
    // an enclosure that ends at 0
    if (isMet && isAlone && found.verdict === 'supported' && found.evidence.slack?.lo === 0) return enclosed(found)
    const near = sides.sign === '=' ? found : closer(effort, id)
    if (near.verdict === 'refuted') return near
    const met = isStrict && found.verdict === 'supported' ? touched(effort, id) : undefined
    if (met?.verdict === 'refuted') return met
    const weak = isStrict && found.verdict === 'supported' ? prove(weakly(sides))
      : undefined
    const isTouching = weak?.verdict === 'proved' && weak.evidence.strength === 'exact'
    return isTouching ? { verdict: 'undecided', evidence: found.evidence, reason: squares }
      : met?.verdict === 'undecided' && met.reason !== '' ? { ...met, evidence: { ...found.evidence, ...ratioOf(met) } } : found
  }
}

/** What the first of these says that decides, or the last; with how near the sides were seen to come. */
const firstOf = ([judge, ...others]: ReadonlyArray<Judge>): Judge => (effort, id) => {
  const found = (judge as Judge)(effort, id)
  if (found.verdict !== 'undecided' || others.length === 0) return found
  const next = firstOf(others)(effort, id)
  return { ...next, evidence: { ...next.evidence, ...ratioOf(found) } }
}

const enclosed = ({ evidence }: Judgement): Judgement =>
  ({ verdict: 'proved', evidence: { ...evidence, strength: 'enclosed', scope: 'numbers alone' } })

/** With equality allowed. */
const weakly = (sides: Sides): Sides =>
  ({ ...sides, sign: sides.sign === '<' ? '<=' : sides.sign === '>' ? '>=' : sides.sign })

// one case tells most sides apart; it is not made smaller, as one of a path is what was asked for
const aPath = '5'

// draws hardly ever meet the values at which a sum of squares is 0
const squares =
  'the slack is a sum of squares, of which it is not seen that it is never 0: the sides may be equal somewhere'

const everywhereEqual = { input: 'any values', slack: { lo: 0, hi: 0 }, detail: 'both sides are equal' } as const

/**
 * An equality as an identity of functions, an inequality as a sum of squares, and both piece by piece if that is asked for; none where the
 * line is no such thing, or asks more of an unknown function than its values and gradients.
 */
const proofOf = (
  scope: Scope, sides: Sides, choice: Choice, examples: Examples | undefined, drawn: Judge, isByPieces: boolean,
  cancelled: () => boolean
): Judge | undefined => {
  const isStrict = sides.sign === '<' || sides.sign === '>'
  const weak = weakly(sides)
  const found = attempt((): Judge => {
    if (examples === undefined && sides.sign !== '=') {
      const { variables, formula, premises } = byProperties(scope, weak, choice, cancelled)
      const byUses = byPremises(variables, formula, premises, drawn, { isStrict })
      return isByPieces ? firstOf([byUses, byPieces(variables, formula, { premises, examples: drawn })]) : byUses
    }
    const { variables, formula } = examples?.(weak.sign) ?? byProperties(scope, weak, choice, cancelled)
    // where few numbers all have a range enclosures come further, and the many shares that are asked for cost less
    const count = blocksOf(variables).length
    const isBox = count <= mostSides && rangesOf(variables).size === count
    const shown = (): ReadonlyArray<Judge> => byShown(scope, weak, choice, drawn, cancelled, everyValue(variables))
    const pieces = !isByPieces || examples === undefined ? []
      : [...shown(), ...isBox ? [] : [byPieces(variables, formula)]]
    if (sides.sign === '=') return firstOf([formally(variables, formula), ...pieces])
    return firstOf([
      bySquares(variables, formula, { isStrict }), onRanges(variables, formula, { isStrict }), ...pieces
    ])
  })
  // what is not proved is looked for a counterexample afterwards
  return isLeft(found) ? undefined : (effort, id) => found.right({ ...effort, runs: Math.min(effort.runs, 50) }, id)
}

/** From the properties alone that functions of a line were shown to have: as if nothing else were known of them. */
const byShown = (
  scope: Scope, sides: Sides, choice: Choice, drawn: Judge, cancelled: () => boolean, values: string
): ReadonlyArray<Judge> => {
  const shown = asShown(scope, dependenciesOf(scope, [sides.left, sides.right]))
  if (shown.size === 0 || sides.sign === '=') return []
  const found = attempt(() => byProperties(new Map([...scope, ...shown]), sides, choice, cancelled))
  if (isLeft(found)) return []
  const { variables, formula, premises } = found.right
  const judge = byPieces(variables, formula, { premises, areLocal: true, examples: drawn })
  const properties = [...shown].map(([name, { known }]) => `${plainName(name)} is ${known.told}`).join(', ')
  return [(effort, id) => {
    const judgement = judge(effort, id)
    return judgement.verdict !== 'proved' ? judgement
      : { ...judgement, evidence: { ...judgement.evidence, scope: `${values} where both sides are defined; as ${properties}` } }
  }]
}

/** "convex f": the functions of which only properties are known. */
export const familiesIn = (scope: Scope, sides: Sides): ReadonlyArray<string> =>
  unknownIn(scope, sides).map(({ name, known: { told, flat } }) =>
    `${told} ${name}${flat === undefined ? '' : ` with gradient 0 at ${plainName(flat.name)}`}`.trim())

/** "f(x) = f_a' x + f_g": the examples that are drawn of them. */
export const examplesIn = (scope: Scope, sides: Sides): ReadonlyArray<string> =>
  unknownIn(scope, sides).flatMap(
    ({ name, parameters, body }) => [[name, body] as const, ...innerOf(scope, name)].map(([each, of]) =>
      `${plainName(each)}(${parameters.join(', ')}) = ${plain(of)}`)
  )

/** What an example is made of, where its gradient is 0 at a point. */
const innerOf = (scope: Scope, name: string): ReadonlyArray<readonly [string, Term]> => {
  const inner = scope.get(`${name}^{example}`)
  return inner?.kind === 'definition' ? [[`${name}^{example}`, inner.body]] : []
}

const unknownIn = (scope: Scope, { left, right }: Sides) =>
  [...dependenciesOf(scope, [left, right])].flatMap(name => {
    const symbol = scope.get(name)
    return symbol?.kind === 'definition' && symbol.known !== undefined ? [{ ...symbol, known: symbol.known, name }] : []
  })

/** What names are made of, where only a part of them is drawn: lambda = 1 + lambda_more. */
export const composedIn = (scope: Scope, { left, right }: Sides): ReadonlyArray<string> =>
  [...dependenciesOf(scope, [left, right])].flatMap(name => {
    const symbol = scope.get(name)
    const drawn = ['more', 'slack', 'part'].map(part => `${name}^{${part}}`)
    return symbol?.kind === 'definition' && symbol.parameters.length === 0 && spoken(symbol.body).some(part => drawn.includes(part))
      ? [`${plainName(name)} = ${plain(symbol.body)}`] : []
  })

/** Whether the line says anything for these sizes: that i differs from j says nothing where n = 1. */
export const saysAnything = (scope: Scope, sides: Sides, choice: Choice): boolean =>
  sides.conditions.length === 0
    || placesOf(worldOf(float64, scope, { ...choice, input: (
      _, __, rows, columns
    ) => filled(rows, columns, () => 0.5) }), sides).length > 0

/** "a^2 = b", as it was read. */
export const readAs = ({ sign, left, right }: Pick<Sides, 'sign' | 'left' | 'right'>): string =>
  `${plain(left)} ${sign} ${plain(right)}`
