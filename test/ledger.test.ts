import { expect, test } from 'vitest'
import { claims as proofs } from '../proofs-numeric/index.js'
import { ledger, ledgerKinds, ledgerVerdicts } from '../proofs-numeric/ledger.js'
import { claims as laws } from '../properties/index.js'

const claims = [...proofs, ...laws]
const rows = ledger.map(({ row }) => row)
const claimed = new Set(claims.flatMap(claim => claim.rows))

test('every row of the ledger has a claim, or a reason why nothing can check it', () => {
  expect(ledger.filter(({ row, reason }) => !claimed.has(row) && reason === undefined).map(({ row }) => row))
    .toEqual([])
})

test('no row has both a claim and a reason why nothing can check it', () => {
  expect(ledger.filter(({ row, reason }) => claimed.has(row) && reason !== undefined).map(({ row }) => row)).toEqual([])
})

test('what a claim judges is not called beyond checking', () => {
  expect(ledger.filter(({ row, verdict }) => claimed.has(row) && verdict === 'not checkable').map(({ row }) => row))
    .toEqual([])
})

test('no claim names more than three rows', () => {
  expect(claims.filter(claim => claim.rows.length > 3).map(({ id }) => id)).toEqual([])
})

test('no claim names a row that the ledger does not have', () => {
  expect(claims.filter(claim => claim.rows.some(row => !rows.includes(row)))
    .map(({ id, rows: named }) => ({ id, named }))).toEqual([])
})

test('no row stands twice, and none leaves a field empty', () => {
  expect(rows.filter((row, i) => rows.indexOf(row) !== i)).toEqual([])
  const empty = ledger.filter(
    ({ document, place, statement }) => [document, place, statement].some(text => text === '')
  )
  expect(empty.map(({ row }) => row)).toEqual([])
})

test('each row is of a kind and has a verdict that the ledger knows', () => {
  const unknown = ledger.filter(({ kind, verdict }) => !ledgerKinds.includes(kind) || !ledgerVerdicts.includes(verdict))
  expect(unknown.map(({ row, kind, verdict }) => ({ row, kind, verdict }))).toEqual([])
})

test('a row that the ledger calls wrong is settled by an erratum', () => {
  const corrected = new Set(claims.filter(({ expected }) => expected === 'erratum').flatMap(claim => claim.rows))
  expect(ledger.filter(({ row, verdict }) => verdict === 'refuted' && !corrected.has(row)).map(({ row }) => row))
    .toEqual([])
})
