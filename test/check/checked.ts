import { check, type Line } from '../../src/check/index.js'

/** The lines found in a body under a lemmata block with these declarations. */
export const checked = (declared: string, body: string, runs = 100): ReadonlyArray<Line> =>
  check(`\`\`\`lemmata\n${declared}\n\`\`\`\n${body}\n`, { seed: 1, runs, cancelled: () => false })

/** What is told of a line in a word or two: "proved" where it holds and its strength begins so. */
export const verdictOf = ({ kind, verdict, strength = '' }: Line): string =>
  (verdict === 'holds' && strength.startsWith('proved') ? 'proved' : verdict ?? kind)
