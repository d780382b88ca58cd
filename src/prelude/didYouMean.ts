/** The word that was probably meant, if one is near. */
const nearest = (typed: string, words: ReadonlyArray<string>): string | undefined => {
  const ranked = words.map(word => ({ word, away: distance(typed, word) })).sort((a, b) => a.away - b.away)
  const [best] = ranked
  return best !== undefined && best.away <= Math.max(2, typed.length / 3) ? best.word : undefined
}

/** " (did you mean --seed?)", or nothing. */
export const didYouMean = (typed: string, words: ReadonlyArray<string>): string => {
  const word = nearest(typed, words)
  return word === undefined ? '' : `; did you mean ${word}?`
}

/** How many letters to insert, remove or replace (Levenshtein). */
const distance = (a: string, b: string): number => {
  const first = Array.from({ length: b.length + 1 }, (_, j) => j)
  const last = [...a].reduce<ReadonlyArray<number>>((above, letter, i) =>
    [...b].reduce<ReadonlyArray<number>>((row, other, j) => [
      ...row,
      Math.min((row[j] ?? 0) + 1, (above[j + 1] ?? 0) + 1, (above[j] ?? 0) + (letter === other ? 0 : 1))
    ], [i + 1]), first)
  return last[b.length] ?? a.length
}
