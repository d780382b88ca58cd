import { type Dual, dual, dualsAlongAll } from '../number/index.js'
import { complainAt } from './complainAt.js'
import { boundParts, mentions } from './partsOf.js'
import { plain } from './plain.js'
import { plainName } from './plainName.js'
import { tex } from './printTeX.js'
import { randomIn } from './randomIn.js'
import { lawOf, type Scope } from './Scope.js'
import { substituted } from './substituted.js'
import type { Term } from './Term.js'
import { entriesOf, type Value } from './Value.js'
import { wholeOf } from './whole.js'
import { fresh, type Ground, type Unknown, type World } from './World.js'

/**
 * Each value and each gradient as a variable of its own.
 *
 * @example
 * asInputs(name => name).value('f', 'x', undefined) // 'f(x)'
 */
export const asInputs = <A>(input: Ground<A>['input']): Unknown<A> => ({
  value: (name, place) => input(`${name}(${place})`, undefined, 1, 1),
  slope: (name, place, { rows, columns }) => input(`${name}'(${place})`, undefined, rows, columns)
})

/** The same over duals: a function moves along its gradient; how its gradient moves is not known. */
export const overDuals = <A>(ground: Ground<A>, { value, slope }: Unknown<A>): Unknown<Dual<A, ReadonlyArray<A>>> => {
  const D = dualsAlongAll(ground.N)
  type Along = Dual<A, ReadonlyArray<A>>
  const still = (a: A): Along => dual(a, [])
  const fixed = ({ rows, columns, at }: Value<Along>): Value<A> => ground.build(rows, columns, (i, j) => at(i, j).value)
  return {
    value: (name, place, at) => {
      const moves = entriesOf(at).map(entry => D.sub(entry, still(entry.value)))
      const slopes = entriesOf(slope(name, place, fixed(at)))
      const here = still(value(name, place, fixed(at)).at(0, 0))
      const all = slopes.reduce((sum, slopeOf, k) => D.add(sum, D.mul(still(slopeOf), moves[k] as Along)), here)
      return { rows: 1, columns: 1, at: () => all }
    },
    slope: (name, place, at) => {
      const found = slope(name, place, fixed(at))
      const moves = entriesOf(at).some(({ tangent }) => tangent.length > 0)
      return moves ? complainAt({ from: 0, to: 0 }, 'a gradient at a point that does not vary', `that of ${name}`)
        : { rows: found.rows, columns: found.columns, at: (i, j) => still(found.at(i, j)) }
    }
  }
}

/** How the point at which a function is taken is told from others: as it is written, with the values of its indices. */
export const pointOf = <A>(world: World<A>, at: Term): string => {
  if (at.kind === 'item') return `${at.of}{${wholeOf(world, at.at)}}${outcomeOf(world, at)}`
  const isFree = at.kind === 'name' && !world.parameters.has(at.name) && !world.indices.has(at.name)
  const symbol = isFree ? world.ground.scope.get(at.name) : undefined
  if (symbol?.kind === 'definition' && symbol.parameters.length === 0) return pointOf(fresh(world), symbol.body)
  const point = writtenOut(world, at)
    ?? complainAt(at.span, 'a point that does not depend on parameters that are not written out', plain(at))
  return point.kind === 'item' ? pointOf(fresh(world), point) : `${pointNamed(world.ground.scope, point)}${outcomeOf(world, point)}`
}

/** A term with the values of its indices, and for each of its parameters the argument as it was written; none where one was not. */
const writtenOut = <A>(world: World<A>, at: Term): Term | undefined => {
  const { span } = at
  const whole = (k: number): Term =>
    (k < 0 ? { kind: 'unary', operator: 'negate', of: whole(-k), span } : { kind: 'number', text: String(k), span })
  const random = [...world.ground.labels].filter(
    ([name]) => world.ground.scope.has(lawOf(name)) && !world.indices.has(name)
  )
  const parameters = [...world.parameters].filter(([name]) => mentions(at, new Set([name])))
  const bound = new Set(boundIn(at))
  const isLost = parameters.some(([, { written }]) => written === undefined || mentions(written, bound))
  return isLost ? undefined : substituted(at, new Map([
    ...[...world.indices].map(([index, k]) => [index, whole(k)] as const),
    ...random.flatMap(([name, value]) => (typeof value === 'number' ? [[name, whole(value)] as const] : [])),
    ...parameters.map(([name, { written }]) => [name, written as Term] as const)
  ]))
}

/** The names that sums and expectations in a term bind. */
const boundIn = (term: Term): ReadonlyArray<string> =>
  boundParts(term).flatMap(([part, names]) => [...names, ...boundIn(part)])

/** The value of an argument, with how it is written where functions are unknowns. */
export const asArgument = <A>(world: World<A>, value: Value<A>, argument: Term): Value<A> => {
  if (world.ground.unknown === undefined) return value
  const { written: _, ...plainly } = value
  const written = writtenOut(world, argument)
  // what is random behind a name may have another value where the point is told
  const isSame = written !== undefined && randomIn(world.ground.scope, written).length === 0
  return { ...plainly, ...isSame ? { written } : {} }
}

/**
 * A point as it is told: in plain text, or in TeX where another name is spelled as one in it is, as w^* and w_{star} are.
 *
 * @example
 * pointNamed(new Map(), parsePlain('x + y', new Map()).right.first) // 'x + y'
 */
export const pointNamed = (scope: Scope, point: Term): string => {
  const isShared = (name: string): boolean =>
    [...scope.keys()].some(other => other !== name && plainName(other) === plainName(name))
  return mentions(point, { has: isShared }) ? tex(point, scope) : plain(point)
}

/** What else is random in a point, and what it is there. */
const outcomeOf = <A>({ ground: { scope, labels } }: World<A>, at: Term): string => {
  const random = randomIn(scope, at).filter(name => labels.has(name))
  return random.length === 0 ? '' : ` where ${random.map(name => `${name} = ${String(labels.get(name))}`).join(', ')}`
}
