import { readFileSync } from 'node:fs'
import { courses, newestCourse } from '../../properties/contracts/courses.js'
import { attempt, isLeft, wrap } from '../prelude/index.js'
import { describeFlags, readOptions, wholeNumber } from './options.js'
import { misuse } from './UsageError.js'

const flags = {
  course: { value: 'NAME', about: `the course whose contracts hold (${newestCourse})` },
  contract: { value: 'FILE', about: 'contracts of your own, in JSON' },
  python: { value: 'PROGRAM', about: 'the Python that runs the file (LEMMATA_PYTHON, or python3)' },
  time: { value: 'SECONDS', about: 'the most that one call may take (5)' },
  runs: { value: 'N', about: 'drawn cases for each function (100)' },
  seed: { value: 'N', about: 'the seed of the draws (1)' },
  json: { about: 'print one JSON document and nothing else' },
  report: { value: 'PAGE.html', about: 'write what was found as one page' },
  gradescope: { value: 'FILE', about: 'write results.json as Gradescope reads it' },
  junit: { value: 'FILE', about: 'write a JUnit report' },
  points: { value: 'FILE', about: 'points by function, in JSON: {"affine_forward": 5}; 1 each unless said' },
  help: { about: 'print this' }
} as const

export const judgeHelp: string = `usage: lemmata judge FILE.py [NAME...] [options]

Judges the functions of a Python file that have names of a course's assignments,
such as affine_forward with affine_backward, softmax_loss or sgd_momentum: their
values beside the definition, their gradients beside its exact derivative, for
drawn shapes, strides, pads and constants. Nothing is compared with a tolerance.

${describeFlags(flags)}

Courses, and in what they differ:
${Object.entries(courses).map(([name, { about }]) => wrap(`  ${name}  ${about}`, '', ' '.repeat(15))).join('\n')}

The file runs as you do, with your rights, in a process of its own with a time
limit. That is no sandbox: judge the code of strangers in a container.

The exit code is 0 if each function is right, if only by another convention at
kinks or with fewer digits; 1 if one is not; 2 for misuse, or nothing to judge.
`

export interface JudgeOptions {
  readonly file: string
  /** The functions to judge; all that are known, where none is named. */
  readonly names: ReadonlyArray<string>
  readonly course: string
  readonly contract?: string
  readonly python?: string
  readonly seconds: number
  readonly seed: number
  readonly runs: number
  readonly json: boolean
  readonly report?: string
  readonly gradescope?: string
  readonly junit?: string
  readonly points?: string
}

/** The options of judge, or that its help is wanted. */
export const readJudgeOptions = (argv: ReadonlyArray<string>): JudgeOptions | 'help' => {
  const { words: [file, ...names], given } = readOptions(argv, flags, 'any NAMES')
  if (given.help !== undefined) return 'help'
  if (file === undefined) return misuse('needs a FILE of Python, as lemmata judge layers.py')
  const { course = newestCourse } = given
  if (courses[course] === undefined) return misuse(`--course must be one of ${Object.keys(courses).join(', ')}, got ${course}`)
  const optional = (['contract', 'python', 'report', 'gradescope', 'junit', 'points'] as const).flatMap(name => {
    const value = given[name]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    file, names, course, json: given.json !== undefined,
    seconds: wholeNumber('--time', given.time, 5, [1, 3600]),
    seed: wholeNumber('--seed', given.seed, 1, [0, 2 ** 31 - 1]),
    runs: wholeNumber('--runs', given.runs, 100, [1, 100_000]),
    ...Object.fromEntries(optional) as Pick<JudgeOptions, 'contract' | 'python' | 'report' | 'gradescope' | 'junit' | 'points'>
  }
}

/** What a reader makes of the text of a file that a flag names; or misuse, in the words of its refusal. */
export const readWith = <A>(flag: string, file: string, read: (text: string) => A): A => {
  const found = attempt(() => read(textOf(`${flag} ${file}`, file)))
  return isLeft(found) ? misuse(`${flag} ${file}: ${found.left.message}`) : found.right
}

export const textOf = (what: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return misuse(`${what} cannot be read: ${String(error.code)}`)
    throw error
  }
}
