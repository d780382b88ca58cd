import type { Arrays } from '../differentiate/index.js'
import { misuse } from './UsageError.js'

/** What was typed for each number and for each entry of an array: x[1], x[2] or A[1, 2]; and the arrays. */
export interface TypedPoint {
  readonly at: Readonly<Record<string, string>>
  readonly arrays: Arrays
}

const depths: Readonly<Record<string, number>> = { '(': 1, '[': 1, '{': 1, ')': -1, ']': -1, '}': -1 }

/** The parts between commas outside of all brackets. */
const parts = (text: string): ReadonlyArray<string> => {
  let depth = 0
  return [...text].reduce<ReadonlyArray<string>>((done, letter) => {
    depth += depths[letter] ?? 0
    return letter === ',' && depth === 0 ? [...done, '']
      : [...done.slice(0, -1), `${done[done.length - 1] ?? ''}${letter}`]
  }, [''])
}

/** The entries of [a, b]. */
const listIn = (text: string): ReadonlyArray<string> | undefined => {
  const inner = /^\[(.*)\]$/s.exec(text.trim())?.[1]
  return inner === undefined ? undefined : parts(inner).map(part => part.trim())
}

interface Typed {
  readonly name: string
  readonly value: string
}

/** "w1=1/3,x=[1,2],A=[[1,2],[3,4]]": every input with what was typed for it. */
export const readPoint = (text: string, flag: string): TypedPoint => {
  const typed = (text.trim() === '' ? [] : parts(text)).map((part): Typed => {
    const [, name = '', index, value = ''] =
      /^\s*([\p{L}_][\p{L}\d_]*)(\[\s*\d+\s*(?:,\s*\d+\s*)?\])?\s*=\s*(.+?)\s*$/su.exec(part) ?? []
    return name === '' ? misuse(
      `${flag} must be like w1=1,w2=2 or x=[1,2,3], got ${part === '' ? 'nothing after a comma' : part}`
    )
      : { name: `${name}${index?.replace(/\s/g, '').replace(',', ', ') ?? ''}`, value }
  })
  const twice = typed.find(({ name }, i) => typed.findIndex(e => e.name === name) !== i)
  if (twice !== undefined) return misuse(`${flag} gives ${twice.name} twice`)
  const spread = typed.map(({ name, value }) => spreadOf(flag, name, value))
  return {
    at: Object.fromEntries(spread.flatMap(({ entries }) => entries)),
    arrays: Object.fromEntries(spread.flatMap(({ name, text: whole, rows, columns, entries }) =>
      (rows * columns > 1 ? [[name, { text: whole, rows, columns, entries: entries.map(([entry]) => entry) }]] : [])))
  }
}

interface Spread {
  readonly name: string
  readonly text: string
  readonly rows: number
  readonly columns: number
  readonly entries: ReadonlyArray<readonly [string, string]>
}

/** The entries of what was typed, each by its name. */
const spreadOf = (flag: string, name: string, text: string): Spread => {
  const list = listIn(text)
  const rows = list?.map(listIn) ?? []
  const full = rows.flatMap(row => (row === undefined ? [] : [row]))
  if (list === undefined || (list.length === 1 && full.length === 0)) {
    return { name, text, rows: 1, columns: 1, entries: [[name, list?.[0] ?? text]] }
  }
  if (full.length === 0) return {
    name, text, rows: list.length, columns: 1, entries: list.map((value, i) => [`${name}[${i + 1}]`, value])
  }
  const columns = full[0]?.length ?? 0
  if (full.length < rows.length || full.some(row => row.length !== columns)) {
    return misuse(`${flag} must give ${name} in rows of one length, got ${text}`)
  }
  const entries = full.flatMap((row, i) => row.map((value, j) =>
    [columns === 1 ? `${name}[${i + 1}]` : `${name}[${i + 1}, ${j + 1}]`, value] as const))
  return { name, text, rows: full.length, columns, entries: entries.length === 1 ? [[name, entries[0]?.[1] ?? '']]
    : entries }
}
