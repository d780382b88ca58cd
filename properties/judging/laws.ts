import { isLeft } from '../../src/prelude/index.js'
import type { Contract } from '../contracts/Contract.js'
import { type Draws, type Over, over } from './drawn.js'
import { fatal, noRemarks } from './Finding.js'
import { forwardAt, type Subject } from './Subject.js'
import { valuesAt } from './values.js'

// Laws of forward functions beside that of their values.

/** That every result is finite and right, at inputs whose exponentials are beyond all doubles. */
export const extremesOver = (subject: Subject, { extremes }: Contract, draws: Draws): Over => {
  if (extremes === undefined) return { remarks: noRemarks }
  return over(extremes, { ...draws, runs: Math.min(draws.runs, 20) }, (given, look) => {
    const answered = forwardAt(subject, given)
    if (isLeft(answered)) return fatal(answered.left, given)
    const odd = Object.entries(answered.right.results).find(([, { data }]) => !Array.from(data).every(Number.isFinite))
    if (odd === undefined) return valuesAt(subject, given, look, false)
    const [entry, { data }] = odd
    const got = Array.from(data).some(Number.isNaN) ? 'nan' : 'inf'
    return fatal({
      verdict: 'wrong', law: 'finite', entry, got, want: 'a finite number',
      says: `${entry} is ${got} at numbers in the thousands, where the formula is finite: keep exp from them, as by subtracting the largest score first`
    }, given)
  })
}

/** What a function does without its constants, if that is not what is documented: it is no error, but it is said. */
export const otherDefaults = (
  subject: Subject, { cases, defaults, define }: Contract, draws: Draws
): string | undefined => {
  if (defaults === undefined) return undefined
  const names = Object.keys(defaults)
  const documented: Subject = {
    ...subject,
    contract: { ...subject.contract, define: N => (inputs, given) => define(N)(inputs, { ...given, ...defaults }) }
  }
  const without = Object.fromEntries(names.map(name => [name, undefined]))
  const bare = cases.map(given => ({ ...given, ...without }))
  const { finding } = over(bare, { ...draws, runs: Math.min(draws.runs, 10) }, (given, look) =>
    valuesAt(documented, given, look, false))
  return finding === undefined ? undefined
    : `where they are left out, ${Object.entries(defaults).map(([name, value]) => `${name} is not ${value}`).join(' or ')}`
}
