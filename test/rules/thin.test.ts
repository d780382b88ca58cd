import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const room = new URL('../../src/train/', import.meta.url)

test('the trainer stays thin: under 400 lines with its comments', () => {
  const lines = readdirSync(room).map(name => readFileSync(new URL(name, room), 'utf8').split('\n').length - 1)
  expect(lines.reduce((total, count) => total + count, 0)).toBeLessThan(400)
})
