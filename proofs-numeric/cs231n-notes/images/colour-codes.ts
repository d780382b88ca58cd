import {
  allOf, atMost, type Claim, claim, equal, erratum, everyCase, type Judge, printsAs
} from '../../../src/claim/index.js'
import { type Rational, rational } from '../../../src/number/index.js'
import { type Colour, colours, type Hsl, hslOf, rgbOf } from './colours.js'

// One colour in three ways: a code in base 16; red, green and blue; hue, saturation and lightness.

const source = 'Notes on CS231n, image classifier'

const hexNumber = (digits: string): number => Number.parseInt(digits, 16)

/** The number that red, green and blue are together. */
const together = (channels: ReadonlyArray<number>): number =>
  channels.reduce((number, channel) => number * 256 + channel, 0)

/** That the code in base 16, and the short one with each digit once, are the printed red, green and blue. */
const readAs = (scope: string, chosen: ReadonlyArray<Colour>): Judge =>
  everyCase(scope, chosen, ({ name, rgb, hex, short }) => [
    equal(hexNumber(hex), together(rgb), name),
    ...(short === undefined ? []
      : [equal(together([...short].map(digit => 17 * hexNumber(digit))), together(rgb), `${name}, short`)])
  ])

const [white, others] = [colours.filter(({ name }) => name === 'white'), colours.filter(({ name }) => name !== 'white')]

const size = (x: Rational): Rational => rational.max(x, rational.sub(rational.of(0), x))

/** That the codes name the printed colours, each channel to the nearest whole number. */
const nearestRgb = (hsl: (colour: Colour) => Hsl): Judge =>
  everyCase('all seventeen colours', colours, colour => rgbOf(rational)(hsl(colour)).map((channel, k) => atMost(
    size(rational.sub(channel, rational.of(colour.rgb[k] ?? NaN))), rational.of(0.5),
    `${colour.name}, channel ${k + 1}`)))

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'cs231n-notes/images/hex-codes',
      title: 'Sixteen of the seventeen printed codes are the printed red, green and blue in base 16',
      statement: String.raw`\mathrm{hex} = 65536 r + 256 g + b`,
      source,
      rows: ['N231-IM-06']
    },
    readAs('sixteen colours', others)
  ),
  erratum(
    {
      id: 'cs231n-notes/images/white', title: 'White is #ffffff: the printed code has five digits',
      statement: String.raw`255 \cdot (65536 + 256 + 1)`,
      source, rows: ['N231-IM-06']
    },
    {
      printed: { text: '#fffff', tex: String.raw`\texttt{\#fffff}`, judge: readAs('white', white) },
      corrected: { text: '#ffffff', tex: String.raw`\texttt{\#ffffff}`, judge: readAs(
        'white', white.map(colour => ({ ...colour, hex: 'ffffff' }))
      ) }
    }
  ),
  claim(
    {
      id: 'cs231n-notes/images/hsl-codes',
      title: 'The printed hues, saturations and lightnesses are those of red, green and blue, rounded',
      statement: String.raw`L = \frac{\max + \min}{510},\ S = \frac{\max - \min}{255\,(1 - |2L - 1|)}`,
      source,
      rows: ['N231-IM-06']
    },
    allOf('all seventeen colours', colours.flatMap(({ name, rgb, hsl: [hue, saturation, light] }) => [
      { label: `${name}, hue`, judge: printsAs(`${hue}`, N => hslOf(N)(rgb).hue) },
      { label: `${name}, saturation`, judge: printsAs(
        `${saturation}`, N => N.mul(N.of(100), hslOf(N)(rgb).saturation)
      ) },
      { label: `${name}, lightness`, judge: printsAs(`${light}`, N => N.mul(N.of(100), hslOf(N)(rgb).lightness)) }
    ]))
  ),
  erratum(
    {
      id: 'cs231n-notes/images/silver',
      title: 'Rounded so, one code names another colour: of lightness 75 % is the grey 191, and silver is 192',
      statement: String.raw`0.75 \cdot 255 = 191.25,\quad 0.753 \cdot 255 = 192.015`,
      source,
      rows: ['N231-IM-06']
    },
    {
      printed: {
        text: 'silver is hsl(0, 0%, 75%)',
        tex: String.raw`\text{silver is hsl}(0, 0\%, 75\%)`,
        judge: nearestRgb(({ hsl }) => hsl)
      },
      corrected: {
        text: 'silver is hsl(0, 0%, 75.3%)',
        tex: String.raw`\text{silver is hsl}(0, 0\%, 75.3\%)`,
        judge: nearestRgb(({ name, hsl }) => (name === 'silver' ? [0, 0, 75.3] : hsl))
      }
    }
  )
]
