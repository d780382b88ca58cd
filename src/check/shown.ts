import { allOf } from '../claim/index.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { type NameTerm, type Scope, settings, type Symbol, type Term, type Type } from '../notation/index.js'
import { constantOf, propertiesOf } from './families.js'
import { spoken } from './names.js'
import { between, partsOf } from './steps.js'

const span = { from: 0, to: 0 }
const effort = { seed: 1, runs: 50, cancelled: () => false }

const zero: Term = { kind: 'number', text: '0', span }
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
  const odd = [...kinds.keys()].find(kind => !['convex', 'Lipschitz', 'nonnegative'].includes(kind))
  if (odd !== undefined || kinds.size === 0) return refuse(
    'input', line, 'convex, \\rho-Lipschitz, nonnegative, of a function that is defined', odd ?? properties.trim())
  const lipschitz = constantOf(scope, kinds.get('Lipschitz'), line)
  const rests = definitionsIn(scope, lipschitz === undefined ? [] : [lipschitz], [])
  const behind = definitionsIn(scope, [symbol.body], symbol.parameters)
  const shape = [argument.rows, argument.columns].map(size => (size.kind === 'number' ? Number(size.text) : NaN))
  if (rests === undefined || behind === undefined || shape.some(Number.isNaN)) return refuse(
    'input', line, `a formula of ${name} and constants without other variables, and a set such as \\mathbb{R}^2`, properties.trim())
  const within = new Map([...rests, ...behind, ...settingsIn(scope)])
  const [v, z] = ['v', 'z'].map((letter): NameTerm => ({ kind: 'name', name: `${name}^{${letter}}`, span })) as [NameTerm, NameTerm]
  const point: Symbol = { kind: 'variable', type: argument }
  const places = new Map<string, Symbol>([...scope, [v.name, point], [z.name, point]])
  const [slope, rise]: readonly [Term, Term] = [{ kind: 'slope', function: name, at: v, span }, less(called(name, v), called(name, z))]
  const steep = `${kinds.get('Lipschitz') ?? ''}-Lipschitz`
  const needed: ReadonlyArray<readonly [string, Term, Term]> = [
    ...kinds.has('nonnegative') ? [['nonnegative', zero, called(name, v)] as const] : [],
    ...kinds.has('convex') ? [['convex', rise, inner(less(v, z), slope)] as const] : [],
    ...lipschitz === undefined ? [] : [
      [steep, inner(slope, slope), times(lipschitz, lipschitz)] as const,
      [steep, rise, times(lipschitz, called('norm', less(v, z)))] as const
    ]
  ]
  for (const [property, left, right] of needed) {
    const found = attempt(() => allOf('', partsOf(places, between(places, '<=', left, right))())(effort, line))
    if (isLeft(found) || found.right.verdict !== 'proved') refuse(
      'input', line, `a proof that ${name} is ${property}`, isLeft(found) ? found.left.message
        : found.right.verdict === 'refuted' ? `a counterexample, ${found.right.counterexample.input}` : 'none'
    )
  }
  const shown = {
    told: properties.trim(), isConvex: kinds.has('convex'), isNotNegative: kinds.has('nonnegative'), within, shape,
    ...lipschitz === undefined ? {} : { lipschitz }
  }
  return new Map<string, Symbol>([...scope, [name, { ...symbol, shown }]])
}

/** The definitions that terms rest on, if these and numbers are all. */
const definitionsIn = (
  scope: Scope, terms: ReadonlyArray<Term>, hidden: ReadonlyArray<string>
): ReadonlyMap<string, Symbol> | undefined =>
  terms.flatMap(spoken).reduce<ReadonlyMap<string, Symbol> | undefined>((known, name) => {
    const symbol = hidden.includes(name) ? undefined : scope.get(name)
    if (symbol === undefined || known === undefined || known.has(name)) return known
    if (symbol.kind !== 'definition' || symbol.known !== undefined) return undefined
    const behind = definitionsIn(scope, [symbol.body], symbol.parameters)
    return behind === undefined ? undefined : new Map([...known, [name, symbol], ...behind])
  }, new Map())

/** The settings of a scope, which say what formulas mean; commands are in none that has been read. */
const settingsIn = (scope: Scope): ReadonlyMap<string, Symbol | undefined> =>
  new Map(Object.values(settings).filter(name => name !== settings.macros).map(name => [name, scope.get(name)]))
