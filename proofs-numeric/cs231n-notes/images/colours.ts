import type { Divisible } from '../../../src/number/index.js'

/** Hue in degrees, saturation and lightness in percent. */
export type Hsl = readonly [number, number, number]

export type Rgb = readonly [number, number, number]

/** A colour as the notes print it. */
export interface Colour {
  readonly name: string
  readonly hex: string
  /** The code with each digit once, where there is one. */
  readonly short?: string
  readonly rgb: Rgb
  readonly hsl: Hsl
}

/** The table of the notes; the code of white is one digit short there. */
export const colours: ReadonlyArray<Colour> = [
  { name: 'white', hex: 'fffff', short: 'fff', rgb: [255, 255, 255], hsl: [0, 0, 100] },
  { name: 'silver', hex: 'c0c0c0', rgb: [192, 192, 192], hsl: [0, 0, 75] },
  { name: 'gray', hex: '808080', rgb: [128, 128, 128], hsl: [0, 0, 50] },
  { name: 'black', hex: '000000', short: '000', rgb: [0, 0, 0], hsl: [0, 0, 0] },
  { name: 'maroon', hex: '800000', rgb: [128, 0, 0], hsl: [0, 100, 25] },
  { name: 'red', hex: 'ff0000', short: 'f00', rgb: [255, 0, 0], hsl: [0, 100, 50] },
  { name: 'orange', hex: 'ffa500', rgb: [255, 165, 0], hsl: [38.8, 100, 50] },
  { name: 'yellow', hex: 'ffff00', short: 'ff0', rgb: [255, 255, 0], hsl: [60, 100, 50] },
  { name: 'olive', hex: '808000', rgb: [128, 128, 0], hsl: [60, 100, 25] },
  { name: 'lime', hex: '00ff00', short: '0f0', rgb: [0, 255, 0], hsl: [120, 100, 50] },
  { name: 'green', hex: '008000', rgb: [0, 128, 0], hsl: [120, 100, 25] },
  { name: 'aqua', hex: '00ffff', short: '0ff', rgb: [0, 255, 255], hsl: [180, 100, 50] },
  { name: 'blue', hex: '0000ff', short: '00f', rgb: [0, 0, 255], hsl: [240, 100, 50] },
  { name: 'navy', hex: '000080', rgb: [0, 0, 128], hsl: [240, 100, 25] },
  { name: 'teal', hex: '008080', rgb: [0, 128, 128], hsl: [180, 100, 25] },
  { name: 'fuchsia', hex: 'ff00ff', short: 'f0f', rgb: [255, 0, 255], hsl: [300, 100, 50] },
  { name: 'purple', hex: '800080', rgb: [128, 0, 128], hsl: [300, 100, 25] }
]

/** The largest channel minus the smallest. */
const chromaOf = (rgb: Rgb): number => Math.max(...rgb) - Math.min(...rgb)

/** Sixths of a turn, from red. */
const sextant = <A>(N: Divisible<A>, [red, green, blue]: Rgb): A => {
  const [highest, chroma] = [Math.max(red, green, blue), chromaOf([red, green, blue])]
  const towards = (start: number, a: number, b: number): A => N.add(N.of(start), N.div(N.of(a - b), N.of(chroma)))
  if (chroma === 0) return N.of(0)
  if (highest === red) return towards(green >= blue ? 0 : 6, green, blue)
  return highest === green ? towards(2, blue, red) : towards(4, red, green)
}

/** Lightness (max + min) / 510, saturation (max - min) / (255 - |max + min - 255|), and the hue in degrees. */
export const hslOf = <A>(N: Divisible<A>) =>
  (rgb: Rgb): { readonly hue: A; readonly saturation: A; readonly lightness: A } => {
    const [ends, chroma] = [Math.max(...rgb) + Math.min(...rgb), chromaOf(rgb)]
    return {
      hue: N.mul(N.of(60), sextant(N, rgb)),
      saturation: chroma === 0 ? N.of(0) : N.div(N.of(chroma), N.of(255 - Math.abs(ends - 255))),
      lightness: N.div(N.of(ends), N.of(510))
    }
  }

/** A number of one decimal. */
const tenths = <A>(N: Divisible<A>, x: number): A => N.div(N.of(Math.round(10 * x)), N.of(10))

/** The channels, from 0 to 255: 255 (L - S min(L, 1 - L) max(-1, min(k - 3, 9 - k, 1))) with k = n + H / 30 mod 12, n = 0, 8, 4. */
export const rgbOf = <A>(N: Divisible<A>) => ([hue, saturation, lightness]: Hsl): ReadonlyArray<A> => {
  const least = (a: A, b: A): A => N.where(a, b, b, a)
  const [h, s, l] = [
    N.div(tenths(N, hue), N.of(30)), N.div(tenths(N, saturation), N.of(100)), N.div(tenths(N, lightness), N.of(100))
  ]
  const reach = N.mul(s, least(l, N.sub(N.of(1), l)))
  return [0, 8, 4].map(n => {
    const turned = N.add(N.of(n), h)
    const k = N.where(turned, N.of(12), N.sub(turned, N.of(12)), turned)
    const share = N.max(N.of(-1), least(least(N.sub(k, N.of(3)), N.sub(N.of(9), k)), N.of(1)))
    return N.mul(N.of(255), N.sub(l, N.mul(reach, share)))
  })
}
