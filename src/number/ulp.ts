// Just above half an ulp of x, relative to x: adding it rounds to the neighbour (Rump, Zimmermann, Boldo, Melquiond 2009).
const halfUlp = 2 ** -53 * (1 + 2 ** -52)
const scale = 2 ** 300
const unscale = 2 ** -300

/** The next double above x; nextUp(-Infinity) is -MAX_VALUE, while Infinity and NaN stay. */
export const nextUp = (x: number): number => {
  const size = Math.abs(x)
  if (size >= 1e-290) return x === -Infinity ? -Number.MAX_VALUE : x + size * halfUlp
  // below 2^-1021 all doubles are one smallest double apart; between, half an ulp would lose bits to underflow
  return size < 2 ** -1021 ? x + Number.MIN_VALUE : (x * scale + size * scale * halfUlp) * unscale
}

/** The next double below x; nextDown(Infinity) is MAX_VALUE, while -Infinity and NaN stay. */
export const nextDown = (x: number): number => -nextUp(-x)

/**
 * The unit in the last place: the distance from |x| to the next double above (below, for MAX_VALUE); NaN for what is not
 * finite.
 */
export const ulp = (x: number): number => {
  const size = Math.abs(x)
  return size === Number.MAX_VALUE ? size - nextDown(size) : nextUp(size) - size
}
