import { decisionRegions, nearestNeighbours, pairwiseDistances } from '../../../src/classic/index.js'
import { classColours, planePlot } from '../../../src/drawing/index.js'
import { tabulate } from '../../../src/prelude/index.js'
import { seedOf } from '../../../src/random/index.js'
import { type Drawn, everyCase, type Study, studyOf, timed, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { pointsOf, roundedNormals } from './points.js'

const documented = { perClass: 20, classes: 3, grid: 100 }

/** Which parts of the plane the nearest-neighbour classifier gives to each class. */
export const experiment: Study = studyOf({
  name: 'regions', document: 'cs231n-notes', place: '3.1.2', title: 'Regions of nearest neighbours',
  about: 'Points of three classes in the plane, and the class of every other place by its nearest neighbour and by its five nearest.',
  reported: 'The five nearest vote: islands around single points go, and borders become smoother (the figure is lost). For k = 1 it is the nearest neighbour.',
  documented, short: documented, seconds: { short: 2, documented: 2 },
  draw: ({ perClass, classes }, seed) => {
    const draws = roundedNormals(perClass * classes, seedOf(seed))
    const labels = tabulate(perClass * classes, i => i % classes)
    return { points: T.add(draws, T.fromNested(labels.map(label => centre(label, classes)))), labels }
  },
  run: function* ({ settings: { grid }, data }) {
    const side = T.linspace(-reach, reach, grid)
    const { value: [one, five], milliseconds } = yield* timed(() =>
      [1, 5].map(k => decisionRegions(nearestNeighbours(data, { k }), side, side)) as [Tensor, Tensor])
    yield* told(`2 x ${grid * grid} places took ${(milliseconds / 1000).toFixed(2)} s`)
    const wrong = (k: number): number => T.item(T.sum(T.sub(1, T.equalEntries(
      nearestNeighbours(data, { k })(data.points), T.fromNested(data.labels)
    ))))
    const borders = { one: border(one), five: border(five) }
    return {
      results: { borders, wrong: { one: wrong(1), five: wrong(5) } },
      tables: [{
        title: 'regions', columns: ['k', 'neighbouring places of different classes', 'points in a region of another class'],
        rows: [['1', `${borders.one}`, `${wrong(1)}`], ['5', `${borders.five}`, `${wrong(5)}`]]
      }],
      pictures: [drawn(1, one, data), drawn(5, five, data)],
      findings: [everyCase({
        id: 'regions/nearest', rows: ['N231-KNN-06'], statement: 'for k = 1 each place has the class of its nearest point'
      }, [{ name: 'all places', found: `${grid} x ${grid}`, holds: T.equal(one, decisionRegions(ofNearest(data), side, side)) }])]
    }
  }
})

interface PlanePoints {
  readonly points: Tensor
  readonly labels: ReadonlyArray<number>
}

const reach = 4

/** The classes lie on a circle, near enough to overlap. */
const centre = (label: number, classes: number): ReadonlyArray<number> => {
  const angle = 2 * Math.PI * label / classes
  return [1.5 * Math.cos(angle), 1.5 * Math.sin(angle)]
}

/** The same without the classifier: the class of the point at the least distance. */
const ofNearest = ({ points, labels }: PlanePoints) => (places: Tensor): Tensor =>
  T.map(T.argmin(pairwiseDistances(places, points), { axis: 1 }), i => labels[i] ?? NaN)

/** How many neighbours of the grid, beside or above each other, are of different classes. */
const border = (labels: Tensor): number => {
  const [height = 0, width = 0] = labels.shape
  const differs = (h: number, w: number, k: number, l: number): number =>
    (k < height && l < width && T.at(labels, [h, w]) !== T.at(labels, [k, l]) ? 1 : 0)
  return T.item(T.sum(T.tabulate([height, width], (h, w) => differs(h, w, h + 1, w) + differs(h, w, h, w + 1))))
}

const drawn = (k: number, regions: Tensor, { points, labels }: PlanePoints): Drawn => {
  const classes = [...new Set(labels)].sort((a, b) => a - b)
  return {
    name: `regions-${k}`, title: `k = ${k}`, caption: `The class of each place by ${k === 1 ? 'its nearest point' : `the vote of its ${k} nearest points`}.`,
    svg: planePlot({
      title: `Regions for k = ${k}`, equal: true, x: { label: 'x', range: [-reach, reach] }, y: { label: 'y', range: [-reach, reach] },
      colours: classColours(regions),
      series: classes.map(c => ({
        label: `class ${c + 1}`, marks: true, points: pointsOf(T.take(points, labels.flatMap((label, i) => (label === c ? [i] : []))))
      }))
    })
  }
}
