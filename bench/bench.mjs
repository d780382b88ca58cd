import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { kernel } from '../dist/src/tensor/kernel/chosen/kernel.js'
import { arrays, cases, repeated, results, wrong } from './cases.mjs'
import { growth } from './growth.mjs'
import { openNumpy } from './numpy.mjs'
import { peers } from './peers.mjs'
import { inRounds, timed } from './timing.mjs'

// npm run bench [-- ROUNDS]: our milliseconds, and how many times those of numpy and of other libraries, as RESULTS.md, which it writes.
// All run in turn, round after round; medians are compared. The kernel is that of LEMMATA_KERNEL. What is not installed is left out.

const rounds = Number(process.argv[2] ?? 31)

const odd = wrong()
if (odd.length > 0) throw new Error(`other bits than the definition: ${odd.join(', ')}`)

/** How far a result is from ours, of the largest entry. */
const distance = (mine, theirs) => {
  const largest = mine.data.reduce((most, a) => Math.max(most, Math.abs(a)), 0)
  return mine.data.reduce((most, a, i) => Math.max(most, Math.abs(a - theirs[i])), 0) / largest
}

const theirs = await peers(arrays)
const ours = results()
const distances = Object.entries(theirs).flatMap(([library, own]) =>
  Object.entries(own).map(([name, { run, read }]) => [library, name, distance(ours[name], read(run()))]))

const [one, two] = [openNumpy(1), openNumpy(2)]
const reshaped = name => `${name}, reshaped`
const rows = []
for (const [name, compute] of Object.entries(cases)) {
  const times = repeated[name] ?? 1
  const own = Object.fromEntries(Object.entries(theirs).flatMap(([library, { [name]: given }]) =>
    (given === undefined ? [] : [[library, () => timed(given.run)]])))
  const { ours: mine, ...others } = await inRounds(rounds, {
    ours: () => timed(compute, times), numpy: () => one.ask(name, times), 'numpy, two threads': () => two.ask(name, times),
    ...name.startsWith('max pooling') ? { 'numpy, reshaped': () => one.ask(reshaped(name)) } : {}, ...own
  })
  rows.push({ name, mine: mine / times, others: Object.entries(others).map(([other, took]) => [other, mine / took]) })
}
one.close()
two.close()

const grown = await growth()

const cells = all => `| ${all.join(' | ')} |`
const table = ([head, ...body]) => [cells(head), cells(head.map(() => '---')), ...body.map(cells)].join('\n')
const ratio = x => (Number.isFinite(x) ? x.toFixed(2) : '-')
const short = ms => (Number.isNaN(ms) ? '-' : Number(ms.toPrecision(3)).toString())
const libraries = [...new Set(rows.flatMap(({ others }) => others.map(([name]) => name)))]
const slope = (rows, k, side) => (k === 0 ? '' : ratio(Math.log2(rows[k][side] / rows[k - 1][side])))

const text = `# Results

\`npm run bench\` wrote this: medians of ${rounds} rounds in which all run in turn, after the results were found to have the bits of the
definition. A ratio is our time over that of the other: below 1 we are faster. Results are new arrays each time. Kernel: ${kernel()}. Node
${process.version}, ${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}).

${table([['case', 'ms', ...libraries], ...rows.map(({ name, mine, others }) => {
  const own = Object.fromEntries(others)
  return [name, short(mine), ...libraries.map(library => (own[library] === undefined ? '' : ratio(own[library])))]
})])}

${distances.length === 0 ? '' : `How far the results of other libraries are from ours, of the largest entry: ${
  distances.map(([library, name, far]) => `${library}, ${name} ${far.toExponential(0)}`).join('; ')}.

`}## How cost grows

From one size to the next the exponent of its growth is shown: 3 is cubic, 1 linear.

${grown.map(({ name, what, rows }) => `${name}, by ${what}:

${table([['size', 'ms', 'exponent', 'numpy, ms', 'exponent', 'ratio'], ...rows.map(({ size, ours, theirs }, k) =>
  [size, short(ours), slope(rows, k, 'ours'), short(theirs), slope(rows, k, 'theirs'), ratio(ours / theirs)])])}`).join('\n\n')}
`

writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text)
console.log(text)
