import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as R from '../src/random/index.js'
import * as T from '../src/tensor/index.js'

// Runs every example in the comments of src. After @example, a line `expression // value` is a claim, and a line that starts with
// `const` is executed first; an expression may run over several lines. In scope are T (tensors), R (random), fc (draws), what the rooms
// below export, and what the example's own room exports, which comes first where a name occurs twice.

const source = resolve(import.meta.dirname, '../src')
const sharedRooms = [
  'solver', 'prelude', 'expression', 'formula', 'number', 'definition', 'difference', 'layer', 'loss', 'optimizer', 'data', 'train'
]

type Scope = Readonly<Record<string, unknown>>

interface Room {
  readonly scope: Scope
  readonly failure: unknown
}

// a door of the package of its own, as it loads a decoder
const doors: Readonly<Record<string, string>> = { data: 'readers/jpeg.ts' }

const openRoom = async (room: string): Promise<Room> => {
  const index = join(source, room, 'index.ts')
  if (!existsSync(index)) return { scope: {}, failure: undefined }
  try {
    const door = doors[room] === undefined ? {} : await import(join(source, room, doors[room])) as Scope
    return { scope: { ...(await import(index) as Scope), ...door }, failure: undefined }
  } catch (failure) {
    return { scope: {}, failure }
  }
}

// the cli would run
const roomNames = readdirSync(source, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() && entry.name !== 'cli' ? [entry.name] : [])
const rooms = new Map(await Promise.all(roomNames.map(async name => [name, await openRoom(name)] as const)))
const scopeOf = (room: string): Scope => rooms.get(room)?.scope ?? {}
const shared = Object.assign({ T, R, fc }, ...sharedRooms.map(scopeOf)) as Scope

test.each(roomNames)('src/%s can be imported', name => {
  expect(rooms.get(name)?.failure).toBeUndefined()
})

interface Line {
  readonly code: string
  readonly value: string
}

interface Example {
  readonly setup: ReadonlyArray<string>
  readonly lines: ReadonlyArray<Line>
  /** What is left when the block ends in the middle of an expression: a mistake in the comment. */
  readonly open: string
}

const exampleOf = (text: string): Example =>
  text.split('\n').map(line => line.replace(/^\s*\*? ?/, '').trimEnd()).filter(line => line !== '').reduce<Example>(
    ({ setup, lines, open }, line) => {
      const mark = line.lastIndexOf(' // ')
      if (open === '' && line.startsWith('const ')) return { setup: [...setup, line], lines, open }
      if (mark < 0) return { setup, lines, open: `${open}${line}\n` }
      return { setup, lines: [...lines, { code: open + line.slice(0, mark), value: line.slice(mark + 4) }], open: '' }
    },
    { setup: [], lines: [], open: '' },
  )

const examplesIn = (path: string): ReadonlyArray<Example> =>
  [...readFileSync(join(source, path), 'utf8').matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([comment]) =>
    comment.slice(0, -2).split(/@example\b/).slice(1).map(part => exampleOf(part.split(/^\s*\* @/m)[0] ?? '')))

/** Values as a reader sees them: no difference between 0 and -0. */
const plain = (value: unknown): unknown =>
  value === 0 ? 0
  : Array.isArray(value) ? value.map(plain)
  : typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
  : value

// in a block of its own, so that an example may give its own value to a name that a room exports
const evaluate = (scope: Scope, setup: ReadonlyArray<string>, code: string): unknown =>
  new Function(...Object.keys(scope), `'use strict'\n{\n${setup.join('\n')}\nreturn (${code})\n}`)(
    ...Object.values(scope)
  )

interface Case extends Line {
  readonly setup: ReadonlyArray<string>
}

const casesOf = ({ setup, lines, open }: Example): ReadonlyArray<Case> => [
  ...lines.map(line => ({ ...line, setup })),
  ...(open === '' ? [] : [{ code: open, value: '"no value is given"', setup }]),
]

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts')).sort()
  .map(path => ({ path, room: path.split(/[\\/]/)[0] ?? '', examples: examplesIn(path) }))

describe.each(files.filter(({ examples }) => examples.length > 0))('src/$path', ({ room, examples }) => {
  // the rooms of T and R use both under these names
  const scope = room === 'tensor' || room === 'random' ? shared : { ...shared, ...scopeOf(room) }
  test.each(examples.flatMap(casesOf))('$code', ({ setup, code, value }) => {
    expect(plain(evaluate(scope, setup, code))).toEqual(plain(evaluate(scope, [], value)))
  })
})

const everyExample = files.flatMap(({ examples }) =>
  examples.flatMap(({ setup, lines }) => [...setup, ...lines.map(line => line.code)]))
const isShown = (name: string): boolean =>
  everyExample.some(line => new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(line))

test.each([
  ['T', T],
  ['R', R],
])('every export of %s is shown in an example', (letter, names) => {
  // the combinators of R are fp-ts's own
  const borrowed = letter === 'R' ? ['of', 'map', 'chain', 'traverse'] : []
  expect(Object.keys(names).filter(name => !borrowed.includes(name) && !isShown(`${letter}.${name}`))).toEqual([])
})
