import {
  checkOverflow, forward, type Forward, type Graph, kinksOf, nodeText, oneSided, reverse, type Reverse, symbolic, tex, text, variablesOf
} from '../../expression/index.js'
import { decimal } from '../../number/writtenDecimal.js'
import { stepTex } from '../../expression/tex.js'
import { stepText } from '../../expression/text.js'
import { type Ball, ball, type Rational } from '../../number/index.js'
import { refuse } from '../../prelude/index.js'
import type { Answer, Request, Step } from './Answer.js'
import { derivative } from './derivative.js'
import { lifted, modesOf } from './modes.js'
import { namesOfNodes } from './names.js'
import { decimals, doubles, type System } from './System.js'
import { type Truth, truthOf } from './truth.js'

/** Differentiates in every way, and compares. Refuses a point where the formula or its derivative does not exist, and overflow. */
export const differentiate = (request: Request): Answer => {
  const { graph, digits } = request
  const missing = variablesOf(graph).filter(name => !Object.hasOwn(request.at, name))
  if (missing.length > 0) refuse('input', 'the point', `a value for ${missing.join(', ')}: --at ${missing[0] ?? ''}=1`, 'none')
  const at = Object.fromEntries(variablesOf(graph).map(name => [name, decimal(name, request.at[name] ?? '').value]))
  const truth = truthOf(graph, at, digits === undefined ? 64 : Math.ceil(3.33 * digits) + 8)
  if (digits !== undefined) return answerIn(decimals(digits, truth.bits), request, at, truth)
  checkOverflow(graph, truth.values)
  return answerIn(doubles, request, at, truth)
}

const answerIn = <A>(system: System<A>, request: Request, at: Readonly<Record<string, Rational>>, truth: Truth): Answer => {
  const { graph, expression, digits } = request
  const { N, show } = system
  const point = lifted(N, at)
  const [f, r] = [forward(N)(graph, point), reverse(N)(graph, point)]
  const overflown = Object.entries(r.gradient).find(([, a]) => !system.isFinite(a))
  if (overflown !== undefined) refuse('domain', `d/d${overflown[0]}`, 'at most 1.797e+308, the largest double (--digits 20 goes further)', 'more')
  const kinks = kinksOf(ball(truth.bits), graph, truth.values)
  const sides = kinks.length === 0 ? {} : oneSided(N)(graph, point, kinks)
  const derivatives = symbolic(graph)
  const modes = modesOf(graph, derivatives, at)
  const got = { forward: f.gradient, reverse: r.gradient, symbolic: modes.symbolic(N) }
  const allows = { forward: system.allows(modes.forward), reverse: system.allows(modes.reverse), symbolic: system.allows(modes.symbolic) }
  const methods = ['forward', 'reverse', 'symbolic'] as const
  const gradient = Object.fromEntries(Object.entries(derivatives).map(([name, formula]) => [name, derivative(system, {
    request, at, truth, name, formula,
    got: { forward: got.forward[name] as A, reverse: got.reverse[name] as A, symbolic: got.symbolic[name] as A },
    agrees: methods.every(method => allows[method](name, got[method][name] as A, truth.gradient[name] as Ball))
  })]))
  return {
    expression,
    tex: tex(graph),
    graph,
    at: Object.fromEntries(Object.keys(at).map(name => [name, request.at[name] ?? ''])),
    digits,
    value: show(f.values[graph.output] as A),
    steps: stepsOf(system, graph, f, r),
    gradient,
    hessian: request.hessian ? secondsOf(system, derivatives, point) : [],
    kinks: kinks.map(({ node, convention }) => ({ at: nodeText(graph, node), convention })),
    sides: Object.fromEntries(Object.entries(sides).map(([name, { left, right }]) => [name, { left: show(left), right: show(right) }])),
    agrees: Object.values(gradient).every(d => d.agrees)
  }
}

const stepsOf = <A>({ show }: System<A>, graph: Graph, f: Forward<A>, r: Reverse<A>): ReadonlyArray<Step> => {
  const name = namesOfNodes(graph)
  return graph.nodes.flatMap((node, i) => node.kind === 'constant' ? [] : [{
    name: name(i),
    operation: node.kind === 'variable' ? 'input' : stepText(node, name, graph.nodes),
    tex: node.kind === 'variable' ? '' : stepTex(node, name, graph.nodes),
    value: show(f.values[i] as A),
    tangents: Object.fromEntries(Object.entries(f.tangents).map(([input, tangents]) => [input, show(tangents[i] as A)])),
    adjoint: show(r.adjoints[i] as A),
    edges: node.kind === 'variable' ? [] : node.operands.flatMap((k, j) =>
      graph.nodes[k]?.kind === 'constant' ? [] : [{ from: name(k), derivative: show(r.partials[i]?.[j] as A) }])
  }])
}

const secondsOf = <A>(
  { N, show }: System<A>, derivatives: Readonly<Record<string, Graph>>, point: Readonly<Record<string, A>>
): Answer['hessian'] =>
  Object.entries(derivatives).flatMap(([first, d], i) => Object.entries(symbolic(d)).slice(i).map(([second, dd]) => ({
    by: [first, second] as const,
    formula: text(dd),
    tex: tex(dd),
    value: show(forward(N)(dd, point).values[dd.output] as A)
  })))
