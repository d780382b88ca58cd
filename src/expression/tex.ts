import type { Graph, Node, Operation } from './Graph.js'
import {
  added, conditionOf, decimalOrQuotient, leadsWithNumber, type Notation, type Piece, render, renderStep, subtracted
} from './render.js'
import type { OperationName } from './operations.js'

const within = (level: number, { written, level: own }: Piece): string =>
  (own >= level ? written : String.raw`\left(${written}\right)`)

const functions: Readonly<Partial<Record<OperationName, string>>> = {
  log: String.raw`\log`, log10: String.raw`\log_{10}`, sin: String.raw`\sin`, cos: String.raw`\cos`,
  tan: String.raw`\tan`,
  asin: String.raw`\arcsin`, acos: String.raw`\arccos`, atan: String.raw`\arctan`, sinh: String.raw`\sinh`,
  cosh: String.raw`\cosh`,
  tanh: String.raw`\tanh`, max: String.raw`\max`, min: String.raw`\min`, sigmoid: String.raw`\sigma`
}

const call = (name: OperationName, operands: ReadonlyArray<Piece>): Piece => {
  const head = functions[name] ?? String.raw`\operatorname{${name}}`
  return { written: String.raw`${head}\left(${operands.map(p => p.written).join(', ')}\right)`, level: 5 }
}

const nothing: Piece = { written: '0', level: 5 }

const product = (a: Piece, b: Piece, level: number): string => {
  const [left, right] = [within(2, a), within(level, b)]
  return /^[\d.-]/.test(right) ? String.raw`${left} \cdot ${right}` : String.raw`${left}\,${right}`
}

const joined = (operands: ReadonlyArray<Piece>, sign: string, each: (p: Piece) => string): string =>
  operands.map(each).join(sign)

const operation: Notation['operation'] = (node, operands, nodes) => {
  const [a = nothing, b = nothing, x = nothing, y = nothing] = operands
  switch (node.name) {
    case 'add': return { written: added(a.written, within(2, b)), level: 1 }
    case 'sub': return { written: subtracted(a.written, within(2, b)), level: 1 }
    case 'sum': return { written: operands.map(p => within(2, p)).reduce(added), level: 1 }
    case 'mul': return { written: product(a, b, leadsWithNumber(node, nodes) ? 2 : 3), level: 2 }
    case 'div': return { written: String.raw`\frac{${a.written}}{${b.written}}`, level: 4 }
    case 'neg': return { written: `-${within(4, a)}`, level: 3 }
    case 'exp': return { written: `e^{${a.written}}`, level: 4 }
    case 'pow': return { written: `${within(5, a)}^{${b.written}}`, level: 4 }
    case 'power': return { written: `${within(5, a)}^{${node.exponent}}`, level: 4 }
    case 'sqrt': return { written: String.raw`\sqrt{${a.written}}`, level: 5 }
    case 'abs': return { written: String.raw`\left|${a.written}\right|`, level: 5 }
    case 'hypot': return {
      written: String.raw`\sqrt{${joined(operands, ' + ', p => `${within(5, p)}^{2}`)}}`, level: 5
    }
    case 'where': return whereOf(conditionOf(node, nodes), a, b, x, y)
    default: return call(node.name, operands)
  }
}

const whereOf = (condition: 'holds' | 'fails' | undefined, a: Piece, b: Piece, x: Piece, y: Piece): Piece => {
  const compared = String.raw`${a.written} ${condition === 'fails' ? '<' : String.raw`\ge`} ${b.written}`
  const cases = String.raw`\begin{cases}${x.written} & ${compared}\\${y.written} & \text{else}\end{cases}`
  return condition === undefined ? { written: cases, level: 1 }
    : { written: String.raw`\left[${compared}\right]`, level: 5 }
}

const greek = new Set([
  'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu', 'nu', 'xi',
  'rho', 'sigma',
  'tau', 'phi', 'chi', 'psi', 'omega'
])

const letters = (word: string): string =>
  greek.has(word) ? `\\${word}`
    : word.length === 1 ? word : String.raw`\mathit{${word.replaceAll('_', String.raw`\_`)}}`

/** w12 as w_{12}, x[1] as x_{1}, A[1, 2] as A_{1, 2}, alpha as a Greek letter. */
export const variableTex = (name: string): string => {
  const [, array, indices] = /^(.*)\[([\d, ]+)\]$/.exec(name) ?? []
  if (array !== undefined && indices !== undefined) return `${letters(array)}_{${indices}}`
  const [, word = name, index = ''] = /^(.*?[^\d_])(?:_?(\d+))?$/u.exec(name) ?? []
  return index === '' ? letters(name) : `${letters(word)}_{${index}}`
}

const notation: Notation = {
  variable: variableTex,
  constant: ({ value }) => {
    if (typeof value === 'string') return { written: value === 'pi' ? String.raw`\pi` : 'e', level: 5 }
    const written = decimalOrQuotient(value)
    const [above, below] = written.split('/')
    if (below !== undefined) return { written: String.raw`\frac{${above ?? ''}}{${below}}`, level: 3 }
    return { written, level: written.startsWith('-') ? 3 : 5 }
  },
  operation
}

/**
 * The formula in TeX.
 *
 * @example
 * tex(record(['w1', 'x'], (N, { w1, x }) => N.div(N.exp(w1), N.mul(N.of(2), x)))) // '\\frac{e^{w_{1}}}{2\\,x}'
 */
export const tex: (graph: Graph) => string = render(notation)

/** One step, such as e^{v_{3}}, with names for what it acts on. */
export const stepTex: (node: Operation, name: (ref: number) => string, nodes: ReadonlyArray<Node>) => string =
  renderStep(notation)
