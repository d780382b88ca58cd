import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementarySteps, graphsOf } from '../../properties/expressions/expressionGraphs.js'
import { type Graph, text, variablesOf } from '../../src/expression/index.js'
import { parse, readNumber, secondOpinion } from '../../src/formula/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'
import { drawn } from '../expression/graphs.js'

const at = { x: '0.75', y: '-5/4', z: '1e-3 + 5/2' }
const point = Object.fromEntries(Object.entries(at).map(([name, value]) => [name, readNumber(name, value)]))

/** As people type: few brackets, products without a sign, powers of powers, signs in the middle. */
const typed: Arbitrary<string> = fc.letrec<{ readonly sum: string; readonly factor: string }>(tie => ({
  sum: fc.array(fc.tuple(fc.constantFrom(
    '+', '-', ' - ', '*', '/', ' ', ' - -', '^2*', '**-1+', '^2', '^3^', '^-'
  ), tie('factor')), { minLength: 1, maxLength: 4 })
    .map(parts => parts.map((
      [sign, factor], k
    ) => (k === 0 ? `${sign.includes('-') ? '-' : ''}${factor}` : `${sign}${factor}`)).join('')),
  factor: fc.oneof({ maxDepth: 1, depthSize: 'small' },
    fc.constantFrom('x', 'y', 'z', '2', '3', '.5', '1.25', '1e-2', 'pi', 'e', '2x', '3y', '2.5z', '-2'),
    fc.tuple(
      fc.constantFrom('exp', 'sin', 'cos', 'abs', 'sigmoid', 'relu', 'softplus', 'ln', 'sqrt', 'abs', 'exp'), tie('sum')
    )
      .map(([f, of]) => `${f}(${of})`),
    tie('sum').map(of => `(${of})`), fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => `max(${a}, ${b})`)
  )
})).sum

// mathjs has no error function for BigNumbers
const isKnown = ({ nodes }: Graph): boolean => !nodes.some(node => node.kind === 'operation' && node.name === 'erf')

interface Told {
  readonly formula: string
  readonly verdict: string
}

const told = async (formula: string, graph: Graph): Promise<Told> =>
  ({ formula, verdict: (await secondOpinion(formula, at, graph, point)).verdict })

describe('mathjs reads and evaluates 5,000 formulas as we do', () => {
  test('what the graph printer writes', async () => {
    const graphs = drawn(graphsOf(elementarySteps, 2), 1100, 41).filter(isKnown)
    const found = await Promise.all(graphs.map(graph => told(text(graph), graph)))
    expect(found.filter(({ verdict }) => verdict !== 'agrees')).toEqual([])
    expect(found.length).toBeGreaterThanOrEqual(1000)
  })

  test.each([12, 13, 14])('what people type: draw %i', async seed => {
    const formulas = fc.sample(typed, { numRuns: 2600, seed }).flatMap(formula => {
      const graph = parse(formula)
      return isLeft(graph) || !variablesOf(graph.right).every(name => Object.hasOwn(at, name)) ? []
        : [{ formula, graph: graph.right }]
    })
    const found = await Promise.all(formulas.map(({ formula, graph }) => told(formula, graph)))
    expect(found.filter(({ verdict }) => verdict === 'disagrees')).toEqual([])
    expect(found.filter(({ verdict }) => verdict === 'agrees').length).toBeGreaterThanOrEqual(1334)
  })
})

test('another value disagrees, and what mathjs does not read gives none', async () => {
  const graph = orThrow(parse('x + y/3'))
  expect((await secondOpinion('x + y/3.0000000000000000000000000000001', at, graph, point)).verdict).toBe('disagrees')
  expect(await secondOpinion('log(-1)', {}, orThrow(parse('log(1)')), {})).toMatchObject({ verdict: 'none' })
  expect(await secondOpinion('sum(i, 1, 2, i)', {}, orThrow(parse('sum(i, 1, 2, i)')), {})).toMatchObject(
    { verdict: 'none' }
  )
  expect((await secondOpinion('1/3', {}, orThrow(parse('1/3')), {})).said).toMatch(/^0\.3{64}$/)
})
