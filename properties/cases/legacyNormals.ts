// The normal numbers that the documents' notebooks draw: a Mersenne twister (MT19937) seeded by one integer, and Marsaglia's polar
// method, which gives two numbers at a time. With them a printed figure can be computed again from its recipe.

const [length, middle] = [624, 397]

const seeded = (seed: number): Uint32Array => {
  const words = new Uint32Array(length)
  words[0] = seed
  for (let i = 1; i < length; i++) {
    const before = words[i - 1] ?? 0
    words[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i
  }
  return words
}

const turned = (before: Uint32Array): Uint32Array => {
  const words = Uint32Array.from(before)
  for (let i = 0; i < length; i++) {
    const y = ((words[i] ?? 0) & 0x80000000) | ((words[(i + 1) % length] ?? 0) & 0x7fffffff)
    words[i] = (words[(i + middle) % length] ?? 0) ^ (y >>> 1) ^ ((y & 1) === 1 ? 0x9908b0df : 0)
  }
  return words
}

const tempered = (word: number): number => {
  const a = word ^ (word >>> 11)
  const b = a ^ ((a << 7) & 0x9d2c5680)
  const c = b ^ ((b << 15) & 0xefc60000)
  return (c ^ (c >>> 18)) >>> 0
}

/** Labels drawn after normal numbers: so many, each below a number of classes. */
export interface LegacyLabels {
  readonly count: number
  readonly classes: number
}

/** The first n standard normal numbers after a seed, and whole numbers drawn after them, each by as many bits as the largest has. */
export const legacyDraws = (
  seed: number, n: number, { count, classes }: LegacyLabels
): { readonly normals: Float64Array; readonly labels: ReadonlyArray<number> } => {
  let words = seeded(seed)
  let used = length
  const next = (): number => {
    if (used === length) words = turned(words)
    used = used === length ? 1 : used + 1
    return tempered(words[used - 1] ?? 0)
  }
  const uniform = (): number => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992
  const out = new Float64Array(n + 1)
  for (let i = 0; i < n; i += 2) {
    let [a, b, square] = [0, 0, 0]
    while (square >= 1 || square === 0) {
      a = 2 * uniform() - 1
      b = 2 * uniform() - 1
      square = a * a + b * b
    }
    const factor = Math.sqrt((-2 * Math.log(square)) / square)
    out[i] = factor * b
    out[i + 1] = factor * a
  }
  const mask = 2 ** Math.ceil(Math.log2(classes)) - 1
  const label = (): number => {
    const bits = next() & mask
    return bits < classes ? bits : label()
  }
  return { normals: out.slice(0, n), labels: Array.from({ length: count }, label) }
}

/** The first n standard normal numbers after a seed. */
export const legacyNormals = (seed: number, n: number): Float64Array =>
  legacyDraws(seed, n, { count: 0, classes: 1 }).normals
