import { basename, resolve } from 'node:path'
import { contractsOf } from '../../properties/contracts/courses.js'
import type { Contract } from '../../properties/contracts/Contract.js'
import { readContracts } from '../../properties/contracts/ofJson.js'
import { functionsIn, judgeFile, knownNames, neverLoaded, onlyNamed, without } from '../../properties/judging/judgeFile.js'
import { withOtherCourses } from '../../properties/judging/otherCourse.js'
import { openPython, type Python } from '../bridge/index.js'
import { attempt, didYouMean, isLeft } from '../prelude/index.js'
import { isRight, type JudgedFile } from '../report/judged/Judged.js'
import { colours, plain } from '../report/Paint.js'
import type { Run } from './Command.js'
import type { Io } from './Io.js'
import { judgeHelp, type JudgeOptions, readJudgeOptions, readWith, textOf } from './judgeOptions.js'
import { outputFile } from './outputFile.js'
import { progress } from './progress.js'
import { misuse } from './UsageError.js'

/** Judges the functions of a Python file by the contracts of a course, and by those of the user's own. */
export const judge: Run = async (argv, io) => {
  const options = readJudgeOptions(argv)
  if (options === 'help') {
    io.out(judgeHelp)
    return 0
  }
  const source = textOf(options.file, options.file)
  const contracts = contractsFor(options)
  const points = options.points === undefined ? undefined
    : readWith('--points', options.points, (await import('../report/judged/points.js')).readPoints)
  const [report, gradescope, junit] = (['report', 'gradescope', 'junit'] as const).map(name => {
    const file = options[name]
    if (file === undefined) return undefined
    return resolve(file) === resolve(options.file) ? misuse(`--${name} names the judged file itself; name another`)
      : outputFile(`--${name}`, file)
  })
  const judged = judgedBy(options, contracts, source, io)
  // the process has ended: nothing of the file is left that could change what is written now
  report?.((await import('../report/judged/html.js')).judgedHtml(judged))
  gradescope?.((await import('../report/judged/gradescope.js')).gradescope(judged, points))
  junit?.((await import('../report/judged/junit.js')).junit(judged))
  io.out(options.json ? (await import('../report/judged/json.js')).judgedJson(judged)
    : (await import('../report/judged/text.js')).judgedText(judged, io.colour ? colours : plain))
  return judged.functions.every(({ verdict }) => isRight(verdict)) ? 0 : 1
}

/** The contracts of a course, or of the user's own in place of those for the same functions. */
const contractsFor = ({ course, contract, names }: JudgeOptions): ReadonlyArray<Contract> => {
  const shipped = contractsOf(course)
  const own = contract === undefined ? [] : readWith('--contract', contract, text => readContracts(text, shipped))
  const all = [...own, ...without(shipped, knownNames(own))]
  const known = knownNames(all)
  const odd = names.find(name => !known.includes(name))
  if (odd !== undefined) misuse(`no contract knows the function ${odd}${didYouMean(odd, known) || '; lemmata judge FILE says which of a file are known'}`)
  return names.length === 0 ? all : onlyNamed(all, names)
}

const judgedBy = (options: JudgeOptions, contracts: ReadonlyArray<Contract>, source: string, io: Io): JudgedFile => {
  const { file, course, seed, runs } = options
  const python = opened(options)
  const line = progress(io)
  try {
    const { failure } = python
    const functions = failure === undefined ? python.functions : functionsIn(source)
    const names = knownNames(contracts)
    if (!names.some(name => Object.hasOwn(functions, name))) misuse(nothingKnown(options, Object.keys(functions)))
    const isWanted = (name: string): boolean => options.names.length === 0 || options.names.includes(name)
    const judged = failure !== undefined ? neverLoaded(names.filter(name => Object.hasOwn(functions, name)), failure)
      : judgeFile(contracts, functions, python.call, { seed, runs }, name => { line.show(name) })
    return {
      file: basename(file), python: python.version || 'unknown', numpy: python.numpy || 'unknown', course, seed, runs,
      functions: withOtherCourses(
        judged.filter(({ name }) => isWanted(name)), course, functions, python.call, { seed, runs }
      )
    }
  } finally {
    line.clear()
    python.close()
  }
}

const opened = ({ file, python, seconds }: JudgeOptions): Python => {
  const found = attempt(() => openPython(file, { seconds, ...python === undefined ? {} : { python } }))
  return isLeft(found) ? misuse(found.left.message) : found.right
}

const nothingKnown = ({ file, names }: JudgeOptions, functions: ReadonlyArray<string>): string => {
  const has = functions.length === 0 ? 'which has none'
    : `which has ${functions.slice(0, 8).join(', ')}${functions.length > 8 ? ', ...' : ''}`
  return names.length > 0 ? `there is no ${names.join(' and no ')} in ${basename(file)}, ${has}`
    : `no contract knows a function of ${basename(file)}, ${has}; give your own with --contract`
}
