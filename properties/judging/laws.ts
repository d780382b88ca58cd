import fc from 'fast-check'
import { isLeft } from '../../src/prelude/index.js'
import type { Contract, Share } from '../contracts/Contract.js'
import { mostFalseAlarms, tailOf } from '../judges/frequencies.js'
import { type Draws, type Over, over } from './drawn.js'
import { fatal, type Finding, type Found, noRemarks } from './Finding.js'
import { forwardAt, type Subject } from './Subject.js'
import { valuesAt } from './values.js'

// Laws of forward functions beside that of their values.

/** That every result is finite, at inputs whose exponentials are beyond all doubles. */
export const finiteOver = (subject: Subject, { extremes }: Contract, draws: Draws): Over => {
  if (extremes === undefined) return { remarks: noRemarks }
  return over(extremes, { ...draws, runs: Math.min(draws.runs, 20) }, given => {
    const answered = forwardAt(subject, given)
    if (isLeft(answered)) return fatal(answered.left, given)
    const odd = Object.entries(answered.right.results).find(([, { data }]) => !Array.from(data).every(Number.isFinite))
    if (odd === undefined) return { remarks: noRemarks }
    const got = Array.from(odd[1].data).find(a => !Number.isFinite(a))
    return fatal({
      verdict: 'wrong', law: 'finite', entry: odd[0], got: String(got), want: 'a finite number',
      says: `${odd[0]} is ${Number.isNaN(got) ? 'nan' : 'infinite'} at inputs in the thousands, where the formula is finite: subtract the largest score before exp`
    }, given)
  })
}

/** What a function does without its constants, beside the defaults that are documented: another one is no error, but said. */
export const otherDefaults = (subject: Subject, { cases, defaults, define }: Contract, draws: Draws): string | undefined => {
  if (defaults === undefined) return undefined
  const names = Object.keys(defaults)
  const without: Subject = {
    ...subject,
    contract: {
      ...subject.contract,
      define: N => (inputs, given) => define(N)(inputs, { ...given, ...defaults })
    }
  }
  const bare = cases.map(given => ({ ...given, ...Object.fromEntries(names.map(name => [name, undefined])) }))
  const { finding } = over(bare, { ...draws, runs: Math.min(draws.runs, 10) }, (given, look) => valuesAt(without, given, look, false))
  return finding === undefined ? undefined
    : `without ${names.join(', ')} it does not take ${Object.entries(defaults).map(([name, value]) => `${name} = ${value}`).join(', ')}`
}

const calls = 50

/**
 * That each entry is kept with its probability, and pairs side by side and one below the other independently: refuted where the chance of
 * a share as far off as one that was found is below 1e-9.
 */
export const shareOver = (subject: Subject, { result, caseFor, kept }: Share, { seed }: Draws): Over => {
  const found: Array<ReadonlyArray<ReadonlyArray<boolean>>> = []
  for (const k of fc.sample(fc.nat(2 ** 30), { seed, numRuns: calls })) {
    const given = caseFor(k)
    const answered = forwardAt(subject, given)
    if (isLeft(answered)) return asOver(fatal(answered.left, given))
    const { shape: [rows = 0, columns = 0], data = [] } = answered.right.results[result] ?? { shape: [] }
    found.push(Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => data[i * columns + j] !== 0)))
  }
  const pairs = (pair: (marks: ReadonlyArray<ReadonlyArray<boolean>>, i: number, j: number) => boolean, down: number, across: number): ReadonlyArray<boolean> =>
    found.flatMap(marks => marks.flatMap((row, i) => row.flatMap((_, j) =>
      (i % down === 0 && j % across === 0 ? [pair(marks, i, j)] : []))))
  const alike = kept * kept + (1 - kept) * (1 - kept)
  const events: ReadonlyArray<readonly [string, ReadonlyArray<boolean>, number]> = [
    [`the share of entries that stay`, pairs((marks, i, j) => marks[i]?.[j] === true, 1, 1), kept],
    [`the share of neighbours in a row that both stay or both go`, pairs((marks, i, j) => marks[i]?.[j] === marks[i]?.[j + 1], 1, 2), alike],
    [`the share of neighbours in a column that both stay or both go`, pairs((marks, i, j) => marks[i]?.[j] === marks[i + 1]?.[j], 2, 1), alike]
  ]
  const off = events.find(([, marks, p]) => tailOf(marks.length, marks.filter(Boolean).length / marks.length, p, events.length) < mostFalseAlarms)
  if (off === undefined) return { remarks: noRemarks }
  const [what, marks, p] = off
  const got = (marks.filter(Boolean).length / marks.length).toFixed(3)
  return asOver(fatal({
    verdict: 'wrong', law: 'share', got, want: String(p), says: `${what} is ${got} of ${marks.length}, and should be near ${p}`
  }, caseFor(1)))
}

const asOver = (found: Found): Over => ('finding' in found ? { finding: found.finding, remarks: noRemarks } : found)

/** A finding with the mode in which it was made. */
export const inMode = (finding: Finding, when: string | undefined): Finding =>
  (when === undefined ? finding : { ...finding, says: `${when}, ${finding.says}` })
