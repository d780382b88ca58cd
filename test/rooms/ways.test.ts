import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { modules } from '../../proofs-numeric/manifest.js'
import { claimsOfDocument } from '../../src/check/index.js'
import { type Claim, spokenReasons } from '../../src/claim/index.js'
import { pages, topic } from './pagesRead.js'

// A statement of a document is run as it is written, or it is a sentence and says why, or a program stands beside it.
// Edit a number here when
// it moves in its direction: statements that are run as they are written may only become more, the others only fewer.
const atLeastExecuted = 336
const atMostSpoken = 110
const atMostBeside = 0

const claims = modules.flatMap(({ claims: found }) => found)
const statements = (of: ReadonlyArray<Claim>): number => new Set(of.map(({ statement }) => statement)).size
const executed = claims.filter(claim => claim.executed !== undefined)
const spoken = claims.filter(claim => claim.spoken !== undefined)
const beside = claims.filter(claim => claim.executed === undefined && claim.spoken === undefined)

const toEdit = (name: string, found: number): string => `there are ${found}; ${name} in test/rooms/ways.test.ts says`

test('statements that are run as they are written do not become fewer, and the others not more', () => {
  const [run, said, rest] = [executed, spoken, beside].map(statements) as [number, number, number]
  expect(run, toEdit('atLeastExecuted', run)).toBeGreaterThanOrEqual(atLeastExecuted)
  expect(said, toEdit('atMostSpoken', said)).toBeLessThanOrEqual(atMostSpoken)
  expect(rest, toEdit('atMostBeside', rest)).toBeLessThanOrEqual(atMostBeside)
})

test('no statement is both run as it is written and a sentence', () => {
  expect(executed.filter(claim => claim.spoken !== undefined).map(({ id }) => id)).toEqual([])
})

const relation = new RegExp(['[=<>≤≥≠≈≡≔∝∼→⇒⇔∈]', `\\\\(?:${[
  'leq?(?:slant)?', 'geq?(?:slant)?', 'neq?', 'lt', 'gt', 'll', 'gg', 'approx', 'simeq?', 'cong', 'equiv', 'propto', 'to', 'rightarrow',
  'longrightarrow', 'implies', 'Rightarrow', 'Longrightarrow', 'iff', 'Leftrightarrow', 'Longleftrightarrow', 'in', 'coloneqq', 'mapsto'
].join('|')})(?![a-zA-Z])`].join('|'))

test('a relation is found in words too', () => {
  expect(['\\text{if } \\text{$n \\le 3$}', '\\text{a = b}', 'x \\iff y', '\\text{so n → ∞}'].filter(one => !relation.test(one))).toEqual([])
  expect(relation.test('\\text{left and right have one value for every file}')).toBe(false)
})

test('a sentence has no relation, which could be run, and says why it is none', () => {
  expect(spoken.filter(({ statement }) => relation.test(statement)).map(({ id, statement }) => `${id}: ${statement}`)).toEqual([])
  expect(spoken.filter(claim => !spokenReasons.some(reason => reason === claim.spoken)).map(({ id }) => id)).toEqual([])
})

const flat = (text: string): string => text.replace(/\s+/g, ' ')

test('a statement that is run as it is written stands word for word in its source', () => {
  const missing = modules.flatMap(({ file, claims: found }) => {
    const source = readFileSync(join(import.meta.dirname, '..', '..', file.replace(/\.page\.ts$/, '.md')), 'utf8')
    const written = [source.replace(/%[^\n]*\n/g, '\n'), source, source.replaceAll('\\\\', '\\')].map(flat)
    const isWritten = ({ statement }: Claim): boolean => written.some(text => text.includes(flat(statement)))
    return found.filter(claim => claim.executed !== undefined && !isWritten(claim))
      .map(({ id, statement }) => `${id} in ${file}: ${statement}`)
  })
  expect(missing).toEqual([])
})

// Errata whose printed form stands under other declarations than the right one, so that a reader has to compare them: by id.
const underOthers = [
  'homework-1/automatic-differentiation/f1-substituted', 'homework-1/proximal-step/open-bracket',
  'homework-1/proximal-step/square-outside', 'object-recognition-2/convolution/translation'
]

const apart = (text: string): string => text.replace(/(% lemmata: [a-z0-9-]+)(;[^;\n]*; *)(printed|right)(?:;[^;\n]*)? *$/gm, '$1-form-$3; ; supported')

test('what is printed and what is right have the same declarations', () => {
  const found = pages.flatMap(({ file, text }) => {
    const forms = claimsOfDocument(apart(text), { id: topic(file), source: file })
    return forms.filter(({ id }) => id.endsWith('-form-printed')).filter(({ id, executed: form }) =>
      forms.find(other => other.id === id.replace(/printed$/, 'right'))?.executed?.given !== form?.given)
      .map(({ id }) => id.replace(/-form-printed$/, ''))
  }).filter(id => !underOthers.includes(id))
  expect(found, 'to be added to underOthers in test/rooms/ways.test.ts, if the difference is no reason for the error').toEqual([])
})
