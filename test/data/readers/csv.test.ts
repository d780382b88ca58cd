import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, type Table } from '../../../src/data/index.js'
import * as T from '../../../src/tensor/index.js'
import { anyDamage, type Reading } from './damage.js'

const rows = (text: string): unknown => T.toNested(readCsv(text).x)

describe('readCsv', () => {
  test.each([
    ['1,2\n3,4', [[1, 2], [3, 4]]],
    ['1,2\r\n3,4\r\n', [[1, 2], [3, 4]]],
    ['\uFEFF5\n', [[5]]],
    ['"1","2.5"\n', [[1, 2.5]]],
    [' 1 ,\t-2 \n', [[1, -2]]],
    ['"1\n"\n2', [[1], [2]]],
    ['+.5,5.,-0,1e3,1E-3', [[0.5, 5, -0, 1000, 0.001]]],
    ['nan,NaN,inf,-Inf,+infinity', [[NaN, NaN, Infinity, -Infinity, Infinity]]],
    ['1e999,1e-999,9007199254740993', [[Infinity, 0, 2 ** 53]]]
  ])('%j', (text, expected) => {
    expect(rows(text)).toEqual(expected)
  })
  test('reads names, in quotes too, and no records after them', () => {
    expect(readCsv('a,"b ""c"", d","e\r\nf"\n', { header: true }))
      .toEqual({ names: ['a', 'b "c", d', 'e\r\nf'], x: T.zeros([0, 3]) })
    expect(readCsv('1,2', { header: true }).names).toEqual(['1', '2'])
  })
  test('reads back any names, and any doubles bit for bit', () => {
    const table = fc.integer({ min: 1, max: 4 }).chain(columns => fc.record({
      names: fc.array(fc.string({ unit: 'binary' }), { minLength: columns, maxLength: columns }),
      entries: fc.array(fc.array(fc.double(), { minLength: columns, maxLength: columns })),
      end: fc.constantFrom('\n', '\r\n')
    }))
    fc.assert(fc.property(table, ({ names, entries, end }) => {
      const quoted = names.map(name => `"${name.replaceAll('"', '""')}"`)
      const numbers = entries.map(row => row.map(entry => (Object.is(entry, -0) ? '-0' : `${entry}`)).join(','))
      const back = readCsv([quoted.join(','), ...numbers, ''].join(end), { header: true })
      expect(back.names).toEqual(names)
      expect(back.x.shape).toEqual([entries.length, names.length])
      expect([...back.x.data].every((entry, k) => Object.is(entry, entries.flat()[k]))).toBe(true)
    }))
  })
  test.each([
    ['', 'one record at least, got none'],
    ['\uFEFF', 'one record at least, got none'],
    ['a,b\n1,2', 'a number in line 1, column 1, got "a"'],
    ['1,2\n3,x4', 'a number in line 2, column 2, got "x4"'],
    ['1,\n', 'a number in line 1, column 2, got ""'],
    ['1\n\n2', 'a number in line 2, column 1, got ""'],
    ['0x10', 'a number in line 1, column 1, got "0x10"'],
    ['1_000', 'a number in line 1, column 1, got "1_000"'],
    ['.', 'a number in line 1, column 1, got "."'],
    ['constructor', 'a number in line 1, column 1, got "constructor"'],
    ['1,2\n3', '2 fields in line 2, as in the first, got 1'],
    ['"1\n\n",2\n3', '2 fields in line 4, as in the first, got 1'],
    ['1,2\n3,4,5', '2 fields in line 2, as in the first, got 3'],
    ['1\n"2', 'a quote that closes the field opened in line 2, got none'],
    ['"1"2', 'a comma or the end of the record after field 1 in line 1, got "2"'],
    ['1,2"3"', 'a comma or the end of the record after field 2 in line 1, got "\\""'],
    ['1\r2', 'a comma or the end of the record after field 1 in line 1, got "\\r"']
  ])('refuses %j', (text, message) => {
    expect(() => readCsv(text)).toThrow(`readCsv: expected ${message}`)
  })
  test.each([
    ['quotes', `"${'""'.repeat(3e6)}"`], ['digits', '1'.repeat(3e6)], ['open quotes', '"'.repeat(3e6 + 1)], ['dots', '1.'.repeat(2e6)],
    ['commas', ','.repeat(1e6)], ['lines', '\n'.repeat(1e6)], ['letters', 'x'.repeat(3e6)], ['spaces', ' '.repeat(3e6)]
  ])('of many %s overflows no stack', (_, text) => {
    expect(outcome(text)).toMatch(/^readCsv: expected |^Infinity$/)
  })
})

const outcome = (text: string): string => {
  try {
    return `${rows(text) as string}`
  } catch (error) {
    return (error as Error).message
  }
}

// texts of the few characters that mean something
const characters = ['1', '"', ',', '\n', '\r', '.', 'e', '-', ' ', '5']
// each field but the first begins behind a comma or a line break
const reading: Reading<Table> = {
  place: 'readCsv', kept: ({ names, x }) => names.length + x.data.length, most: length => length + 1,
  read: bytes => readCsv([...bytes].map(byte => characters[byte % characters.length]).join(''), { header: bytes.length % 2 === 0 }),
  files: [[0, 2, 0, 3, 0, 2, 0], [1, 0, 1, 2, 0, 4, 3, 7, 9, 6, 0, 2, 8, 0]].map(codes => Uint8Array.from(codes))
}

test('a text of any kind is answered or refused', () => anyDamage(reading))
