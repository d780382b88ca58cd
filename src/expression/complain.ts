import { refuse } from '../prelude/index.js'

const most = 72

/** The line around a position, with a caret under it. */
const pointedAt = (text: string, at: number): string => {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
  const first = Math.max(start, at - most / 2)
  const last = Math.min(end, first + most)
  const [before, after] = [first > start ? '...' : '', last < end ? '...' : '']
  return `  ${before}${text.slice(first, last)}${after}\n  ${' '.repeat(before.length + at - first)}^`
}

/** Refuses a typed formula: where, what was expected there, what came, and the line with a caret. */
export const complain = (text: string, at: number, expected: string, got: string): never => {
  const line = text.slice(0, at).split('\n').length
  const column = at - text.lastIndexOf('\n', at - 1)
  if (text.trim() === '') return refuse('input', 'the formula', expected, got)
  return refuse('input', `line ${line}, column ${column}`, expected, `${got}\n${pointedAt(text, at)}`)
}
