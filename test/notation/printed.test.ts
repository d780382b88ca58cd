import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlain, parseTeX, plain, type Statement, type Term, tex, withMacros } from '../../src/notation/index.js'
import { type Either, isLeft, type Refusal } from '../../src/prelude/index.js'
import { drawnScope, drawnTerms } from './terms.js'

/** A term without the places in the text. */
const placeless = (term: unknown): unknown =>
  (Array.isArray(term) ? term.map(placeless)
    : typeof term === 'object' && term !== null
      ? Object.fromEntries(Object.entries(term).flatMap(([key, value]) => (key === 'span' ? [] : [[key, placeless(value)]]))) : term)

const termOf = (read: Either<Refusal, Statement>, text: string): Term => {
  if (isLeft(read)) throw new Error(`${read.left.message} in ${text}`)
  const { first, steps: [step] } = read.right
  if (first === undefined || step !== undefined) throw new Error(`no term: ${text}`)
  return first
}

describe('what is printed is read as the same term', () => {
  test.each<readonly [string, (term: Term) => string, (text: string) => Either<Refusal, Statement>]>([
    ['plain text', plain, text => parsePlain(text, drawnScope)],
    ['TeX', term => tex(term, drawnScope), text => parseTeX(text, drawnScope)]
  ])('%s', (_, print, parse) => {
    fc.assert(fc.property(drawnTerms, term => {
      const text = print(term)
      expect(placeless(termOf(parse(text), text))).toEqual(placeless(term))
    }), { seed: 1, numRuns: 3000 })
  })
})

test('a command of the document is read as what it stands for', () => {
  fc.assert(fc.property(drawnTerms, term => {
    const text = tex(term, drawnScope)
    const macros = { '\\whole': { parameters: 0, body: text }, '\\same': { parameters: 1, body: '#1' }, '\\second': { parameters: 2, body: '#2', optional: 'q' } }
    for (const use of ['\\whole', `\\same{${text}}`, '\\same\\whole', '\\second{\\whole}', `\\second[a]{${text}}`]) {
      expect(placeless(termOf(parseTeX(use, withMacros(drawnScope, macros)), use))).toEqual(placeless(term))
    }
  }), { seed: 1, numRuns: 500 })
})
