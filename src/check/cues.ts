// The words by which a sentence says how a formula in it is meant, and the shapes of formulas that matter for it.

const sign = '(?:[<>≤≥]|\\\\[lg](?:e|t|eq|eqslant)(?![a-z]))'
const name = '^\\s*\\\\?[a-zA-Z]+(?:_\\w|_\\{\\w+\\})?\\s*'

/** "x^2 > 1". */
export const inequality: RegExp = new RegExp(sign)
/** "x > 1": an inequality of a name. */
export const bounded: RegExp = new RegExp(name + sign)
/** "n = 2": a formula that may say what a name is to be. */
export const naming: RegExp = new RegExp(`${name}=[^=<>]*$`)
/** "x \in S". */
export const membership: RegExp = /∈|\\in(?![a-zA-Z])/

// Before a formula, since the one before it.

/** "or", "or else if": another case of the condition before it. */
export const or: RegExp =
  /^[\s,;(]*(?:and\/)?x?or\s+(?:(?:else|if|when|that|at|least|equivalently|alternatively|for|assume|suppose),?\s+)*$/i
/** "and", "and that": more of the condition before it. */
export const and: RegExp = /^\s*,?\s*and\s+(?:(?:that|also)\s+)?$/i
/** A comma alone. */
export const comma: RegExp = /^\s*,\s*$/
/** A comma, "and", or nothing at all. */
export const listed: RegExp = /^\s*,?\s*(?:and\s+)?$/
/** "we choose x so that x > 1", "x = 2, so that x > 1". */
export const soThat: RegExp = /\bso that\s+$/i
/** "set x^2 = 4": an equation to be solved. */
export const set: RegExp = /\b(?:set|setting|put|putting)\b/i
/** "Then" at the beginning of a sentence. */
export const thenFirst: RegExp = /^\s*Then\b/
/** "for all x \in S". */
export const all: RegExp = /\b(?:all|any|every|each)\b[^$]*\$?$/i
/** "moreover, if": one more condition, and not another case. */
export const moreover: RegExp = /\b(?:moreover|also|further|furthermore|additionally|addition|too)\b/i
/** "otherwise", "in general", "without the assumption": what was said before holds no longer. */
export const general: RegExp = new RegExp('\\b(?:otherwise|else|in general|generally|in any case|regardless|drop|dropping'
  + '|without (?:the|this|that|these|any)|other (?:values|cases|numbers))\\b', 'i')

const anew = new RegExp('\\b(?:all|any|every|each)\\s+(?:(?:real|numbers?|values?|of)\\s+)*\\$([^$]*)\\$'
  + '|\\blet\\s+\\$([^$]*)\\$\\s+(?:now\\s+)?be\\s+(?:any|an? arbitrary|arbitrary)\\b', 'gi')

/** The names of which something is said anew: "for all real $x$", "let $y$ be arbitrary". */
export const saidAnew = (words: string): ReadonlyArray<string> =>
  [...words.matchAll(anew)].map(found => found[1] ?? found[2] ?? '')

// Between a formula and the word that announces the next as a condition.

/** Nothing, or "which holds exactly": it is a condition of the formula before it. */
export const trailing: RegExp =
  /^[\s,(]*(?:which\s+)?(?:(?:holds?|is true|is valid|follows)(?:\s+(?:exactly|only))?)?[\s,]*$/i
/** A comma: it may be the condition of something that follows. */
export const commaLast: RegExp = /,\s*$/

// After a formula.

/** ", then". */
export const then: RegExp = /^\s*,?\s*then\b/i
/** "if", "for": a condition of the formula itself. */
export const ownCondition: RegExp =
  /^\s*,?\s*(?:if|when|whenever|unless|for|provided|otherwise|else|where|with)\b/i
