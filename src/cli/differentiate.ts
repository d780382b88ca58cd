import { expressions } from '../../proofs-numeric/offered.js'
import { decimal } from '../number/writtenDecimal.js'
import { type Graph, variablesOf } from '../expression/Graph.js'
import { text as formulaText } from '../expression/text.js'
import { parse, readNumber, type SecondOpinion, secondOpinion, type Shapes } from '../formula/index.js'
import { attempt, isLeft, mapRecord, orThrow, Refusal, refuse, wrap } from '../prelude/index.js'
import {
  type Answer, type Arrays, differentiate as differentiated, type Judged, judgePrinted, type Printed
} from '../differentiate/index.js'
import { json } from '../report/differentiate/json.js'
import { text } from '../report/differentiate/text.js'
import { verdictLines } from '../report/differentiate/verdictLines.js'
import { colours, plain } from '../report/Paint.js'
import type { ExitCode, Run } from './Command.js'
import {
  differentiateHelp, type DifferentiateOptions, listExpressions, readDifferentiateOptions
} from './differentiateOptions.js'
import type { Io } from './Io.js'
import { outputFile } from './outputFile.js'
import { misuse } from './UsageError.js'

/** Differentiates a formula in every way, and prints all that leads there. */
export const differentiate: Run = async (argv, io) => {
  const options = readDifferentiateOptions(argv)
  if (options === 'help' || options === 'list') {
    io.out(options === 'help' ? differentiateHelp : listExpressions(({ graph }) => formulaText(graph)))
    return 0
  }
  try {
    return await answerTo(options, io)
  } catch (error) {
    if (error instanceof Refusal) return misuse(error.message)
    throw error
  }
}

const answerTo = async (options: DifferentiateOptions, io: Io): Promise<ExitCode> => {
  const { digits, h, hessian, expect, isEachEntry, isSeconded } = options
  const { expression, graph, at, arrays } = subjectOf(options)
  const point = mapped(at, (text, name) => readNumber(name, text))
  const printed = mapped(expect?.at ?? {}, printedFrom)
  if (h !== undefined && decimal('--h', h).value.num <= 0n) return misuse(`--h must be a step above 0, got ${h}`)
  const write = options.html === undefined ? undefined : outputFile('--html', options.html)
  const answer = differentiated({
    expression, graph, at, arrays, point, hessian, ...(digits === undefined ? {} : { digits }),
    ...(h === undefined ? {} : { h })
  })
  const judged = expect === undefined ? [] : judgePrinted(graph, point, printed)
  const second = isSeconded ? await secondOpinion(expression, at, graph, point) : undefined
  io.out(options.json ? json(answer, judged, second) : [
    text(answer, io.colour ? colours : plain, isEachEntry), ...judged.length === 0 ? [] : [`${verdictLines(judged)}\n`],
    ...second === undefined ? [] : [`${wrap(secondLine(second), '', '  ')}\n`]
  ].join('\n'))
  if (write !== undefined) write(await page(answer))
  return answer.consistent ? exitOf(answer, judged, second) : 70
}

const exitOf = ({ agrees }: Answer, judged: ReadonlyArray<Judged>, second: SecondOpinion | undefined): ExitCode =>
  (!agrees || judged.some(({ verdict }) => verdict !== 'right') || second?.verdict === 'disagrees' ? 1 : 0)

const secondLine = ({ verdict, said }: SecondOpinion): string =>
  (verdict === 'none' ? `No second opinion: ${said}` : `A second opinion, by mathjs: f = ${said}, which ${verdict}`)

const page = async (answer: Answer): Promise<string> => (await import('../report/differentiate/html.js')).html(answer)

const mapped = <T>(
  given: Readonly<Record<string, string>>, f: (text: string, name: string) => T
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(given).map(([name, text]) => [name, f(text, name)]))

const printedFrom = (text: string): Printed => {
  const figure = attempt(() => decimal('--expect', text))
  return isLeft(figure) ? { text, exact: readNumber('--expect', text) } : { text, decimal: figure.right }
}

interface Subject {
  readonly expression: string
  readonly graph: Graph
  readonly at: Readonly<Record<string, string>>
  readonly arrays: Arrays
}

/** The formula and the point: of the documents by name, where --at may move the point, or as typed. */
const subjectOf = ({ expression, point: { at, arrays } }: DifferentiateOptions): Subject => {
  const known = expressions.find(({ name }) => name === expression)
  const graph = known?.graph ?? orThrow(parse(expression, mapShapes(arrays)))
  const inputs = variablesOf(graph)
  const stray = Object.keys(at).find(name => !inputs.includes(name))
  if (stray !== undefined) {
    const [names, one] = [[...new Set(inputs.map(wholeOf))], wholeOf(stray)]
    const isEntry = names.includes(one)
    refuse('input', '--at', names.length === 0 ? 'nothing: the formula has no inputs'
      : `values for ${names.join(', ')}`,
      `one for ${isEntry ? stray : one}, which does not occur${isEntry ? ` (give all of ${one} as ${one}=[1,2])` : ''}`)
  }
  return {
    expression: known === undefined ? expression.trim() : formulaText(graph), graph, at: { ...known?.at, ...at }, arrays
  }
}

/** The array of which this is an entry, or the number itself. */
const wholeOf = (name: string): string => name.replace(/\[.*$/, '')

const mapShapes = (arrays: Arrays): Shapes =>
  mapRecord(arrays, ({ rows, columns }) => [rows, columns])
