/** What a sentence says of the formula that follows it. */
export type Announced = 'definition' | 'condition' | undefined

const farthest = 120

const claims = new RegExp(`\\b(${[
  'gives?|gets?|yields?|obtains?|then|so|hence|thus|therefore|shows?|proves?|have|know|check|compute|find|look|first',
  'simplify|rewrite|expand|note|recall|observe|use|apply|substitute|consider|calculate|derive|evaluate|verify'
].join('|')})\\b`, 'i')

// at most three words between the word and the formula, and no comma
const conditions = /\b(set|such that|subject to|if|whenever|when|unless|provided|suppose|assume|solves?(?! for))\s+(?:[a-z]+\s+){0,3}$/i

const definitions = /\b(lets?|let's|define|denote)\b/i

/**
 * "Let", "define" and "denote" right before a formula announce a definition; "set", "solve", "such that", "if" and the like a condition.
 * Where these words stand before another formula, or are followed by words such as "gives", the formula is a claim.
 */
export const announcedBy = (document: string, at: number): Announced => {
  const before = document.slice(Math.max(0, at - farthest), at).replace(/(\$\$?|\\\(|\\\[)\s*$/, '')
  const words = before.split(/[.!?;:]\s|\n\s*#|\$|\\[)\]]/).at(-1) ?? ''
  return claims.test(words) ? undefined : conditions.test(words) ? 'condition' : definitions.test(words) ? 'definition' : undefined
}
