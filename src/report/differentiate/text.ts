import type { Paint } from '../Paint.js'
import type { Answer, Derivative, Difference, Method, Quotient, Step } from './Answer.js'
import { table } from './table.js'
import { units } from './units.js'

/** The whole answer for a terminal. */
export const text = (answer: Answer, { strong, faint, good, bad }: Paint): string => {
  const inputs = Object.keys(answer.gradient)
  const point = Object.entries(answer.at).map(([name, value]) => `${name} = ${value}`).join(', ')
  const parts = [
    `${strong(`f = ${answer.expression}`)}${point === '' ? '' : `\nat ${point}`}\nf = ${strong(answer.value.text)}`,
    section(strong('Values'), values(answer.steps)),
    ...(inputs.length === 0 ? ['No inputs, so nothing to differentiate by.'] : [
      section(`${strong('Forward mode')}${faint(': the tangent of every variable, for each input')}`, tangents(answer.steps, inputs)),
      section(`${strong('Reverse mode')}${faint(': the adjoint of every variable, and what each path brings')}`, adjoints(answer.steps)),
      section(strong('Symbolic'), Object.entries(answer.gradient).map(formulas).join('\n')),
      ...(answer.hessian.length === 0 ? [] : [section(strong('Second derivatives'), seconds(answer))]),
      section(strong('Differences'), Object.entries(answer.gradient).map(([name, d]) => `  df/d${name}\n${differences(d)}`).join('\n')),
      section(`${strong('Agreement')}${faint(`: in units of the last ${answer.digits === undefined ? 'place of a double' : `of ${answer.digits} digits`}`)}`,
        Object.entries(answer.gradient).map(([name, d]) => agreement(name, d)).join('\n')),
      ...(answer.kinks.length === 0 ? [] : [section(strong('Kinks'), kinks(answer))]),
      answer.agrees ? good('All modes lie where their own rounding allows, and meet the enclosure.')
        : bad('The modes DISAGREE beyond rounding. That is an error of Lemmata: please report this formula and point.')
    ])
  ]
  return `${parts.join('\n\n')}\n`
}

const section = (title: string, body: string): string => `${title}\n${body}`

const values = (steps: ReadonlyArray<Step>): string =>
  table(steps.map(({ name, operation, value }) => [name, operation, value.text]), 2)

// More columns than this do not fit beside each other.
const columns = 3

const tangents = (steps: ReadonlyArray<Step>, inputs: ReadonlyArray<string>): string =>
  Array.from({ length: Math.ceil(inputs.length / columns) }, (_, block) => {
    const some = inputs.slice(block * columns, (block + 1) * columns)
    return table([['', ...some.map(name => `d/d${name}`)], ...steps.map(step => [step.name, ...some.map(name => step.tangents[name]?.text ?? '')])])
  }).join('\n\n')

/** From the output back: "v3  7.8e+24 = 7.8e+24 (v4: 1 * 7.8e+24) + .72 (v5: 1 * .72)". */
const adjoints = (steps: ReadonlyArray<Step>): string =>
  table([...steps].reverse().map(({ name, adjoint }) => {
    const paths = steps.flatMap(user => user.edges.filter(edge => edge.from === name).map(({ derivative }) =>
      `${user.name}: ${user.adjoint.text} * ${derivative.text}`))
    return [name, adjoint.text, paths.length === 0 ? '' : `= ${paths.map(path => `(${path})`).join(' + ')}`]
  }), 3)

const formulas = ([name, { formula, tex }]: readonly [string, Derivative]): string =>
  formula === '' ? `  df/d${name}  too long to be written out` : `  df/d${name} = ${formula}\n    TeX: ${tex}`

const seconds = ({ hessian }: Answer): string => hessian.map(({ by: [a, b], value, formula, tex }) =>
  `  ${a === b ? `d2f/d${a}^2` : `d2f/d${a} d${b}`} = ${value.text}\n    = ${formula}\n    TeX: ${tex}`).join('\n')

const quotients: Readonly<Record<Quotient, string>> = {
  oneSided: '(f(x+h) - f(x)) / h', backward: '(f(x) - f(x-h)) / h', central: '(f(x+h) - f(x-h)) / 2h', extrapolated: 'extrapolated to h = 0'
}

const differences = ({ differences: all }: Derivative): string =>
  table((Object.keys(quotients) as ReadonlyArray<Quotient>).map(q => {
    const d: Difference | string = all[q]
    if (typeof d === 'string') return [`  ${quotients[q]}`, d, '', '']
    return [`  ${quotients[q]}`, d.value.text, `h = ${d.h.text}`, d.error === undefined ? '' : `error about ${d.error.text}`]
  }), 4)

const rows: ReadonlyArray<readonly [Method | Quotient, string]> = [
  ['forward', 'forward mode'], ['reverse', 'reverse mode'], ['symbolic', 'symbolic'],
  ['oneSided', 'one-sided difference'], ['backward', 'backward difference'], ['central', 'central difference'],
  ['extrapolated', 'extrapolated']
]

const valueOf = ({ modes, differences: all }: Derivative, method: Method | Quotient): string => {
  if (method === 'forward' || method === 'reverse' || method === 'symbolic') return modes[method].text
  const d = all[method]
  return typeof d === 'string' ? '-' : d.value.text
}

const agreement = (name: string, d: Derivative): string => {
  const [lo, hi] = d.enclosure
  const enclosure = lo.text === hi.text ? lo.text : `[${lo.text}, ${hi.text}]`
  return `  df/d${name} in ${enclosure}\n${table(rows.map(([method, words]) =>
    [`  ${words}`, valueOf(d, method), units(d.ulps[method])]))}`
}

const kinks = ({ kinks: all, sides }: Answer): string => [
  ...all.map(({ at, convention }) => `  ${at}: ${convention}`),
  ...Object.entries(sides).map(([name, { left, right }]) => `  df/d${name}: ${left.text} from the left, ${right.text} from the right`)
].join('\n')
