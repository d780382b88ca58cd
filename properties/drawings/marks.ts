import { equal, type Plain, type Relation } from '../../src/claim/index.js'
import { type OnAxis, reads, standsAt } from './framed.js'
import { type Element, numberOf, partsOf, type Place } from './svg.js'

/** The corners of what is drawn as a path; a circle has two of the square around it. */
const cornersOf = (mark: Element): ReadonlyArray<Place> => {
  const [x, y, r] = [numberOf(mark, 'cx'), numberOf(mark, 'cy'), numberOf(mark, 'r')]
  return mark.name === 'circle' ? [[x - r, y - r], [x + r, y + r]]
    : partsOf(mark.attributes['d'] ?? '').flat()
}

const middleOf = (coordinates: ReadonlyArray<number>): number =>
  (Math.min(...coordinates) + Math.max(...coordinates)) / 2

/** The middle of a mark. That of a triangle is up to a pixel from its place, which is nearer to its base than to its top. */
export const markAt = (mark: Element): { readonly at: Place; readonly off: number } => {
  const corners = cornersOf(mark)
  const at = [middleOf(corners.map(([x]) => x)), middleOf(corners.map(([, y]) => y))] as const
  return { at, off: corners.length === 3 ? 1 : 0 }
}

/** That a mark stands at a place. */
export const markStandsAt = (mark: Element, x: OnAxis, y: OnAxis, what: string): ReadonlyArray<Relation<Plain>> => {
  const { at, off } = markAt(mark)
  return [standsAt(at[0], x, `x of ${what}`), standsAt(at[1], { ...y, off: y.off + off }, `y of ${what}`)]
}

const leavesOf = (element: Element): ReadonlyArray<Element> =>
  (element.name !== 'g' ? [element] : element.children.flatMap(leavesOf))

const leafLook = ({ name, attributes: { d = '' } }: Element): string =>
  (name === 'circle' ? name : /[hl].*z$|z$/.exec(d)?.[0] ?? '')

const attributesIn = (key: string, { attributes: { [key]: own }, children }: Element): ReadonlyArray<string> =>
  [...own === undefined ? [] : [own], ...children.flatMap(inner => attributesIn(key, inner))]

/** The dashes of what is drawn and the outline of its marks, wherever it stands and whatever its colour. */
const lookOf = (element: Element): string =>
  [...attributesIn('stroke-dasharray', element), ...new Set(leavesOf(element).map(leafLook))].join('; ')

const colourOf = (element: Element): string =>
  /series-\d+/.exec(attributesIn('class', element).join(' '))?.[0] ?? 'none'

/** That a series looks as its sample in the legend, and that no two samples look alike without their colours. */
export const looksAlike = (
  drawn: ReadonlyArray<Element>, samples: ReadonlyArray<Element>
): ReadonlyArray<Relation<Plain>> => [
  equal<Plain>(drawn.length, samples.length, 'what is drawn, and entries of the legend'),
  ...drawn.flatMap((element, i) => {
    const sample = samples[i]
    return sample === undefined || leavesOf(element).length === 0 ? [] : [
      reads(colourOf(sample), colourOf(element), `the colour of entry ${i}`),
      reads(lookOf(sample), lookOf(element), `the look of entry ${i}`)
    ]
  }),
  equal<Plain>(new Set(samples.map(lookOf)).size, samples.length, 'looks without colours')
]
