import { decimal } from '../number/writtenDecimal.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { checkDomain } from './domain.js'
import { constantFolding } from './exact.js'
import { type Graph, variablesOf } from './Graph.js'
import { parse } from './parse.js'
import { record } from './record.js'

const enoughBits = 256

const isDefined = (graph: Graph): boolean => {
  const isFraction = constantFolding(i => graph.nodes[i] as Graph['nodes'][number])(graph.output) !== undefined
  return isFraction || !isLeft(attempt(() => checkDomain(enoughBits)(graph, {})))
}

/** A number that a person typed, exactly: a decimal, or a formula without inputs, such as 1/3, pi/4 or sqrt(2). */
export const readNumber = async (place: string, text: string): Promise<Graph> => {
  if (/^[-+]?[\d.]/.test(text.trim()) && /^[-+.\deE]*$/.test(text.trim())) {
    const { value } = decimal(place, text)
    return record([], N => N.ofRational(value))
  }
  const read = await parse(text)
  if (isLeft(read) || variablesOf(read.right).length > 0 || !isDefined(read.right)) {
    return refuse('input', place, 'a number such as -2.5e3, 1/3 or pi', text.trim() === '' ? 'nothing' : text.trim())
  }
  return read.right
}
