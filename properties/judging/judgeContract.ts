import fc from 'fast-check'
import { nameOf, readSignature, type Signature } from '../../src/bridge/signature.js'
import type { Case, Contract } from '../contracts/Contract.js'
import { isLeft } from '../../src/prelude/index.js'
import { seeds } from '../cases/hashed.js'
import { asNumpy } from './asNumpy.js'
import { type Ask, called } from './called.js'
import { type Draws, type Over, over } from './drawn.js'
import type { Finding, Remarks } from './Finding.js'
import { gradientsAt, noForward } from './gradients.js'
import type { JudgedFunction } from '../../src/report/judged/Judged.js'
import { allDigits } from './noise.js'
import { finiteOver, inMode, otherDefaults, shareOver } from './laws.js'
import { namesIn, type Subject, subjectOf } from './Subject.js'
import { valuesAt } from './values.js'

/** Judges the functions of a contract that a file has, each by itself. */
export const judgeContract = (contract: Contract, has: (name: string) => boolean, ask: Ask, draws: Draws): ReadonlyArray<JudgedFunction> => {
  const subject = subjectOf(contract, ask)
  const { forward } = subject
  const backwards = (contract.backward ?? []).map(readSignature)
  if (![forward, ...backwards].some(signature => has(nameOf(signature)))) return []
  const overForward = has(nameOf(forward)) ? forwardOver(subject, draws) : undefined
  const answers = overForward !== undefined && (overForward.finding === undefined || ['wrong', 'wrong shape'].includes(overForward.finding.verdict))
  return [
    overForward === undefined ? missing(forward) : judgedAs(forward, overForward, contract, [forward]),
    ...backwards.flatMap((backward, k) => {
      if (!has(nameOf(backward))) return k === 0 ? [missing(backward)] : []
      if (!answers) return [isUnwritten(subject, backward) ? unwritten(backward) : undecided(backward, `it needs what ${nameOf(forward)} keeps for it`)]
      const found = backwardOver(subject, backward, draws)
      return found.finding?.law === noForward
        ? [undecided(backward, `it needs what ${nameOf(forward)} keeps for it`)]
        : [judgedAs(backward, found, contract, [forward, backward])]
    })
  ]
}

/** The values, and where these are right the laws beside them. */
const forwardOver = (subject: Subject, draws: Draws): Over => {
  const { contract } = subject
  const values = over(fc.tuple(contract.cases, seeds), draws, ([given, seed], look) => valuesAt(subject, given, look, seed % 4 === 0))
  if (values.finding !== undefined) return values
  const finite = finiteOver(subject, contract, draws)
  if (finite.finding !== undefined) return finite
  const share = contract.share === undefined ? values : shareOver(subject, contract.share, draws)
  if (share.finding !== undefined) return share
  const defaults = otherDefaults(subject, contract, draws)
  return defaults === undefined ? values : { remarks: { ...values.remarks, defaults } }
}

const backwardOver = (subject: Subject, backward: Signature, draws: Draws): Over => {
  const { cases } = subject.contract
  const between = fc.option(cases, { nil: undefined, freq: 2 })
  return over(fc.tuple(cases, seeds, between), draws, ([given, seed, other], look) =>
    gradientsAt(subject, backward, given, look, seed, other as Case | undefined))
}

/** Whether a backward function answers nothing, whatever it is given. */
const isUnwritten = ({ ask }: Subject, backward: Signature): boolean => {
  const answered = called(ask, backward, { cache: null, ...Object.fromEntries(namesIn(backward.arguments).map(name => [name, null])) }, {})
  return isLeft(answered) && answered.left.verdict === 'not written'
}

const missing = (signature: Signature): JudgedFunction =>
  ({ name: nameOf(signature), verdict: 'not written', says: 'it is not in the file' })

const unwritten = (signature: Signature): JudgedFunction =>
  ({ name: nameOf(signature), verdict: 'not written', says: 'it returns None' })

const undecided = (signature: Signature, says: string): JudgedFunction =>
  ({ name: nameOf(signature), verdict: 'undecided', says })

const judgedAs = (
  of: Signature, { finding, remarks }: Over, { when }: Contract, calls: ReadonlyArray<Signature>
): JudgedFunction => {
  const name = nameOf(of)
  return finding === undefined ? remarked(name, remarks) : found(name, inMode(finding, when), calls)
}

const found = (name: string, { verdict, law, says, entry, got, want, line, case: given }: Finding, [forward, backward]: ReadonlyArray<Signature>): JudgedFunction => ({
  name, verdict, says, law,
  ...entry === undefined ? {} : { entry },
  ...got === undefined ? {} : { got },
  ...want === undefined ? {} : { want },
  ...typeof line === 'number' ? { line } : {},
  ...given === undefined || verdict === 'not written' || forward === undefined ? {} : { case: asNumpy(given, forward, backward) }
})

const remarked = (name: string, { writes, digits, digitsAt, kink, defaults }: Remarks): JudgedFunction => {
  if (digits >= allDigits) return {
    name, verdict: 'wrong', law: 'digits', digits, ...digitsAt === undefined ? {} : { entry: digitsAt },
    says: `roundings leave no digit of ${digitsAt ?? 'its results'}`
  }
  if (writes.length > 0) return {
    name, verdict: 'writes', law: 'writes', says: `it writes into ${writes.join(' and ')}, which its caller still needs: work on a copy`
  }
  if (digits > 0) return {
    name, verdict: 'loses digits', digits, law: 'digits', ...digitsAt === undefined ? {} : { entry: digitsAt },
    says: `right, but loses ${digits} of 16 digits (${digitsAt ?? ''})`
  }
  if (kink !== undefined) return { name, verdict: 'right at kinks', law: 'kink', entry: kink, says: `right, with another convention at kinks or ties (${kink})` }
  return { name, verdict: 'right', says: defaults === undefined ? 'right' : `right; but ${defaults}` }
}
