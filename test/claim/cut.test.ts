import { expect, test } from 'vitest'
import { cut } from '../../src/claim/cut.js'

test('a text of 2000 characters stays, and of a longer one the first 2000 and the length are shown', () => {
  const full = 'b'.repeat(1999)
  expect(cut('')).toBe('')
  expect(cut(`a${full}`)).toBe(`a${full}`)
  expect(cut(`a${full}c`)).toBe(`a${full} ... (cut here: 2001 characters in all)`)
})
