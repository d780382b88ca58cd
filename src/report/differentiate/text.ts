import { columns, largest, wrap } from '../../prelude/index.js'
import type { Paint } from '../Paint.js'
import type { Answer, Derivative, Difference, Shown, Method, Quotient, Step } from '../../differentiate/index.js'
import { gradientRows, pointOf } from './compact.js'
import { footer, wrapped } from './footer.js'
import { isLost } from './lostDigits.js'
import { table } from './table.js'
import { units } from './units.js'

/** The whole answer for a terminal; where inputs are vectors or matrices a row for each of them, unless all entries are asked for. */
export const text = (answer: Answer, paint: Paint, isEachEntry = false): string => {
  const { strong, faint } = paint
  const inputs = Object.keys(answer.gradient)
  const point = pointOf(answer)
  const isCompact = !isEachEntry && Object.keys(answer.arrays).length > 0
  const parts = [
    [
      strong(wrapped(`f = ${answer.expression}`, 4)), ...point === '' ? [] : [wrapped(`at ${point}`, 3)],
      `f = ${strong(wrap(answer.value.text, '    ').trimStart())}`
    ].join('\n'),
    ...(isCompact ? [gradientRows(answer, paint)] : [
      section(strong('Values'), `${values(answer)}${notes(answer, valueNotes)}`)
    ]),
    ...(isCompact ? [...secondsOf(answer, paint), ...kinksOf(answer, paint)]
      : inputs.length === 0 ? ['No inputs, so nothing to differentiate by.'] : [
        section(`${strong('Forward mode')}${faint(': the tangent of every variable, for each input')}`, `${tangents(answer.steps, inputs)}${notes(answer, tangentNotes)}`),
        section(`${strong('Reverse mode')}${faint(': the adjoint of every variable, and what each path brings')}`, `${adjoints(answer.steps)}${notes(answer, adjointNotes)}`),
        section(strong('Symbolic'), Object.entries(answer.gradient).map(formulas).join('\n')),
        ...secondsOf(answer, paint),
        section(strong('Differences'), Object.entries(answer.gradient)
          .map(([name, d]) => `  df/d${name}\n${differences(d, answer.digits)}`).join('\n')),
        section(
          `${strong('Agreement')}${faint(`: in units of the last ${answer.digits === undefined ? 'place of a double'
        : `of ${answer.digits} digits`}`)}`,
            Object.entries(answer.gradient).map(([name, d]) => agreement(name, d, answer.of)).join('\n')
        ),
        ...kinksOf(answer, paint)
      ]),
    footer(answer, paint, isCompact)
  ]
  return `${parts.join('\n\n')}\n`
}

const secondsOf = (answer: Answer, { strong }: Paint): ReadonlyArray<string> =>
  (answer.hessian.length === 0 ? [] : [section(strong('Second derivatives'), seconds(answer))])

const kinksOf = (answer: Answer, { strong }: Paint): ReadonlyArray<string> =>
  (answer.kinks.length === 0 ? [] : [section(strong('Kinks'), kinks(answer))])

const section = (title: string, body: string): string => `${title}\n${body}`

const values = ({ steps, of }: Answer): string =>
  table(steps.map(({ name, operation, value }) => [name, operation, value.text, digitsOf(value, of)]), 2)

const digitsOf = ({ digits = 0 }: Shown, of: number): string => `${digits} of ${of} digits`

interface Note {
  readonly name: string
  readonly figure: Shown
}

const valueNotes = ({ name, value }: Step): ReadonlyArray<Note> => [{ name, figure: value }]

const tangentNotes = ({ name, tangents: all }: Step): ReadonlyArray<Note> =>
  Object.entries(all).map(([input, figure]) => ({ name: `d${name}/d${input}`, figure }))

const adjointNotes = ({ name, adjoint }: Step): ReadonlyArray<Note> =>
  [{ name: `the adjoint of ${name}`, figure: adjoint }]

/** A line for each number that has lost more than half of its digits. */
const notes = ({ steps, of }: Answer, noted: (step: Step) => ReadonlyArray<Note>): string =>
  steps.flatMap(noted).filter(({ figure }) => isLost(figure, of)).map(({ name, figure }) => {
    const right = figure.right === '?' ? 'cannot be told from 0' : figure.right ?? ''
    return `\n${wrapped(`  ${name} has ${figure.digits === 0 ? 'no right digit'
      : `${digitsOf(figure, of)} right`}: it is ${right}`, 4)}`
  }).join('')

/** As many inputs beside each other as fit, and at most 3. */
const tangents = (steps: ReadonlyArray<Step>, inputs: ReadonlyArray<string>): string => {
  const texts = steps.flatMap(step => inputs.map(name => step.tangents[name]?.text ?? ''))
  const room = columns - 2 - widest(steps.map(({ name }) => name))
  const beside = Math.max(1, Math.min(3, Math.floor(room / (2 + widest(texts)))))
  return Array.from({ length: Math.ceil(inputs.length / beside) }, (_, block) => {
    const some = inputs.slice(block * beside, (block + 1) * beside)
    return table([['', ...some.map(name => `d/d${name}`)], ...steps.map(
      step => [step.name, ...some.map(name => step.tangents[name]?.text ?? '')]
    )])
  }).join('\n\n')
}

const widest = (texts: ReadonlyArray<string>): number => largest(texts.map(text => text.length))

/** From the output back: "v3  7.8e+24 = 7.8e+24 (v4: 1 * 7.8e+24) + .72 (v5: 1 * .72)". */
const adjoints = (steps: ReadonlyArray<Step>): string => {
  const paths = (name: string): string =>
    steps.flatMap(user => user.edges.filter(edge => edge.from === name).map(({ derivative }) =>
      `(${user.name}: ${user.adjoint.text} * ${derivative.text})`)).join(' + ')
  const [names, sizes] = [widest(steps.map(({ name }) => name)), widest(steps.map(({ adjoint }) => adjoint.text))]
  return [...steps].reverse().map(({ name, adjoint }) => {
    const [start, brought] = [`  ${name.padEnd(names)}  ${adjoint.text.padEnd(sizes)}`, paths(name)]
    return brought === '' ? start.trimEnd()
      : 2 * start.length <= columns ? wrapped(`${start}  = ${brought}`, 6)
        : `${wrapped(start.trimEnd(), 6)}\n${wrapped(`      = ${brought}`, 8)}`
  }).join('\n')
}

const formulas = ([name, { formula, tex }]: readonly [string, Derivative]): string =>
  formula === '' ? `  df/d${name}  too long to be written out`
    : `${wrapped(`  df/d${name} = ${formula}`, 4)}\n${wrapped(`    TeX: ${tex}`, 6)}`

const seconds = ({ hessian, of }: Answer): string => hessian.map(({ by: [a, b], value, formula, tex }) =>
  `${second(a === b ? `d2f/d${a}^2` : `d2f/d${a} d${b}`, value, of)}\n${wrapped(`    ${typeof value === 'string'
    ? 'by convention '
    : ''}= ${formula}`, 6)}\n${wrapped(`    TeX: ${tex}`, 6)}`).join('\n')

const second = (name: string, value: Shown | string, of: number): string => {
  if (typeof value === 'string') return wrapped(`  ${name}: ${value}`, 4)
  return wrapped(`  ${name} = ${value.text}${isLost(value, of)
    ? `, ${digitsOf(value, of)}: right is ${value.right ?? ''}` : ''}`, 4)
}

const quotients: Readonly<Record<Quotient, string>> = {
  oneSided: '(f(x+h)-f(x))/h', backward: '(f(x)-f(x-h))/h', central: '(f(x+h)-f(x-h))/2h', extrapolated: 'extrapolated'
}

const differences = ({ differences: all }: Derivative, digits: number | undefined): string => {
  const found: ReadonlyArray<readonly [Quotient, Difference | string]> =
    (Object.keys(quotients) as ReadonlyArray<Quotient>).map(q => [q, all[q]])
  const taken = found.flatMap(([q, d]) => (typeof d === 'string' ? []
    : [[`  ${quotients[q]}`, d.value.text, `h=${d.h.text}`, estimateOf(
      d, digits === undefined || q === 'extrapolated'
    )]]))
  const others = found.flatMap(([q, d]) => (typeof d === 'string' ? [wrapped(`    ${quotients[q]}  ${d}`, 6)] : []))
  return [...(taken.length === 0 ? [] : [table(taken, 4)]), ...others].join('\n')
}

const estimateOf = ({ error }: Difference, isEstimated: boolean): string =>
  error === undefined ? (isEstimated ? 'error unknown' : '') : `error about ${error.text}`

const rows: ReadonlyArray<readonly [Method | Quotient, string]> = [
  ['forward', 'forward mode'], ['reverse', 'reverse mode'], ['symbolic', 'symbolic'],
  ['oneSided', 'one-sided difference'], ['backward', 'backward difference'], ['central', 'central difference'],
  ['extrapolated', 'extrapolated']
]

const found = (
  { modes, differences: all }: Derivative, method: Method | Quotient, of: number
): readonly [string, string] => {
  const d = method === 'forward' || method === 'reverse' || method === 'symbolic' ? { value: modes[method] }
    : all[method]
  return typeof d === 'string' ? ['-', '-'] : [d.value.text, digitsOf(d.value, of)]
}

const agreement = (name: string, d: Derivative, of: number): string => {
  const [lo, hi] = d.enclosure
  const enclosure = lo.text === hi.text ? lo.text : `[${lo.text}, ${hi.text}]`
  return `${wrapped(`  df/d${name} in ${enclosure}`, 4)}\n${table(rows.map(([method, words]) =>
    [`  ${words}`, ...found(d, method, of), units(d.ulps[method])]))}`
}

const kinks = ({ kinks: all, sides }: Answer): string => [
  ...all.map(({ at, convention }) => wrapped(`  ${at}: ${convention}`, 4)),
  ...Object.entries(sides).map(([name, { left, right, exists }]) =>
    wrapped(`  df/d${name}: ${left.text} from the left, ${right.text} from the right${exists ? ''
      : ', so there is no derivative'}`, 4))
].join('\n')
