import { diagonal, mapped, norm, numberOf, softmax, trace, zipped } from './arrays.js'
import { repeated } from './broadcast.js'
import { complainAt } from './complainAt.js'
import { defined } from './defined.js'
import { elementwise, functionNamed } from './functions.js'
import type { CallTerm, Term } from './Term.js'
import { asArgument, pointOf } from './unknown.js'
import { entriesOf, isNumber, type Value } from './Value.js'
import { valueOfBound } from './valueOfBound.js'
import { wholeOf } from './whole.js'
import type { World } from './World.js'

/** A function of its arguments: one that is defined, or one that every formula may use. */
export const called = <A>(world: World<A>, { function: name, arguments: args, span }: CallTerm): Value<A> => {
  const { ground } = world
  const { N } = ground
  const symbol = ground.scope.get(name)
  const values = args.map(arg => world.evaluate(world, arg))
  const [at, ...others] = args
  if (symbol?.kind === 'definition' && symbol.known !== undefined && ground.unknown !== undefined && at !== undefined
    && others.length === 0) {
    return ground.unknown.value(name, pointOf(world, at), values[0] as Value<A>)
  }
  if (symbol?.kind === 'bound') return valueOfBound(world, name.replace(/\^\{bound\}$/, ''), symbol, values, span)
  if (symbol?.kind === 'definition') {
    return defined(world, name, symbol, values.map((value, k) => asArgument(world, value, args[k] as Term)), span)
  }
  const [first] = values
  const most = mostArguments(name)
  if (args.length > most || (name === 'onehot' && args.length < most)) {
    return complainAt(span, `${name} with ${most} argument${most === 1 ? '' : 's'}`, String(args.length))
  }
  if (first === undefined) return numberOf(ground, () => (name === 'e' ? N.e() : N.pi()))
  if (elementwise.has(name)) return mapped(ground, N[name as 'exp'], first)
  switch (name) {
    case 'softmax': return softmax(ground, first, span)
    case 'norm': case 'norm1': case 'normInfinity': return norm(ground, name.slice(4), first, span)
    case 'tr': return trace(ground, first, span)
    case 'diag': return diagonal(ground, first, span)
    case 'sum': return numberOf(ground, () => N.sum(values.flatMap(entriesOf)))
    case 'hypot': return numberOf(ground, () => N.hypot(values.flatMap(entriesOf)))
    case 'mean': return numberOf(ground, () => N.div(N.sum(entriesOf(first)), N.of(first.rows * first.columns)))
    case 'rows': case 'columns': return repeated(ground, name, first, { span })
    case 'floor': case 'ceil': case 'mod': {
      const whole = wholeOf(world, { kind: 'call', function: name, arguments: args, span })
      return numberOf(ground, () => N.of(whole))
    }
    case 'onehot': return oneHot(world, args as [Term, Term])
    case 'max': case 'min': return values.length === 1
      ? numberOf(ground, () => entriesOf(first).reduce(N[name]))
      : values.reduce((a, b) => extreme(world, name, a, b, span))
    default: return complainAt(span, `a function that is known; declare ${name} first`, `${name}(...)`)
  }
}

const mostArguments = (name: string): number =>
  (['max', 'min', 'sum', 'hypot'].includes(name) || functionNamed(name) === undefined ? Infinity
    : name === 'onehot' ? 2 : 1)

/** onehot(k, n): n entries, of which the k-th is 1 and all others are 0. */
const oneHot = <A>(world: World<A>, [label, size]: readonly [Term, Term]): Value<A> => {
  const { ground } = world
  const [k, n] = [wholeOf(world, label), wholeOf(world, size)]
  if (!ground.isTyping && (k < 1 || k > n)) complainAt(label.span, `a whole number from 1 to ${n}`, String(k))
  return ground.build(n, 1, i => ground.N.of(i === k - 1 ? 1 : 0))
}

/** The larger of two, entry by entry; a number stands beside each entry, as in max(0, x). */
const extreme = <A>(
  { ground }: World<A>, name: 'max' | 'min', a: Value<A>, b: Value<A>, span: CallTerm['span']
): Value<A> => {
  const f = ground.N[name]
  return isNumber(a) ? mapped(ground, x => f(a.at(0, 0), x), b)
    : isNumber(b) ? mapped(ground, x => f(x, b.at(0, 0)), a) : zipped(ground, f, a, b, span)
}
