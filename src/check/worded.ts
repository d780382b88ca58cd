import type { Passage } from './document.js'
import { readable } from './source.js'

const adjectives = [
  '(?:skew-|anti-?)?symmetric', 'self-adjoint', 'hermitian', '(?:semi-)?orthogonal', 'orthonormal', 'unitary', 'diagonal(?:i[sz]able)?',
  '(?:upper |lower )?triangular', 'tridiagonal', 'invertible', '(?:non-?)?singular', '(?:doubly |row-?)?stochastic', 'idempotent', 'nilpotent',
  '(?:(?:strictly |negative |positive )+(?:semi-?)?|(?:semi-?))definite', 'psd', 'spd', 'full[- ]rank', 'low-?rank', 'rank[- ](?:one|\\w+)',
  '(?:strictly |strongly )?(?:convex|concave)', '(?:\\w+-)?smooth', '(?:\\w+-)?Lipschitz', 'even', 'odd', 'prime', '(?:strictly )?positive',
  '(?:non-?|strictly )?negative', 'non-?positive', 'non-?zero', 'unit', 'normali[sz]ed', 'cent(?:er|r)ed', 'standardi[sz]ed',
  '(?:strictly )?(?:increasing|decreasing|monotone)', 'bounded', '(?:sufficiently |(?<=\\b(?:for|if|when|at) )(?:very )?)(?:small|large)', 'sorted', 'distinct',
  '(?:linearly )?(?:in)?dependent', 'parallel', 'integer', 'one-hot', 'binary', 'square', 'stationary', 'optimal', 'critical', 'commut\\w+',
  'homogeneous', 'linear', 'affine', 'divisible', 'isometric', 'circulant', 'coprime'
].join('|')
const nouns = '(?:real |square |n \\\\times n )*(?:matri(?:x|ces)|vectors?|numbers?|constants?|scalars?|functions?|parameters?|integers?|operators?|values?)'
const attribute = new RegExp(`\\b((?:${adjectives})(?:,? (?:and )?(?:${adjectives}))*(?: ${nouns})?)\\s+$`, 'i')
const properties = `(?:${adjectives}|a? ?(?:projection|permutation|rotation|minimi[sz]er|eigenvector|probability|norm 1|full rank|zero|at (?:least|most)|(?:less|greater|larger|smaller) than|between))`
const adjective = new RegExp(`\\b${properties}\\b`, 'i')
/** "is a symmetric matrix", and not "is the negative logarithm of it". */
const predicate = new RegExp(`^(?:(?:an?|any|all|both|each|also|always|again|now|then|even|thus|real|in fact|known to be|row|column)\\s+)*${properties}\\b`, 'i')
const strong = /\b(?:if|when|whenever|unless|provided|suppose|assume|assuming)(?: that| the| a| an| our| matrix| matrices| vectors?| numbers?| functions?)*\s+$/i
const harmless = /^(?:(?:a|an|any|the|some|all|both|our|given|arbitrary|fixed|real|known|column|row|random|scalar|now|defined|declared|as|of|in)\s*)*(?:$|\b(?:vectors?|matri(?:x|ces)|numbers?|scalars?|functions?|constants?|variables?|parameters?|weights?|inputs?|outputs?|ind(?:ex|ices)|gradients?|defined|declared|given|above|before|below)\b)/i
const verb = /^\s*,?\s*(?:(?:is|are|be|being)\s+(?:assumed\s+(?:to be\s+)?)?|(?=(?:commute|vanish|differ|coincide|has|have)))/i
const end = /[.,;:()\n$\\]|\b(?:then|we|so|it|there|this|one|hence|thus|such|where|which|that|with|if|when|for|but|by|because|since|as|holds?)\b/i

const isName = /^\s*(?:\\[a-zA-Z]+(?:\{[^{}]*\})?|[a-zA-Z])(?:[_^](?:\w|\*|\\[a-zA-Z]+|\{[^{}]*\}))*\s*$/
const areNames = (text: string): boolean => text.split(',').every(part => isName.test(part))
// "if x, y > 0" in two formulas: nobody knows of how many of them it is said
const opening = /\b(?:if|let|suppose|assume|when|whenever|where|with|for|given)(?: that| all| any| every| each)*\s+$/i
const bounded = /^\s*(\\?[a-zA-Z]+(?:_\w|_\{\w+\})?)\s*(?:[<>≤≥]|\\[lg](?:e|t|eq|eqslant)(?![a-zA-Z]))/
const relation = /[=<>≤≥≠∈]|\\(?:[lg](?:e|t|eq|eqslant)|neq?|in|to|subset\w*)(?![a-zA-Z])/

const signs: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:a )?(?:strictly )?positive(?: (?:real )?(?:numbers?|constants?|scalars?|values?))?$/i, '> 0'],
  [/^(?:a )?(?:strictly )?negative(?: (?:real )?(?:numbers?|constants?|scalars?|values?))?$/i, '< 0'],
  [/^(?:a )?non-?negative(?: (?:real )?(?:numbers?|constants?|scalars?|values?))?$/i, '\\ge 0'],
  [/^(?:a )?non-?positive(?: (?:real )?(?:numbers?|constants?|scalars?|values?))?$/i, '\\le 0'],
  [/^(?:a )?non-?zero(?: (?:real )?(?:numbers?|constants?|scalars?|values?))?$/i, '\\ne 0']
]

/** Whether words say something of a name: "is symmetric". */
export const isPredicate = (words: string): boolean => adjective.test(words)

/** What words say of formulas, "x is positive", "orthogonal Q": as a relation where it is one, else as the names that it is about. */
export const wordedIn = (document: string, passages: ReadonlyArray<Passage>): ReadonlyArray<Passage> => {
  const text = readable(document)
  const isSubject = ({ kind, text: tex }: Passage): boolean => kind === 'inline' && !relation.test(tex)
  const lists = passages.reduce<ReadonlyArray<readonly [Passage, ...ReadonlyArray<Passage>]>>((all, passage) => {
    const last = all[all.length - 1]
    const before = last?.[last.length - 1]
    const isJoined = last !== undefined && before !== undefined && isSubject(before) && isSubject(passage)
      && /^\s*(?:,? and|,)\s+$/.test(text.slice(before.span.to, passage.span.from))
    return isJoined ? [...all.slice(0, -1), [...last, passage]] : [...all, [passage]]
  }, [])
  return lists.flatMap((list, k) => {
    const [first] = list
    const last = list[list.length - 1] ?? first
    if (!isSubject(first)) return []
    const [from, to] = [lists[k - 1]?.at(-1)?.span.to ?? 0, lists[k + 1]?.[0].span.from ?? text.length]
    const [before, after] = [text.slice(from, first.span.from), text.slice(last.span.to, to)]
    const names = list.map(({ text: tex }) => tex.trim()).join(', ')
    const worded = (words: string, told: string, span: Passage['span']): ReadonlyArray<Passage> => {
      const sign = signs.find(([pattern]) => pattern.test(words.trim()))?.[1]
      return [{ ...first, text: sign === undefined ? names : `${names} ${sign}`, at: span.from, span, words: told }]
    }
    const [, attributive] = areNames(names) ? attribute.exec(before) ?? [] : []
    if (attributive !== undefined) return worded(attributive, `${attributive} ${names}`, {
      from: first.span.from - (before.length - before.lastIndexOf(attributive)), to: last.span.to
    })
    const next = lists[k + 1]?.[0].text ?? ''
    const named = bounded.exec(next)?.[1]
    const isListed = named !== undefined && areNames(names) && !names.split(', ').includes(named)
      && opening.test(before) && /^\s*(?:,|,? and)\s+$/.test(after)
    if (isListed) return worded('', `${names}, ${next.trim()}`, { from: first.span.from, to: last.span.to })
    const [is] = verb.exec(after) ?? new RegExp(`^\\s+(?=(?:${adjectives})\\b)`, 'i').exec(after) ?? []
    if (is === undefined) return []
    const rest = after.slice(is.length)
    const stop = rest.search(end)
    const words = rest.slice(0, stop < 0 ? undefined : stop).replace(/(?:\s+(?:and|or|also|but))*\s*$/i, '')
    const isStrong = strong.test(before)
    const isSaid = (areNames(names) && predicate.test(words))
      || (isStrong && (adjective.test(words) || !harmless.test(words)))
    return isSaid && words !== '' ? worded(words, `${names}${is.replace(/\s+/g, ' ')}${words}`.trim().replace(/\s+/g, ' '), {
      from: first.span.from, to: last.span.to + is.length + words.length
    }) : []
  })
}
