import { complainAt } from './complainAt.js'
import { plain } from './plain.js'
import { firstIndex, settings } from './Scope.js'
import type { BinaryOperator, CallTerm, EntryTerm, RelationSign, Term } from './Term.js'
import type { World } from './World.js'

/** What is known of indices and sizes; values of parameters are not looked at. */
export type Whole = Pick<World<never>, 'indices'> & {
  readonly parameters: ReadonlyMap<string, unknown>
  readonly ground: Pick<World<never>['ground'], 'labels' | 'sizes' | 'scope' | 'isTyping'>
}

/**
 * The whole number that a term is by its indices and sizes alone; none where it depends on more.
 *
 * @example
 * const world = worldOf(float64, new Map(), { sizes: new Map([['n', 3]]), labels: new Map(), input: () => filled(1, 1, () => 0) })
 * wholeIn(world, parsePlain('2 * n', new Map()).right.first) // 6
 */
export const wholeIn = (world: Whole, term: Term): number | undefined => {
  const both = (left: Term, right: Term, f: (a: number, b: number) => number): number | undefined => {
    const [a, b] = [wholeIn(world, left), wholeIn(world, right)]
    return a === undefined || b === undefined ? undefined : exact(f(a, b))
  }
  switch (term.kind) {
    case 'number': return /^\d{1,15}$/.test(term.text) ? Number(term.text) : undefined
    case 'name': {
      if (world.parameters.has(term.name)) return undefined
      const label = world.ground.labels.get(term.name)
      return world.indices.get(term.name) ?? (typeof label === 'number' ? label : world.ground.sizes.get(term.name))
    }
    case 'entry': return labelIn(world, term)
    case 'call': return roundedIn(world, term)
    case 'unary': {
      const of = term.operator === 'negate' ? wholeIn(world, term.of) : undefined
      return of === undefined ? undefined : -of
    }
    case 'binary':
      switch (term.operator) {
        case 'add': return both(term.left, term.right, (a, b) => a + b)
        case 'subtract': return both(term.left, term.right, (a, b) => a - b)
        case 'multiply': case 'dot': return both(term.left, term.right, (a, b) => a * b)
        case 'power': return both(term.left, term.right, (a, n) => (n < 0 ? NaN : a ** n))
        default: return undefined
      }
    case 'relation': return both(term.left, term.right, (a, b) => (compares[term.sign](a, b) ? 1 : 0))
    default: return undefined
  }
}

/** floor(a / b), ceil(a / b) and mod(a, b) of whole numbers; what is left modulo b has the sign of b. */
const roundedIn = (world: Whole, { function: name, arguments: args }: CallTerm): number | undefined => {
  const rounding = world.ground.scope.has(name) || !Object.hasOwn(roundings, name) ? undefined : roundings[name]
  const [of, by] = args
  if (rounding === undefined || of === undefined) return undefined
  const [a, b] = by === undefined ? ratioIn(world, of) ?? [] : [wholeIn(world, of), wholeIn(world, by)]
  return a === undefined || b === undefined || b === 0 ? undefined : rounding(a, b)
}

const remainder = (a: number, b: number): number => {
  const left = a % b
  return left === 0 ? 0 : left < 0 === b < 0 ? left : left + b
}

const quotient = (a: number, b: number): number | undefined => {
  const multiple = exact(a - remainder(a, b))
  return multiple === undefined ? undefined : multiple / b
}

const roundings: Readonly<Record<string, (a: number, b: number) => number | undefined>> = {
  floor: quotient,
  ceil: (a, b) => {
    const below = quotient(-a, b)
    return below === undefined ? undefined : 0 - below
  },
  mod: remainder
}

/** What is made of whole numbers with quotients, as one quotient. */
const ratioIn = (world: Whole, term: Term): readonly [number, number] | undefined => {
  const whole = wholeIn(world, term)
  if (whole !== undefined) return [whole, 1]
  if (term.kind === 'unary' && term.operator === 'negate') {
    const of = ratioIn(world, term.of)
    return of && [-of[0], of[1]]
  }
  const [left, right] = term.kind === 'binary' ? [ratioIn(world, term.left), ratioIn(world, term.right)] : []
  if (term.kind !== 'binary' || left === undefined || right === undefined) return undefined
  const ratio = ratioOf(term.operator, left, right)
  return ratio?.every(Number.isSafeInteger) === true ? ratio : undefined
}

type Ratio = readonly [number, number]

const ratioOf = (operator: BinaryOperator, [a, b]: Ratio, [c, d]: Ratio): Ratio | undefined => {
  // a sum of two that are rounded may be a whole number that is small
  const parts = [a * d, b * c, b * d, a * c]
  if (!parts.every(Number.isSafeInteger)) return undefined
  switch (operator) {
    case 'add': return [a * d + b * c, b * d]
    case 'subtract': return [a * d - b * c, b * d]
    case 'multiply': case 'dot': return [a * c, b * d]
    case 'divide': return [a * d, b * c]
    default: return undefined
  }
}

/** A whole number that is not rounded, as those beyond 2^53 are. */
const exact = (n: number): number | undefined => (Number.isSafeInteger(n) ? n : undefined)

/** y_i, where y is a vector of labels; while shapes are checked no label has a value, and each is as good as 1. */
const labelIn = (world: Whole, { of, at: [at, more] }: EntryTerm): number | undefined => {
  const isHidden = of.kind !== 'name' || world.parameters.has(of.name) || world.indices.has(of.name)
  const labels = isHidden ? undefined : world.ground.labels.get(of.name)
  if (labels === undefined || typeof labels === 'number' || at === undefined || more !== undefined) return undefined
  if (wholeIn(world, at) === undefined) return undefined
  return world.ground.isTyping ? 1 : labels[positionOf(world, at)]
}

const compares: Readonly<Record<RelationSign, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b, '~': (a, b) => a === b, '!=': (a, b) => a !== b,
  '<=': (a, b) => a <= b, '<': (a, b) => a < b, '>=': (a, b) => a >= b, '>': (a, b) => a > b
}

/**
 * The whole number that a term is by its indices and sizes; refused where it depends on more.
 *
 * @example
 * const world = worldOf(float64, new Map(), { sizes: new Map([['n', 3]]), labels: new Map(), input: () => filled(1, 1, () => 0) })
 * wholeOf(world, parsePlain('n - 1', new Map()).right.first) // 2
 */
export const wholeOf = (world: Whole, term: Term): number =>
  wholeIn(world, term) ?? complainAt(term.span, 'a whole number of indices and sizes', plain(term))

/** The position, from 0, to which a subscript leads: as declared, it counts from another first index, or modulo a number. */
export const positionOf = (world: Whole, subscript: Term): number => {
  const { scope } = world.ground
  const place = wholeOf(world, subscript) - firstIndex(scope)
  const modulo = scope.get(settings.modulo)
  if (modulo?.kind !== 'setting') return place
  const n = wholeOf({ ...world, indices: new Map(), parameters: new Map() }, modulo.value)
  return remainder(place, n)
}
