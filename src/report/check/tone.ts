import type { Line } from '../../check/Line.js'

/** The classes of the style that set a colour, the worst first; a definition has none. */
const tones = ['refuted', 'erratum', 'undecided', 'supported', 'proved', 'told'] as const

export type Tone = typeof tones[number]

/** The colour of what was found. */
export const toneOf = ({ kind, verdict, strength = '' }: Line): Tone => {
  if (verdict === undefined) return kind === 'not understood' ? 'erratum' : 'told'
  switch (verdict) {
    case 'wrong': return 'refuted'
    case 'vacuous': case 'undecided': return 'undecided'
    case 'holds': return strength.startsWith('proved') ? 'proved' : 'supported'
  }
}

/** Whether somebody has to look at it. */
export const isBad = (tone: Tone): boolean => tone === 'refuted' || tone === 'erratum' || tone === 'undecided'

/** The colour of all that was found in one formula. */
export const worstOf = (lines: ReadonlyArray<Line>): Tone => {
  const found = lines.map(toneOf)
  return tones.find(tone => found.includes(tone)) ?? 'told'
}

/** What was found, in a word or two. */
export const wordOf = ({ kind, verdict, strength = '' }: Line): string =>
  (verdict === undefined ? kind
    : verdict !== 'holds' ? verdict : strength.startsWith('proved') ? 'proved' : `holds, ${strength}`)
