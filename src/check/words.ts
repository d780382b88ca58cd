/** What a sentence says of the formula that follows it. */
export type Announced = 'definition' | 'condition' | 'case' | undefined

const farthest = 120

const claims = new RegExp(`\\b(${[
  'gives?|gets?|yields?|obtains?|then|so|hence|thus|therefore|shows?|proves?|have|know|check|compute|find|look|first',
  'simplify|rewrite|expand|note|recall|observe|use|apply|substitute|consider|calculate|derive|evaluate|verify'
].join('|')})\\b`, 'i')

// at most three words between the word and the formula, and no comma
const conditions =
  /\b(set|such that|subject to|if|whenever|when|unless|provided|suppose|assume|conditions?|constraints?|assumptions?|solves?(?! for))\s+(?:[a-z]+\s+){0,3}$/i

// "set x = 2" and "If x = 2, then" may define x, "it is 1 if x = 2" does not
const cases = /\b(such that|if|whenever|when|unless|provided)\s+(?:that\s+)?$/

// and before an inequality these are one too: "where n > 1", "for all x > 0"
const limits = /\b(where|for|with|given|as long as)\s+(?:(?:all|any|every|each|some|fixed)\s+)?$/i

const definitions = /\b(lets?|let's|define|denote)\b/i

/**
 * "Let", "define" and "denote" right before a formula announce a definition; "set", "solve", "such that", "if" and the like a condition;
 * "where" and "for" too, if the formula `isBound`, which is an inequality in a sentence.
 * Where these words stand before another formula, or are followed by words such as "gives", the formula is a claim.
 */
export const announcedBy = (document: string, at: number, isBound: boolean): Announced => {
  const before = document.slice(Math.max(0, at - farthest), at).replace(/(\$\$?|\\\(|\\\[)\s*$/, '')
  const words = before.split(/[.!?;:]\s|\n\s*#|\$|\\[)\]]/).at(-1) ?? ''
  if (isBound && limits.test(words)) return 'condition'
  if (cases.test(words)) return 'case'
  return claims.test(words) ? undefined
    : conditions.test(words) ? 'condition' : definitions.test(words) ? 'definition' : undefined
}
