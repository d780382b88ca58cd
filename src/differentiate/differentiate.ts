import {
  forward, type Forward, type Graph, nodeText, reverse, type Reverse, symbolic, tex, variablesOf
} from '../expression/index.js'
import { stepTex } from '../expression/tex.js'
import { stepText } from '../expression/text.js'
import { toDecimal } from '../number/ball.js'
import { type Ball, toInterval } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import type { Answer, Request, Sides, Step } from './Answer.js'
import { derivative } from './derivative.js'
import { lifted, modesOf } from './modes.js'
import { namesOfNodes } from './namesOfNodes.js'
import { secondsOf } from './seconds.js'
import { decimals, doubles, judged, type System } from './System.js'
import { derivativeIn, type Truth, truthOf } from './truth.js'

/**
 * Differentiates in every way, and says how many digits of each number are right. Refuses a point where the formula or its derivative does
 * not exist, and results that no double can hold.
 *
 * @example
 * const graph = orThrow(parse('x^2 * y'))
 * const at = { x: '3', y: '1/3' }
 * const point = { x: readNumber('x', '3'), y: readNumber('y', '1/3') }
 * differentiate({ expression: 'x^2 * y', graph, at, point, hessian: false }).gradient.x.modes.reverse.text // '2'
 */
export const differentiate = (request: Request): Answer => {
  const { graph, digits, point } = request
  const missing = variablesOf(graph).filter(name => !Object.hasOwn(point, name))
  if (missing.length > 0) refuse(
    'input', 'the point', `a value for ${missing.join(', ')}: --at ${missing[0] ?? ''}=1`, 'none'
  )
  const at = Object.fromEntries(variablesOf(graph).map(name => [name, point[name] as Graph]))
  const truth = truthOf(graph, at, digits === undefined ? 64 : Math.ceil(3.33 * digits) + 8)
  if (digits !== undefined) return answerIn(decimals(digits, truth.bits), request, at, truth)
  checkOverflow(nodeText(graph, graph.output), truth.values[graph.output] as Ball)
  Object.entries(truth.gradient).forEach(([name, a]) => checkOverflow(`df/d${name}`, a))
  return answerIn(doubles, request, at, truth)
}

const checkOverflow = (place: string, value: Ball): void => {
  const { lo, hi } = toInterval(value)
  if (hi < Infinity && lo > -Infinity) return
  refuse('domain', place, 'at most 1.797e+308, the largest double (--digits 20 goes further)', toDecimal(value, 4))
}

const answerIn = <A>(system: System<A>, request: Request, at: Request['point'], truth: Truth): Answer => {
  const { graph, expression, digits } = request
  const point = lifted(system.N, at)
  const [f, r] = [forward(system.N)(graph, point), reverse(system.N)(graph, point)]
  const derivatives = symbolic(graph)
  const gradient = gradientOf(system, request, at, truth, derivatives, f, r)
  const value = judged(system, f.values[graph.output] as A, truth.values[graph.output] as Ball)
  const hessian = request.hessian ? secondsOf(system, graph, derivatives, at, truth) : []
  return {
    expression,
    tex: tex(graph),
    graph,
    at: Object.fromEntries(Object.keys(at).map(name => [name, request.at[name] ?? ''])),
    arrays: request.arrays ?? {},
    digits,
    of: system.digits,
    value,
    steps: stepsOf(system, graph, f, r, truth),
    gradient,
    hessian,
    kinks: truth.kinks.map(({ node, convention }) => ({ at: nodeText(graph, node), convention })),
    sides: sidesOf(system, truth),
    agrees: value.digits !== 0 && Object.values(gradient).every(d => d.agrees) &&
      hessian.every(({ value: second }) => typeof second === 'string' || second.digits !== 0),
    consistent: Object.values(gradient).every(d => d.consistent)
  }
}

const methods = ['forward', 'reverse', 'symbolic'] as const

const gradientOf = <A>(
  system: System<A>, request: Request, at: Request['point'], truth: Truth, derivatives: Readonly<Record<string, Graph>>,
  f: Forward<A>, r: Reverse<A>
): Answer['gradient'] => {
  const modes = modesOf(request.graph, derivatives, at)
  const got = { forward: f.gradient, reverse: r.gradient, symbolic: modes.symbolic(system.N) }
  const allows = { forward: system.allows(modes.forward), reverse:
    system.allows(modes.reverse), symbolic: system.allows(modes.symbolic) }
  return Object.fromEntries(Object.entries(derivatives).map(([name, formula]) => [name, derivative(system, {
    request, at, truth, name, formula,
    got: { forward: got.forward[name] as A, reverse: got.reverse[name] as A, symbolic: got.symbolic[name] as A },
    consistent: methods.every(method => allows[method](name, got[method][name] as A, truth.gradient[name] as Ball))
  })]))
}

const sidesOf = <A>(system: System<A>, truth: Truth): Readonly<Record<string, Sides>> =>
  Object.fromEntries(Object.entries(truth.sides).map(([name, { left, right }]) => {
    const shown = (side: Ball): Sides['left'] => ({ text: system.showBall(side), near: toInterval(side).lo })
    return [name, { left: shown(left), right: shown(right), exists: derivativeIn(truth, name).exists }]
  }))

const stepsOf = <A>(
  system: System<A>, graph: Graph, f: Forward<A>, r: Reverse<A>, truth: Truth
): ReadonlyArray<Step> => {
  const name = namesOfNodes(graph)
  return graph.nodes.flatMap((node, i) => node.kind === 'constant' ? [] : [{
    name: name(i),
    operation: node.kind === 'variable' ? 'input' : stepText(node, name, graph.nodes),
    tex: node.kind === 'variable' ? '' : stepTex(node, name, graph.nodes),
    value: judged(system, f.values[i] as A, truth.values[i] as Ball),
    tangents: Object.fromEntries(Object.entries(f.tangents).map(([input, tangents]) =>
      [input, judged(system, tangents[i] as A, truth.tangents[input]?.[i] as Ball)])),
    adjoint: judged(system, r.adjoints[i] as A, truth.adjoints[i] as Ball),
    edges: node.kind === 'variable' ? [] : node.operands.flatMap((k, j) =>
      graph.nodes[k]?.kind === 'constant' ? [] : [{ from: name(k), derivative: system.show(r.partials[i]?.[j] as A) }])
  }])
}
