import { type Analytic, rational } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import { decimal } from '../number/writtenDecimal.js'
import { callables, isConstant } from './functions.js'
import type { Graph } from './Graph.js'
import { recorder, type Recorder, type Ref } from './record.js'

const operators: Readonly<Record<string, (N: Analytic<Ref>, a: Ref, b: Ref) => Ref>> = {
  add: (N, a, b) => N.add(a, b),
  subtract: (N, a, b) => N.sub(a, b),
  multiply: (N, a, b) => N.mul(a, b),
  divide: (N, a, b) => N.div(a, b)
}

const half = { num: 1n, den: 2n }
const largestExponent = 2 ** 31

/** Whole exponents multiply, 1/2 is a square root, a power of e is an exponential; others are exp(b log a). */
const raised = ({ N, node }: Recorder, a: Ref, b: Ref): Ref => {
  const [base, exponent] = [node(a), node(b)]
  if (base.kind === 'constant' && base.value === 'e') return N.exp(b)
  if (exponent.kind !== 'constant' || typeof exponent.value === 'string') return N.pow(a, b)
  const { num, den } = exponent.value
  if (den === 1n && num >= -largestExponent && num <= largestExponent) return N.power(a, Number(num))
  return rational.compare(exponent.value, half) === 0 ? N.sqrt(a) : N.pow(a, b)
}

const negated = ({ N, node }: Recorder, a: Ref): Ref => {
  const it = node(a)
  return it.kind === 'constant' && typeof it.value !== 'string' ? N.ofRational({ ...it.value, num: -it.value.num }) : N.neg(a)
}

/** What a node of the parser's tree stands for: one number, or a list of them. */
type Meaning = ReadonlyArray<Ref>

/** The parser's tree as far as it is looked at; anything else in it is refused. */
export interface Parsed {
  readonly type: string
  readonly name?: string
  readonly fn?: string | { readonly name?: string }
  readonly value?: unknown
  readonly args?: ReadonlyArray<Parsed>
  readonly items?: ReadonlyArray<Parsed>
  readonly content?: Parsed
}

const childrenOf = ({ args, items, content }: Parsed): ReadonlyArray<Parsed> => args ?? items ?? (content === undefined ? [] : [content])

const unsupported = (what: string): never =>
  refuse('input', 'the formula', 'numbers, names, + - * / ^ and the functions that are listed', what)

const single = ([first, second]: Meaning): Ref =>
  first === undefined || second !== undefined ? unsupported('a list where a number should be') : first

const meaningOf = (R: Recorder, node: Parsed, operands: ReadonlyArray<Meaning>, lists: Readonly<Record<string, number>>): Meaning => {
  const { N } = R
  const name = node.name ?? ''
  switch (node.type) {
    case 'ConstantNode': return [N.ofRational(decimal('the formula', String(node.value)).value)]
    case 'ParenthesisNode': return operands[0] ?? []
    case 'ArrayNode': return operands.flat()
    case 'SymbolNode': {
      if (isConstant(name)) return [name === 'e' ? N.e() : N.pi()]
      const size = Object.hasOwn(lists, name) ? lists[name] : undefined
      return size === undefined ? [R.variable(name)] : Array.from({ length: size }, (_, i) => R.variable(`${name}[${i}]`))
    }
    case 'FunctionNode': return [called(N, name, operands)]
    case 'OperatorNode': return [operated(R, typeof node.fn === 'string' ? node.fn : '', operands.map(single))]
    default: return unsupported(node.type)
  }
}

const called = (N: Analytic<Ref>, name: string, operands: ReadonlyArray<Meaning>): Ref => {
  // pi (x + 1) reads like a call
  if (isConstant(name)) return N.mul(name === 'e' ? N.e() : N.pi(), single(operands[0] ?? []))
  const callable = Object.hasOwn(callables, name) ? callables[name] : undefined
  if (callable === undefined) return unsupported(`a call of ${name}`)
  if (callable.most === 1) operands.forEach(single)
  const [first = [], second = []] = operands
  if (name === 'dot' && first.length !== second.length) return unsupported(`dot of lists of ${first.length} and ${second.length} numbers`)
  return callable.apply(N, operands)
}

const operated = (R: Recorder, fn: string, [a = 0, b = 0]: ReadonlyArray<Ref>): Ref => {
  const operator = Object.hasOwn(operators, fn) ? operators[fn] : undefined
  if (operator !== undefined) return operator(R.N, a, b)
  return fn === 'pow' ? raised(R, a, b) : fn === 'unaryMinus' ? negated(R, a) : fn === 'unaryPlus' ? a : unsupported(`the operator ${fn}`)
}

/**
 * The graph of a parser's tree, its inputs in the order of the names. From the leaves up, without recursion: a sum of 5000 terms is
 * 5000 deep.
 */
export const graphOf = (root: Parsed, names: ReadonlyArray<string>, lists: Readonly<Record<string, number>>): Graph => {
  const R = recorder()
  names.forEach(name => meaningOf(R, { type: 'SymbolNode', name }, [], lists))
  const waiting: Array<{ readonly node: Parsed; readonly ready: boolean }> = [{ node: root, ready: false }]
  const meanings: Array<Meaning> = []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, ready } = next
    const children = childrenOf(node)
    if (ready) meanings.push(meaningOf(R, node, meanings.splice(meanings.length - children.length), lists))
    else waiting.push({ node, ready: true }, ...children.map(child => ({ node: child, ready: false })).reverse())
  }
  return R.graph(single(meanings[0] ?? []))
}
