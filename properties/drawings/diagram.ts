import fc, { type Arbitrary } from 'fast-check'
import { atMost, claim, equal, judgedBy, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import type { boundary, classColours, diagram, Diagram, DiagramNode, gridOver } from '../../src/drawing/index.js'
import * as T from '../../src/tensor/index.js'
import { reads } from './framed.js'
import { type Element, numberOf, partsOf, type Place, read } from './svg.js'
import { texts } from './texts.js'

interface DiagramSubject {
  readonly name: string
  readonly diagram: typeof diagram
  readonly boundary: typeof boundary
  readonly gridOver: typeof gridOver
  readonly classColours: typeof classColours
}

const nodes: Arbitrary<DiagramNode> = fc.record({
  label: texts, x: fc.integer({ min: 20, max: 400 }), y: fc.integer({ min: 20, max: 400 })
}).chain(node => fc.oneof(
  fc.constant(node), fc.record({ above: texts, below: texts }).map(around => ({ ...node, ...around }))))

interface Wired {
  readonly title: string
  readonly all: ReadonlyArray<DiagramNode>
  readonly from: number
  readonly to: number
}

/**
 * An arrow goes along the line between the middles, from the edge of one circle to that of the other. A distance from a point that is
 * printed in hundredths is off by less than two of them; circles that touch leave no room for one.
 */
const arrowAt = (
  path: Element | undefined, a: DiagramNode, b: DiagramNode, radius: number
): ReadonlyArray<Relation<Plain>> => {
  const apart = Math.hypot(b.x - a.x, b.y - a.y)
  if (apart <= 2 * radius) return [equal<Plain>(Number(path === undefined), 1, 'no arrow between circles that touch')]
  const [line = [], head = []] = partsOf(path?.attributes['d'] ?? '')
  const from = ({ x, y }: DiagramNode, [atX, atY]: Place = [NaN, NaN]): number => Math.hypot(atX - x, atY - y)
  const off = (found: number, expected: number, what: string): Relation<Plain> =>
    atMost<Plain>(Math.abs(found - expected), 0.02, what)
  return [
    off(from(a, line[0]), radius, 'the beginning, from the first middle'),
    off(from(b, line[0]), apart - radius, 'the beginning, from the second middle'),
    off(from(b, line[1]), radius, 'the end, from the second middle'),
    off(from(a, line[1]), apart - radius, 'the end, from the first middle'),
    off(from(b, head[0]), radius, 'the tip, from the second middle')
  ]
}

const nodeAt = (svg: Element, { all }: Wired): ReadonlyArray<Relation<Plain>> => {
  const circles = svg.children.filter(({ name }) => name === 'circle')
  const labels = svg.children.filter(({ name }) => name === 'text')
  const expected = all.flatMap(({ label, x, y, above, below }) => [
    { text: label, x, y, side: 0 }, ...above === undefined ? [] : [{ text: above, x, y, side: -1 }],
    ...below === undefined ? [] : [{ text: below, x, y, side: 1 }]
  ])
  return [
    equal<Plain>(circles.length, all.length, 'circles'), equal<Plain>(labels.length, expected.length, 'labels'),
    ...circles.flatMap((circle, k) => [
      equal<Plain>(numberOf(circle, 'cx'), all[k]?.x ?? NaN, `x of circle ${k}`),
      equal<Plain>(numberOf(circle, 'cy'), all[k]?.y ?? NaN, `y of circle ${k}`)
    ]),
    ...expected.flatMap(({ text, x, y, side }, k) => {
      const [found, r] = [labels[k] as Element, numberOf(circles[0] as Element, 'r')]
      return [
        reads(found.text, text, `label ${k}`), equal<Plain>(numberOf(found, 'x'), x, `x of label ${k}`),
        side === 0 ? equal<Plain>(numberOf(found, 'y'), y + 4, `y of label ${k}, a third of a letter below the middle`)
          : atMost<Plain>(r, side * (numberOf(found, 'y') - y), `label ${k}, outside of its circle`)
      ]
    })
  ]
}

interface Plane {
  readonly x: number
  readonly y: number
  readonly size: readonly [number, number]
  readonly slopes: readonly [number, number]
  readonly offset: number
}

const powers = fc.constantFrom(-4, -2, -1, 0, 1, 2, 4)

export const diagramLaws: Law<DiagramSubject> = subject => {
  const { name, diagram: draw, boundary: zerosOf, gridOver: points, classColours: coloured } = subject
  return [
    claim(
      {
        id: `${name}/diagram`, title: 'An arrow goes from the edge of a circle to that of another, and each label is at its circle',
        statement: String.raw`\lVert p_0 - a \rVert = r = \lVert p_1 - b \rVert`, source: 'Standard practice'
      },
      sampled<Wired>({
        title: texts, all: fc.array(nodes, { minLength: 1, maxLength: 4 }), from: fc.nat(3), to: fc.nat(3)
      }, input => {
        const { title, all, from, to } = input
        const [first, second] = [from % all.length, to % all.length]
        const whole: Diagram = { title, width: 420, height: 420, nodes: all, arrows: [[first, second]] }
        const svg = judgedBy('diagram', () => read(draw(whole)))
        return [
          reads(svg.children[0]?.text ?? '', title, 'the title'), ...nodeAt(svg, input),
          ...arrowAt(
            svg.children.find(child => child.name === 'path'), all[first] as DiagramNode, all[second] as DiagramNode, 20)
        ]
      })
    ),
    claim(
      {
        id: `${name}/boundary`, title: 'The boundary of an affine function lies on its zeros, once on each line of the grid that crosses it',
        statement: String.raw`f(p) = 0`, source: 'Linear interpolation'
      },
      // whole points, slopes and offsets: the function is exact, and where it is 0 is a quotient of whole numbers
      sampled<Plane>({
        x: fc.integer({ min: -9, max: 9 }), y: fc.integer({ min: -9, max: 9 }), size: fc.tuple(fc.nat(4), fc.nat(4)),
        slopes: fc.tuple(powers, powers), offset: fc.integer({ min: -20, max: 20 })
      }, ({ x, y, size, slopes, offset }) => {
        const region = { x: [x, x + size[0]] as const, y: [y, y + size[1]] as const, step: 1 }
        const at = (across: number, up: number): number => slopes[0] * across + slopes[1] * up + offset
        const grid = judgedBy('gridOver', () => points(region))
        const found = judgedBy('boundary', () => zerosOf(region, grid.map(p => at(p.x, p.y))))
        const crossed = grid.flatMap(p => ([[1, 0], [0, 1]] as const).filter(([i, j]) =>
          p.x + i <= x + size[0] && p.y + j <= y + size[1] && at(p.x, p.y) > 0 !== at(p.x + i, p.y + j) > 0))
        return [
          equal<Plain>(grid.length, (size[0] + 1) * (size[1] + 1), 'points of the grid'),
          ...grid.flatMap((p, k) => [
            equal<Plain>(p.x, x + k % (size[0] + 1), `x of point ${k}`),
            equal<Plain>(p.y, y + Math.floor(k / (size[0] + 1)), `y of point ${k}`)
          ]),
          equal<Plain>(found.length, crossed.length, 'crossings'),
          // slopes are powers of two: a share of a step is one too, and nothing is rounded
          ...found.map((p, k) => equal<Plain>(at(p.x, p.y), 0, `the function at crossing ${k}`))
        ]
      })
    ),
    claim(
      {
        id: `${name}/class-colours`, title: 'A class has one colour, two have two, and the first row of labels is the lowest of the image',
        statement: String.raw`c_{hw} = c_{h' w'} \Leftrightarrow y_{H - 1 - h, w} = y_{H - 1 - h', w'}`, source: 'Standard practice'
      },
      sampled<{ readonly labels: ReadonlyArray<ReadonlyArray<number>> }>({
        labels: fc.integer({ min: 1, max: 3 }).chain(width => fc.array(
          fc.array(fc.nat(9), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }))
      }, ({ labels }) => {
        const image = judgedBy('classColours', () => coloured(T.fromNested(labels)))
        const colours = [...labels].reverse().flatMap((row, h) => row.map((label, w) =>
          ({ label, colour: [0, 1, 2].map(c => T.at(image, [h, w, c])).join(' ') })))
        return colours.flatMap((a, k) => colours.slice(0, k + 1).map(b =>
          equal<Plain>(Number(a.colour === b.colour), Number(a.label === b.label), `one colour for ${a.label} and ${b.label}`)))
      })
    )
  ]
}
