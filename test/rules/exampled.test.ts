import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as check from '../../src/check/index.js'
import * as classic from '../../src/classic/index.js'
import * as index from '../../src/data/index.js'
import * as jpeg from '../../src/data/readers/jpeg.js'
import * as difference from '../../src/difference/index.js'
import * as differentiate from '../../src/differentiate/index.js'
import * as drawing from '../../src/drawing/index.js'
import * as loss from '../../src/loss/index.js'
import * as model from '../../src/model/index.js'
import * as notation from '../../src/notation/index.js'
import * as optimizer from '../../src/optimizer/index.js'
import * as solver from '../../src/solver/index.js'
import * as study from '../../src/study/index.js'

const source = new URL('../../src/', import.meta.url)

/** The comment right before what a room exports under this name; nothing where there is none. */
const docstringIn = (texts: ReadonlyArray<string>, name: string): string => {
  const found = texts.flatMap(
    text => new RegExp(String.raw`(/\*\*(?:(?!\*/)[^])*\*/\n)export (?:const |function ?\* ?)${name}\b`).exec(text)?.[1] ?? []
  )
  return found.join('\n')
}

const data = { ...index, ...jpeg }
const rooms = {
  check, classic, data, difference, differentiate, drawing, loss, model, notation, optimizer, solver, study
}

test.each(Object.entries(rooms))(
  'each export of src/%s has an example', (room, exported) => {
    const texts = readdirSync(new URL(`${room}/`, source), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts')).map(name => readFileSync(new URL(`${room}/${name}`, source), 'utf8'))
    expect(Object.keys(exported).filter(name => !docstringIn(texts, name).includes('@example'))).toEqual([])
  }
)

test('a comment without an example, or none, is noticed', () => {
  expect(docstringIn(['/** Says. */\nexport const one = 1\n'], 'one')).toBe('/** Says. */\n')
  expect(docstringIn(['/** Of another. */\nconst two = 2\nexport const one = 1\n'], 'one')).toBe('')
})
