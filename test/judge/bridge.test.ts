import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome, Python } from '../../src/bridge/index.js'
import * as T from '../../src/tensor/index.js'
import { type Judging, judging } from './corpus.js'
import { withNumpy } from './pythons.js'

// What functions do to the process that runs them, and that the next call is answered all the same.

const source = `
import os, sys, time
import numpy as np

def twice(x):
    return 2 * x, {'x': x}

def back(dout, cache):
    return dout * cache['x']

def prints(x):
    print('a line' * 10000)
    sys.stderr.write('another' * 10000)
    return x

def leaves(x):
    sys.exit(3)

def asks(x):
    return input()

def closes(x):
    os.closerange(0, 100)
    return x

def aborts(x):
    os.abort()

def crashes(x):
    import ctypes
    ctypes.string_at(0)

def loops(x):
    while True:
        x = x + 1

def forks(x):
    os.fork()
    return x

def recurses(x):
    return recurses(x)

def large(x):
    return np.zeros(100_000_000)

def narrow(x):
    return x.astype(np.float32)

def whole(x):
    return 3

def nothing(x):
    return None

def imaginary(x):
    return x * 1j

def writes(x, config):
    x *= 2
    config['seen'] = x.sum()
    return x, config

def unwritten(x):
    raise NotImplementedError()

class Net:
    def __init__(self, size):
        self.size = size

    def loss(self, x):
        return self.size * self.scale * x
`

let judge: Judging
let folder: string
beforeAll(async () => {
  judge = await judging()
  folder = mkdtempSync(join(tmpdir(), 'lemmata-bridge-'))
  writeFileSync(join(folder, 'functions.py'), source)
})
afterAll(() => {
  judge.installed.remove()
  rmSync(folder, { recursive: true, force: true })
})

const x = T.fromNested([[1, 2], [3, 4]])

withNumpy(([first]) => {
  const program = first?.python ?? 'python3'
  let python: Python
  beforeAll(() => { python = judge.openPython(join(folder, 'functions.py'), { python: program, seconds: 1 }) })
  afterAll(() => { python.close() })
  const call = (name: string, keep: ReadonlyArray<number> = []): Outcome =>
    python.call({ name, arguments: [x], names: ['x'], results: 1, keep })
  const lineOf = (text: string): number => source.split('\n').findIndex(line => line.includes(text)) + 1

  const outcomes: ReadonlyArray<readonly [string, object]> = [
    ['prints', { kind: 'returned', results: [{ kind: 'doubles', tensor: x, of: 'float64' }] }],
    ['leaves', { kind: 'raised', error: 'SystemExit', line: lineOf('sys.exit') }],
    ['asks', { kind: 'raised', error: 'EOFError', line: lineOf('input()') }],
    ['closes', { kind: 'died' }],
    ['aborts', { kind: 'died', how: 'Aborted', line: lineOf('os.abort') }],
    ['crashes', { kind: 'died', how: 'Segmentation fault', line: lineOf('string_at') }],
    ['loops', { kind: 'hung', line: lineOf('x = x + 1'), seconds: 1 }],
    ['forks', { kind: 'returned', results: [{ kind: 'doubles', tensor: x, of: 'float64' }] }],
    ['recurses', { kind: 'raised', error: 'RecursionError' }],
    ['large', { kind: 'returned', results: [{ kind: 'large', shape: [100_000_000] }] }],
    ['narrow', { kind: 'returned', results: [{ kind: 'doubles', tensor: x, of: 'float32' }] }],
    ['whole', { kind: 'returned', results: [{ kind: 'doubles', tensor: T.scalar(3), of: 'int' }] }],
    ['nothing', { kind: 'returned', results: [{ kind: 'nothing' }] }],
    ['imaginary', { kind: 'returned', results: [{ kind: 'other', is: 'an array of complex128' }] }],
    ['unwritten', { kind: 'raised', error: 'NotImplementedError', unwritten: true }],
    ['absent', { kind: 'raised', error: 'AttributeError' }]
  ]
  test.each(outcomes)('%s, and the next call', (name, expected) => {
    expect(call(name)).toMatchObject(expected)
    expect(call('twice', [1])).toMatchObject({ kind: 'returned', results: [{ tensor: T.mul(x, 2) }, { kind: 'kept' }] })
  })

  test('what a call keeps is given to another, as it is', () => {
    const kept = call('twice', [1])
    const cache = kept.kind === 'returned' ? kept.results[1] : undefined
    expect(cache).toMatchObject({ kind: 'kept' })
    const answered = python.call({
      name: 'back', arguments: [x, cache as never], names: ['dout', 'cache'], results: 1, keep: []
    })
    expect(answered).toMatchObject({ results: [{ tensor: T.mul(x, x) }] })
  })

  test('writing into an argument is told, and what a record holds afterwards', () => {
    const found = python.call({ name: 'writes', arguments: [x, { a: 1 }], names: ['x', 'config'], results: 2, keep: [] })
    expect(found).toMatchObject({ wrote: ['x'], after: [null, { kind: 'record', of: { seen: { tensor: T.scalar(20) } } }] })
  })

  test('a method is called of an object that is made for it', () => {
    const of = { name: 'Net', arguments: [3], set: { scale: 2 } }
    const found = python.call({ name: 'loss', of, arguments: [x], names: ['x'], results: 1, keep: [] })
    expect(found).toMatchObject({ results: [{ tensor: T.mul(x, 6) }] })
  })

  test('functions are known with how many arguments they take', () => {
    expect(python.functions).toMatchObject({ twice: [1, 1], 'Net.loss': [1, 1], Net: [1, 1] })
  })

  describe('a Python that cannot be had', () => {
    test('is refused by name', () => {
      expect(() => judge.openPython(join(folder, 'functions.py'), { python: 'no-such-python' })).toThrow(
        /python: expected a program no-such-python; name one with --python or LEMMATA_PYTHON, got /
      )
    })
    test('is refused where the program runs no Python', () => {
      expect(() => judge.openPython(join(folder, 'functions.py'), { python: 'true' })).toThrow(
        'python: expected a program true; name one with --python or LEMMATA_PYTHON, got a program that ended without running it (exit code 0)'
      )
    })
  })

  test('no process is left behind', () => {
    const file = join(folder, 'left.py')
    writeFileSync(file, 'def f(x):\n    return x\n')
    const opened = judge.openPython(file, { python: program })
    const running = (): string => spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout
    expect(running()).toContain(file)
    opened.close()
    expect(running()).not.toContain(file)
  })
})
