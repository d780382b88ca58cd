import { cut } from '../../claim/cut.js'
import { type FunctionVerdict, isRight, type JudgedFile, verdicts } from './Judged.js'
import { oneLine } from './printable.js'

/** How many functions have each verdict, the best first. */
export const byVerdict = ({ functions }: JudgedFile): Readonly<Record<FunctionVerdict, number>> =>
  Object.fromEntries([...verdicts].reverse().map(verdict =>
    [verdict, functions.filter(each => each.verdict === verdict).length])) as Record<FunctionVerdict, number>

/** Whether every function deserves full marks, and there is one. */
export const isPassed = ({ functions }: JudgedFile): boolean =>
  functions.length > 0 && functions.every(({ verdict }) => isRight(verdict))

/** How many functions have a verdict, in words that follow the number: "1 loses digits", "2 lose digits". */
export const countWords: Readonly<Record<FunctionVerdict, readonly [one: string, several: string]>> = {
  'not written': ['not written', 'not written'],
  'hangs': ['does not end', 'do not end'],
  'raises': ['raises an error', 'raise an error'],
  'wrong shape': ['of another form', 'of another form'],
  'wrong': ['wrong', 'wrong'],
  'writes': ['changes what it was given', 'change what they were given'],
  'undecided': ['undecided', 'undecided'],
  'loses digits': ['loses digits', 'lose digits'],
  'right at kinks': ['right at kinks', 'right at kinks'],
  'right': ['right', 'right']
}

/** "12 functions: 9 right, 1 loses digits, 2 wrong; not written: relu_backward". The number is that of the functions that are written. */
export const summaryOf = (file: JudgedFile): string => {
  const counts = byVerdict(file)
  const missing = file.functions.filter(({ verdict }) => verdict === 'not written').map(({ name }) => oneLine(cut(name)))
  const written = file.functions.length - missing.length
  const found = Object.entries(counts) as ReadonlyArray<readonly [FunctionVerdict, number]>
  const words = found.filter(([verdict, count]) => verdict !== 'not written' && count > 0)
    .map(([verdict, count]) => `${count} ${countWords[verdict][count === 1 ? 0 : 1]}`)
  return [
    written === 0 ? 'no function' : `${written} ${written === 1 ? 'function' : 'functions'}: ${words.join(', ')}`,
    ...missing.length === 0 ? [] : [`not written: ${missing.join(', ')}`]
  ].join('; ')
}

/** By what, and with what, a file was judged. */
export const settingsOf = ({ course, seed, runs, python, numpy }: JudgedFile): string =>
  oneLine(cut(`${course}, seed ${seed}, ${runs} cases, Python ${python}, numpy ${numpy}`))
