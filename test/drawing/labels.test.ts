import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diagram, heatMap, linePlot, panels, planePlot } from '../../src/drawing/index.js'
import { style } from '../../src/report/style.js'
import * as T from '../../src/tensor/index.js'
import { chromiumHere, isSkipped } from '../chromium.js'

// Letters as a browser sets them, at a desk and on a phone, where they are largest beside the picture.

let browser: Browser | undefined
beforeAll(async () => { if (!isSkipped) browser = await chromium.launch({ executablePath: chromiumHere(), args: ['--no-sandbox'] }) })
afterAll(async () => { await browser?.close() })

interface Box {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Boxes {
  readonly whole: Box
  readonly labels: ReadonlyArray<Box>
}

/** The picture, and every label in it. */
const boxesIn = async (svg: string, width: number): Promise<Boxes> => {
  const page = await browser!.newPage({ viewport: { width, height: 900 } })
  await page.setContent(`<!doctype html><style>${style}</style><main><figure>${svg}</figure></main>`)
  const found = await page.evaluate<Boxes>(`(() => {
    const box = of => { const { left, right, top, bottom } = of.getBoundingClientRect(); return { text: of.textContent, left, right, top, bottom } }
    return { whole: box(document.querySelector('svg')), labels: [...document.querySelectorAll('svg text')].map(box) }
  })()`)
  await page.close()
  return found
}

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const line = (points: ReadonlyArray<readonly [number, number]>, log = false): string => linePlot({
  title: 'line', x: { label: 'step', log }, y: { label: 'accuracy, percent', log },
  series: ['training', 'validation', 'the mean of five runs that begin elsewhere'].map(label =>
    ({ label, points: points.map(([x, y]) => ({ x, y })) }))
})

const pictures: Readonly<Record<string, string>> = {
  'negative numbers in the corner': line([[-10, -10], [10, 10]]),
  'long numbers': line([[0, 0.001], [100_000, 0.009]]),
  'numbers far from 0': line([[1000000, 1000000], [1000001, 1000001]]),
  'numbers far from 0, with a point': line([[-0.999999, -0.9999999], [-1, -0.9999995]]),
  'numbers with a point': line([[0.995, 10_000], [1.01, 90_000]]),
  'a log axis': line([[1e-12, 1e-30], [1e5, 1e12]], true),
  'a plane': planePlot({
    title: 'plane', x: { label: 'x', range: [-4, 4] }, y: { label: 'y', range: [-4, 4] }, equal: true,
    series: ['a fold', 'mean and deviation of the folds'].map(label => ({ label, points: [{ x: 0, y: 0 }, { x: 1, y: 1 }] }))
  }),
  'panels': panels({ title: 'panels', columns: 5, panels: Array.from({ length: 10 }, (_, k) => ({ title: `filter ${k}`, image: T.zeros([2, 3]) })) }),
  'a heat map': heatMap({
    title: 'map', values: T.fromNested([[0.1, 1], [2, 3]]), rows: { label: 'learning rate', names: ['1e-7', '5e-6'] },
    columns: { label: 'penalty', names: ['25000', '50000'] }, written: value => `${value.toFixed(1)} %`
  }),
  'a diagram': diagram({
    title: 'circuit', width: 680, height: 160, arrows: [[0, 1]],
    nodes: [{ label: 'x', x: 60, y: 80, above: '-2', below: '-4' }, { label: 'y', x: 200, y: 80, above: '5', below: '-4' }]
  })
}

describe.skipIf(isSkipped)('labels as a browser sets them', () => {
  test.each(Object.entries(pictures).flatMap(([name, svg]) => [1280, 400].map(width => [name, width, svg] as const)))(
    '%s at %i pixels: none is cut off, and no two touch', async (_, width, svg) => {
      const { whole, labels } = await boxesIn(svg, width)
      expect(labels.length).toBeGreaterThan(3)
      const cut = labels.filter(({ left, right, top, bottom }) =>
        left < whole.left || right > whole.right || top < whole.top || bottom > whole.bottom)
      expect(cut.map(({ text }) => text)).toEqual([])
      const touching = labels.flatMap((a, i) => labels.slice(i + 1).filter(b => touch(a, b)).map(b => `${a.text} and ${b.text}`))
      expect(touching).toEqual([])
    })
})
