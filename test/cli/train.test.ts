import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.js'
import { unwrapped } from './unwrapped.js'

const folder = mkdtempSync(join(tmpdir(), 'train-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const call = async (interactive: boolean, ...argv: ReadonlyArray<string>) => {
  let [out, err] = ['', '']
  const code = await run(['train', ...argv], {
    out: text => { out += text }, err: text => { err += text }, colour: false, interactive
  })
  return { code, out, err }
}

const html = join(folder, 'moon.html')

test('trains, prints the errors and draws', async () => {
  const { code, out, err } = await call(
    false, 'double-moon', '--epochs', '10', '--rate', '0.2', '--batch', '10', '--html', html
  )
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^double-moon: 1000 training and 1000 validation points\n7 hidden units \(29 parameters\)/)
  expect(out).toMatch(/\n +10 +0\.\d{4} +\d\.\d % +\d\.\d %\n/)
  const page = readFileSync(html, 'utf8')
  expect(page.match(/<svg /g)).toHaveLength(3)
  expect(page).toContain('boundary')
})

test('says why the errors begin at 100 %, where the untrained net answers 0', async () => {
  const { out } = await call(false, 'double-moon', '--epochs', '1', '--batch', '50', '--html', html)
  expect(out).toMatch(/\n +0 +100\.0 % +100\.0 %\n/)
  expect(out).toContain('At epoch 0 the net answers 0 to every point.')
})

test('the same seed prints the same, another seed not', async () => {
  const [one, two, other] = await Promise.all(['5', '5', '6'].map(seed =>
    call(false, 'double-moon', '--epochs', '1', '--batch', '50', '--seed', seed, '--html', html)))
  expect(two).toEqual(one)
  expect(other?.out.replace('seed 6', 'seed 5')).not.toBe(one?.out)
})

test('shows progress where somebody watches', async () => {
  const { err } = await call(true, 'double-moon', '--epochs', '2', '--batch', '50', '--html', html)
  expect(err).toMatch(/\[#+-*\] 1 of 2 {2}loss \d/)
})

test('divergence is told, with exit code 1', async () => {
  const { code, out } = await call(false, 'double-moon', '--rate', '1e300', '--html', html)
  expect(code).toBe(1)
  expect(out).toContain('diverged at step 3: the parameter hidden.w is not finite')
})

describe('misuse is one sentence and exit code 2', () => {
  test.each([
    [[], 'lemmata train: trains double-moon, so say so: lemmata train double-moon'],
    [['moon'], 'lemmata train: trains double-moon, not moon'],
    [['double-moon', 'again'], 'lemmata train: takes one EXPERIMENT, got double-moon again'],
    [['double-moon', '--rate', 'fast'], 'lemmata train: --rate must be a number of at least 0, got fast'],
    [['double-moon', '--hidden', '0'], 'lemmata train: --hidden must be a whole number from 1 to 10000, got 0'],
    [['double-moon', '--epoch', '3'], 'lemmata train: unknown flag --epoch; did you mean --epochs?']
  ])('%j', async (argv, message) => {
    const { code, out, err } = await call(false, ...argv)
    expect({ code, out, err: unwrapped(err) }).toEqual({ code: 2, out: '', err: `${message}\n` })
  })
})

describe('points from files', () => {
  const words = (...numbers: ReadonlyArray<number>): ReadonlyArray<number> =>
    [...new Uint8Array(Uint32Array.from(numbers).buffer)]
  const element = (type: number, data: ReadonlyArray<number>): ReadonlyArray<number> =>
    [...words(type, data.length), ...data, ...new Uint8Array(-data.length & 7)]
  // an array of doubles, column by column: its flags, of class 6, its sizes, its name and its entries, of type 9
  const array = (name: string, sizes: readonly [number, number], entries: ReadonlyArray<number>) => element(14, [
    ...element(6, words(6, 0)), ...element(5, words(...sizes)), ...element(1, [...Buffer.from(name)]),
    ...element(9, [...new Uint8Array(Float64Array.from(entries).buffer)])
  ])
  const header = [...Buffer.from('MATLAB 5.0 MAT-file'.padEnd(124)), 0, 1, ...Buffer.from('IM')]
  const inFolder = (name: string, files: Readonly<Record<string, ReadonlyArray<ReadonlyArray<number>>>>): string => {
    const inner = join(folder, name)
    mkdirSync(inner)
    for (const [file, arrays] of Object.entries(files)) {
      writeFileSync(join(inner, file), Uint8Array.from([...header, ...arrays.flat()]))
    }
    return inner
  }
  const points = array('X', [3, 2], [-1, -2, 3, 0, 1, 2])
  const good = [points, array('Y', [3, 1], [-1, -1, 1])]

  test('take the place of drawn ones', async () => {
    const data = inFolder('good', { 'moon_train.mat': good, 'moon_val.mat': [array('X', [1, 2], [5, 0]), array('Y', [1, 1], [1])] })
    const { code, out } = await call(false, 'double-moon', '--data', data, '--epochs', '20', '--rate', '1', '--html', html)
    expect(code).toBe(0)
    expect(out).toMatch(/^double-moon: 3 training and 1 validation points\n/)
    expect(out).toMatch(/\n +20 +0\.\d{4} +0\.0 % +0\.0 %\n/)
  })
  test.each([
    ['none', {}, /must have one file \*train\*\.mat, has no \.mat file/],
    ['labels', { 'train.mat': [points, array('Y', [3, 1], [0, 1, 1])], 'val.mat': good }, /train\.mat: Y: expected the labels -1 and 1, got 0/],
    ['few', { 'train.mat': [points, array('Y', [2, 1], [1, 1])], 'val.mat': good }, /train\.mat: Y: expected a label for each of 3 points, got 2/],
    ['flat', { 'train.mat': good, 'val.mat': [array('X', [6, 1], [1, 2, 3, 4, 5, 6]), good[1] ?? []] }, /val\.mat: X: expected a row of two/],
    ['lone', { 'train.mat': [points], 'val.mat': good }, /train\.mat: readMat: .*Y/],
    ['more', { 'train.mat': good, 'train-2.mat': good }, /must have one file \*train\*\.mat, has train-2\.mat, train\.mat/]
  ])('that are wrong are told with their file: %s', async (name, files, message) => {
    const { code, out, err } = await call(false, 'double-moon', '--data', inFolder(name, files), '--html', html)
    expect([code, out]).toEqual([2, ''])
    expect(unwrapped(err)).toMatch(message)
  })
  test('a folder that is none is told', async () => {
    const { code, err } = await call(false, 'double-moon', '--data', join(folder, 'nowhere'), '--html', html)
    expect(code).toBe(2)
    expect(unwrapped(err)).toMatch(/--data .*nowhere cannot be read \(ENOENT\)/)
  })
})

test('--help says what its flags do', async () => {
  const { code, out } = await call(false, '--help')
  expect(code).toBe(0)
  expect(out).toMatch(/usage: lemmata train double-moon[^]*--epochs N[^]*--html FILE/)
})
