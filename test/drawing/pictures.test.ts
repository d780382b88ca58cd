import { expect, test } from 'vitest'
import { readPng } from '../../src/data/index.js'
import { classColours, diagram, heatMap, imageUri, linePlot, panels, planePlot } from '../../src/drawing/index.js'
import * as T from '../../src/tensor/index.js'

const imagesIn = (svg: string): ReadonlyArray<T.Tensor> =>
  [...svg.matchAll(/href="data:image\/png;base64,([^"]*)"/g)].map(([, text = '']) => readPng(new Uint8Array(Buffer.from(text, 'base64'))))

test('an image in a page is the image', () => {
  const image = T.tabulate([30, 41, 3], (h, w, c) => (7 * h + 11 * w + 90 * c) % 256)
  const [shown] = imagesIn(`href="${imageUri(image)}"`)
  expect(T.identical(shown!, image)).toBe(true)
  expect(() => imageUri(T.fromNested([[256]]))).toThrow('whole entries from 0 to 255')
})

test('panels stand row by row, each as high as its image', () => {
  const of = (height: number) => ({ title: 'a < b', image: T.zeros([height, 10]) })
  const svg = panels({ title: 'three', columns: 2, panels: [of(10), of(20), of(5)] })
  expect([...svg.matchAll(/<image x="([^"]*)" y="([^"]*)" width="334" height="([^"]*)"/g)].map(([, ...at]) => at.map(Number)))
    .toEqual([[0, 26, 334], [346, 26, 668], [0, 732, 167]])
  expect(svg).toContain('a &lt; b')
  expect(() => panels({ title: 'none', panels: [] })).toThrow('a panel at least')
})

test('the rows of class colours go up', () => {
  const [shown] = imagesIn(planePlot({
    title: 'regions', x: { label: 'x', range: [0, 2] }, y: { label: 'y', range: [0, 2] },
    colours: classColours(T.fromNested([[0, 1], [2, 2]]))
  }))
  const colour = (h: number, w: number): ReadonlyArray<number> => [0, 1, 2].map(c => T.at(shown!, [h, w, c]))
  expect(colour(0, 0)).toEqual(colour(0, 1))
  expect(new Set([colour(0, 0), colour(1, 0), colour(1, 1)].map(String)).size).toBe(3)
  expect(colour(1, 0)).toEqual([238, 244, 252])
  expect(() => classColours(T.fromNested([[10]]))).toThrow('labels from 0 to 9')
})

test('equal axes have equal units, and arrows end where they should', () => {
  const svg = planePlot({
    title: 'arrow', equal: true, x: { label: 'x', range: [0, 4] }, y: { label: 'y', range: [0, 1] },
    arrows: [{ label: 'up', from: { x: 0, y: 0 }, to: { x: 0, y: 1 } }, { label: 'none', from: { x: 1, y: 0 }, to: { x: 1, y: 0 } }]
  })
  expect(svg).toContain('d="M104 154L104 20"')
  expect(svg).toContain('<rect class="frame" x="104" y="20" width="536" height="134"/>')
  expect(svg).not.toContain('NaN')
})

test('a heat map of equal values is one grey, and of others from black to white', () => {
  const map = (values: T.Tensor): T.Tensor => imagesIn(heatMap({
    title: 'rates', values, rows: { label: 'r', names: ['a'] }, columns: { label: 'c', names: ['b', 'd'] }, written: String
  }))[0]!
  expect(Array.from(map(T.fromNested([[5, 5]])).data)).toEqual([128, 128])
  expect(Array.from(map(T.fromNested([[-1, 3]])).data)).toEqual([0, 255])
  expect(() => map(T.fromNested([[1]]))).toThrow('as the names say')
})

const heights = (log: boolean, ...values: ReadonlyArray<number>): string => linePlot({
  title: 'heights', x: { label: 'x', log: false }, y: { label: 'y', log }, series: [{ label: 's', points: values.map((y, x) => ({ x, y })) }]
})
const labelsOf = (svg: string): ReadonlyArray<string> =>
  [...svg.matchAll(/text-anchor="end"[^>]*>([^<]*)/g)].map(([, label = '']) => label)

test.each([
  ['far from 0', [1000000, 1000001], ['1000000', '1000000.2', '1000000.4', '1000000.6', '1000000.8', '1000001']],
  ['of long numbers', [2e9, 4e9], ['2e9', '2.5e9', '3e9', '3.5e9', '4e9']],
  ['that are small', [0.0002, 0.0004], ['0.0002', '0.00025', '0.0003', '0.00035', '0.0004']],
  ['around one that is larger than any step to its neighbour', [1e17, 1e17], ['9.99e16', '9.995e16', '1e17', '1.0005e17', '1.001e17']]
] as const)('the labels of an axis %s tell its ticks apart', (_, values, labels) => {
  expect(labelsOf(heights(false, ...values))).toEqual(labels)
})

test.each([
  [false, [-1e308, 1.5e308, 1, 2], 2], [false, [1e-310, 3e-310], 2], [false, [5e-324, 0], 2],
  [true, [1, 1.5e308, 5e-324, 10], 2],
  [true, [1e308], 0], [false, [1e300, -1e300], 2], [true, [1e-300, 1e300], 2]
])('numbers too large or too small for an axis are left out: log %j, %j', (log, values, shown) => {
  const svg = heights(log, ...values)
  expect(svg).not.toMatch(/NaN|Infinity/)
  expect((/class="series series-1" d="([^"]*)"/.exec(svg)?.[1] ?? '').match(/,/g)?.length ?? 0).toBe(shown)
})

test('circles that touch have no arrow between them', () => {
  const at = (x: number) => ({ label: 'x', x, y: 30 })
  const arrows = (...all: ReadonlyArray<readonly [number, number]>): string =>
    diagram({ title: 'close', width: 200, height: 60, nodes: [at(30), at(70), at(150)], arrows: all })
  expect(arrows([0, 0], [0, 1])).not.toMatch(/<path|NaN/)
  expect(arrows([0, 2])).toContain('M50 30L130 30')
})

test.each([[1, 1], [2, 1], [NaN, 1], [0, Infinity], [-1e308, 1e308]])('a plane has no range from %d to %d', (low, high) => {
  expect(() => planePlot({ title: '', x: { label: 'x', range: [low, high] }, y: { label: 'y', range: [0, 1] } }))
    .toThrow('planePlot: expected a range up to a larger number')
})
