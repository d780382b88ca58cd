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
const mostShrinks = 300

/** What is over at the first case: a process that ended, or would have to be waited for again. */
const isSlow = ({ verdict, says }: Finding): boolean => verdict === 'hangs' || says.startsWith('the process ended')

/** So many cases are looked at for what roundings lose, before an error counts as more than that. */
const calibrating = 12

/**
 * Judges drawn cases until one has a finding, and then smaller ones, for the smallest with a finding of the same kind. An entry counts as
 * wrong if it is off by a digit more than what roundings lose in any case that was seen: a formula whose constants are rounded, as those
 * of a Fourier transform are, errs to one side by less than a digit.
 */
export const over = <I>(cases: Arbitrary<I>, { seed, runs }: Draws, judge: (drawn: I, noise: number) => Found): Over => {
  let finding: Finding | undefined
  let remarks = noRemarks
  let left = mostShrinks
  let isCalibrated = false
  const look = (drawn: I): Found => judge(drawn, isCalibrated ? remarks.digits : -1)
  const isRounding = ({ digits = Infinity }: Finding): boolean => digits <= remarks.digits + 1
  const calibrate = (): void => {
    isCalibrated = true
    for (const drawn of fc.sample(cases, { seed: seed + 1, numRuns: calibrating })) {
      const found = look(drawn)
      if ('remarks' in found) remarks = together(remarks, found.remarks)
    }
  }
  const property = fc.property(cases, drawn => {
    if (finding !== undefined && (isSlow(finding) || left-- <= 0)) return true
    const found = look(drawn)
    if ('remarks' in found) {
      if (found.remarks.digits >= 0 && !isCalibrated) calibrate()
      if (finding === undefined || found.remarks.digits > remarks.digits) remarks = together(remarks, found.remarks)
      return true
    }
    const { finding: here } = found
    if (here.digits !== undefined && !isCalibrated) calibrate()
    if (isRounding(here) || (finding !== undefined && (here.verdict !== finding.verdict || here.law !== finding.law))) return true
    finding = here
    return false
  })
  const run = fc.check(property, { seed, numRuns: runs })
  // what a judge raises is no finding, and a bug of the judge
  if (run.failed && finding === undefined) throw run.errorInstance
  return { ...finding === undefined ? {} : { finding }, remarks }
}
