import { attempt, columns, isLeft, type Refusal, refuse } from '../prelude/index.js'

// What stands beside a line that is cut on both sides.
const most = columns - '  ......'.length

/** The line around a position, with a caret under it. */
const pointedAt = (text: string, at: number): string => {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
  const first = Math.max(start, at - most / 2)
  const last = Math.min(end, first + most)
  const [before, after] = [first > start ? '...' : '', last < end ? '...' : '']
  return `  ${before}${text.slice(first, last)}${after}\n  ${' '.repeat(before.length + at - first)}^`
}

/** Computes with a text; a refusal that knows where in it says the line and the column, and shows them with a caret. */
export const pointed = <A>(text: string, compute: () => A, place = ''): A => {
  const found = attempt(compute)
  return isLeft(found) ? repeated(text, found.left, place) : found.right
}

type Told = Readonly<Pick<Refusal, 'tag' | 'place' | 'expected' | 'got' | 'span'>>

const repeated = (text: string, { tag, place, expected, got, span }: Told, prefix: string): never => {
  const named = prefix === '' ? '' : `${prefix}: `
  if (span === undefined || text.trim() === '') return refuse(tag, `${named}${place}`, expected, got)
  const line = text.slice(0, span.from).split('\n').length
  const column = span.from - text.lastIndexOf('\n', span.from - 1)
  return refuse(tag, `${named}line ${line}, column ${column}`, expected, `${got}\n${pointedAt(text, span.from)}`)
}
