/** What a sentence says of the formula that follows it. */
export type Announced = 'definition' | 'condition' | undefined

const farthest = 160

/**
 * "Let", "define" and "denote" announce a definition; "set", "solve" and "such that" a condition, which what follows will meet. Words in
 * between that say what comes of it, or that something will be shown, make it a claim again.
 */
export const announcedBy = (document: string, at: number): Announced => {
  const before = document.slice(Math.max(0, at - farthest), at).replace(/\$\$?\s*$|\\[[(]\s*$/, '')
  const sentence = before.split(/[.!?;:]\s|\n\s*#|\$\$/).at(-1) ?? ''
  const words = sentence.replace(/\$[^$]*\$/g, ' ')
  const lastOf = (pattern: RegExp): number => [...words.matchAll(pattern)].at(-1)?.index ?? -1
  const claim = lastOf(/\b(gives?|gets?|yields?|obtains?|then|so|hence|thus|therefore|shows?|proves?|sees?|that|is|have|know|check|compute|find|look)\b/gi)
  const definition = lastOf(/\b(lets?|let's|define|denote)\b/gi)
  const condition = lastOf(/\b(set|solve|such that|subject to)\b/gi)
  const claimed = condition >= 0 && /^such that/i.test(words.slice(condition)) ? lastOf(/\b(gives?|yields?|then|hence|thus|therefore)\b/gi) : claim
  if (condition > definition && condition > claimed) return 'condition'
  return definition > Math.max(condition, claim) ? 'definition' : undefined
}
