import { nameOf, type Signature, type Slot } from '../../src/bridge/signature.js'
import type { JudgedFunction } from '../../src/report/judged/Judged.js'
import { asNumpy } from './asNumpy.js'
import type { Over } from './drawn.js'
import type { Finding, Remarks } from './Finding.js'
import { allDigits } from './noise.js'
import { secondCall, secondStep } from './secondStep.js'
import type { Subject } from './Subject.js'

// What is said of a function once it is judged.

export const missing = (signature: Signature): JudgedFunction =>
  ({ name: nameOf(signature), verdict: 'not written', says: 'it is not in the file' })

export const unwritten = (signature: Signature): JudgedFunction =>
  ({ name: nameOf(signature), verdict: 'not written', says: 'it returns None' })

export const undecided = (signature: Signature, says: string): JudgedFunction =>
  ({ name: nameOf(signature), verdict: 'undecided', says })

/** What was found, with the calls that show it, the last of which is the judged one. */
export const judgedAs = (
  { finding, remarks }: Over, calls: ReadonlyArray<Signature>, { contract: { when }, set }: Subject,
  of: 'value' | 'gradient'
): JudgedFunction => {
  const judged = calls.at(-1) as Signature
  const name = nameOf(judged)
  if (finding === undefined && !remarks.isKnown) return undecided(
    judged, `no ${of} of its definition is known at any case that was tried: is the formula defined for such numbers?`
  )
  return finding === undefined ? remarked(name, remarks) : found(name, finding, calls, when, set)
}

const found = (
  name: string, { verdict, law, says, entry, got, want, line, case: given }: Finding,
  [forward, backward]: ReadonlyArray<Signature>, when: string | undefined, set: Slot | undefined
): JudgedFunction => {
  const isShown = given !== undefined && verdict !== 'not written' && forward !== undefined
  return {
    name, verdict, says: when === undefined ? says : `${when}, ${says}`, law,
    ...entry === undefined ? {} : { entry },
    ...got === undefined ? {} : { got },
    ...want === undefined ? {} : { want },
    ...typeof line === 'number' ? { line } : {},
    ...isShown ? {
      case: law === secondStep ? asNumpy({ ...given, config: {} }, forward, secondCall(forward), set)
        : asNumpy(given, forward, backward, set)
    } : {}
  }
}

const remarked = (name: string, { writes, digits, digitsAt, kink, defaults }: Remarks): JudgedFunction => {
  const lossy = { name, law: 'digits', digits, ...digitsAt === undefined ? {} : { entry: digitsAt } }
  const where = digitsAt === undefined ? '' : ` (${digitsAt})`
  if (digits >= allDigits) return { ...lossy, verdict: 'wrong', says: `roundings leave hardly a digit${where}` }
  if (writes.length > 0) return {
    name, verdict: 'writes', law: 'writes',
    says: `it writes into ${writes.join(' and ')}, which its caller still needs: work on a copy`
  }
  if (digits > 0) return { ...lossy, verdict: 'loses digits', says: `right, but loses ${digits} of 16 digits${where}` }
  if (kink !== undefined) return {
    name, verdict: 'right at kinks', law: 'kink', entry: kink,
    says: `right, with another convention at kinks or ties (${kink})`
  }
  return { name, verdict: 'right', says: defaults === undefined ? 'right' : `right; but ${defaults}` }
}
