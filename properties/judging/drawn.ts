import fc, { type Arbitrary } from 'fast-check'
import { type Finding, type Found, noRemarks, type Remarks, together } from './Finding.js'

/** How many cases to draw, and from which seed. */
export interface Draws {
  readonly seed: number
  readonly runs: number
}

/** What was found over many cases: the finding of the smallest case that shows it, if there is one, and all remarks. */
export interface Over {
  readonly finding?: Finding
  readonly remarks: Remarks
}

// A failure is small enough to be read by then.
const mostShrinks = 150

/** What is over at the first case: a process that ended, or would have to be waited for again. */
const isSlow = ({ verdict, says }: Finding): boolean => verdict === 'hangs' || says.startsWith('the process ended')

/** So many cases are looked at for what roundings lose, before an error counts as more than that. */
const calibrating = 12

/** How closely to look at a case. */
export interface Look {
  /** How many digits roundings are known to lose; -1 where they lose none, or nothing is known of them. */
  readonly noise: number
  /** Smaller cases are looked for: of a number that has no right digit it need not be asked again whether it is only rounded. */
  readonly isShrinking: boolean
}

/**
 * Judges drawn cases until one has a finding, and then smaller ones, for the smallest with a finding of the same kind. An entry counts as
 * wrong if it is off by a digit more than what roundings lose in any case that was seen, or off to one side in most cases: a formula whose
 * constants are rounded, as those of a Fourier transform are, errs to one side by less than a digit.
 */
export const over = <I>(cases: Arbitrary<I>, { seed, runs }: Draws, judge: (drawn: I, look: Look) => Found): Over => {
  let finding: Finding | undefined
  let remarks = noRemarks
  let left = mostShrinks
  let isCalibrated = false
  let isSystematic = false
  const look = (drawn: I): Found =>
    judge(drawn, { noise: isCalibrated ? remarks.digits : -1, isShrinking: finding !== undefined })
  const isRounding = ({ digits = Infinity }: Finding): boolean =>
    digits <= (isSystematic ? 1 : remarks.digits + 1)
  const calibrate = (): void => {
    const found = fc.sample(cases, { seed: seed + 1, numRuns: calibrating }).map(look)
    isCalibrated = true
    isSystematic = 2 * found.filter(each => 'finding' in each && (each.finding.digits ?? 0) > 1).length > calibrating
    remarks = found.reduce((all, each) => ('remarks' in each ? together(all, each.remarks) : all), remarks)
  }
  const property = fc.property(cases, drawn => {
    if (finding !== undefined && (isSlow(finding) || left-- <= 0)) return true
    const found = look(drawn)
    const mayBeRounded = 'remarks' in found ? found.remarks.digits >= 0 : found.finding.digits !== undefined
    if (mayBeRounded && !isCalibrated) calibrate()
    if ('remarks' in found) {
      if (finding === undefined || found.remarks.digits > remarks.digits) remarks = together(remarks, found.remarks)
      return true
    }
    const { finding: here } = found
    const isOther = finding !== undefined && (here.verdict !== finding.verdict || here.law !== finding.law)
    if (isOther || isRounding(here)) return true
    finding = here
    return false
  })
  const run = fc.check(property, { seed, numRuns: runs })
  // what a judge raises is no finding, and a bug of the judge
  if (run.failed && finding === undefined) throw run.errorInstance
  return { ...finding === undefined ? {} : { finding }, remarks }
}
