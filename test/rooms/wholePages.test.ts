import { expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { effort } from '../../src/claim/index.js'
import { pages } from './pagesRead.js'

// A page is read whole, as a person reads it: each line is understood, what is printed wrong is wrong, and all else holds.

const printedAt = (text: string): ReadonlyArray<number> => text.split('\n')
  .flatMap((line, k) => (/% lemmata: [^;]*;[^;]*; *printed *$/.test(line) ? [k + 1] : []))

test.each(pages)('$file', ({ text }) => {
  const lines = check(text, effort()).filter(({ kind }) => kind !== 'definition' && kind !== 'condition')
  const begins = text.split('\n').flatMap((line, k) => (/% lemmata: [^;]*;/.test(line) ? [k + 1] : []))
  const display = (line: number): number => begins.filter(begin => begin <= line).at(-1) ?? 0
  const wrong = lines.filter(({ verdict }) => verdict === 'wrong')
  const printed = printedAt(text)
  expect(lines.filter(({ verdict }) => verdict !== 'holds' && verdict !== 'wrong')).toEqual([])
  expect([...new Set(wrong.map(({ line }) => display(line)))]).toEqual(printed)
})
