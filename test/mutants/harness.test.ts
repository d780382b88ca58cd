import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adviceFor, type Judged, judgeMutants, readRows } from './harness.js'

const sources = {
  'src/layer/index.ts': "export { double, half } from './double.js'\n",
  'src/layer/double.ts': `export const half = (x: number): number => x - x / 2

export const double = (x: number): number => x +
  x

export const zero = (x: number): number => x - x
`,
  'properties/judged.ts': `export const judged = ({ id }: { id: string }, holds: () => boolean) => ({
  id, expected: 'holds',
  judge: () => ({ verdict: holds() ? 'proved' : 'refuted', reason: 'as computed', evidence: { strength: 'exact' } })
})
`,
  'properties/double.ts': `import { double } from '../src/layer/index.js'
import { judged } from './judged.js'

export const claims = [
  judged({ id: 'double/of-two' }, () => double(2) === 4), judged({ id: 'double/of-zero' }, () => double(0) === 0),
  judged({ id: 'double/wrong' }, () => double(1) === 3)
]
`,
  'proofs-numeric/paper/lemma.ts': `import { judged } from '../../properties/judged.js'

const claimsOf = (name: string) => [
  judged({ id: \`paper/\${name}/one\` }, () => 1 + 1 === 2), judged({ id: \`paper/\${name}/two\` }, () => 1 + 1 === 2)
]

export const claims = claimsOf('lemma')
`
}

const now = 'in double of src/layer/double.ts. That is now:\nexport const double ='

const row = { in: 'double', from: 'x + x', to: 'x', refutedBy: 'double/of-two', bug: 'not doubled' }

// Each beside what is said of it.
const ofDouble: ReadonlyArray<readonly [object, string]> = [
  [row, 'as computed'],
  [{ ...row, to: 'x +\n  x' }, 'a row of test/mutants/src/layer/double.json changes nothing'],
  [{ ...row, from: 'x', to: 'y' }, `no longer fits: "x" occurs 3 times, not once, ${now}`],
  [{ ...row, from: 'x - x', to: 'x + 1' }, `no longer fits: "x - x" does not occur ${now}`],
  [{ ...row, in: 'twice' }, 'names twice, but src/layer/double.ts declares only half, double, zero'],
  [{ ...row, to: '2 * x', refutedBy: 'double/of-three' }, 'there is no claim double/of-three'],
  [{ ...row, to: 'x * 2' }, 'survives: double/of-two is proved after the edit'],
  [{ ...row, to: '3 * x', refutedBy: 'double/wrong' }, 'double/wrong is not as expected before any edit'],
  [{ ...row, to: '4 * x', refutedBy: 'paper/lemma/one' },
    'survives: paper/lemma/one does not depend on src/layer/double.ts'],
  [{ ...row, refutedBy: 'double/of-zero', bug: 'the same' }, 'is the same edit as "not doubled"'],
  [{ ...row, to: '(' }, 'does not parse'],
  [{ ...row, to: '5 * x', bug: '' }, 'has no "bug"']
]

const lists: Readonly<Record<string, ReadonlyArray<object>>> = {
  'proofs-numeric/paper/mutants.json': [
    { file: 'lemma.ts', in: 'paper/*/two', from: '1+1', to: '1 - 1', refutedBy: 'paper/lemma/two', bug: 'a difference' },
    { file: 'lemma.ts', in: 'paper/*/two', from: '=== 2', to: '=== 3', refutedBy: 'paper/lemma/one', bug: 'beside it' }
  ],
  'test/mutants/src/layer/double.json': ofDouble.map(([given]) => given),
  'test/mutants/src/layer/triple.json': [row]
}

const folder = mkdtempSync(join(tmpdir(), 'harness-'))

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

describe('the judge of mutants', () => {
  const found = new Map<string, ReadonlyArray<Judged>>()

  beforeAll(async () => {
    write('package.json', JSON.stringify({ type: 'module' }))
    for (const [file, text] of Object.entries(sources)) write(file, text)
    for (const [list, rows] of Object.entries(lists)) write(list, JSON.stringify(rows))
    const judged = await judgeMutants(folder, readRows(folder))
    for (const list of Object.keys(lists)) found.set(list, judged.filter(one => one.list === list))
  })

  afterAll(() => { rmSync(folder, { recursive: true }) })

  test.each(ofDouble.map(([given, said], k) => ({ given, said, k })))('$said', ({ said, k }) => {
    const judged = found.get('test/mutants/src/layer/double.json')?.[k]
    expect(judged?.detail).toContain(said)
    expect(judged?.killed).toBe(said === 'as computed')
  })

  test('the mutants of a document stand in its folder, and edit one claim, not the one beside it', () => {
    const judged = found.get('proofs-numeric/paper/mutants.json')
    expect(judged?.map(({ file, killed }) => ({ file, killed }))).toEqual([
      { file: 'proofs-numeric/paper/lemma.ts', killed: true }, { file: 'proofs-numeric/paper/lemma.ts', killed: false }
    ])
  })

  test('a list of a file that is gone', () => {
    expect(found.get('test/mutants/src/layer/triple.json')?.[0]?.detail)
      .toContain('is about src/layer/triple.ts, which is not there')
  })

  test('of a claim without a mutant it is said what to edit, and where the row goes', () => {
    expect(adviceFor(folder, 'properties/double.ts', 'double/of-two').split('\n')).toEqual([
      'double/of-two of properties/double.ts has no mutant: edit a term so that it fails,',
      '  of double in src/layer/double.ts, listed in test/mutants/src/layer/double.json',
      'in a row { "in": "double", "from": "…", "to": "…", "refutedBy": "double/of-two", "bug": "…" }'
    ])
    expect(adviceFor(folder, 'proofs-numeric/paper/lemma.ts', 'paper/lemma/one'))
      .toContain('in a row { "file": "lemma.ts", "in": "paper/lemma/one", "from": "…", "to": "…", "refutedBy": "paper/')
  })
})
