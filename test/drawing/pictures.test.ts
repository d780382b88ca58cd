import { expect, test } from 'vitest'
import { readPng } from '../../src/data/index.js'
import { classColours, heatMap, imageUri, panels, planePlot } from '../../src/drawing/index.js'
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
