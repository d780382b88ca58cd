/** A font of formulas in Unicode: where its capital letters, small letters and digits begin, and letters that are elsewhere. */
interface Alphabet {
  readonly capital: number
  readonly small: number
  readonly digit?: number
  /** Greek letters from capital and small alpha. */
  readonly greek?: readonly [capital: number, small: number]
  readonly others?: Readonly<Record<string, string>>
}

const alphabets: Readonly<Record<string, Alphabet>> = {
  'bold': { capital: 0x1D400, small: 0x1D41A, digit: 0x1D7CE, greek: [0x1D6A8, 0x1D6C2] },
  'bold-italic': { capital: 0x1D468, small: 0x1D482, digit: 0x1D7CE, greek: [0x1D71C, 0x1D736] },
  'double-struck': {
    capital: 0x1D538, small: 0x1D552, digit: 0x1D7D8, others: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' }
  },
  'script': {
    capital: 0x1D49C, small: 0x1D4B6,
    others: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' }
  },
  'fraktur': { capital: 0x1D504, small: 0x1D51E, others: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' } },
  'sans-serif': { capital: 0x1D5A0, small: 0x1D5BA, digit: 0x1D7E2 },
  'monospace': { capital: 0x1D670, small: 0x1D68A, digit: 0x1D7F6 }
}

/** MathML with the letters of fonts as Unicode has them: browsers pass over the attribute that names the font. */
export const inAlphabets = (mathml: string): string =>
  mathml.replace(
    /<(m[in]) mathvariant="([a-z-]+)">([^<&]*)<\/\1>/g, (whole, tag: string, font: string, letters: string) => {
      const alphabet = Object.hasOwn(alphabets, font) ? alphabets[font] : undefined
      return alphabet === undefined ? whole
        : `<${tag}>${[...letters].map(letter => inAlphabet(alphabet, letter)).join('')}</${tag}>`
    }
  )

const inAlphabet = ({ capital, small, digit, greek, others = {} }: Alphabet, letter: string): string => {
  const from = (first: string, begin: number): string =>
    String.fromCodePoint(begin + letter.charCodeAt(0) - first.charCodeAt(0))
  if (Object.hasOwn(others, letter)) return others[letter] ?? letter
  if (/^[A-Z]$/.test(letter)) return from('A', capital)
  if (/^[a-z]$/.test(letter)) return from('a', small)
  if (/^[0-9]$/.test(letter) && digit !== undefined) return from('0', digit)
  if (/^[Α-Ω]$/.test(letter) && greek !== undefined) return from('Α', greek[0])
  if (/^[α-ω]$/.test(letter) && greek !== undefined) return from('α', greek[1])
  return letter
}
