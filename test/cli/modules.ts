/** Modules of claims as people might write them. */

const imports = `import { atMost, claim, equal, erratum, exactly, allOf, forAll, scalar } from 'lemmata/claim'\n`
const about = `const about = name => ({ id: 'mine/' + name, title: 'Mine', statement: 'x', source: 'me' })\n`
const holds = 'const small = forAll({ x: scalar }, (N, { x }) => atMost(x, N.add(N.of(1), N.mul(x, x))))\n'
const fails = 'const wrong = forAll({ x: scalar, y: scalar }, (N, { x, y }) => atMost(N.add(x, y), N.add(N.mul(x, x), N.mul(y, y))))\n'
const preamble = imports + about + holds + fails

export const modules: Readonly<Record<string, string>> = {
  'true.mjs': `${preamble}console.log('loading')\nexport const claims = [claim(about('small'), small)]\n`,
  'default.js': `${preamble}export default [claim(about('small'), small)]\n`,
  'wrong.mjs': `${preamble}
export const claims = [
  claim(about('small'), small),
  claim(about('sampled'), wrong),
  claim(about('exact'), exactly({ x: scalar, y: scalar }, (N, { x, y }) => equal(N.mul(x, y), N.add(x, y)))),
  claim(about('family'), allOf('both', [{ label: 'n = 1', judge: small }, { label: 'n = 2', judge: wrong }])),
  erratum(about('erratum'), { printed: { text: 'x <= x^2', judge: wrong }, corrected: { text: 'x <= 1 + x^2', judge: small } }),
  erratum(about('correction'), { printed: { text: 'x <= x^2', judge: wrong }, corrected: { text: 'x <= x^2', judge: wrong } }),
  claim(about('raises'), () => { throw new Error('no idea') }),
  claim(about('exits'), () => process.exit(3))
]
`,
  'endless.mjs': `${preamble}
export const claims = [
  claim(about('small'), small),
  claim(about('endless'), () => { console.log('started'); for (;;) ; }),
  claim(about('patient'), spent => { while (!spent.cancelled()) ; return small({ ...spent, cancelled: () => true }, 'x') })
]
`,
  'loading.mjs': `console.log('started'); for (;;) ;`,
  'syntax.mjs': 'export const claims = [',
  'nothing.mjs': 'export const other = 1\n',
  'empty.mjs': 'export const claims = []\n',
  'odd.mjs': `${preamble}export const claims = [claim(about('small'), small), { id: 'mine/odd' }]\n`,
  'twice.mjs': `${preamble}export const claims = [claim(about('small'), small), claim(about('small'), small)]\n`,
  'claims.txt': 'claims\n',
  'typed.ts': 'export const claims: Array<unknown> = []\n'
}
