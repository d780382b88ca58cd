import { describe, expect, test } from 'vitest'
import { linePlot, type LinePlot } from '../../src/report/index.js'

const powers = (exponents: ReadonlyArray<number>) => exponents.map(e => ({ x: 10 ** e, y: 10 ** (2 * e) }))
const plot = (more: Partial<LinePlot> = {}): LinePlot => ({
  title: 'errors', x: { label: 'step', log: true }, y: { label: 'error', log: true },
  series: [{ label: 'central', points: powers([-4, -3, -2, -1, 0]) }], ...more
})

const numbersOf = (path: string): ReadonlyArray<number> => [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([n]) => Number(n))
const curve = (svg: string): ReadonlyArray<number> =>
  numbersOf(/<path class="series series-1" d="([^"]*)"/.exec(svg)?.[1] ?? '')

describe('linePlot', () => {
  test('errors that are all 0 have no axis below 0', () => {
    const svg = linePlot(plot({ y: { label: 'error', log: false }, series: [{ label: 'a', points: [{ x: 1, y: 0 }, { x: 2, y: 0 }] }] }))
    expect([...svg.matchAll(/text-anchor="end">([^<]*)</g)].map(([, label]) => Number(label))).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  })
  test('a power law is a straight line on log axes', () => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = curve(linePlot(plot()))
    expect(x1 - x0).toBeCloseTo(x2 - x1, 1)
    expect(y1 - y0).toBeCloseTo(y2 - y1, 1)
    expect(x1).toBeGreaterThan(x0)
    expect(y1).toBeLessThan(y0)
  })
  test('log axes are marked by powers of ten', () => {
    const svg = linePlot(plot())
    for (const e of [-4, -3, -2, -1, 0, -8, -6]) expect(svg).toContain(`<tspan class="power" dy="-.4em">${e}</tspan>`)
  })
  test('leaves out what a log axis cannot show, and a line has a gap there', () => {
    const points = [
      ...powers([-2]), { x: 0, y: 1 }, { x: 1, y: -1 }, { x: NaN, y: 1 }, { x: 1, y: Infinity }, ...powers([-1])
    ]
    const svg = linePlot(plot({ series: [{ label: 'a', points }] }))
    expect(curve(svg)).toHaveLength(4)
    expect(/d="(M[^"]*)" *\/>/.exec(svg.slice(svg.indexOf('series series-1')))?.[1]?.match(/M/g)).toHaveLength(2)
  })
  test('draws marks, one a point', () => {
    const svg = linePlot(plot({ series: [{ label: 'a', points: powers([0, 1, 2]), marks: true }] }))
    expect(svg.match(/<circle/g)).toHaveLength(3 + 1)
  })
  test('tells series apart by dashes and shapes, not by colour alone', () => {
    const series = [false, true].flatMap(marks => ['a', 'b', 'c', 'd', 'e'].map(label => ({ label, points: powers([0, 1]), marks })))
    const svg = linePlot(plot({ series }))
    const dashes = [...svg.matchAll(/<path class="series series-\d" d="[^"]*"([^/]*)\/>/g)].map(([, dash]) => dash)
    const shapes = [...svg.matchAll(/ marks"><(\w+ (?:d="M[^a-z]*)?[^/]*)/g)].map(([, shape = '']) => shape.replace(/[\d.]+ [\d.]+|c[xy]="[\d.]+"/g, ''))
    expect(new Set(dashes).size).toBe(5)
    expect(new Set(shapes.slice(0, 5)).size).toBe(5)
  })
  test('a bar goes from low to high; one that a log axis cannot show ends at the frame', () => {
    const points = [{ x: 1, y: 10, low: 1, high: 100 }, { x: 10, y: 10, low: -5, high: 100 }]
    const bars = /<path class="series series-1 bars" d="([^"]*)"/.exec(linePlot(plot({ series: [{ label: 'a', points, marks: true }] })))
    expect(bars?.[1]).toBe('M104 352V20M100 352h8M100 20h8M640 352V20M636 352h8M636 20h8')
  })
  test('a band goes along the highs and back along the lows', () => {
    const points = [{ x: 1, y: 2, low: 1, high: 3 }, { x: 2, y: 2, low: 2, high: 3 }]
    const linear = { x: { label: 'x', log: false }, y: { label: 'y', log: false } }
    const band = /<path class="series series-1 band" d="([^"]*)"/.exec(linePlot(plot({ ...linear, series: [{ label: 'a', points }] })))
    expect(numbersOf(band?.[1] ?? '')).toEqual([104, 20, 640, 20, 640, 186, 104, 352])
  })
  test('draws no points, one point, and a constant without a NaN', () => {
    for (const log of [false, true]) {
      for (const points of [[], [{ x: 1, y: 2 }], [{ x: 1, y: 2 }, { x: 2, y: 2 }]]) {
        const svg = linePlot(plot({ x: { label: 'x', log }, y: { label: 'y', log }, series: [{ label: 'a', points }] }))
        expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      }
    }
  })
})
