/** Modules of claims as people might write them. */

const imports = `import { atMost, claim, equal, erratum, exactly, allOf, forAll, scalar } from 'lemmata/claim'\n`
const about = `const about = name => ({ id: 'mine/' + name, title: 'Mine', statement: 'x', source: 'me' })\n`
const holds = 'const small = forAll({ x: scalar }, (N, { x }) => atMost(x, N.add(N.of(1), N.mul(x, x))))\n'
const fails =
  'const wrong = forAll({ x: scalar, y: scalar }, (N, { x, y }) => atMost(N.add(x, y), N.add(N.mul(x, x), N.mul(y, y))))\n'
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
  'odd-judges.mjs': `${preamble}
const good = { strength: 'example', scope: 'one', cases: 1, undecidedCases: 0, slack: null, resolution: 0 }
const proved = evidence => ({ verdict: 'proved', evidence: { ...good, ...evidence } })
export const claims = [
  claim(about('small'), small),
  claim(about('nothing'), () => {}),
  claim(about('null'), () => null),
  claim(about('true'), () => true),
  claim(about('async'), async spent => small(spent, 'x')),
  claim(about('async-raises'), async () => { throw new Error('too late') }),
  claim(about('misspelt'), spent => ({ ...small(spent, 'x'), verdict: 'Proved' })),
  claim(about('bare'), () => ({ verdict: 'proved' })),
  claim(about('nan-cases'), () => proved({ cases: NaN })),
  claim(about('nan-slack'), () => proved({ slack: { lo: NaN, hi: 0 } })),
  claim(about('nan-resolution'), () => proved({ resolution: NaN })),
  claim(about('no-cases'), () => ({ verdict: 'supported', evidence: { ...good, cases: 0 } })),
  claim(about('reasonless'), () => ({ verdict: 'undecided', evidence: good })),
  claim(about('uncopied'), () => ({ ...proved({}), more: () => 0 })),
  claim(about('throws-text'), () => { throw 'a word' }),
  claim(about('throws-object'), () => { throw { code: 7 } }),
  claim(about('throws-nothing'), () => { throw undefined }),
  claim(about('exits'), () => process.exit(3)),
  claim(about('good'), () => proved({}))
]
`,
  'late.mjs': `${preamble}
const pause = milliseconds => { const end = Date.now() + milliseconds; while (Date.now() < end) ; }
const slow = spent => { pause(150); return small(spent, 'x') }
export const claims = [
  claim(about('at-once'), spent => { Promise.reject(new Error('at once')); return small(spent, 'x') }),
  claim(about('innocent'), slow),
  claim(about('later'), spent => { setTimeout(() => Promise.reject({ code: 9 }), 20); return small(spent, 'x') }),
  claim(about('wrong'), (spent, id) => { Promise.reject(new Error('besides')); return wrong(spent, id) }),
  claim(about('timer'), spent => { setTimeout(() => { throw new Error('by a timer') }, 20); return small(spent, 'x') }),
  ...Array.from({ length: 6 }, (_, i) => claim(about('innocent-' + i), slow))
]
`,
  'stray.mjs': `${preamble}
setTimeout(() => { throw new Error('by the module') }, 1)
const pause = milliseconds => { const end = Date.now() + milliseconds; while (Date.now() < end) ; }
const slow = spent => { pause(50); return small(spent, 'x') }
export const claims = [
  claim(about('small'), spent => small(spent, 'x')), ...Array.from({ length: 6 }, (_, i) => claim(about('slow-' + i), slow))
]
`,
  'forever.mjs': `${preamble}
export const claims = [
  claim(about('before'), small),
  claim(about('forever'), () => { for (;;) ; }),
  claim(about('after'), small),
  claim(about('sometimes'), spent => { while (spent.seed === 3) ; return small(spent, 'x') }),
  claim(about('last'), small)
]
`,
  'drawing.mjs': `${preamble}import fc from 'fast-check'
import { frequency } from 'lemmata/claim'
const said = []
const once = k => { if (said.length === 0) { said.push(k); console.log('started') } return k }
export const claims = [claim(about('coin'), frequency({ draw: fc.integer({ min: 0, max: 1 }).map(once), event: k => k === 0, probability: 0.5 }))]
`,
  'changing.mjs': `${preamble}import { threadId } from 'node:worker_threads'
export const claims = [claim(about('small'), small), claim(about('thread-' + threadId), small), claim(about('other-' + threadId), small)]
`,
  'raising.mjs': `throw { code: 5 }`,
  'half.mjs': `${preamble}export const claims = [{ id: 'mine/half', rows: [], expected: 'holds', judge: small }]\n`,
  'large.mjs': `${preamble}
const big = { input: 'x = ' + '7'.repeat(1e6), slack: { lo: -1, hi: -1 }, detail: 'left 1, right 0' }
const evidence = { strength: 'example', scope: 'one', cases: 1, undecidedCases: 0, slack: null, resolution: 0 }
export const claims = [claim(about('large'), () => ({ verdict: 'refuted', evidence, counterexample: big }))]
`,
  'my claims $HOME.mjs': `${preamble}
export const ids = ['mine/*', 'mine/a', '-dash', '--json', 'with space', "it's", 'say "x"', '$HOME', '\`id\`', 'a\\\\b', '!!', '100%', '~', 'größe/∑', '#', 'a;b', 'a&b', '(x)', '*']
export const claims = ids.map(id => claim({ ...about('x'), id }, wrong))
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
