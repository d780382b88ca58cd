import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.js'
import { select } from '../../src/cli/select.js'
import { version } from '../../src/cli/version.js'
import { kernel } from '../../src/tensor/kernel/chosen/kernel.js'
import { unwrapped } from './unwrapped.js'

const call = async (...argv: ReadonlyArray<string>) => {
  let [out, err] = ['', '']
  const code = await run(
    argv, { out: text => { out += text }, err: text => { err += text }, colour: false, interactive: false }
  )
  return { code, out, err }
}

describe('help', () => {
  test.each([[[]], [['--help']], [['help']]])('%j names the commands', async argv => {
    const { code, out, err } = await call(...argv)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/usage: lemmata <command>[^]*verify[^]*soak/)
  })
  test.each(['verify', 'soak'])('%s --help says what its flags do', async command => {
    const { code, out, err } = await call(command, '--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/usage: lemmata[^]*--runs N/)
  })
  test('--version is that of the package, and says which kernel computes', async () => {
    expect((await call('--version')).out).toBe(`${version()} (kernel: ${kernel()})\n`)
  })
})

describe('misuse is one sentence and exit code 2', () => {
  const cases: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
    [['verfy'], 'lemmata: unknown command verfy; did you mean verify?'],
    [['constructor'], 'lemmata: unknown command constructor; known are verify, ledger, soak, differentiate, check, judge, train, --help, --version'],
    [['verify', '--sed', '3'], 'lemmata verify: unknown flag --sed; did you mean --seed?'],
    [[
      'verify', '-x'
    ], 'lemmata verify: unknown flag -x; known are --all --json --report --seed --runs --path --limit --claims --help'],
    [['verify', '--seed', 'x'], 'lemmata verify: --seed must be a whole number from 0 to 4294967295, got x'],
    [['verify', '--seed=-1'], 'lemmata verify: --seed must be a whole number from 0 to 4294967295, got -1'],
    [['verify', '--runs', '0'], 'lemmata verify: --runs must be a whole number from 1 to 10000000, got 0'],
    [['verify', '--runs', '1e3'], 'lemmata verify: --runs must be a whole number from 1 to 10000000, got 1e3'],
    [['verify', '--runs'], 'lemmata verify: --runs needs a value: --runs N'],
    [['verify', '--seed', '--json'], 'lemmata verify: --seed needs a value: --seed N'],
    [['verify', '--json=3'], 'lemmata verify: --json takes no value, got 3'],
    [['verify', 'a', 'b'], 'lemmata verify: takes at most one PATTERN, got a b'],
    [['verify', '--limit', '0'], 'lemmata verify: --limit must be a whole number from 1 to 86400, got 0'],
    [['soak', '--limit', 'long'], 'lemmata soak: --limit must be a whole number from 1 to 86400, got long'],
    [['verify', '--path', '3'], 'lemmata verify: --path replays one claim: lemmata verify ID --path P'],
    [['verify', 'sgd/regret', '--path', 'x'], 'lemmata verify: --path must be numbers such as 12:0:3, got x'],
    [['verify', '--claims', 'nowhere.js'], 'lemmata verify: --claims nowhere.js: no such file'],
    [['verify', '--claims', 'README.md'], 'lemmata verify: --claims README.md: must be a .js, .mjs or .ts module'],
    [['soak', '--seeds', '1.5'], 'lemmata soak: --seeds must be a whole number from 1 to 1000000, got 1.5']
  ]
  test.each(cases)('%j', async (argv, line) => {
    const { code, out, err } = await call(...argv)
    expect({ code, out, err: unwrapped(err) }).toEqual({ code: 2, out: '', err: `${line}\n` })
  })
})

describe('a pattern', () => {
  const named = (id: string) =>
    ({ id, rows: id.endsWith('gap') ? ['HW1-GD-09'] : [], file:
      `proofs-numeric/${id.split('/').slice(0, -1).join('/')}.ts` })
  const ids = ['sgd/definition', 'sgd/regret', 'sgd/regret-gap', 'sgdm/definition', 'homework-1/regret-bound/gap']
  const found = (all: ReadonlyArray<string>, pattern: string | undefined) =>
    select(all.map(named), pattern).map(({ id }) => id)
  test.each([
    [undefined, ids],
    ['sgd/regret', ['sgd/regret']],
    ['sgd', ['sgd/definition', 'sgd/regret', 'sgd/regret-gap']],
    ['sgd/re', ['sgd/regret', 'sgd/regret-gap']],
    ['*/definition', ['sgd/definition', 'sgdm/definition']],
    ['sgd/*', ['sgd/definition', 'sgd/regret', 'sgd/regret-gap']],
    ['homework-1', ['homework-1/regret-bound/gap']],
    ['HW1-GD-09', ['sgd/regret-gap', 'homework-1/regret-bound/gap']],
    ['proofs-numeric/homework-1/regret-bound.ts', ['homework-1/regret-bound/gap']],
    ['./proofs-numeric/homework-1/', ['homework-1/regret-bound/gap']],
    ['*', ids]
  ])('%s', (pattern, expected) => {
    expect(found(ids, pattern)).toEqual(expected)
  })
  test('is an id first, whatever stars it has', () => {
    expect(found(['a/*', 'a/b', '*'], 'a/*')).toEqual(['a/*'])
    expect(found(['a/*', 'a/b', '*'], '*')).toEqual(['*'])
    expect(found(['a/*', 'a/b', '*'], 'a*')).toEqual(['a/*', 'a/b'])
  })
  test('that fits nothing is answered with what is near', () => {
    expect(() => found(ids, 'sgd/regrets')).toThrow('no claim matches sgd/regrets; did you mean sgd/regret?')
    expect(() => found(ids, 'zzz')).toThrow('no claim matches zzz; there are sgd, sgdm, homework-1')
    expect(() => found(ids, 'my/notes.md')).toThrow('no claim matches my/notes.md; lemmata check my/notes.md judges the formulas of a document')
  })
})
