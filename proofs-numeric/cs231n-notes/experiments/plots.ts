import { tint } from '../../../src/data/index.js'
import { linePlot, panels, planePlot } from '../../../src/drawing/index.js'
import { refuse } from '../../../src/prelude/index.js'
import { type Drawn, everyCase, type Study, studyOf, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { drawnPicture, picturesIn, readPicture } from '../../object-recognition-2/experiments/photographs.js'

const documented = { height: 400, width: 248 }

/** The figures of the notes' chapter about plots. */
export const experiment: Study = studyOf({
  name: 'plots', document: 'cs231n-notes', place: '2.3', title: 'The plots of the notes',
  about: 'Sine and cosine, six numbers, an image and its tinted copy, and two clouds of points.',
  reported: 'x from 0 to 3 pi by .1; the image of 400 x 248 is tinted by 1, .95 and .9; 13 and 15 points are scattered.',
  documented, short: documented, seconds: { short: 1, documented: 1 },
  files: 'one picture, PNG or JPEG, in place of the cat', draw: ({ height, width }, seed) => drawnPicture(height, width, seed),
  read: files => {
    const [picture, ...more] = picturesIn(files)
    return picture !== undefined && more.length === 0 ? readPicture(picture)
      : refuse('input', 'plots', 'one PNG or JPEG file', `${picturesIn(files).length}`)
  },
  run: function* ({ data: image }) {
    const tinted = tint(image, [1, 0.95, 0.9])
    yield* told(`an image of ${image.shape.join(' x ')}: ${image.data.length} numbers`)
    const red = (of: Tensor): Tensor => T.slice(of, [{}, {}, 0])
    return {
      results: { points: x.length, last: x.at(-1) ?? NaN, numbers: image.data.length },
      tables: [],
      pictures: [
        curves('sine', 'Sine', 'The points x from 0 to 3 pi by .1, and their sines.', [['Sine', Math.sin]]),
        curves('sine-and-cosine', 'Sine and cosine', 'With the labels of the notes and a legend, in the order in which they were drawn.', [
          ['Sine', Math.sin], ['Cosine', Math.cos]
        ], ['x axis label', 'y axis label']),
        {
          name: 'without-x', title: 'Six numbers', caption: 'Where no x is given it is 0, 1, 2, ...',
          svg: linePlot({
            title: 'Six numbers', x: { label: 'position', log: false }, y: { label: 'y', log: false },
            series: [{ label: 'y', points: numbers.map((y, at) => ({ x: at, y })) }]
          })
        },
        curves('upper', 'Sine, the upper plot', 'The first of two plots below each other.', [['Sine', Math.sin]]),
        curves('lower', 'Cosine, the lower plot', 'The second of them.', [['Cosine', Math.cos]]),
        {
          name: 'tinted', title: 'An image, tinted', caption: 'The image, and with its channels multiplied by 1, .95 and .9.',
          svg: panels({ title: 'An image and its tinted copy', panels: [{ title: 'Original', image }, { title: 'Tinted', image: tinted }] })
        },
        {
          name: 'scatter', title: 'Two clouds of points', caption: 'The 13 and the 15 points of the notes.',
          svg: planePlot({
            title: 'Two clouds of points', x: { label: 'x', range: [0, 20] }, y: { label: 'y', range: [70, 120] },
            series: clouds.map(([across, up], k) => ({
              label: ['first', 'second'][k] ?? '', marks: true, points: across.map((at, i) => ({ x: at, y: up[i] ?? NaN }))
            }))
          })
        }
      ],
      findings: [
        everyCase({
          id: 'plots/points', rows: ['N231-IM-07'], statement: 'from 0 to below 3 pi by .1 there are 95 points, the last 9.4'
        }, [{ name: 'x', holds: x.length === 95 && x.at(-1) === 9.4, found: `${x.length} points, the last ${x.at(-1)}` }]),
        everyCase({
          id: 'plots/red-stays', rows: ['N231-IM-02'], statement: 'the tint leaves red as it is, and makes no other number larger'
        }, [{
          name: 'all pixels', found: `${image.data.length / 3} pixels`,
          holds: T.equal(red(image), red(tinted)) && T.item(T.max(T.sub(tinted, image))) <= 0
        }]),
        everyCase({
          id: 'plots/scattered', rows: ['N231-IM-12'], statement: 'each of the points has both coordinates'
        }, clouds.map(([across, up], k) => ({
          name: `cloud ${k + 1}`, holds: across.length === [13, 15][k] && up.length === across.length, found: `${across.length} and ${up.length}`
        })))
      ]
    }
  }
})

// The quotients are those of whole numbers: the last is 9.4, not what 94 sums of .1 give.
const x = Array.from({ length: Math.ceil(30 * Math.PI) }, (_, k) => k / 10)
const numbers = [3, 8, 1, 10, 5, 7]

const clouds: ReadonlyArray<readonly [ReadonlyArray<number>, ReadonlyArray<number>]> = [
  [[5, 7, 8, 7, 2, 17, 2, 9, 4, 11, 12, 9, 6], [99, 86, 87, 88, 111, 86, 103, 87, 94, 78, 77, 85, 86]],
  [
    [2, 2, 8, 1, 15, 8, 12, 9, 7, 3, 11, 4, 7, 14, 12],
    [100, 105, 84, 105, 90, 99, 90, 95, 94, 100, 79, 112, 91, 80, 85]
  ]
]

const curves = (
  name: string, title: string, caption: string, functions: ReadonlyArray<readonly [string, (x: number) => number]>,
  axes: readonly [string, string] = ['x', functions.map(([label]) => `${label.toLowerCase()} of x`).join(' and ')]
): Drawn => ({
  name, title, caption,
  svg: linePlot({
    title, x: { label: axes[0], log: false }, y: { label: axes[1], log: false },
    series: functions.map(([label, f]) => ({ label, points: x.map(at => ({ x: at, y: f(at) })) }))
  })
})
