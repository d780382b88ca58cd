import fc, { type Arbitrary } from 'fast-check'
import { type Finding, type Found, noRemarks, type Remarks, together } from './Finding.js'

/** How many cases to draw, and from which seed. */
export interface Draws {
  readonly seed: number
  readonly runs: number
  /** How many smaller cases are tried for a finding; 150 unless said, after which it is small enough to be read. */
  readonly shrinks?: number
  /** How many digits another law has seen roundings of the same function lose. */
  readonly lost?: number
}

/** What was found over many cases: the finding of the smallest case that shows it, if there is one, and all remarks. */
export interface Over {
  readonly finding?: Finding
  readonly remarks: Remarks
}

/** What is over at the first case: a process that ended, or would have to be waited for again. */
const isSlow = ({ verdict, says }: Finding): boolean => verdict === 'hangs' || says.startsWith('the process ended')

/** Half of the digits that single precision costs: who loses as many by roundings may compute in it. */
const singleDigits = 4

/** So many cases are looked at for what roundings lose, before an error counts as more than that. */
const calibrating = 12

/** What is known when a case is looked at: how many digits roundings lose; -1 where they lose none, or nothing is known of them. */
export interface Look {
  readonly noise: number
}

/**
 * Judges drawn cases until one has a finding, and then smaller ones, for the smallest with a finding of the same kind. An entry counts as
 * wrong if it is off by a digit more than what roundings lose in any case that was seen, or off to one side in most cases: a formula whose
 * constants are rounded, as those of a Fourier transform are, errs to one side by less than a digit. Where single precision is used an
 * error has to be larger than its roundings: it rounds a sigmoid that is nearly 1 to one side, too.
 */
export const over = <I>(
  cases: Arbitrary<I>, { seed, runs, shrinks = 150, lost = -1 }: Draws, judge: (drawn: I, look: Look) => Found
): Over => {
  let finding: Finding | undefined
  let remarks = noRemarks
  let left = shrinks
  let isCalibrated = false
  let isSystematic = false
  const look = (drawn: I): Found => judge(drawn, { noise: isCalibrated ? remarks.digits : -1 })
  const isRounding = ({ digits = Infinity, isFine = false }: Finding): boolean => {
    const seen = Math.max(lost, remarks.digits)
    return (isFine && seen >= singleDigits) || digits <= (isSystematic ? 1 : seen + 1)
  }
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
    const isRounded = isRounding(here)
    if (isRounded) remarks = { ...remarks, isKnown: true }
    if (isOther || isRounded) return true
    finding = here
    return false
  })
  const run = fc.check(property, { seed, numRuns: runs })
  // what a judge raises is no finding, and a bug of the judge
  if (run.failed && finding === undefined) throw run.errorInstance
  return { ...finding === undefined ? {} : { finding }, remarks }
}
