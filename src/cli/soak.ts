import type { Judgement } from '../claim/Claim.js'
import { isExpected, type Judged } from '../report/Session.js'
import { problem } from '../report/text.js'
import { claimsFile } from './claimsFile.js'
import type { ExitCode, Run } from './Command.js'
import { onInterrupt } from './interrupt.js'
import type { Io } from './Io.js'
import { judge, threads } from './judge.js'
import { describeFlags, readOptions, wholeNumber } from './options.js'
import { openPool, type Pool } from './pool.js'
import { bar, progress } from './progress.js'
import type { Ready } from './protocol.js'
import { select } from './select.js'

const flags = {
  seeds: { value: 'N', about: 'how many seeds, from 1 on (1000)' },
  runs: { value: 'N', about: 'cases for each claim and seed (100)' },
  claims: { value: 'FILE', about: 'the claims that a module of yours exports, instead of ours' },
  help: { about: 'print this' }
} as const

const help = `usage: lemmata soak [PATTERN] [options]

Judges the claims whose verdict depends on draws under one seed after another. What is proved once is not judged again.

${describeFlags(flags)}

The exit code is 0 if every verdict is as expected, 1 if one is not, 2 for misuse, 130 for Ctrl-C.
`

interface Options {
  readonly pattern: string | undefined
  readonly file: string | undefined
  readonly seeds: number
  readonly runs: number
}

/** Judges again under many seeds, on all cores, and tells how many verdicts were not as expected. */
export const soak: Run = async (argv, io) => {
  const { words: [pattern], given } = readOptions(argv, flags, 'at most one PATTERN')
  if (given.help !== undefined) {
    io.out(help)
    return 0
  }
  const options = {
    pattern,
    file: claimsFile(given.claims),
    seeds: wholeNumber('--seeds', given.seeds, 1000, [1, 1_000_000]),
    runs: wholeNumber('--runs', given.runs, 100, [1, 10_000_000])
  }
  const pool = openPool(options.file)
  const forget = onInterrupt(pool.cancel)
  try {
    pool.grow(threads)
    return await soakIn(pool, options, io)
  } finally {
    forget()
    await pool.close()
  }
}

/** One claim under some seeds. */
interface Soaked {
  readonly claim: Ready['claims'][number]
  readonly verdicts: number
  readonly cases: number
  readonly drawn: boolean
  readonly surprises: ReadonlyArray<Judged & { readonly seed: number }>
}

const soakIn = async (pool: Pool, options: Options, io: Io): Promise<ExitCode> => {
  const began = performance.now()
  const ready = await pool.catalogue
  if (ready === undefined) {
    io.err('lemmata soak: interrupted before anything was judged\n')
    return 130
  }
  const ids = new Set(select(ready.claims.map(c => c.id), options.pattern))
  const first = await Promise.all(ready.claims.filter(c => ids.has(c.id)).map(soakClaim(pool, options.runs, [1])))
  const drawn = first.filter(f => f.drawn)
  const tasks = groupsOfSeeds(options.seeds).flatMap(seeds => drawn.map(({ claim }) => ({ claim, seeds })))
  const line = progress(io)
  let finished = 0
  const rest = await Promise.all(tasks.map(async ({ claim, seeds }) => {
    const soaked = await soakClaim(pool, options.runs, seeds)(claim)
    finished += 1
    line.show(`${bar(finished / tasks.length)} ${Math.floor(100 * finished / tasks.length)} %  seed ${seeds[0] ?? 1}  ${claim.id}`)
    return soaked
  }))
  line.clear()
  const all = [...first.filter(f => f.drawn || f.surprises.length > 0), ...rest]
  const surprises = all.flatMap(s => s.surprises)
  for (const judged of surprises) io.out(`${problem({ ...options, seed: judged.seed }, judged)}\n\n`)
  if (pool.cancelled()) io.out('interrupted: this is what was judged so far\n')
  const sum = (of: (soaked: Soaked) => number): number => all.reduce((total, soaked) => total + of(soaked), 0)
  const seconds = (performance.now() - began) / 1000
  io.out(`${drawn.length} of ${first.length} claims depend on draws; ${options.seeds} seeds with ${options.runs} cases each: ` +
    `${sum(s => s.verdicts)} verdicts, ${sum(s => s.cases)} cases, ${surprises.length} unexpected (${seconds.toFixed(1)} s)\n`)
  return pool.cancelled() ? 130 : surprises.length > 0 ? 1 : 0
}

const soakClaim = (pool: Pool, runs: number, seeds: ReadonlyArray<number>) => async (claim: Soaked['claim']): Promise<Soaked> => {
  const { judgements, seconds } = await judge(pool, claim.id, seeds.map(seed => ({ seed, runs }))) ?? { judgements: [], seconds: 0 }
  return {
    claim,
    verdicts: judgements.length,
    cases: judgements.reduce((total, { evidence }) => total + evidence.cases, 0),
    drawn: judgements.some(isDrawn),
    surprises: judgements.flatMap((judgement, i) => {
      const judged = { claim, judgement, seconds, seed: seeds[i] ?? 1 }
      return isExpected(judged) ? [] : [judged]
    })
  }
}

const isDrawn = (judgement: Judgement): boolean =>
  ['sampled', 'statistical', 'estimated'].includes(judgement.evidence.strength)
    || ('counterexample' in judgement && judgement.counterexample.path !== undefined)

/** The seeds after the first, in at most a hundred groups: a thread is given one group at a time. */
const groupsOfSeeds = (seeds: number): ReadonlyArray<ReadonlyArray<number>> => {
  const size = Math.ceil(seeds / 100)
  return Array.from({ length: Math.ceil((seeds - 1) / size) }, (_, g) =>
    Array.from({ length: Math.min(size, seeds - 1 - g * size) }, (_, i) => 2 + g * size + i))
}
