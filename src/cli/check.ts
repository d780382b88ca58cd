import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'
import { check as checked, type Line, suggested, summaryOf, text } from '../check/index.js'
import type { ExitCode, Run } from './Command.js'
import { describeFlags, readOptions, wholeNumber } from './options.js'
import { outputFile } from './outputFile.js'
import { misuse } from './UsageError.js'

const flags = {
  runs: { value: 'N', about: 'drawn cases for each step that is not proved (200)' },
  seed: { value: 'N', about: 'the seed of the draws (1)' },
  limit: { value: 'SECONDS', about: 'the most that one step may take (20)' },
  strict: { about: 'fail where a line is not understood' },
  suggest: { about: 'print a draft of the block for the names of the document' },
  report: { value: 'PAGE.html', about: 'write the document, coloured by verdict, as one page' },
  json: { about: 'print one JSON document and nothing else' },
  help: { about: 'print this' }
} as const

const help = `usage: lemmata check FILE [options]

Judges the formulas of a document in Markdown or LaTeX as they are written: each
step of a derivation is proved, or a counterexample is looked for, for every
size that is declared. A block at the beginning says what the names stand for:

  \`\`\`lemmata
  sizes n = 1..3
  x, w \\in \\mathbb{R}^n
  \\eta > 0
  p \\in [0, 1]
  y \\in \\{1..n\\}
  expectation over y uniform
  s(x) := \\frac{1}{1 + e^{-x}}
  f : \\mathbb{R}^n \\to \\mathbb{R} convex, L-smooth
  \`\`\`

A claim is judged under what its sentence or paragraph announces: "if x > 1,
then", "for all x > 1", "let x > 1".

In LaTeX the same stands in comments, "% lemmata: x \\in \\mathbb{R}^n". Commands
that the document defines by \\newcommand, \\def and the like are followed.

${describeFlags(flags)}

The exit code is 0 if at least one line was judged and none is wrong, vacuous or
undecided; 1 if not; 2 for misuse.
`

/** Judges a document line by line. */
export const check: Run = async (argv, io) => {
  const { words, given } = readOptions(argv, flags, 'one FILE')
  if (given.help !== undefined) {
    io.out(help)
    return 0
  }
  const file = words[0] ?? misuse('needs a FILE in Markdown or LaTeX')
  const document = read(file)
  if (given.suggest !== undefined) {
    io.out(drafted(file, suggested(document)))
    return 0
  }
  const effort = {
    seed: wholeNumber('--seed', given.seed, 1, [0, 2 ** 32 - 1]),
    runs: wholeNumber('--runs', given.runs, 200, [1, 100_000])
  }
  const limit = wholeNumber('--limit', given.limit, 20, [1, 86_400])
  const writePage = given.report === undefined ? undefined : pageFile(file, given.report)
  const lines = checked(document, () => ({ ...effort, cancelled: after(limit) }))
  writePage?.((await import('../report/check/page.js')).page(basename(file), document, lines))
  io.out(given.json === undefined ? text(basename(file), document, lines)
    : `${JSON.stringify({ file: basename(file), lines, summary: summaryOf(lines) }, null, 2)}\n`)
  return exitOf(lines, given.strict !== undefined)
}

/** Whether so many seconds are over, from now on. */
const after = (seconds: number): (() => boolean) => {
  const end = performance.now() + 1000 * seconds
  return () => performance.now() > end
}

/** A draft as it is to stand in the document. */
const drafted = (file: string, draft: string): string =>
  (/\.(?:tex|ltx)$/i.test(file) ? draft.replace(/^/gm, '% lemmata: ') : `\`\`\`lemmata\n${draft}\n\`\`\``) + '\n'

/** Where the page goes; never over the document. */
const pageFile = (file: string, report: string): ((text: string) => void) =>
  (existsSync(report) && realpathSync(report) === realpathSync(file)
    ? misuse('--report names the document itself; name another file')
      : outputFile('--report', report))

const mostCharacters = 4_000_000

const read = (file: string): string => {
  const document = textOf(file)
  return document.length <= mostCharacters ? document : misuse(`${file} has more than ${mostCharacters} characters`)
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return misuse(`${file} cannot be read: ${String(error.code)}`)
    throw error
  }
}

const exitOf = (lines: ReadonlyArray<Line>, isStrict: boolean): ExitCode => {
  const { hold = 0, wrong = 0, vacuous = 0, undecided = 0, notUnderstood = 0 } = summaryOf(lines)
  return hold > 0 && wrong + vacuous + undecided === 0 && !(isStrict && notUnderstood > 0) ? 0 : 1
}
