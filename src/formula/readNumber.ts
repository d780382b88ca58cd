import { checkDomain, constantFolding, type Graph, record, variablesOf } from '../expression/index.js'
import { decimal } from '../number/writtenDecimal.js'
import { filled, type Value } from '../notation/index.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { lowerEntries } from './lower.js'
import { readFormula } from './parse.js'
import { pointed } from './pointed.js'

const enoughBits = 256

const isDefined = (graph: Graph): boolean => {
  const isFraction = constantFolding(i => graph.nodes[i] as Graph['nodes'][number])(graph.output) !== undefined
  return isFraction || !isLeft(attempt(() => checkDomain(enoughBits)(graph, {})))
}

/** A number, vector or matrix that a person typed, exactly: decimals, or formulas without inputs, such as [1/3, pi/4, sqrt(2)]. */
export const readValue = (place: string, text: string): Value<Graph> => {
  if (/^[-+]?[\d.]/.test(text.trim()) && /^[-+.\deE]*$/.test(text.trim())) {
    const { value } = decimal(place, text)
    return filled(1, 1, () => record([], N => N.ofRational(value)))
  }
  const expected = (got: string): never => refuse('input', place, 'a number such as -2.5e3, 1/3 or pi', got)
  if (text.trim() === '') return expected('nothing')
  const values = pointed(text, () => {
    const { scope, term } = readFormula(text)
    return lowerEntries(scope, term)
  }, place)
  return filled(values.rows, values.columns, (i, j) => {
    const graph = values.at(i, j)
    return variablesOf(graph).length > 0 || !isDefined(graph) ? expected(text.trim()) : graph
  })
}

/** A single number that a person typed. */
export const readNumber = (place: string, text: string): Graph => {
  const { rows, columns, at } = readValue(place, text)
  return rows === 1 && columns === 1 ? at(0, 0) : refuse('input', place, 'a number such as -2.5e3, 1/3 or pi', text.trim())
}
