import { variableTex } from '../../expression/tex.js'
import { escape } from '../../drawing/escape.js'
import { formula } from '../formula.js'
import { scrolls } from '../scrolls.js'
import { style } from '../style.js'
import type { Answer, Derivative, Difference, Method, Quotient, Step } from '../../differentiate/index.js'
import { pointOf } from './compact.js'
import { circuitStyle, drawing } from './drawing.js'
import { atLeast, summaryOf } from './lostDigits.js'
import { units } from './units.js'

/** The answer as one page that needs nothing else: the computational graph, the formulas, and every number. */
export const html = (answer: Answer): string => {
  const inputs = Object.keys(answer.gradient)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(`d/d(${inputs.join(', ')}) of ${answer.expression.slice(0, 80)}`)}</title>`,
    `<style>${style}${circuitStyle}</style></head>`,
    '<body><main>',
    `<header><h1>A derivative, four ways</h1>${scrolls('the function', formula(`f = ${answer.tex}`), 'formula')}`,
    `<p class="lead">${escape(pointOf(answer))}; f = ${escape(answer.value.text)}</p>`,
    outcome(answer),
    `<h2>The computational graph</h2><p class="small">On every wire the value above, and below it what flows back. Where a variable is used more than once, Σ is its adjoint.</p>`,
    scrolls('the computational graph', drawing(answer)),
    '<h2>Derivatives</h2>',
    ...Object.entries(answer.gradient).map(derivative),
    ...(answer.hessian.length === 0 ? [] : ['<h2>Second derivatives</h2>', ...answer.hessian.map(second)]),
    ...(answer.kinks.length === 0 ? [] : ['<h2>Kinks</h2>', kinks(answer)]),
    '<h2>Every variable</h2>',
    variables(answer.steps, inputs),
    '</main></body></html>',
    ''
  ].join('\n')
}

const outcome = (answer: Answer): string => {
  const { wrong, onTheWay, least } = summaryOf(answer)
  const said = !answer.consistent ? '<b>A mode disagrees</b> with its own rounding: an error of Lemmata.'
    : wrong.length > 0 ? `<b>Not even the first digit is right</b> of ${escape(wrong.join(', '))}.`
      : `<b>${atLeast(least, answer.of)}</b> of every result are right, by comparison with a rigorous enclosure` +
        `${onTheWay ? ', but some numbers on the way have none' : ''}.`
  return `<p class="outcome${answer.consistent && wrong.length === 0 && !onTheWay ? '' : ' bad'}">${said}</p></header>`
}

const partial = (name: string): string => String.raw`\frac{\partial f}{\partial ${variableTex(name)}}`

const methods: ReadonlyArray<readonly [Method | Quotient, string]> = [
  ['forward', 'forward mode'], ['reverse', 'reverse mode'], ['symbolic', 'symbolic'],
  ['oneSided', 'one-sided difference'],
  ['backward', 'backward difference'], ['central', 'central difference'], ['extrapolated', 'extrapolated difference']
]

const derivative = ([name, d]: readonly [string, Derivative]): string => {
  const [lo, hi] = d.enclosure
  const rows = methods.map(([method, words]) => {
    const isMode = method === 'forward' || method === 'reverse' || method === 'symbolic'
    const found: Difference | string | undefined = isMode ? undefined : d.differences[method]
    const figure = found === undefined ? d.modes[method as Method] : typeof found === 'string' ? undefined : found.value
    const value = typeof found === 'string' ? found : figure?.text ?? ''
    const step = found === undefined || typeof found === 'string' ? '' : `h = ${found.h.text}`
    return `<tr><td>${words}</td><td class="number">${escape(value)}</td><td class="optional">${escape(step)}</td><td class="number">${figure?.digits ?? '-'}</td><td class="number">${units(d.ulps[method])}</td></tr>`
  })
  return (d.formula === '' ? ''
    : scrolls(`the derivative by ${name}`, formula(`${partial(name)} = ${d.tex}`), 'formula')) +
    scrolls(`the derivative by ${name}, each way`, `<table><tr><th>df/d${escape(name)}</th><th class="number">value</th><th class="optional">step</th><th class="number">right digits</th><th class="number">off by</th></tr>${rows.join('')}</table>`) +
    `<p class="small">The true value lies in [${escape(lo.text)}, ${escape(hi.text)}].</p>`
}

const second = ({ by: [a, b], tex, value }: Answer['hessian'][number]): string => {
  const below = a === b ? String.raw`\partial ${variableTex(a)}^2`
    : String.raw`\partial ${variableTex(a)}\,\partial ${variableTex(b)}`
  return `${scrolls('a second derivative', formula(String.raw`\frac{\partial^2 f}{${below}} = ${tex}`), 'formula')}<p>${escape(typeof value === 'string'
    ? value
    : `= ${value.text}`)}</p>`
}

const kinks = ({ kinks: all, sides }: Answer): string =>
  `<ul>${all.map(({ at, convention }) => `<li><code>${escape(at)}</code>: ${escape(convention)}</li>`).join('')}</ul>` +
  `<p>${Object.entries(sides)
    .map(([name, { left, right }]) => escape(`df/d${name}: ${left.text} from the left, ${right.text} from the right`))
    .join('<br>')}</p>`

const variables = (steps: ReadonlyArray<Step>, inputs: ReadonlyArray<string>): string =>
  scrolls('every variable', `<table><tr><th>variable</th><th>operation</th><th class="number">value</th>${inputs.map(name => `<th class="number">d/d${escape(name)}</th>`)
    .join('')}` +
  `<th class="number">adjoint</th></tr>${steps.map(step => `<tr><td>${escape(step.name)}</td><td><code>${escape(step.operation)}</code></td>` +
    `<td class="number">${escape(step.value.text)}</td>${inputs.map(name => `<td class="number">${escape(step.tangents[name]?.text ?? '')}</td>`)
      .join('')}` +
    `<td class="number">${escape(step.adjoint.text)}</td></tr>`).join('')}</table>`)
