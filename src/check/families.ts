import { orThrow, refuse } from '../prelude/index.js'
import {
  type NameTerm, parseTeX, plain, type Properties, type Scope, type SlopeTerm, substituted, type Symbol, type Term,
  type Type
} from '../notation/index.js'
import { isAboveZero } from './range.js'
import { dependenciesOf } from './names.js'

// Of a function of which only properties are known, examples are drawn: each line gives one that has the properties, for any values of the
// letters a, b, c, d (as large as x), g, h, s (numbers) and q (not negative). 2 a / (1 + |a|^2) is as long as 1 at most, and
// 2 s / (1 + s^2) has at most the size 1. Along a line the smooth ones are parabolas near a point, and straight (Huber's
// function) or bent the other way beyond h^2: the worst cases of many bounds.
const steepestOne = '\\frac{2 a^T x}{1 + \\|a\\|^2} + g'
const steepestTwo = '\\frac{2 b^T x}{1 + \\|b\\|^2} + h'
const beyond = (from: string): string => `\\max\\left(\\left|${steepestOne}\\right| - ${from}, 0\\right)^2`
const parabola = `\\left(${steepestOne}\\right)^2`
const examples = {
  'any': 'a^T x + g (b^T x)^2 + s (c^T x)^3',
  'convex': '\\max(a^T x + g, b^T x + h) + \\frac{q}{2} \\|x - c\\|^2',
  'Lipschitz':
    `M \\frac{1}{2} \\left(\\max(${steepestOne}, ${steepestTwo}) - \\max(\\frac{2 c^T x}{1 + \\|c\\|^2}, s)\\right)`,
  'convex, Lipschitz': `M \\max(${steepestOne}, ${steepestTwo})`,
  'smooth': `\\frac{M}{2} \\cdot \\frac{2 s}{1 + s^2} \\left(${parabola} - 2 ${beyond('h^2')}\\right) + b^T x`,
  'convex, smooth': `\\frac{M}{2} \\left(${parabola} - ${beyond('h^2')}\\right) + b^T x`,
  'strongly convex': '\\frac{m}{2} \\|x\\|^2 + \\max(a^T x + g, b^T x + h)',
  'strongly convex, smooth':
    `\\frac{m}{2} \\|x\\|^2 + \\frac{M - m}{2} \\left(${parabola} - ${beyond('h^2')}\\right) + b^T x`
} as const

const one: Term = { kind: 'number', text: '1', span: { from: 0, to: 0 } }
const letters = { a: 'array', b: 'array', c: 'array', g: 'number', h: 'number', s: 'number', q: 'nonnegative' } as const

type Family = keyof typeof examples
const isFamily = (name: string): name is Family => Object.hasOwn(examples, name)

/** "convex, \rho-Lipschitz" as the kinds of functions that it names, each with what stands before its hyphen. */
export const propertiesOf = (text: string): ReadonlyMap<string, string> => {
  const parts = text.split(',').map(part => part.replaceAll('$', '').trim()).filter(
    part => part !== '' && part !== 'differentiable'
  )
  const named = parts.map(part => {
    const [, constant = '', kind = part] = /^(.+?)-\s*(Lipschitz|smooth|strongly convex)$/.exec(part) ?? []
    return [kind, constant] as const
  })
  return new Map(named.filter(([kind]) => kind !== 'convex' || named.every(([other]) => other !== 'strongly convex')))
}

const order = ['convex', 'strongly convex', 'Lipschitz', 'smooth']

/** The scope with a function of which only properties are known: f : \mathbb{R}^n \to \mathbb{R} convex, \rho-Lipschitz. */
export const withFamily = (
  before: Scope, name: string, argument: Type, to: string, properties: string, line: string
): Scope => {
  const ways =
    `a function of one argument to \\mathbb{R}, a rule ${name}(x) := ..., or, of a stated line, bind: { ${name}: ... }`
  if (!['\\mathbb{R}', 'ℝ'].includes(to) || /^\s*[\^_]/.test(properties)) return refuse(
    'input', line, ways, 'one of which neither is known'
  )
  const kinds = propertiesOf(properties)
  const family = kinds.size === 0 ? 'any'
    : [...kinds.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join(', ')
  if (!isFamily(family)) {
    const known =
      'properties: convex, L-smooth, \\rho-Lipschitz, \\mu-strongly convex, the first with one of the next two, or \\mu-strongly convex, L-smooth'
    return refuse('input', line, known, properties.trim())
  }
  const [strong, lipschitz, smooth] = ['strongly convex', 'Lipschitz', 'smooth'].map(
    kind => constantOf(before, kinds.get(kind), line)
  )
  const scope = withConstants(before, strong, smooth ?? lipschitz, line)
  const owned = (letter: string): string => `${name}^{${letter}}`
  const number = { kind: 'variable', type: { rows: one, columns: one } } as const
  const array = { kind: 'variable', type: argument } as const
  const known = Object.entries(letters).map(([letter, kind]): readonly [string, Symbol] =>
    [letter, kind === 'array' ? array : kind === 'number' ? number : { ...number, is: kind }])
  const parameters = new Map<string, Symbol>([...known, ['x', array], ['M', number], ['m', number]])
  const { first: body } = orThrow(parseTeX(examples[family], parameters))
  if (body === undefined) return refuse('undecided', line, 'a formula', 'none')
  const constants = { ...strong === undefined ? {} : { m: strong }, ...smooth === undefined ? {} : { M: smooth },
    ...lipschitz === undefined ? {} : { M: lipschitz } }
  const example = substituted(body, new Map([
    ...known.map(([letter]) => [letter, { kind: 'name', name: owned(letter), span: { from: 0, to: 0 } }] as const),
    ...Object.entries(constants)
  ]))
  const properly: Properties = {
    told: properties.trim(), isConvex: family.includes('convex'), ...strong === undefined ? {} : { strong },
    ...smooth === undefined ? {} : { smooth }, ...lipschitz === undefined ? {} : { lipschitz }
  }
  return new Map<string, Symbol>([
    ...scope, ...known.map(([letter, symbol]) => [owned(letter), symbol] as const),
    [name, { kind: 'definition', parameters: ['x'], body: example, known: properly }]
  ])
}

export const constantOf = (scope: Scope, text: string | undefined, line: string): Term | undefined => {
  const term = text === undefined ? undefined : orThrow(parseTeX(text, scope)).first
  const isNew = term?.kind === 'name' && !scope.has(term.name)
  if (term === undefined || isNew || isAboveZero(scope, term)) return term
  const affine = Number(text) === 0 ? '; with 0 it is affine: f(x) := a^T x + b' : ''
  return refuse(
    'input', line, `a constant above 0, as declared by ${plain(term)} > 0${affine}`,
    `${plain(term)}, which may be 0 or less`
  )
}

/** \nabla f(w^*) = 0: a point at which the gradient of f is 0, as it is where f is least. */
export const withFlat = (scope: Scope, { function: name, at }: SlopeTerm, line: string): Scope => {
  const symbol = scope.get(name)
  const point = at.kind === 'name' ? scope.get(at.name) : undefined
  if (symbol?.kind !== 'definition' || symbol.known === undefined || symbol.known.flat !== undefined) {
    return refuse('input', line, 'a function of which only properties are known, and one such point for it', name)
  }
  if (at.kind !== 'name' || point?.kind !== 'variable') {
    return refuse('input', line, 'a declared point, as in w^* \\in \\mathbb{R}^n and \\nabla f(w^*) = 0', plain(at))
  }
  const { span } = at
  const { known, parameters: [parameter = 'x'] } = symbol
  const [inner, x]: readonly [string, Term] = [`${name}^{example}`, { kind: 'name', name: parameter, span }]
  const there: Term = { kind: 'unary', operator: 'transpose', of: { kind: 'slope', function: inner, at, span }, span }
  // less its slope there it is as convex and as smooth; half of that is as steep at most
  const straight: Term = { kind: 'binary', operator: 'multiply', left: there, right: x, span }
  const moved: Term = { kind: 'binary', operator:
    'subtract', left: { kind: 'call', function: inner, arguments: [x], span }, right: straight, span }
  const body: Term = known.lipschitz === undefined ? moved
    : { kind: 'binary', operator: 'divide', left: moved, right: { kind: 'number', text: '2', span }, span }
  return new Map<string, Symbol>([
    ...scope, [inner, { kind: 'definition', parameters: [parameter], body: symbol.body }],
    [name, { ...symbol, body, known: { ...known, flat: { name: at.name, point } } }]
  ])
}

/** A constant that is new is positive; and that of the largest curvature is above that of the least, by construction. */
const withConstants = (scope: Scope, least: Term | undefined, most: Term | undefined, line: string): Scope => {
  const positive = { kind: 'variable', type: { rows: one, columns: one }, is: 'positive' } as const
  const isFree = (term: Term): term is NameTerm => {
    const symbol = term.kind === 'name' ? scope.get(term.name) : undefined
    return term.kind === 'name' && (symbol === undefined || (symbol.kind === 'variable' && symbol.is === 'positive'))
  }
  const known = new Map([...scope, ...[least, most].flatMap(term =>
    (term?.kind === 'name' && !scope.has(term.name) ? [[term.name, positive] as const] : []))])
  if (least === undefined || most === undefined) return known
  if (!isFree(most) || dependenciesOf(known, [least]).has(most.name)) {
    return refuse(
      'input', line, 'a letter of its own for the largest curvature, as in \\mu-strongly convex, L-smooth', plain(most)
    )
  }
  const { span } = most
  const more: Term = { kind: 'name', name: `${most.name}^{more}`, span }
  const body: Term = { kind: 'binary', operator: 'add', left: least, right: more, span }
  return new Map<string, Symbol>(
    [...known, [more.name, positive], [most.name, { kind: 'definition', parameters: [], body }]]
  )
}
