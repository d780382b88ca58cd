import { type Ball, type Analytic, ball, toInterval } from '../number/index.js'
import { toDecimal } from '../number/ball.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { evaluate, type Known, type Point } from './evaluate.js'
import type { Graph, Operation } from './Graph.js'
import { text } from './text.js'

/** What is known of the sign of a number that is known to some digits. */
type Sign = '+' | '0' | '-' | '?'

const signOf = ({ mid, rad, exp }: Ball): Sign =>
  !Number.isFinite(exp) ? '?' : mid > rad ? '+' : mid < -rad ? '-' : mid === 0n && rad === 0n ? '0' : '?'

/** What must be so for an operation to have a value and a finite derivative. */
interface Requirement {
  readonly quantity: Ball
  readonly allows: ReadonlyArray<Sign>
  /** Which operand it is about. */
  readonly about: 0 | 1
  readonly expected: (operand: string) => string
}

const requirementsOf = (
  N: Analytic<Ball>, { name, exponent }: Operation, [x, y]: ReadonlyArray<Ball>, varies: (operand: 0 | 1) => boolean
): ReadonlyArray<Requirement> => {
  const [a, b] = [x ?? N.of(0), y ?? N.of(0)]
  const positive = { quantity: a, allows: ['+'], about: 0 } as const
  const apart = { allows: ['+', '-'], expected: (operand: string) => `${operand} other than 0` } as const
  switch (name) {
    case 'div': return [{ ...apart, quantity: b, about: 1 }]
    case 'power': return exponent < 0
      ? [{ ...apart, quantity: a, about: 0, expected: operand => `${varies(0) ? operand : 'a base'} other than 0` }]
      : []
    case 'tan': return [
      { ...apart, quantity: N.cos(a), about: 0, expected: operand => `${operand} away from the poles of the tangent` }
    ]
    case 'log':
    case 'log10': return [{ ...positive, expected: operand => `${operand} > 0` }]
    case 'log1p': return [{ ...positive, quantity: N.add(N.of(1), a), expected: operand => `${operand} > -1` }]
    case 'pow': {
      const isWhole = b.rad === 0n && b.mid % (1n << BigInt(Math.max(0, -b.exp))) === 0n
      const why = !isWhole ? 'that is not a whole number' : varies(1) ? 'that varies' : 'beyond 2^31'
      return [{ ...positive, expected: operand => `${operand} > 0 under an exponent ${why}` }]
    }
    case 'sqrt': return [
      { ...positive, allows: ['+', '0'], expected: operand => `${operand} >= 0` },
      { ...positive, expected: operand => `${operand} > 0, for a finite derivative` }
    ]
    case 'asin':
    case 'acos': return [
      { ...positive, quantity: N.sub(N.of(1), N.mul(a, a)), expected: operand =>
        `-1 < ${operand} < 1, for a finite derivative` }
    ]
    default: return []
  }
}

const shortest = 80

/** A node as a formula, or its beginning. */
export const nodeText = ({ nodes }: Graph, i: number): string => {
  const written = attempt(() => text({ nodes, output: i }))
  const whole = isLeft(written) ? `node ${i}` : written.right
  return whole.length > shortest ? `${whole.slice(0, shortest)}...` : whole
}

/** Which nodes depend on an input. */
const varyingNodes = ({ nodes }: Graph): ReadonlyArray<boolean> => {
  const varying: Array<boolean> = []
  nodes.forEach(
    node => varying.push(node.kind === 'variable' || (node.kind === 'operation' && node.operands.some(k => varying[k])))
  )
  return varying
}

const short = (decimal: string): string => (Number.isFinite(Number(decimal)) ? String(Number(decimal)) : decimal)

/** A number in few digits, for a message. */
const brief = (x: Ball): string => {
  const { lo, hi } = toInterval(x)
  if (lo === hi) return String(lo)
  if (signOf(x) !== '?') return short(toDecimal(x, 6))
  return lo >= -Number.MIN_VALUE && hi <= Number.MIN_VALUE ? 'what is too small to be told from 0'
    : 'what cannot be told from the limit'
}

/**
 * Refuses a point where some operation has no value or no finite derivative, and says which, and what it acts on. The values are known to
 * so many bits; what they cannot tell from a place without a derivative is refused too.
 */
export const checkDomain = (bits: number) =>
  (graph: Graph, at: Point<Ball>, known: Known<Ball> = []): ReadonlyArray<Ball> => {
    const N = ball(bits)
    const values = evaluate(N)(graph, at, known)
    const varying = varyingNodes(graph)
    graph.nodes.forEach((node, i) => {
      if (node.kind !== 'operation') return
      const operands = node.operands.map(k => values[k] as Ball)
      const varies = (k: 0 | 1): boolean => varying[node.operands[k] ?? -1] ?? false
      const failed = requirementsOf(N, node, operands, varies).find(
        ({ quantity, allows }) => !allows.includes(signOf(quantity))
      )
      if (failed !== undefined) {
        const zeroByZero = node.name === 'div' && operands.every(operand => signOf(operand) === '0')
        const got = zeroByZero ? '0/0' : brief(operands[failed.about] as Ball)
        refuse('domain', nodeText(graph, i), failed.expected(nodeText(graph, node.operands[failed.about] ?? 0)), got)
      }
      const value = values[i] as Ball
      if (node.name === 'hypot' && signOf(value) !== '+') {
        refuse('domain', nodeText(graph, i), 'a vector other than 0, where a norm has a kink', brief(value))
      }
      if (value.exp === Infinity) refuse('domain', nodeText(graph, i), 'a value below e^(2^48)', 'more')
    })
    return values
  }
