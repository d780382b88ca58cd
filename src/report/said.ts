import type { Evidence } from '../claim/Claim.js'
import { cut } from '../claim/cut.js'
import type { Interval } from '../number/Interval.js'

/** A number in three digits; one that is very large or small with its power of ten. */
const figure = (x: number): string => {
  const [digits = '', power] = (x >= 1e6 || x < 1e-3 ? x.toExponential(2) : String(Number(x.toPrecision(3)))).split('e')
  return power === undefined ? digits : `${digits} · 10^${Number(power)}`
}

const isEqual = ({ lo, hi }: Interval): boolean => lo === 0 && hi === 0

/** How near the claim came to failing, in a sentence. */
const closest = ({ lo, hi }: Interval): string => {
  const [least, most] = [Math.min(Math.abs(lo), Math.abs(hi)), Math.max(Math.abs(lo), Math.abs(hi))].map(figure)
  const sides = !Number.isFinite(hi - lo) ? 'the distance of the sides has no bound'
    : isEqual({ lo, hi }) ? 'both sides were equal'
      : lo <= 0 && hi >= 0 ? `the sides were at most ${most} apart`
        : least === most ? `the sides were ${most} apart` : `the sides were from ${least} to ${most} apart`
  return `At the closest ${sides}.`
}

/** How small an error the comparison would have shown, in a sentence. */
const sharpness = (resolution: number): string => resolution === 0 ? 'Any difference would show.'
  : Number.isFinite(resolution)
    ? `Half of the entries would have shown a relative error of ${figure(resolution)}.`
      : 'Less than half of what was compared could have shown an error.'

/** How many cases there were, where the scope does not say so; a proof of all values has one. */
const casesOf = ({ strength, scope, cases, undecidedCases }: Evidence): ReadonlyArray<string> => [
  ...(scope.includes(`${cases} `) || strength === 'exact' && cases === 1 ? [] : [
    `${cases} ${cases === 1 ? 'case' : 'cases'}.`
  ]),
  ...(undecidedCases === 0 ? [] : [`Rounding left ${undecidedCases} of ${cases} cases open.`])
]

/** What a verdict rests on, in sentences. That exact numbers were equal, and that a difference would have shown, goes without saying. */
export const said = (evidence: Evidence): string => {
  const { strength, scope, slack, resolution, observed, tightness } = evidence
  return [
    `${cut(scope)}.`,
    ...casesOf(evidence),
    ...(slack === null || strength === 'exact' && isEqual(slack) ? [] : [closest(slack)]),
    ...(resolution === null || strength === 'exact' && resolution === 0 ? [] : [sharpness(resolution)]),
    ...(observed === undefined ? [] : [`Observed: ${cut(observed)}.`]),
    ...(tightness === undefined ? [] : [`Tightness: ${cut(tightness)}.`])
  ].join(' ')
}
