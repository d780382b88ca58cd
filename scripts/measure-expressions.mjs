// How well the modes of differentiation do on drawn formulas: node scripts/measure-expressions.mjs [COUNT], after npm run build.
import fc from 'fast-check'
import { elementarySteps, graphsOf, lifted, quarterInputs } from '../dist/properties/expressions/expressionGraphs.js'
import { evaluate, forward, reverse, symbolic } from '../dist/src/expression/index.js'
import { elementaryBall, elementaryFloat64, elementaryInterval, toInterval } from '../dist/src/number/index.js'

const count = Number(process.argv[2] ?? 5000)
const largest = 60
const digits50 = elementaryBall(200)

const graphs = graphsOf(elementarySteps, 40).filter(({ nodes }) => nodes.length <= largest)
const cases = fc.sample(fc.record({ graph: graphs, inputs: quarterInputs }), { numRuns: count, seed: 1 })

const ways = {
  forward: (N, graph, at) => forward(N)(graph, at).gradient,
  reverse: (N, graph, at) => reverse(N)(graph, at).gradient,
  symbolic: (N, graph, at) => Object.fromEntries(
    Object.entries(symbolic(graph)).map(([name, d]) => [name, evaluate(N)(d, at)[d.output]])
  )
}

const began = performance.now()
let [nodes, derivatives, nonZero, narrow, escaped, apart, missed] = [0, 0, 0, 0, 0, 0, 0]
for (const { graph, inputs } of cases) {
  nodes += graph.nodes.length
  const truth = reverse(digits50)(graph, lifted(digits50, inputs)).gradient
  const allOver = N => Object.fromEntries(Object.entries(ways).map(([way, f]) => [way, f(N, graph, lifted(N, inputs))]))
  const [runs, floats] = [allOver(elementaryInterval), allOver(elementaryFloat64)]
  for (const name of Object.keys(inputs)) {
    const enclosures = Object.values(runs).map(run => run[name])
    const exact = toInterval(truth[name])
    const [lo, hi] = [Math.max(...enclosures.map(e => e.lo)), Math.min(...enclosures.map(e => e.hi))]
    derivatives += 1
    const isEnclosed = (x, { lo, hi }) => lo <= x && x <= hi
    escaped += Object.keys(ways).filter(way => !isEnclosed(floats[way][name], runs[way][name])).length
    if (lo > hi) apart += 1
    if (exact.lo > hi || exact.hi < lo) missed += 1
    if (!(exact.lo <= 0 && exact.hi >= 0)) {
      nonZero += 1
      if ((hi - lo) / Math.min(Math.abs(lo), Math.abs(hi)) <= 1e-9) narrow += 1
    }
  }
}
const share = (100 * narrow / nonZero).toFixed(2)
const most = Math.max(...cases.map(({ graph }) => graph.nodes.length))
const average = (nodes / cases.length).toFixed(1)
console.log(`${cases.length} formulas of up to ${most} nodes (${average} on average), ${derivatives} derivatives by three modes`)
console.log(`floats outside the interval run of their own formula: ${escaped}`)
console.log(`derivatives whose enclosures share no point: ${apart}; that miss the 50-digit value: ${missed}`)
console.log(`non-zero derivatives enclosed to a relative 1e-9: ${narrow} of ${nonZero}, ${share} % (at least 95 % is wanted)`)
console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`)
process.exitCode = escaped + apart + missed === 0 && narrow / nonZero >= 0.95 ? 0 : 1
