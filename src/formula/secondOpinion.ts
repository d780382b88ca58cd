import type { BigNumber, FactoryFunctionMap } from 'mathjs'
import { evaluate, type Graph } from '../expression/index.js'
import { type Ball, ball, rational, toInterval } from '../number/index.js'
import { decimal } from '../number/writtenDecimal.js'
import { mapRecord } from '../prelude/index.js'

/** What mathjs makes of a formula. */
export interface SecondOpinion {
  readonly verdict: 'agrees' | 'disagrees' | 'none'
  /** Its value in 64 digits, or why it has none. */
  readonly said: string
}

const shown = 64
// So many digits that what cancels on the way leaves those that are shown, as in log1p(x), which is log(1 + x) there.
const precision = 96

type Evaluate = (text: string, scope: Readonly<Record<string, unknown>>) => unknown

const load = async (): Promise<{ readonly evaluate: Evaluate; readonly isBigNumber: (
  value: unknown
) => value is BigNumber }> => {
  const { all, create } = await import('mathjs')
  // max and min take what is nearer than these for equal
  const tolerance = Number(`1e-${precision}`)
  const math = create(all as FactoryFunctionMap, {
    number: 'BigNumber', precision, relTol: tolerance, absTol: tolerance
  })
  const one = math.bignumber(1)
  const functions = {
    ln: (x: BigNumber) => math.log(x),
    sigmoid: (x: BigNumber) => one.div(one.plus(x.neg().exp())),
    softplus: (x: BigNumber) => one.plus(x.exp()).ln(),
    relu: (x: BigNumber) => (x.isNegative() ? math.bignumber(0) : x)
  }
  return {
    evaluate: (text, scope) =>
      math.parse(text).compile().evaluate({ ...functions, σ: functions.sigmoid, ...scope }) as unknown,
    isBigNumber: (value): value is BigNumber => math.isBigNumber(value)
  }
}

// half a second, spent once, and only where a second opinion is asked for
const loaded: () => ReturnType<typeof load> = (() => {
  let math: ReturnType<typeof load> | undefined
  return () => (math ??= load())
})()

/**
 * Reads a formula of numbers again by the parser of mathjs, and evaluates it in its BigNumbers. It agrees if its value, which is rounded
 * to 64 digits, meets the enclosure of ours.
 */
export const secondOpinion = async (
  text: string, at: Readonly<Record<string, string>>, graph: Graph, point: Readonly<Record<string, Graph>>
): Promise<SecondOpinion> => {
  const enclosures = enclosuresOf(graph, point)
  const enclosure = enclosures[graph.output] as Ball
  if (isLaborious(graph, enclosures)) return {
    verdict: 'none', said: 'a function of a number beyond 2^16 would take mathjs too long'
  }
  const { evaluate: evaluated, isBigNumber } = await loaded()
  const read = (formula: string, scope: Readonly<Record<string, unknown>>): unknown =>
    evaluated(formula.replaceAll('**', '^').replace(/\s/g, ' '), scope)
  try {
    const scope = mapRecord(at, value => read(value, {}))
    const value = read(text, scope)
    if (!isBigNumber(value) || !value.isFinite()) {
      return { verdict: 'none', said: `mathjs finds no real number, but ${String(value).slice(0, 40)}` }
    }
    const said = value.toPrecision(shown)
    if (!Number.isFinite(enclosure.exp)) return {
      verdict: 'none', said: `mathjs finds ${said}, where nothing else is known`
    }
    return { verdict: meets(said, enclosure) ? 'agrees' : 'disagrees', said }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { verdict: 'none', said: `mathjs does not read it: ${error.message}` }
  }
}

// A third of the digits of mathjs: what it loses on the way is less than what an enclosure admits to have lost.
const N = ball(128)

const enclosuresOf = (graph: Graph, point: Readonly<Record<string, Graph>>): ReadonlyArray<Ball> => {
  const at = mapRecord(point, value => evaluate(N)(value, {})[value.output] as Ball)
  return evaluate(N)(graph, at)
}

const quick: ReadonlyArray<string> = ['add', 'sub', 'mul', 'div', 'neg', 'sum', 'max', 'min', 'abs', 'relu', 'power']

const isLaborious = ({ nodes }: Graph, enclosures: ReadonlyArray<Ball>): boolean => nodes.some(node =>
  node.kind === 'operation' && !quick.includes(node.name) && node.operands.some(k => {
    const { lo, hi } = toInterval(enclosures[k] as Ball)
    return !(lo >= -(2 ** 16) && hi <= 2 ** 16)
  }))

/** Whether a printed decimal, known to half a unit of its last digit, and an enclosure have a number in common. */
const meets = (printed: string, enclosure: Ball): boolean => {
  const { value, unit } = decimal('mathjs', printed)
  const wide = ball(1024)
  const away = wide.abs(wide.sub({ ...enclosure, rad: 0n }, wide.ofRational(value)))
  const allowed = wide.add(wide.ofRational(rational.div(unit, { num: 2n, den: 1n })), {
    ...enclosure, mid: enclosure.rad, rad: 0n
  })
  const { mid, rad } = wide.sub(away, allowed)
  return mid <= rad
}
