import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { conditions, proved, survivors } from './examples/survivors.js'
import { tried } from './outcome.js'
import { isTrue, type Planted, plantedIn, shown } from './planted.js'
import { table } from './table.js'

// Every edit with PLANTED=all, as `npm run planted` does, or every one of a document with its name there; else one in so many.
const asked = process.env['PLANTED']
const every = 29

const examples = new URL('../../docs/examples/', import.meta.url)
const planted: ReadonlyArray<Planted> = readdirSync(examples)
  .flatMap(name => plantedIn({ name, document: readFileSync(new URL(name, examples), 'utf8') }))

const isListed = ({ name, reads }: Planted): boolean => proved[name]?.includes(reads) === true
const isTold = ({ name, reads }: Planted): boolean =>
  survivors.some(known => known.document === name && known.formula === reads)

test('there are more than 300 edits of more than ten documents', () => {
  expect(planted.length).toBeGreaterThan(300)
  expect(new Set(planted.map(({ name }) => name)).size).toBeGreaterThan(10)
})

test('an edited line that holds is a true one: it is listed with its proof', () => {
  const chosen = planted.filter(
    ({ name }, k) => (asked === undefined ? k % every === 0 : asked === 'all' || asked === name)
  )
  const found = chosen.map(one => ({ one, ...tried(one.paper, one.formulas, one.formula, one.edit) }))
  const isExplained = ({ one, outcome, isProved }: typeof found[number]): boolean =>
    (outcome === 'survived' ? isTold(one) || (isListed(one) && isProved)
      : outcome === 'a condition' ? conditions.includes(`${one.name}: ${one.reads}`) : outcome.startsWith('ref'))
  if (asked !== undefined) process.stdout.write(`${table(found.map(({ one, outcome }) => [one.name, outcome]))}${
    table(found.map(({ one, outcome }) => [one.edit.kind, outcome]))}`)
  expect(found.filter(one => !isExplained(one))
    .map(({ one, outcome, isProved }) => `${outcome}, ${isProved}: ${shown(one)}`)).toEqual([])
  // what is listed and does not survive any more need not be listed
  const fallen = found.filter(({ one, outcome }) => (isListed(one) || isTold(one)) && outcome !== 'survived')
  expect(fallen.map(({ one }) => shown(one))).toEqual([])
  const judged = found.filter(
    ({ one, outcome }) => conditions.includes(`${one.name}: ${one.reads}`) && outcome !== 'a condition'
  )
  expect(judged.map(({ one }) => shown(one))).toEqual([])
}, 3_600_000)

test.each(survivors)('$document: $formula', ({ document: name, formula: reads, why }) => {
  const one = planted.find(known => known.name === name && known.reads === reads)
  if (one === undefined) throw new Error('no edit makes this of a formula')
  expect(isTrue(one, why)).toBe(true)
})

test('what is listed is an edit that is made', () => {
  const made = new Set(planted.map(({ name, reads }) => `${name}: ${reads}`))
  expect(Object.entries(proved).flatMap(([name, all]) => all.map(reads => `${name}: ${reads}`)).concat(conditions)
    .filter(one => !made.has(one)))
    .toEqual([])
})
