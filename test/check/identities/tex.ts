import type { Formula, Whole } from './Formula.js'

/** What a person writes now one way and now another. */
export interface Style {
  readonly transpose: 'T' | '\\top'
  readonly exp: 'e' | '\\exp'
  readonly times: ' ' | ' \\cdot '
  readonly sigmoid: '\\sigma' | '\\operatorname{sigmoid}'
  readonly derivative: 'd' | '\\partial'
  readonly gradient: '\\nabla_w' | '\\frac{\\partial}{\\partial w}'
  readonly powers: 'after' | 'on the name'
}

// How tightly a text holds together: a sum, what goes on to the next sign (a sum over an index), a product, a factor, what bears scripts.
const [loose, open, product, factor, base] = [0, 1, 2, 3, 4] as const

interface Text {
  readonly text: string
  readonly holds: number
}

/** The formula in TeX, with the brackets that it needs. */
export const tex = (f: Formula, style: Style): string => shown(f, style, false).text

const brackets = (text: string): string => `\\left(${text}\\right)`

const shown = (f: Formula, style: Style, inBars: boolean): Text => {
  const at = (part: Formula | undefined, least: number, bars: boolean = inBars): string => {
    const { text, holds } = shown(part as Formula, style, bars)
    return holds >= least ? text : brackets(shown(part as Formula, style, false).text)
  }
  const [a, b] = f.parts
  const [from, to] = f.wholes
  switch (f.operation) {
    case 'number': case 'variable': return { text: f.name, holds: base }
    case 'pi': return { text: '\\pi', holds: base }
    case 'whole': return { text: wholeTex(from), holds: /^\d+$|^[a-z]$/.test(wholeTex(from)) ? base : loose }
    case 'identity': return { text: 'I_n', holds: factor }
    case 'delta': return { text: `\\mathbb{1}\\{${wholeTex(from)} = ${wholeTex(to)}\\}`, holds: factor }
    case 'entry': return {
      text: `${at(a, base)}_{${f.wholes.map(wholeTex).join(', ')}}`, holds: a?.operation === 'variable' ? base : factor
    }
    case 'add': return { text: `${at(a, loose, inBars)} + ${at(b, open)}`, holds: loose }
    case 'subtract': return { text: `${at(a, loose, inBars)} - ${at(b, open)}`, holds: loose }
    case 'negate': return { text: `-${at(a, open)}`, holds: loose }
    case 'multiply': {
      const [left, right] = [at(a, product), at(b, factor)]
      return { text: `${left}${/^\d/.test(right) ? ' \\cdot ' : style.times}${right}`, holds: product }
    }
    case 'divide': return { text: `\\frac{${at(a, loose, false)}}{${at(b, loose, false)}}`, holds: factor }
    case 'entrywise': return { text: `${at(a, factor)} \\odot ${at(b, factor)}`, holds: product }
    case 'inner': return f.name === 'dot' ? { text: `${at(a, factor)} \\cdot ${at(b, factor)}`, holds: product }
      : { text: `\\langle ${at(a, loose, false)}, ${at(b, loose, false)} \\rangle`, holds: base }
    case 'power': return powerTex(f, style, at(a, base))
    case 'real power': return { text: `${at(a, base)}^{${at(b, loose, false)}}`, holds: factor }
    case 'function': return functionTex(f, style, at(a, loose, f.name === 'abs'), inBars)
    case 'max': case 'min': return {
      text: `\\${f.operation}\\left(${at(a, loose, false)}, ${at(b, loose, false)}\\right)`, holds: base
    }
    case 'norm': return bars('\\|', at(a, loose, true), '', inBars)
    case 'norm1': return bars('\\|', at(a, loose, true), '_1', inBars)
    case 'transpose': return { text: `${at(a, base)}^${style.transpose}`, holds: factor }
    case 'trace': return { text: `\\operatorname{tr}${brackets(at(a, loose, false))}`, holds: base }
    case 'diag': return { text: `\\operatorname{diag}${brackets(at(a, loose, false))}`, holds: base }
    case 'softmax': return { text: `\\operatorname{softmax}${brackets(at(a, loose, false))}`, holds: base }
    case 'sum': case 'product': return {
      text: `\\${f.operation === 'sum' ? 'sum'
        : 'prod'}_{${f.name}=${wholeTex(from)}}^{${wholeTex(to)}} ${at(a, open)}`, holds: open
    }
    case 'derivative': {
      const d = style.derivative
      return { text: `\\frac{${d}}{${d} ${f.name}} ${brackets(at(a, loose, false))}`, holds: factor }
    }
    case 'gradient': return { text: `${style.gradient} ${brackets(at(a, loose, false))}`, holds: factor }
  }
}

/** Bars inside bars are bracketed. */
const bars = (bar: string, text: string, after: string, inBars: boolean): Text => {
  const whole = `${bar === '|' ? '\\left|' : bar}${text}${bar === '|' ? '\\right|' : bar}${after}`
  return inBars ? { text: brackets(whole), holds: base } : { text: whole, holds: after === '' ? base : factor }
}

const powerTex = ({ parts: [of], wholes: [n] }: Formula, style: Style, text: string): Text => {
  const isNamed = of?.operation === 'function' && ['sin', 'cos', 'tanh', 'sinh', 'cosh'].includes(of.name)
    && style.powers === 'on the name'
  const exponent = wholeTex(n)
  return { text: isNamed ? text.replace(/^\\([a-z]+)/, `\\$1^{${exponent}}`) : `${text}^{${exponent}}`, holds: factor }
}

const functionTex = ({ name }: Formula, style: Style, of: string, inBars: boolean): Text => {
  switch (name) {
    case 'exp': return style.exp === 'e' ? { text: `e^{${of}}`, holds: factor }
      : { text: `\\exp${brackets(of)}`, holds: base }
    case 'sqrt': return { text: `\\sqrt{${of}}`, holds: base }
    case 'abs': return bars('|', of, '', inBars)
    case 'sigmoid': return { text: `${style.sigmoid}${brackets(of)}`, holds: base }
    case 'relu': case 'softplus': return { text: `\\operatorname{${name}}${brackets(of)}`, holds: base }
    default: return { text: `\\${name}${brackets(of)}`, holds: base }
  }
}

/** "n + 1 - i", the positive part first. */
const wholeTex = (w: Whole | undefined): string => {
  const { plus, times } = w as Whole
  const terms = [...Object.entries(times).map(
    ([name, k]) => [k, k === 1 || k === -1 ? name : `${Math.abs(k)} ${name}`] as const
  ),
    ...plus === 0 ? [] : [[plus, String(Math.abs(plus))] as const]]
  const [first, ...others] = [...terms.filter(([k]) => k > 0), ...terms.filter(([k]) => k < 0)]
  if (first === undefined) return '0'
  return `${first[0] < 0 ? '-' : ''}${first[1]}${others.map(([k, text]) => ` ${k < 0 ? '-' : '+'} ${text}`).join('')}`
}
