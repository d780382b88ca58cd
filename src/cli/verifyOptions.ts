import { claimsFile } from './claimsFile.js'
import { describeFlags, readOptions, wholeNumber } from './options.js'
import { limitFlag, limitOf } from './limit.js'
import type { Spend } from './protocol.js'
import { misuse } from './UsageError.js'

const flags = {
  all: { about: 'print every claim and topic, not only a line a document' },
  json: { about: 'print one JSON document, which has every claim' },
  report: { value: 'FILE', about: 'write a report to look at, as one html file' },
  seed: { value: 'N', about: 'where the draws of sampled claims begin (1)' },
  runs: { value: 'N', about: 'cases for each sampled claim (1000)' },
  path: { value: 'P', about: 'begin at one case: the replay of a counterexample' },
  limit: limitFlag,
  claims: { value: 'FILE', about: 'judge what a module of yours exports as claims' },
  help: { about: 'print this' }
} as const

export const verifyHelp: string = `usage: lemmata verify [PATTERN] [options]

Judges every registered claim, or those that PATTERN names:
  homework-1/regret-bound/gap                 a claim
  homework-1/regret-bound, homework-1, affine a topic, a document, a function
  HW1-GD-09                                   a row of a document's ledger
  proofs-numeric/homework-1/regret-bound.md   a source file, or a folder
  "*/value"                                   whatever fits the stars
An id that begins with - comes last, after --. The verdicts of registered claims
are kept in out/verdicts.json, for lemmata ledger.

${describeFlags(flags)}

The exit code is 0 if every claim was judged and is as expected, 1 if not,
2 for misuse, 130 for Ctrl-C.
`

export interface VerifyOptions {
  readonly pattern: string | undefined
  /** The full path of a module of claims, instead of the registered ones. */
  readonly file: string | undefined
  readonly spend: Spend
  readonly form: 'documents' | 'all' | 'json'
  /** The most seconds that a judgement may take. */
  readonly limit: number
  readonly report: string | undefined
}

/** The options of verify, or that its help is wanted. */
export const readVerifyOptions = (argv: ReadonlyArray<string>): VerifyOptions | 'help' => {
  const { words: [pattern], given } = readOptions(argv, flags, 'at most one PATTERN')
  const { all, json, path } = given
  if (given.help !== undefined) return 'help'
  if (path !== undefined && pattern === undefined) return misuse('--path replays one claim: lemmata verify ID --path P')
  if (path !== undefined && !/^(\d+\/)*\d+(:\d+)*$/.test(path)) return misuse(
    `--path must be numbers such as 12:0:3, got ${path}`
  )
  return {
    pattern,
    file: claimsFile(given.claims),
    spend: {
      seed: wholeNumber('--seed', given.seed, 1, [0, 2 ** 32 - 1]),
      runs: wholeNumber('--runs', given.runs, 1000, [1, 10_000_000]),
      ...(path === undefined ? {} : { path })
    },
    form: json !== undefined ? 'json' : all !== undefined ? 'all' : 'documents',
    limit: limitOf(given.limit),
    report: given.report
  }
}
