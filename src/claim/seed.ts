/** A 32-bit seed of its own for each claim, so that adding one claim changes the draws of no other (FNV-1a). */
export const seedFor = (seed: number, id: string): number =>
  [...`${seed}/${id}`].reduce((hash, letter) => Math.imul(hash
    ^ (letter.codePointAt(0) as number), 0x01000193), 0x811c9dc5) | 0
