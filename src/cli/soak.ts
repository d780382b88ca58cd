import type { Judgement } from '../claim/Claim.js'
import { unjudged } from '../claim/judgementOf.js'
import { wrap } from '../prelude/index.js'
import { isExpected, type Judged } from '../report/Session.js'
import { problem } from '../report/text.js'
import { claimsFile } from './claimsFile.js'
import type { ExitCode, Run } from './Command.js'
import { onInterrupt } from './interrupt.js'
import type { Io } from './Io.js'
import { judge, threads } from './judgeClaim.js'
import { limitFlag, limitOf } from './limit.js'
import { describeFlags, readOptions, wholeNumber } from './options.js'
import { openPool, type Pool } from './pool.js'
import { bar, progress } from './progress.js'
import type { About } from '../report/Session.js'
import { select } from './select.js'

const flags = {
  seeds: { value: 'N', about: 'how many seeds, from 1 on (1000)' },
  runs: { value: 'N', about: 'cases for each claim and seed (100)' },
  limit: limitFlag,
  claims: { value: 'FILE', about: 'judge what a module of yours exports as claims' },
  help: { about: 'print this' }
} as const

const help = `usage: lemmata soak [PATTERN] [options]

Judges the claims whose verdict depends on draws under one seed after another.
What is proved once is not judged again.

${describeFlags(flags)}

The exit code is 0 if every verdict is as expected, 1 if not, 2 for misuse,
130 for Ctrl-C.
`

interface Options {
  readonly pattern: string | undefined
  readonly file: string | undefined
  readonly seeds: number
  readonly runs: number
  readonly limit: number
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
    runs: wholeNumber('--runs', given.runs, 100, [1, 10_000_000]),
    limit: limitOf(given.limit)
  }
  const pool = openPool(options.file, options.limit)
  const forget = onInterrupt(pool.cancel)
  try {
    pool.grow(threads)
    return await soakIn(pool, options, io)
  } finally {
    forget()
    await pool.close()
  }
}

/** One claim under one seed. */
interface Turn {
  readonly claim: About
  readonly seed: number
}

type Soaked = Turn & Judged

const soakIn = async (pool: Pool, options: Options, io: Io): Promise<ExitCode> => {
  const began = performance.now()
  const ready = await pool.catalogue
  if (ready === undefined) {
    io.err('lemmata soak: interrupted before anything was judged\n')
    return 130
  }
  const chosen = select(ready.claims, options.pattern)
  const surprises: Array<Soaked> = []
  const drawn: Array<About> = []
  let [verdicts, cases] = [0, 0]
  const countIn = (soaked: Soaked): void => {
    verdicts += 1
    cases += soaked.judgement.evidence.cases
    if (!isExpected(soaked)) surprises.push(soaked)
  }
  await judgeEach(pool, turns([1], chosen), options.runs, soaked => {
    if (isDrawn(soaked.judgement)) drawn.push(soaked.claim)
    if (isDrawn(soaked.judgement) || !isExpected(soaked)) countIn(soaked)
  })
  const again = chosen.filter(claim => drawn.includes(claim))
  const all = again.length * (options.seeds - 1)
  const line = progress(io)
  let finished = 0
  await judgeEach(pool, turns(seedsAfterFirst(options.seeds), again), options.runs, soaked => {
    countIn(soaked)
    finished += 1
    line.show(`${bar(finished / all)} ${Math.floor(100 * finished / all)} %  seed ${soaked.seed}  ${soaked.claim.id}`)
  })
  line.clear()
  const unexpected = [...surprises, ...troubles(pool, chosen).filter(trouble => !surprises.some(isSameTurn(trouble)))]
    .sort((a, b) => a.seed - b.seed || chosen.indexOf(a.claim) - chosen.indexOf(b.claim))
  for (const judged of unexpected) io.out(`${problem({ ...options, seed: judged.seed }, judged)}\n\n`)
  const strays = pool.strays().filter(({ of }) => of === undefined)
  for (const { reason } of strays) io.out(`${wrap(`by no judge: ${reason}`, '', '  ')}\n`)
  if (pool.cancelled()) io.out('interrupted: this is what was judged so far\n')
  const seconds = (performance.now() - began) / 1000
  io.out(`${again.length} of ${chosen.length} claims depend on draws; ${options.seeds} seeds with ${options.runs} cases each:\n` +
    `${verdicts} verdicts, ${cases} cases, ${unexpected.length} unexpected (${seconds.toFixed(1)} s)\n`)
  return pool.cancelled() ? 130 : unexpected.length + strays.length > 0 || finished < all ? 1 : 0
}

/** Judges one after another on every thread, and tells of each as it is done. */
const judgeEach = async (
  pool: Pool, all: Iterator<Turn>, runs: number, tell: (soaked: Soaked) => void
): Promise<void> => {
  const lane = async (): Promise<void> => {
    for (let next = all.next(); next.done !== true && !pool.cancelled(); next = all.next()) {
      const { claim, seed } = next.value
      const done = await judge(pool, claim, { seed, runs })
      if (done !== undefined) tell({ claim, seed, ...done })
    }
  }
  await Promise.all(Array.from({ length: threads }, lane))
}

const turns = function* (seeds: Iterable<number>, claims: ReadonlyArray<About>): Generator<Turn> {
  for (const seed of seeds) for (const claim of claims) yield { claim, seed }
}

const seedsAfterFirst = function* (last: number): Generator<number> {
  for (let seed = 2; seed <= last; seed += 1) yield seed
}

const isSameTurn = (a: Turn) => (b: Turn): boolean => a.claim === b.claim && a.seed === b.seed

/** Claims whose judge left something behind that failed. */
const troubles = (pool: Pool, chosen: ReadonlyArray<About>): ReadonlyArray<Soaked> =>
  pool.strays().flatMap(({ of, reason }) => {
    const claim = chosen.find(({ id }) => id === of?.id)
    return of === undefined || claim === undefined ? []
      : [{ claim, seed: of.spend.seed, judgement: unjudged(reason), seconds: 0 }]
  })

const isDrawn = (judgement: Judgement): boolean =>
  ['sampled', 'statistical', 'estimated'].includes(judgement.evidence.strength)
    || ('counterexample' in judgement && judgement.counterexample.path !== undefined)
