import { expressions } from '../../proofs-numeric/offered.js'
import type { NamedExpression } from '../expression/index.js'
import { largest, wrap } from '../prelude/index.js'
import { describeFlags, readOptions, wholeNumber } from './options.js'
import { readPoint, type TypedPoint } from './readPoint.js'
import { misuse } from './UsageError.js'

const flags = {
  at: { value: 'POINT', about: 'where: w1=1,w2=1/3,t=pi/4; x=[1,2,3] a vector, A=[[1,2],[3,4]] a matrix' },
  entries: { about: 'of vectors and matrices, every entry in every mode; else one row for each' },
  digits: { value: 'N', about: 'compute with N digits instead of doubles, from 2 to 2000' },
  h: { value: 'STEP', about: 'the step of the differences (the best by the error model)' },
  hessian: { about: 'second derivatives, too' },
  expect: { value: 'FIGURES', about: 'judge printed derivatives to their last digit: w1=2.12e25,w2=2/3' },
  'second-opinion': { about: 'read and evaluate a formula of numbers again by mathjs, and say whether it agrees' },
  html: { value: 'FILE', about: 'write a page with the computational graph and the formulas' },
  json: { about: 'print one JSON document and nothing else' },
  list: { about: 'name the expressions of the documents, with their points' },
  help: { about: 'print this' }
} as const

export const differentiateHelp: string = `usage: lemmata differentiate EXPRESSION --at POINT [options]

Shows every intermediate number of a derivative: forward mode, reverse mode, the
symbolic derivative and differences, and how many digits of each are right, by
comparison with a rigorous enclosure of the true value. EXPRESSION is a formula
in quotes or a name of --list.

${describeFlags(flags)}

Formulas: + - * / ^ (or **), 2w2 for 2*w2 (after / it has two readings and is
refused), pi, e; of vectors and matrices entry by entry exp expm1 log (ln) log10
log1p sqrt sin cos tan asin acos atan sinh cosh tanh abs sigmoid relu softplus
erf; sum mean max min norm dot hypot softmax onehot trace diag; A*x,
A' (transpose), x .* y (entry by entry), x[1] (the first), x[1..3], [a, b],
sum(i, 1, 3, x[i]), indicator(x[1] > 0), d(y)/d(x). Decimals are meant exactly.

x^n with a whole number n, also as 4/2, is a product; other powers are
exp(n log x) and need x > 0. x^0 is 1. Where there is no derivative:
abs'(0) = relu'(0) = 0, and of equals max and min have the derivative of the
first; both slopes are told. There is no second derivative where a slope jumps.

The last lines say how many digits of f and of each derivative are right, why
others are not, and what is right. The exit code is 0 if at least the first
digit of each is; 1 if not, or if --expect finds a wrong figure or
--second-opinion disagrees; 2 for misuse, a point where f is not defined or
smooth, or a result that no double can hold. In --json: "digits", "right",
"agrees".
`

/** The documents' expressions, each with its formula, its point and where it stands. */
export const listExpressions = (text: (e: NamedExpression) => string): string => {
  const width = largest(expressions.map(({ name }) => name.length)) + 2
  const below = ' '.repeat(width)
  return expressions.map(e => [
    wrap(text(e), e.name.padEnd(width), below),
    wrap(`at ${Object.entries(e.at).map(([name, value]) => `${name}=${value}`).join(',')} (${e.source})`, below), ''
  ].join('\n')).join('')
}

export interface DifferentiateOptions {
  readonly expression: string
  readonly point: TypedPoint
  readonly isEachEntry: boolean
  readonly digits: number | undefined
  readonly h: string | undefined
  readonly hessian: boolean
  readonly expect: TypedPoint | undefined
  readonly isSeconded: boolean
  readonly html: string | undefined
  readonly json: boolean
}

export const readDifferentiateOptions = (argv: ReadonlyArray<string>): DifferentiateOptions | 'help' | 'list' => {
  // a formula may begin with a minus
  const [first = '', ...others] = argv
  const leading = /^-[^-]/.test(first) && first !== '-h'
  const { words, given } = readOptions(leading ? others : argv, flags, 'one EXPRESSION, quoted')
  if (given.help !== undefined) return 'help'
  if (given.list !== undefined) return 'list'
  const expression = leading ? first : words[0] ?? misuse('needs an EXPRESSION in quotes, or a name of --list')
  return {
    expression,
    point: readPoint(given.at ?? '', '--at'),
    isEachEntry: given.entries !== undefined,
    digits: given.digits === undefined ? undefined : wholeNumber('--digits', given.digits, 50, [2, 2000]),
    h: given.h,
    hessian: given.hessian !== undefined,
    expect: given.expect === undefined ? undefined : readPoint(given.expect, '--expect'),
    isSeconded: given['second-opinion'] !== undefined,
    html: given.html,
    json: given.json !== undefined
  }
}
