import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlain, parseTeX, plain, type Statement, type Term, tex, withMacros } from '../../src/notation/index.js'
import { type Either, isLeft, type Refusal } from '../../src/prelude/index.js'
import { drawnScope, drawnTerms } from './terms.js'

/** A term without the places in the text. */
const placeless = (term: unknown): unknown =>
  (Array.isArray(term) ? term.map(placeless)
    : typeof term === 'object' && term !== null
      ? Object.fromEntries(Object.entries(term)
        .flatMap(([key, value]) => (key === 'span' ? [] : [[key, placeless(value)]]))) : term)

const termOf = (read: Either<Refusal, Statement>, text: string): Term => {
  if (isLeft(read)) throw new Error(`${read.left.message} in ${text}`)
  const { first, steps: [step] } = read.right
  if (first === undefined || step !== undefined) throw new Error(`no term: ${text}`)
  return first
}

type Print = (term: Term) => string
type Parse = (text: string) => Either<Refusal, Statement>

const doors: ReadonlyArray<readonly [string, Print, Parse]> = [
  ['plain text', plain, text => parsePlain(text, drawnScope)],
  ['TeX', term => tex(term, drawnScope), text => parseTeX(text, drawnScope)]
]

const readsBack = (print: Print, parse: Parse) => fc.property(drawnTerms, term => {
  const text = print(term)
  expect(placeless(termOf(parse(text), text))).toEqual(placeless(term))
})

describe('what is printed is read as the same term', () => {
  test.each(doors)('%s', (_, print, parse) => {
    fc.assert(readsBack(print, parse), { seed: 1, numRuns: 3000 })
  })
})

describe('a printer that is wrong is noticed', () => {
  const slips: ReadonlyArray<readonly [string, string, string]> = [
    ['plain text', '(', ''], ['plain text', ' - ', ' + '], ['plain text', "'", ''], ['plain text', '^', '*'],
    ['TeX', '\\left(', ''], ['TeX', ' - ', ' + '], ['TeX', '^{\\top}', ''], ['TeX', '\\cdot', ''],
    ['TeX', '\\frac', '\\sqrt']
  ]
  test.each(slips)('%s: "%s" becomes "%s"', (name, from, to) => {
    const [, print, parse] = doors.find(([door]) => door === name) as (typeof doors)[number]
    expect(fc.check(readsBack(term => print(term).replace(from, to), parse), { seed: 1, numRuns: 3000 }).failed).toBe(
      true
    )
  })
})

test('a command of the document is read as what it stands for', () => {
  fc.assert(fc.property(drawnTerms, term => {
    const text = tex(term, drawnScope)
    const macros = { '\\whole': { parameters: 0, body: text }, '\\same': { parameters: 1, body: '#1' }, '\\second': {
      parameters: 2, body: '#2', optional: 'q'
    } }
    for (const use of ['\\whole', `\\same{${text}}`, '\\same\\whole', '\\second{\\whole}', `\\second[a]{${text}}`]) {
      expect(placeless(termOf(parseTeX(use, withMacros(drawnScope, macros)), use))).toEqual(placeless(term))
    }
  }), { seed: 1, numRuns: 500 })
})
