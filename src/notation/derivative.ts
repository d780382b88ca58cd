import { tabulate } from '../prelude/index.js'
import { type Dual, dual, dualsAlongAll } from '../number/index.js'
import { complainAt } from './complainAt.js'
import { parametersOf } from './defined.js'
import { mentions, partsOf } from './partsOf.js'
import { settings } from './Scope.js'
import type { Span } from './Span.js'
import type { CallTerm, DerivativeTerm, NameTerm, SlopeTerm, Term } from './Term.js'
import { asArgument, overDuals, pointOf } from './unknown.js'
import { isNumber, type Value } from './Value.js'
import { positionOf, wholeOf } from './whole.js'
import { fresh, type Ground, memory, type World } from './World.js'

type Along<A> = Dual<A, ReadonlyArray<A>>

/** A value whose entries vary, each along a direction of its own; or one that does not. */
const varying = <A>(ground: Ground<A>, value: Value<A>, varies: boolean): Value<Along<A>> => {
  const count = value.rows * value.columns
  const direction = (k: number): ReadonlyArray<A> =>
    tabulate(count, i => ground.N.of(i === k ? 1 : 0))
  return {
    rows: value.rows, columns: value.columns, ...value.fitsAll === true ? { fitsAll: true } : {},
    ...value.isMatrix === true ? { isMatrix: true } : {},
    ...value.written === undefined ? {} : { written: value.written },
    at: (i, j) => dual(value.at(i, j), varies ? direction(i * value.columns + j) : [])
  }
}

/** The same place over duals, where what is cut varies and all else is given. */
const moving = <A>(world: World<A>, cut: string | undefined, at: Value<A>, parameter?: string): World<Along<A>> => {
  const { ground } = world
  const still = (values: ReadonlyMap<string, Value<A>>): Map<string, Value<Along<A>>> =>
    new Map([...values].map(([name, value]) => [name, varying(ground, value, false)]))
  const moves = (name: string | undefined): ReadonlyArray<readonly [string, Value<Along<A>>]> =>
    (name === undefined ? [] : [[name, varying(ground, at, true)]])
  const cuts = new Map([...still(ground.cut), ...moves(cut)])
  const parameters = new Map([...still(world.parameters), ...moves(parameter)])
  const input: Ground<Along<A>>['input'] = (name, member, rows, columns) =>
    varying(ground, ground.input(name, member, rows, columns), false)
  const duals: Ground<Along<A>> = {
    N: dualsAlongAll(ground.N), input, cut: cuts, remember: memory(), rememberMean: memory(),
    scope: ground.scope, sizes: ground.sizes, labels: ground.labels, build: ground.build, isTyping: ground.isTyping,
    showShape: ground.showShape,
    ...ground.unknown === undefined ? {} : { unknown: overDuals(ground, ground.unknown) }
  }
  return { ground: duals, indices: world.indices, parameters, evaluate: world.evaluate }
}

/** dy/dx: the shape of x where y is a number, that of y where x is; between vectors the rows are those of y. */
const arranged = <A>(world: World<A>, y: Value<A>, x: Value<A>, moved: () => Value<Along<A>>, span: Span): Value<A> => {
  const { ground } = world
  let known: Value<Along<A>> | undefined
  const tangent = (i: number, j: number, k: number): A => (known ??= moved()).at(i, j).tangent[k] ?? ground.N.of(0)
  if (isNumber(y)) return ground.build(x.rows, x.columns, (i, j) => tangent(0, 0, i * x.columns + j))
  if (isNumber(x)) return ground.build(y.rows, y.columns, (i, j) => tangent(i, j, 0))
  if (y.columns !== 1 || x.columns !== 1) {
    return complainAt(
      span, 'a number or a vector, derived by one; of matrices write single entries',
      `${ground.showShape(y)} by ${ground.showShape(x)}`
    )
  }
  return ground.scope.has(settings.outputsInColumns) ? ground.build(x.rows, y.rows, (i, j) => tangent(j, 0, i))
    : ground.build(y.rows, x.rows, (i, j) => tangent(i, 0, j))
}

export const derivative = <A>(world: World<A>, { of, by, span }: DerivativeTerm): Value<A> => {
  if (of.kind === 'derivative' && by.kind === 'name') refuseFixed(world, of.of, by)
  const given = of.kind === 'call' && by.kind === 'name' ? partial(world, of, by) : undefined
  if (given !== undefined) return given
  const whole = by.kind === 'entry' ? by.of : by
  if (whole.kind !== 'name' && whole.kind !== 'item') return complainAt(
    by.span, 'a name or an entry of one', 'a formula'
  )
  const x = world.evaluate(world, whole)
  const isParameter = whole.kind === 'name' && world.parameters.has(whole.name)
  const key = whole.kind === 'name' ? whole.name : `${whole.of}{${wholeOf(world, whole.at)}}`
  const moved = (): Value<Along<A>> =>
    world.evaluate(isParameter ? moving(world, undefined, x, key) : moving(world, key, x), of)
  const y = world.evaluate(world, of)
  if (by.kind !== 'entry') return arranged(world, y, x, moved, span)
  const place = placeOf(world, by.at, x)
  let known: Value<Along<A>> | undefined
  world.evaluate(world, by)
  return world.ground.build(
    y.rows, y.columns, (i, j) => (known ??= moved()).at(i, j).tangent[place] ?? world.ground.N.of(0)
  )
}

/** The derivative of f(1, 2) by the first parameter of f: at this point, where the arguments do not depend on that name. */
const partial = <A>(
  world: World<A>, { function: name, arguments: args, span }: CallTerm, { name: by }: NameTerm
): Value<A> | undefined => {
  const symbol = world.ground.scope.get(name)
  if (symbol?.kind !== 'definition' || symbol.known !== undefined || !symbol.parameters.includes(by)) return undefined
  if (args.some(arg => mentions(arg, new Set([by])))) return undefined
  const parameters = parametersOf(world, symbol, args.map(arg => world.evaluate(world, arg)))
  if (parameters === undefined) return undefined
  const inside: World<A> = { ...fresh(world), parameters }
  const x = parameters.get(by) as Value<A>
  return arranged(world, world.evaluate(inside, symbol.body), x, () =>
    world.evaluate(moving(inside, undefined, x, by), symbol.body), span)
}

/** Refuses a second derivative by a parameter of f in f(1, 2): after the first one only a number is left of it. */
const refuseFixed = <A>(world: World<A>, of: Term, by: NameTerm): void => {
  if (of.kind === 'derivative') return refuseFixed(world, of.of, by)
  const symbol = of.kind === 'call' ? world.ground.scope.get(of.function) : undefined
  const isFixed = symbol?.kind === 'definition' && symbol.parameters.includes(by.name)
  if (isFixed && !partsOf(of).some(arg => mentions(arg, new Set([by.name])))) complainAt(
    of.span, `${symbol.parameters.join(', ')} as arguments, where it is derived more than once`, 'a point'
  )
}

const placeOf = <A>(world: World<A>, at: ReadonlyArray<Term>, x: Value<A>): number => {
  const [first = 0, second] = at.map(index => positionOf(world, index))
  return second === undefined ? first : first * x.columns + second
}

/** The derivative of a function of one argument, at a point; of the second order that of the first. */
export const slope = <A>(world: World<A>, { function: name, at, span, order }: SlopeTerm): Value<A> => {
  const symbol = world.ground.scope.get(name)
  const [parameter, ...more] = symbol?.kind === 'definition' ? symbol.parameters : []
  if (symbol?.kind !== 'definition' || parameter === undefined || more.length > 0) {
    return complainAt(span, 'a function of one argument that is defined', name)
  }
  if (order === 2 && symbol.known !== undefined) {
    return complainAt(
      span, `a formula for ${name}: it need not have second derivatives`, 'one of which only properties are known'
    )
  }
  const x = world.evaluate(world, at)
  if (symbol.known !== undefined && world.ground.unknown !== undefined) return world.ground.unknown.slope(
    name, pointOf(world, at), x
  )
  const inside: World<A> = { ...fresh(world), parameters: new Map([[parameter, asArgument(world, x, at)]]) }
  const of: Term = order === undefined ? symbol.body
    : { kind: 'slope', function: name, at: { kind: 'name', name: parameter, span }, span }
  const y = world.evaluate(inside, of)
  const moves = inside.parameters.get(parameter) ?? x
  return arranged(world, y, x, () => world.evaluate(moving(inside, undefined, moves, parameter), of), span)
}
