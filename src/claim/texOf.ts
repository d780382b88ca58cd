import type { Seen } from './Claim.js'

const figure = /^(-?[\d.]+)(?:e([+-]?\d+))?$/

/** What a reader sees in TeX: its own, or that of a figure; nothing where it is words. */
export const texOf = ({ text, tex }: Seen): string | undefined => {
  const [, digits, power] = figure.exec(text) ?? []
  return tex ?? (power === undefined ? digits : String.raw`${digits} \cdot 10^{${Number(power)}}`)
}
