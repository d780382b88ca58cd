import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.js'
import { readTrainOptions } from '../../src/cli/trainOptions.js'
import { readSafetensors } from '../../src/data/index.js'
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

const moon = (out: string, ...argv: ReadonlyArray<string>) =>
  call(false, 'double-moon', '--out', join(folder, out), ...argv)

test('trains, prints the errors and draws', async () => {
  const { code, out, err } = await moon('moon', '--epochs', '10', '--set', 'rate=0.2')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^The double moon \(object-recognition-2, question 1\): about \d+ s\nhidden 7, rate 0.2, epochs 10; seed 1\n/)
  expect(out).toMatch(/\n10 +0\.\d{4} +\d\.\d % +\d\.\d %\n/)
  const page = readFileSync(join(folder, 'moon/index.html'), 'utf8')
  expect(page.match(/<svg /g)).toHaveLength(3)
  expect(page).toContain('boundary')
  expect(readdirSync(join(folder, 'moon')).sort()).toEqual(
    ['begun.json', 'boundary.png', 'boundary.svg', 'errors.png', 'errors.svg', 'index.html', 'loss.png', 'loss.svg', 'runs']
  )
  expect(readFileSync(join(folder, 'moon/loss.svg'), 'utf8')).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" .*<style>:root/)
})

test('--set may be given more than once; of another flag the last counts', () => {
  const argv = ['double-moon', '--set', 'rate=0.2,hidden=3', '--set', 'hidden=5', '--seed', '3', '--seed', '4']
  expect(readTrainOptions(argv, ['double-moon'])).toMatchObject({ changed: { rate: 0.2, hidden: 5 }, seed: 4 })
})

test('says why the errors begin at 100 %, where the untrained net answers 0', async () => {
  const { out } = await moon('untrained', '--set', 'epochs=0')
  expect(out).toMatch(/\n0 +100\.0 % +100\.0 %\n/)
  expect(unwrapped(out)).toContain('At epoch 0 the net answers 0 to every point.')
})

test('keeps a checkpoint and a line of metrics for each step', async () => {
  await moon('kept', '--epochs', '2')
  const { tensors } = readSafetensors(new Uint8Array(readFileSync(join(folder, 'kept/runs/run.safetensors'))))
  expect(tensors['hidden.w']?.shape).toEqual([2, 7])
  const lines = readFileSync(join(folder, 'kept/runs/run.jsonl'), 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as object)
  expect(lines).toHaveLength(2000)
  expect(lines.at(-1)).toMatchObject({ step: 2000, epoch: 2, learningRate: 0.02 })
})

test('the same seed prints the same, another seed not', async () => {
  const [one, two, other] = await Promise.all(['5', '5', '6'].map((seed, k) =>
    call(false, 'double-moon', '--epochs', '1', '--seed', seed, '--json', '--out', join(folder, `seed-${k}`))))
  expect(two?.out).toBe(one?.out.replaceAll('seed-0', 'seed-1'))
  const [a, b] = [one, other].map(each => JSON.parse(each?.out ?? '') as { readonly results: object })
  expect(b?.results).not.toEqual(a?.results)
})

test('--json prints the outcome and nothing else', async () => {
  const { code, out } = await moon('json', '--epochs', '3', '--json')
  const told = JSON.parse(out) as Readonly<Record<string, Readonly<Record<string, unknown>>>>
  expect(code).toBe(0)
  expect(Object.keys(told)).toEqual(['experiment', 'seed', 'data', 'settings', 'results', 'claims', 'files'])
  expect(told['settings']).toEqual({ hidden: 7, rate: 0.02, epochs: 3 })
  expect(told['results']?.['trainError']).toBeLessThan(20)
  expect((told['files'] as unknown as ReadonlyArray<string>).every(existsSync)).toBe(true)
})

test('shows progress where somebody watches', async () => {
  const { err } = await call(true, 'double-moon', '--epochs', '2', '--out', join(folder, 'watched'))
  expect(err).toMatch(/\[#+-*\] run {2}rate 0\.020 {2}loss \d/)
})

test('prints a plain line each so many steps, if that is asked for', async () => {
  const { err } = await moon('lines', '--epochs', '2', '--print-every', '500')
  expect(err).toMatch(/^run: step 500 of 2000, epoch 0, rate 0\.0200, loss [\d.e-]+, accuracy 0\.\d+ \/ 0\.\d+\nrun: step 1000 of/)
  expect(err.trimEnd().split('\n')).toHaveLength(4)
})

test('a folder of something else is left as it is', async () => {
  const mine = join(folder, 'mine/runs')
  mkdirSync(mine, { recursive: true })
  writeFileSync(join(mine, 'notes.txt'), 'mine')
  const { code, err } = await moon('mine', '--epochs', '1')
  expect([code, unwrapped(err)]).toEqual([2, expect.stringMatching(/has a folder runs that no experiment of ours has made/)])
  expect(readFileSync(join(mine, 'notes.txt'), 'utf8')).toBe('mine')
})

test('divergence is told', async () => {
  const { out } = await moon('diverged', '--set', 'rate=1e300', '--json')
  expect((JSON.parse(out) as { readonly results: object }).results).toMatchObject({ ended: 'diverged', epochs: 0 })
})

describe('--resume', () => {
  const files = (name: string) => ['run.safetensors', 'run.jsonl'].map(file => readFileSync(join(folder, name, 'runs', file)))

  test('goes on from a checkpoint to the same bits, and cuts the metrics of steps that were not kept', async () => {
    await moon('whole', '--epochs', '3')
    await moon('broken', '--epochs', '3')
    // a crash after the first of its lines was written, with the checkpoint of a run that ended before
    await moon('short', '--epochs', '1')
    const [early] = files('short')
    writeFileSync(join(folder, 'broken/runs/run.safetensors'), early!)
    writeFileSync(join(folder, 'broken/runs/run.jsonl'), files('whole')[1]!.subarray(0, -9))
    const { code } = await moon('broken', '--epochs', '3', '--resume')
    expect(code).toBe(0)
    expect(files('broken')).toEqual(files('whole'))
  })
  test('begins where there is nothing', async () => {
    expect((await moon('nothing', '--epochs', '3', '--resume')).code).toBe(0)
    expect(files('nothing')).toEqual(files('whole'))
  })
  test('refuses another seed, and files that are broken', async () => {
    const other = await moon('whole', '--epochs', '3', '--resume', '--seed', '2')
    expect([other.code, unwrapped(other.err)]).toEqual([2, expect.stringMatching(/was begun with .*"seed":1.*; this is .*"seed":2/)])
    writeFileSync(join(folder, 'nothing/runs/run.jsonl'), '')
    const few = await moon('nothing', '--epochs', '3', '--resume')
    expect([few.code, unwrapped(few.err)]).toEqual([2, expect.stringMatching(/run\.jsonl has 0 of 3000 steps; leave out --resume to begin anew/)])
    writeFileSync(join(folder, 'nothing/runs/run.safetensors'), 'no')
    const broken = await moon('nothing', '--epochs', '3', '--resume')
    expect([broken.code, unwrapped(broken.err)]).toEqual([2, expect.stringMatching(/run\.safetensors does not fit this experiment/)])
  })
})

describe('misuse is one sentence and exit code 2', () => {
  test.each([
    [[], 'lemmata train: needs the name of an experiment; lemmata train --list says all'],
    [['doublemoon'], 'lemmata train: there is no experiment doublemoon; did you mean double-moon?'],
    [['double-moon', 'again'], 'lemmata train: takes one EXPERIMENT, got double-moon again'],
    [['double-moon', '--set', 'rate=fast'], 'lemmata train: --set takes NAME=NUMBER, several by comma, got rate=fast'],
    [['double-moon', '--set', 'rat=1'], 'lemmata train: this experiment has no setting rat; did you mean rate?'],
    [['learning-rates', '--set', 'rates=1'], 'lemmata train: rates is a list here, which --set cannot change; it changes hidden, epochs, runs'],
    [['zero-start', '--data', folder], 'lemmata train: --data: zero-start reads no files; leave --data out'],
    [['double-moon', '--epoch', '3'], 'lemmata train: unknown flag --epoch; did you mean --epochs?'],
    [['double-moon', '--out', '/proc/x'], expect.stringMatching(/^lemmata train: --out \/proc\/x cannot be written \(ENOENT\)/)]
  ])('%j', async (argv, message) => {
    const { code, out, err } = await call(false, ...argv)
    expect({ code, out, err: unwrapped(err).trimEnd() }).toEqual({ code: 2, out: '', err: message })
  })
  test('a setting that is none', async () => {
    const { code, err } = await moon('misuse', '--set', 'hidden=0')
    expect([code, unwrapped(err)]).toEqual([2, 'lemmata train: logisticNet: expected hidden: a whole number from 1, got 0\n'])
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
    const inner = join(folder, `data-${name}`)
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
    const { code, out } = await moon('files', '--data', data, '--epochs', '60', '--set', 'rate=1')
    expect(code).toBe(0)
    expect(out).toMatch(/\n3 training and 1 validation points\n/)
    expect(out).toMatch(/\n60 +0\.\d{4} +0\.0 % +0\.0 %\n/)
  })
  test.each([
    ['none', {}, /double moon, files \*\.mat: expected one file with "train" in its name, got none/],
    ['labels', { 'train.mat': [points, array('Y', [3, 1], [0, 1, 1])], 'val.mat': good }, /train\.mat: Y: expected the labels -1 and 1, got 0/],
    ['few', { 'train.mat': [points, array('Y', [2, 1], [1, 1])], 'val.mat': good }, /train\.mat: Y: expected a label for each of 3 points, got 2/],
    ['flat', { 'train.mat': good, 'val.mat': [array('X', [6, 1], [1, 2, 3, 4, 5, 6]), good[1] ?? []] }, /val\.mat: X: expected two coordinates/],
    ['lone', { 'train.mat': [points], 'val.mat': good }, /train\.mat: readMat: .*Y/],
    ['more', { 'train.mat': good, 'train-2.mat': good }, /one file with "train" in its name, got train-2\.mat, train\.mat/]
  ])('that are wrong are told with their file: %s', async (name, files, message) => {
    const { code, out, err } = await moon('wrong', '--data', inFolder(name, files))
    expect([code, out]).toEqual([2, ''])
    expect(unwrapped(err)).toMatch(message)
  })
  test('a folder that is none is told', async () => {
    const { code, err } = await moon('wrong', '--data', join(folder, 'nowhere'))
    expect(code).toBe(2)
    expect(unwrapped(err)).toMatch(/--data .*nowhere is not there; name a folder that holds MATLAB files/)
  })
})

test('--list says what each experiment does and reports', async () => {
  const { code, out } = await call(false, '--list')
  expect(code).toBe(0)
  expect(out).toMatch(/^double-moon {2}\(object-recognition-2, question 1; about \d+ s\)$/m)
  expect(out.split('\n').every(line => line.length <= 80)).toBe(true)
})

test('--help says what its flags do', async () => {
  const { code, out } = await call(false, '--help')
  expect(code).toBe(0)
  expect(out).toMatch(/usage: lemmata train NAME[^]*--epochs N[^]*--print-every N/)
})
