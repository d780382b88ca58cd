import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { install, type Installed } from './installed.js'
import { modules } from './modules.js'
import { unwrapped } from './unwrapped.js'

let here: Installed
beforeAll(() => { here = install(modules) })
afterAll(() => { here.remove() })

interface Row {
  readonly id: string
  readonly file: string
  readonly verdict: string
  readonly asExpected: boolean
  readonly counterexample?: unknown
  readonly replay?: string
}
const rowsIn = (out: string): ReadonlyArray<Row> => (JSON.parse(out) as { readonly claims: ReadonlyArray<Row> }).claims
const withoutSeconds = (out: string): string => out.replace(/"seconds": .*/g, '')

describe('verify', () => {
  test('judges a topic of the registry, at the seed and with the cases given, and says the same twice', async () => {
    const first = await here.lemmata(['verify', 'sgd', '--json', '--seed', '5', '--runs', '20'])
    const second = await here.lemmata(['verify', 'sgd', '--json', '--seed', '5', '--runs', '20'])
    expect(first.err).toBe('')
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ seed: 5, runs: 20 })
    expect(rowsIn(first.out).length).toBeGreaterThan(0)
    expect(rowsIn(first.out).filter(({ id, asExpected }) => !asExpected || !id.startsWith('sgd/'))).toEqual([])
    expect(withoutSeconds(second.out)).toBe(withoutSeconds(first.out))
  })

  test('takes a page in Markdown for the source that it is', async () => {
    const { code, out } = await here.lemmata(['verify', 'proofs-numeric/homework-1/one-step.md', '--json'])
    expect(code).toBe(0)
    const rows = rowsIn(out)
    expect(rows.map(({ id }) => id.replace('homework-1/one-step/', '')))
      .toEqual(expect.arrayContaining(['distance', 'factor', 'inner-product', 'square']))
    expect(rows.filter(({ file }) => file !== 'proofs-numeric/homework-1/one-step.md')).toEqual([])
  })

  test('writes a report where it is told to', async () => {
    const { code, out } = await here.lemmata(
      ['verify', 'homework-1/regret-bound/gap-induction', '--report', 'some/new/report.html']
    )
    expect(code).toBe(0)
    expect(out).toMatch(
      /^ +claims +errors\nDeep learning homework 1 +1 +0\n[^]*\nthe report is in some\/new\/report\.html\n/
    )
    expect(readFileSync(join(here.folder, 'some/new/report.html'), 'utf8')).toContain('gap-induction')
  })

  test('judges the claims of a person, from claims or default, and keeps their printing apart', async () => {
    const [named, byDefault] = await Promise.all([
      here.lemmata(['verify', '--claims', 'true.mjs', '--json']),
      here.lemmata(['verify', '--claims', 'default.js', '--json'])
    ])
    expect(named).toMatchObject({ code: 0, err: expect.stringContaining('loading') as string })
    expect(rowsIn(named.out)).toMatchObject([{ id: 'mine/small', verdict: 'supported' }])
    expect(rowsIn(byDefault.out)).toMatchObject([{ id: 'mine/small', verdict: 'supported' }])
  })

  test('exits 1 for unexpected verdicts, in the order in which the claims stand', async () => {
    const { code, out } = await here.lemmata(['verify', '--claims', 'wrong.mjs', '--json'])
    expect(code).toBe(1)
    expect(rowsIn(out).map(({ id, verdict, asExpected }) => [id, verdict, asExpected])).toEqual([
      ['mine/small', 'supported', true],
      ['mine/sampled', 'refuted', false],
      ['mine/exact', 'refuted', false],
      ['mine/family', 'refuted', false],
      ['mine/erratum', 'erratum', true],
      ['mine/correction', 'refuted', false],
      ['mine/raises', 'undecided', false],
      ['mine/exits', 'undecided', false]
    ])
  })

  test('each replay comes to the same counterexample, to the byte', async () => {
    const found = rowsIn(
      (await here.lemmata(['verify', '--claims', 'wrong.mjs', '--json', '--seed', '3', '--runs', '200'])).out
    )
      .filter(({ counterexample }) => counterexample !== undefined)
    expect(found.map(({ id }) => id)).toEqual(
      ['mine/sampled', 'mine/exact', 'mine/family', 'mine/erratum', 'mine/correction']
    )
    const replayed = await Promise.all(
      found.map(({ replay = '' }) => here.lemmata([...replay.split(' ').slice(1), '--json']))
    )
    const bytes = ({ counterexample, replay }: Row): string => JSON.stringify({ counterexample, replay })
    expect(replayed.flatMap(({ out }) => rowsIn(out)).map(bytes)).toEqual(found.map(bytes))
  })
})

describe('misuse that shows only when the claims are there', () => {
  test.each([
    [['sgd/regrt'], 'no claim matches sgd/regrt; did you mean sgd/regret?'],
    [['sgd', '--path', '3'], /--path replays one claim, but sgd names \d+/],
    [['sgd', '--report', 'dist'], '--report dist cannot be written (EISDIR); name a file in a folder of yours'],
    [['sgd', '--report', 'package.json/r.html'], /--report package.json.r.html cannot be written/],
    [['--claims', 'syntax.mjs'], /syntax\.mjs cannot be loaded: SyntaxError/],
    [['--claims', 'nothing.mjs'], /nothing\.mjs must export claims, an array/],
    [['--claims', 'empty.mjs'], /empty\.mjs exports no claims/],
    [['--claims', 'odd.mjs'], /odd\.mjs: claims\[1\] is not a claim/],
    [['--claims', 'twice.mjs'], /two claims have the id mine\/small/]
  ])('%j', async (args, line) => {
    const { code, out, err } = await here.lemmata(['verify', ...args])
    expect({ code, out, lines: unwrapped(err).split('\n').length }).toEqual({ code: 2, out: '', lines: 2 })
    expect(unwrapped(err)).toMatch(line)
  })

  const stripsTypes = Boolean((process.features as { typescript?: unknown }).typescript)
  test.skipIf(stripsTypes)('TypeScript where Node does not strip types', async () => {
    const { code, err } = await here.lemmata(['verify', '--claims', 'typed.ts'])
    expect(code).toBe(2)
    expect(unwrapped(err)).toMatch(/^lemmata verify: --claims typed\.ts: Node [\d.]+ does not strip types; [^\n]*\n$/)
  })
})

// A second on a quiet machine; what is interrupted would go on for minutes, or for ever.
const soon = 10_000

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  test('is answered at once with what was judged so far, exit code 130', async () => {
    const ended = await here.lemmata(['verify', '--claims', 'endless.mjs'], { interruptAfter: /started/ })
    expect(ended.code).toBe(130)
    expect(ended.out).toMatch(/interrupted: [01] of 3 claims were judged/)
    expect(ended.afterInterrupt).toBeLessThan(soon)
  })
  test('also while claims are being loaded', async () => {
    const ended = await here.lemmata(['verify', '--claims', 'loading.mjs'], { interruptAfter: /started/ })
    expect(ended).toMatchObject({ code: 130, out: '' })
    expect(ended.afterInterrupt).toBeLessThan(soon)
  })
  test.each([['verify', []], ['soak', ['--seeds', '1000000']]])('also by %s where a judge never asks', async (
    command, more
  ) => {
    const ended = await here.lemmata(
      [command, '--claims', 'drawing.mjs', '--runs', '10000000', ...more], { interruptAfter: /started/ }
    )
    expect(ended.code).toBe(130)
    expect(ended.afterInterrupt).toBeLessThan(soon)
  })
  test('also while a net is trained whose passes are long', async () => {
    const args = ['train', 'double-moon', '--set', 'hidden=10000', '--out', 'moon']
    const ended = await here.lemmata(args, { interruptAfter: /1000 training/ })
    expect(ended.code).toBe(130)
    expect(ended.afterInterrupt).toBeLessThan(soon)
  })
})

describe('--json', () => {
  test('has statements, and every claim, with --all or without', async () => {
    const [alone, all] = await Promise.all([[], ['--all']].map(more =>
      here.lemmata(['verify', '--claims', 'true.mjs', '--json', ...more])))
    expect(rowsIn(alone?.out ?? '')).toMatchObject([{ id: 'mine/small', statement: 'x' }])
    expect(withoutSeconds(all?.out ?? '')).toBe(withoutSeconds(alone?.out ?? ''))
    expect([alone?.code, all?.code]).toEqual([0, 0])
  })
  test('has a counterexample of a megabyte whole; people are shown its beginning, and its length', async () => {
    const [facts, words] = await Promise.all(
      [['--json'], []].map(more => here.lemmata(['verify', '--claims', 'large.mjs', ...more]))
    )
    expect(facts?.out.length).toBeGreaterThan(1e6)
    expect(words?.out.length).toBeLessThan(4000)
    expect(words?.out).toContain('1000004 characters in all')
  })
})

describe('soak', () => {
  test('repeats what is drawn under many seeds', async () => {
    const { code, out } = await here.lemmata(['soak', '--claims', 'true.mjs', '--seeds', '25', '--runs', '10'])
    expect(out).toMatch(
      /^1 of 1 claims depend on draws; 25 seeds with 10 cases each:\n25 verdicts, 250 cases, 0 unexpected/
    )
    expect(code).toBe(0)
  })
  test('exits 1 with the replay of each unexpected verdict', async () => {
    const { code, out } = await here.lemmata(
      ['soak', 'mine/sampled', '--claims', 'wrong.mjs', '--seeds', '3', '--runs', '300']
    )
    expect(code).toBe(1)
    const replays = [...out.matchAll(/replay: lemmata verify mine\/sampled --seed ([123]) --runs 300/g)]
    expect(replays.map(([, seed]) => seed)).toEqual(['1', '2', '3'])
  })
})

test('nothing but the record of the verdicts is left where nothing was asked for', () => {
  expect(readdirSync(join(here.folder, 'out'))).toEqual(['verdicts.json'])
})

/** The packages that are loaded with a module, and with all that it imports. */
const packagesWith = (module: string): ReadonlyArray<string> => {
  const [seen, packages] = [new Set<string>(), new Set<string>()]
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) [^'"]*\bfrom ['"]([^'"]+)['"]/gm)) {
      if (from.startsWith('.')) visit(join(dirname(file), from))
      else if (!from.startsWith('node:')) packages.add(from)
    }
  }
  visit(join(here.folder, 'dist', module))
  return [...packages].sort()
}

test.each([
  ['src/cli/verify.js', []], ['src/cli/verified.js', []], ['src/cli/worker.js', []],
  ['src/claim/index.js', ['fast-check']], ['proofs-numeric/homework-1/automatic-differentiation/forward-mode.js', ['fast-check']],
  ['proofs-numeric/homework-1/one-step.page.js', ['fast-check', 'katex']]
])('%s loads no more packages than it needs', (module, packages) => {
  expect(packagesWith(module)).toEqual(packages)
})

test('help loads nothing heavy', () => {
  const main = readFileSync(join(here.folder, 'dist/src/cli/run.js'), 'utf8')
  const imports = [...main.matchAll(/^import .* from '(.*)'/gm)].map(([, from]) => from)
  expect(imports).toEqual(['../prelude/didYouMean.js', '../prelude/wrap.js', './UsageError.js', './version.js'])
})
