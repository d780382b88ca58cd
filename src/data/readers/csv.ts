import { given, refuse } from '../../prelude/index.js'
import type { Tensor } from '../../tensor/index.js'
import { ofBuffer } from '../../tensor/Tensor.js'

/** Numbers in rows (N, D), and the names of the columns, none if the text has no header. */
export interface Table {
  readonly names: ReadonlyArray<string>
  readonly x: Tensor
}

/** What a text is that no text says of itself. */
export interface CsvOptions {
  /** Whether the first record has the names of the columns; false if left out. */
  readonly header?: boolean
}

const place = 'readCsv'

/**
 * The numbers of a text in comma-separated values.
 *
 * Fields may stand in quotes, as RFC 4180 has it. A record ends in LF or CRLF, which may be left out after the last. A number is decimal,
 * such as -1.5e3, or nan, inf, -inf, with spaces around it. Refuses what is no number, records of different lengths, and a text without
 * records, and names the line and the column. Allocates in proportion to the text.
 *
 * @example
 * const { names, x } = readCsv('width,"height, in cm"\n1,2\n3,"4e1"\n', { header: true })
 * names // ['width', 'height, in cm']
 * T.toNested(x) // [[1, 2], [3, 40]]
 *
 * @source RFC 4180, Common format for CSV files
 */
export const readCsv = (text: string, options: CsvOptions = {}): Table => {
  const { header = false } = given.options(place, options, ['header'])
  given.flag(place, 'header', header)
  const entries: Array<number> = []
  let names: ReadonlyArray<string> = []
  let columns = 0
  let rows = header ? -1 : 0
  for (const { fields, line } of records(place, given.text(place, 'what is read', text))) {
    if (columns === 0) columns = fields.length
    if (fields.length !== columns) {
      refuse('shape', place, `${columns} fields in line ${line}, as in the first`, `${fields.length}`)
    }
    if (rows < 0) names = fields
    else for (const [j, field] of fields.entries()) entries.push(numberOf(field, line, j + 1))
    rows++
  }
  if (columns === 0) refuse('input', place, 'one record at least', 'none')
  return { names, x: ofBuffer([rows, columns], Float64Array.from(entries)) }
}

const decimal = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const words: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, infinity: Infinity }

const numberOf = (field: string, line: number, column: number): number => {
  const written = field.trim()
  if (decimal.test(written)) return Number(written)
  const word = written.toLowerCase().replace(/^[+-]/, '')
  const value = Object.hasOwn(words, word) ? words[word] : undefined
  return value === undefined
    ? refuse('input', place, `a number in line ${line}, column ${column}`, given.kindOf(field))
    : written.startsWith('-') ? -value : value
}

interface Line {
  readonly fields: ReadonlyArray<string>
  /** The line that the record begins in, from 1. */
  readonly line: number
  /** Where the next record begins, and how many line breaks are in quotes. */
  readonly next: number
  readonly breaks: number
}

const byteOrderMark = '\uFEFF'

/** The records of a text; a refusal is in the name of `place`. */
export function * records(place: string, text: string): Generator<Line> {
  let at = text.startsWith(byteOrderMark) ? 1 : 0
  for (let line = 1; at < text.length; line++) {
    const record = recordAt(place, text, at, line)
    yield record
    at = record.next
    line += record.breaks
  }
}

const recordAt = (place: string, text: string, start: number, line: number): Line => {
  const fields: Array<string> = []
  let end = start - 1
  let breaks = 0
  do {
    const from = end + 1
    const quoted = text[from] === '"'
    end = quoted ? quotedEnd(place, text, from, line + breaks) : plainEnd(text, from)
    const value = quoted ? text.slice(from + 1, end - 1).replaceAll('""', '"') : text.slice(from, end)
    fields.push(value)
    if (quoted) breaks += value.split('\n').length - 1
  } while (text[end] === ',')
  const next = end + (text.startsWith('\r\n', end) ? 2 : text[end] === '\n' ? 1 : 0)
  if (next === end && end < text.length) refuse(
    'input', place, `a comma or the end of the record after field ${fields.length} in line ${line + breaks}`,
    given.kindOf(text[end])
  )
  return { fields, line, next, breaks }
}

const plainEnd = (text: string, from: number): number => {
  let end = from
  while (end < text.length && !',"\r\n'.includes(text[end] ?? '')) end++
  return end
}

/** Behind the quote that closes a field; two quotes are one of its characters. */
const quotedEnd = (place: string, text: string, from: number, line: number): number => {
  let end = text.indexOf('"', from + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  return end >= 0 ? end + 1 : refuse('input', place, `a quote that closes the field opened in line ${line}`, 'none')
}
