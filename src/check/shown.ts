import { allOf } from '../claim/index.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import type { NameTerm, Scope, Symbol, Term, Type } from '../notation/index.js'
import { constantOf, propertiesOf } from './families.js'
import { dependenciesOf } from './names.js'
import { between, partsOf } from './steps.js'

const span = { from: 0, to: 0 }
const effort = { seed: 1, runs: 50, cancelled: () => false }

const called = (name: string, at: Term): Term => ({ kind: 'call', function: name, arguments: [at], span })
const less = (left: Term, right: Term): Term => ({ kind: 'binary', operator: 'subtract', left, right, span })
const inner = (left: Term, right: Term): Term => ({ kind: 'binary', operator: 'inner', left, right, span })
const times = (left: Term, right: Term): Term => ({ kind: 'binary', operator: 'multiply', left, right, span })

/**
 * The scope with a function that is defined and has properties, which are proved here:
 * H : \mathbb{R} \to \mathbb{R} is convex, 1-Lipschitz.
 * It is convex if it lies above its tangents, and \rho-Lipschitz if its gradients are at most \rho long and its values differ by at most
 * \rho times the distance: all that is used of it later, and wherever it is defined.
 */
export const withShown = (scope: Scope, name: string, argument: Type, properties: string, line: string): Scope => {
  const symbol = scope.get(name)
  if (symbol?.kind !== 'definition' || symbol.parameters.length !== 1 || symbol.known !== undefined) return refuse(
    'input', line, `a function of one argument that is defined before, ${name}(x) := ...`, name)
  const kinds = propertiesOf(properties)
  const odd = [...kinds.keys()].find(kind => kind !== 'convex' && kind !== 'Lipschitz')
  if (odd !== undefined || kinds.size === 0) return refuse(
    'input', line, 'convex, \\rho-Lipschitz, or both, of a function that is defined', odd ?? properties.trim())
  const [v, z] = ['v', 'z'].map((letter): NameTerm => ({ kind: 'name', name: `${name}^{${letter}}`, span })) as [NameTerm, NameTerm]
  const point: Symbol = { kind: 'variable', type: argument }
  const places = new Map<string, Symbol>([...scope, [v.name, point], [z.name, point]])
  const isShown = (left: Term, right: Term): boolean => {
    const found = attempt(() => allOf('', partsOf(places, between(places, '<=', left, right))())(effort, line))
    return !isLeft(found) && found.right.verdict === 'proved'
  }
  const [slope, rise]: readonly [Term, Term] = [{ kind: 'slope', function: name, at: v, span }, less(called(name, v), called(name, z))]
  const isConvex = kinds.has('convex')
  if (isConvex && !isShown(rise, inner(less(v, z), slope))) refuse(
    'input', line, `properties that are proved; that ${name} is convex is not seen`, properties.trim())
  const lipschitz = constantOf(scope, kinds.get('Lipschitz'), line)
  const isSteep = lipschitz !== undefined && !(isShown(inner(slope, slope), times(lipschitz, lipschitz))
    && isShown(rise, times(lipschitz, called('norm', less(v, z)))))
  if (isSteep) refuse('input', line, `properties that are proved; that ${name} is so flat is not seen`, properties.trim())
  const names = dependenciesOf(scope, [symbol.body, ...lipschitz === undefined ? [] : [lipschitz]])
  const within: Scope = new Map([...scope].filter(([known]) => names.has(known)))
  const shown = { told: properties.trim(), isConvex, within, ...lipschitz === undefined ? {} : { lipschitz } }
  return new Map<string, Symbol>([...scope, [name, { ...symbol, shown }]])
}
