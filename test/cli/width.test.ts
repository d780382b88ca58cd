import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.js'
import { install, type Installed } from './installed.js'
import { modules } from './modules.js'

// Whatever a person reads fits 80 columns: help, output, messages and the line of progress. JSON and Markdown are for programs.

const wide = (text: string): ReadonlyArray<string> => text.split(/[\r\n]+/).filter(line => line.length > 80)

const folder = mkdtempSync(join(tmpdir(), 'width-'))
afterAll(() => { rmSync(folder, { recursive: true }) })
const html = join(folder, 'page.html')

const printed = async (argv: ReadonlyArray<string>, interactive = false): Promise<string> => {
  const parts: Array<string> = []
  const add = (text: string): void => { parts.push(text.replaceAll('\u001b[K', '')) }
  await run(argv, { out: add, err: add, colour: false, interactive })
  return parts.join('')
}

test('every help', async () => {
  const help = await printed(['--help'])
  const commands = [...help.matchAll(/^ {2}(\w+) {2,}\w/gm)].map(([, name = '']) => name)
  expect(commands).toEqual(['verify', 'ledger', 'soak', 'differentiate', 'check', 'judge', 'train'])
  const helps = await Promise.all(commands.map(name => printed([name, '--help'])))
  expect(helps.filter(text => !text.startsWith('usage: lemmata '))).toEqual([])
  expect([help, ...helps].flatMap(wide)).toEqual([])
})

const far = 'far/'.repeat(40)
const sum = Array.from({ length: 30 }, (_, k) => `x${k}`).join('+')
const at = Array.from({ length: 30 }, (_, k) => `x${k}=${k}`).join(',')

test.each([
  ['--list'], ['f1'], ['f1', '--hessian'], ['f1', '--digits', '60', '--hessian'], ['f2', '--digits', '900'],
  ['f1', '--expect', 'w1=2.12e25,w2=8.5163456789012345678901234567890123456789012345678901234567890e26'],
  ['staged', '--second-opinion'], ['gate-circuit', '--digits', '30'], ['(1-cos(x))/x^2', '--at', 'x=1e-9'],
  ['abs(x)*max(x,y)', '--at', 'x=0,y=0'], [sum, '--at', at], [`(${sum})/0`, '--at', at], [`${sum}+*3`, '--at', at],
  ['x^y', '--at', 'x=-2,y=1/2'], ['exp(x)', '--at', 'x=1000'], ['x', '--at', 'x=1', '--html', '/dev/null/a/page.html'],
  ['sum(x^2)', '--at', `x=[${at.replace(/x\d+=/g, '')}]`], ['sum(x^2)', '--at', 'x=[1,2,3]', '--entries'],
  ['x', '--at', 'x=1', far], []
])('differentiate %j', async (...argv) => {
  expect(wide(await printed(['differentiate', ...argv]))).toEqual([])
})

const declared = '```lemmata\nsizes n = 1..3\nx, y \\in \\mathbb{R}^n\na \\in \\mathbb{R}\n```\n'
const long = Array.from({ length: 40 }, (_, k) => `a^{${k}}`).join(' + ')

test.each([
  ['right', '$$\\|x - y\\|^2 = \\|x\\|^2 - 2 \\langle x, y \\rangle + \\|y\\|^2$$', []],
  ['wrong', `$$${long} = ${long} + 1$$`, []],
  ['not understood', `$$\\oint ${long} = \\operatorname{nothing}(b, c)$$`, ['--strict']],
  ['suggested', `Let $b > 0$. $$f(x) = \\sum_{i=1}^n w_i x_i + ${long}, \\quad g(z) = W z + b$$`, ['--suggest']],
  ['not there', '', ['--report', join(folder, 'homework.md')]],
  ['misused', '', ['--limt', '3']]
] as const)('check what is %s', async (_, body, flags) => {
  const file = join(folder, 'homework.md')
  writeFileSync(file, `${declared}${body}\n`)
  expect(wide(await printed(['check', file, ...flags]))).toEqual([])
})

test.each([
  ['double-moon', '--epochs', '2', '--out', html], ['double-moon', '--set', 'rate=1e300', '--out', html],
  ['moon'], ['double-moon', '--epochs', '-3'], ['double-moon', '--out', `/dev/null/${far}`], ['--list']
])('train %j', async (...argv) => {
  expect(wide(await printed(['train', ...argv], true))).toEqual([])
})

test.each([['verfy'], ['constructor'], ['verify', '-x'], ['soak', '--seeds', 'many'], ['ledger', '--json', '--markdown'],
  ['check', far], ['verify', '--claims', far], ['verify', far, far]])('misuse: %j', async (...argv) => {
  expect(wide(await printed(argv))).toEqual([])
})

describe('of the claims', () => {
  let here: Installed
  beforeAll(() => { here = install(modules) })
  afterAll(() => { here.remove() })

  test.each([
    ['verify', 'sgd', '--all'], ['verify', 'homework-1', '--all', '--runs', '10', '--report', 'out/report.html'],
    ['verify', '*/value', '--runs', '10'], ['verify', 'nothing-of-the-kind'], ['verify', 'sgd', '--path', '3'],
    ['verify', '--claims', 'wrong.mjs'], ['verify', '--claims', 'odd-judges.mjs'], ['verify', '--claims', 'large.mjs'],
    ['verify', '--claims', 'my claims $HOME.mjs'], ['verify', '--claims', 'stray.mjs'], ['verify', '--claims', 'syntax.mjs'],
    ['verify', 'sgd', '--report', `package.json/${far}`],
    ['soak', '--claims', 'wrong.mjs', '--seeds', '3', '--runs', '20'],
    ['ledger'], ['ledger', 'nothing'], ['ledger', 'HW1-GD-99']
  ])('%j', async (...argv) => {
    const { out, err } = await here.lemmata(argv)
    expect(wide(out + err)).toEqual([])
  })
})
