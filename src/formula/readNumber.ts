import { checkDomain, constantFolding, type Graph, record, variablesOf } from '../expression/index.js'
import { decimal } from '../number/writtenDecimal.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { lower } from './lower.js'
import { readFormula } from './parse.js'
import { pointed } from './pointed.js'

const enoughBits = 256

const isDefined = (graph: Graph): boolean => {
  const isFraction = constantFolding(i => graph.nodes[i] as Graph['nodes'][number])(graph.output) !== undefined
  return isFraction || !isLeft(attempt(() => checkDomain(enoughBits)(graph, {})))
}

/**
 * A number that a person typed, exactly: a decimal, or a formula without inputs, such as 1/3, pi/4 or sqrt(2).
 *
 * @example
 * readNumber('x', '0.1').nodes // [{ kind: 'constant', value: { num: 1n, den: 10n } }]
 */
export const readNumber = (place: string, text: string): Graph => {
  if (/^[-+]?[\d.]/.test(text.trim()) && /^[-+.\deE]*$/.test(text.trim())) {
    const { value } = decimal(place, text)
    return record([], N => N.ofRational(value))
  }
  const graph = text.trim() === '' ? undefined : pointed(text, () => {
    const { scope, term } = readFormula(text)
    return lower(scope, term)
  }, place)
  if (graph !== undefined && variablesOf(graph).length === 0 && isDefined(graph)) return graph
  return refuse('input', place, 'a number such as -2.5e3, 1/3 or pi', text.trim() === '' ? 'nothing' : text.trim())
}
