import { smallest } from '../../prelude/index.js'
import type { Answer, Derivative, Shown, Method, Step } from '../../differentiate/index.js'

/** Fewer than half of the digits are right. */
export const isLost = ({ digits }: Shown, of: number): boolean => digits !== undefined && 2 * digits < of

const smallestNormal = 2 ** -1022

/** What became of a number in doubles, if it is not just rounded. */
const outOfRange = ({ near, right = '' }: Shown): 'overflows' | 'underflows' | undefined =>
  Math.abs(near) === Infinity && !(Math.abs(Number(right)) <= Number.MAX_VALUE) ? 'overflows'
    : Math.abs(near) < smallestNormal && right !== '?' && Math.abs(Number(right)) < smallestNormal ? 'underflows'
      : undefined

const named = ({ name, operation }: Step): string => (operation === 'input' ? name : `${name} = ${operation}`)

const howLost = (step: Step): string => {
  const range = outOfRange(step.value)
  if (range !== undefined) return range
  if (!Number.isFinite(step.value.near)) return Number.isNaN(step.value.near) ? 'is undefined in doubles'
    : 'overflows on the way'
  if (step.operation === 'input') return 'is rounded'
  return /^sum\(| [+-] /.test(step.operation) ? 'cancels' : 'magnifies the rounding of what it acts on'
}

/** The first value that lost more than half of its digits, and how. */
export const firstLost = ({ steps, of }: Answer): string | undefined => {
  const first = steps.find(({ value }) => isLost(value, of))
  return first === undefined ? undefined : `${named(first)} ${howLost(first)}`
}

/** Why the derivative by an input has lost digits. */
export const causeOf = (answer: Answer, input: string): string => {
  const sides = answer.sides[input]
  if (sides?.exists === true) return 'conventions at kinks made it; both sides have the same slope'
  const [value, first] = [firstLost(answer), answer.steps.find(
    ({ tangents }) => isLost(tangents[input] as Shown, answer.of)
  )]
  if (value !== undefined) return value
  const range = first === undefined ? undefined : outOfRange(first.tangents[input] as Shown)
  if (first === undefined) return 'rounding adds up'
  return range === undefined ? `terms cancel in d${first.name}/d${input}` : `d${first.name}/d${input} ${range}`
}

const words: Readonly<Record<Method, string>> = {
  forward: 'by forward mode', reverse: 'by reverse mode', symbolic: 'symbolically'
}

export const modeNames = Object.keys(words) as ReadonlyArray<Method>

/** "16 in every mode", or "0 by forward mode, 0 by reverse mode, 16 symbolically". */
export const digitsByMode = ({ modes }: Derivative): string => {
  const all = modeNames.map(mode => modes[mode].digits ?? 0)
  return all.every(k => k === all[0]) ? `${all[0] ?? 0} in every mode`
    : modeNames.map((mode, i) => `${all[i] ?? 0} ${words[mode]}`).join(', ')
}

interface Result {
  readonly name: string
  readonly figure: Shown
}

/** What was asked for: f, the derivatives in every mode, second derivatives. */
const resultsOf = ({ value, gradient, hessian }: Answer): ReadonlyArray<Result> => [
  { name: 'f', figure: value },
  ...Object.entries(gradient).flatMap(
    ([input, { modes }]) => modeNames.every(mode => modes[mode].digits === modes.forward.digits)
      ? [{ name: `df/d${input} in every mode`, figure: modes.forward }]
      : modeNames.map(mode => ({ name: `df/d${input} ${words[mode]}`, figure: modes[mode] }))
  ),
  ...hessian.flatMap(({ by: [a, b], value: second }) =>
    (typeof second === 'string' ? [] : [{ name: a === b ? `d2f/d${a}^2` : `d2f/d${a} d${b}`, figure: second }]))
]

/** "All 16 digits", or "At least 12 of 16 digits". */
export const atLeast = (least: number, of: number): string =>
  (least === of ? `All ${of} digits` : `At least ${least} of ${of} digits`)

interface Summary {
  /** The results of which not even the first digit is right. */
  readonly wrong: ReadonlyArray<string>
  /** Whether that is so of a number on the way. */
  readonly onTheWay: boolean
  /** The fewest digits of a result. */
  readonly least: number
}

export const summaryOf = (answer: Answer): Summary => {
  const results = resultsOf(answer)
  const onTheWay = answer.steps.some(({ value, tangents, adjoint }) =>
    [value, adjoint, ...Object.values(tangents)].some(({ digits }) => digits === 0))
  return {
    wrong: results.filter(({ figure }) => figure.digits === 0).map(({ name }) => name),
    onTheWay,
    least: smallest(results.map(({ figure }) => figure.digits ?? answer.of))
  }
}
