import type { Term } from '../notation/index.js'
import type { Sides } from './places.js'

/**
 * The form in which \le and \ge alone are judged: as < and >, which fail where the sides are equal somewhere, or with a share of the larger
 * side in place of it.
 */
export type Sharper = 'strict' | { readonly share: string }

/** Of one side, only so much. */
export interface Scaled {
  readonly side: 'left' | 'right'
  readonly share: string
}

/** Whether a line can be made sharper. */
export const isWeak = ({ sign }: Pick<Sides, 'sign'>): boolean => sign === '<=' || sign === '>='

/** An inequality in its strict form, or with a share of its larger side. */
export const sharpened = (sides: Sides, sharper: Sharper | undefined): Sides => {
  const scaled = scaledBy(sides, sharper)
  if (scaled !== undefined) return { ...sides, [scaled.side]: of(scaled.share, sides[scaled.side]) }
  return sharper === undefined ? sides : { ...sides, sign: sides.sign === '<=' ? '<' : '>' }
}

/** The larger side, and how much of it is left. */
export const scaledBy = ({ sign }: Pick<Sides, 'sign'>, sharper: Sharper | undefined): Scaled | undefined =>
  (typeof sharper !== 'object' ? undefined : { side: sign === '<=' ? 'right' : 'left', share: sharper.share })

const of = (share: string, side: Term): Term =>
  ({ kind: 'binary', operator: 'multiply', left: { kind: 'number', text: share, span: side.span }, right: side, span: side.span })
