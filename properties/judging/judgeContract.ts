import fc from 'fast-check'
import { nameOf, namesIn, readSignature, type Signature } from '../../src/bridge/signature.js'
import { isLeft } from '../../src/prelude/index.js'
import type { JudgedFunction } from '../../src/report/judged/Judged.js'
import { seeds } from '../cases/hashed.js'
import type { Contract } from '../contracts/Contract.js'
import { type Ask, called } from './called.js'
import { type Draws, type Over, over } from './drawn.js'
import { gradientsAt, noForward } from './gradients.js'
import { extremesOver, otherDefaults } from './laws.js'
import { secondStepOver } from './secondStep.js'
import { judgedAs, missing, undecided, unwritten } from './said.js'
import { shareOver } from './share.js'
import { type Subject, subjectOf } from './Subject.js'
import { valuesAt } from './values.js'

/** Judges the functions of a contract that a file has, each by itself. */
export const judgeContract = (
  contract: Contract, has: (name: string) => boolean, ask: Ask, draws: Draws
): ReadonlyArray<JudgedFunction> => {
  const subject = subjectOf(contract, ask)
  const { forward } = subject
  const backwards = (contract.backward ?? []).map(readSignature)
  if (![forward, ...backwards].some(signature => has(nameOf(signature)))) return []
  const ahead = has(nameOf(forward)) ? forwardOver(subject, draws) : undefined
  return [
    ahead === undefined ? missing(forward) : judgedAs(ahead, [forward], subject, 'value'),
    ...backwards.flatMap((backward, k) => (has(nameOf(backward)) ? [ofBackward(subject, backward, ahead, draws)]
      // of several ways to write it one is enough
      : k === 0 ? [missing(backward)] : []))
  ]
}

const ofBackward = (subject: Subject, backward: Signature, ahead: Over | undefined, draws: Draws): JudgedFunction => {
  const { forward } = subject
  const needs = undecided(backward, `it needs what ${nameOf(forward)} keeps for it`)
  const verdict = ahead?.finding?.verdict
  const answers = ahead !== undefined && (verdict === undefined || verdict === 'wrong' || verdict === 'wrong shape')
  if (!answers) return isUnwritten(subject, backward) ? unwritten(backward) : needs
  const found = backwardOver(subject, backward, draws)
  return found.finding?.law === noForward ? needs : judgedAs(found, [forward, backward], subject, 'gradient')
}

/** The values, and where these are right the laws beside them. */
const forwardOver = (subject: Subject, draws: Draws): Over => {
  const { contract } = subject
  const values = over(fc.tuple(contract.cases, seeds), draws, ([given, seed], look) =>
    valuesAt(subject, given, look, seed % 4 === 0))
  const laws = [
    () => values,
    () => extremesOver(subject, contract, { ...draws, lost: values.remarks.digits }),
    () => secondStepOver(subject, { ...draws, lost: values.remarks.digits }),
    ...contract.share === undefined ? [] : [() => shareOver(subject, contract.share as NonNullable<Contract['share']>, draws)]
  ]
  for (const law of laws) {
    const found = law()
    if (found.finding !== undefined) return found
  }
  const defaults = otherDefaults(subject, contract, draws)
  return defaults === undefined ? values : { remarks: { ...values.remarks, defaults } }
}

const backwardOver = (subject: Subject, backward: Signature, draws: Draws): Over => {
  const { cases } = subject.contract
  const between = fc.option(cases, { nil: undefined, freq: 2 })
  return over(fc.tuple(cases, seeds, between), draws, ([given, seed, other], look) =>
    gradientsAt(subject, backward, given, look, seed, other))
}

/** Whether a backward function answers nothing, whatever it is given. */
const isUnwritten = ({ ask }: Subject, backward: Signature): boolean => {
  const nothing = Object.fromEntries(['cache', ...namesIn(backward.arguments)].map(name => [name, null]))
  const answered = called(ask, backward, nothing, {})
  return isLeft(answered) && answered.left.verdict === 'not written'
}
