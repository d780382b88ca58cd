import fc, { type Arbitrary } from 'fast-check'

/** Short texts with the marks that markup is made of, a letter in two of its forms, and what others escaped before. */
export const texts: Arbitrary<string> = fc.array(
  fc.constantFrom('<', '>', '&', '"', '\'', '&amp;', '&lt;', '</text>', '<!--', 'a', ' ', 'é', '−', '10^{-3}', '#39;'), { maxLength: 4 }
).map(parts => parts.join(''))
