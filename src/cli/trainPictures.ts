import type { Points } from '../data/index.js'
import { boundary, gridOver, type Region } from '../report/boundary.js'
import { page } from '../report/page.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { TrainOptions } from './trainOptions.js'

/** How things stand after a number of passes through the data. */
export interface Standing {
  readonly epoch: number
  /** The mean over the steps of the last pass. */
  readonly loss: number
  readonly trainError: number
  readonly validationError: number
  /** Whether every score is 0, as of a net whose last layer begins at 0. */
  readonly isSilent: boolean
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const region: Region = { x: [-2, 4], y: [-5, 3], step: 0.05 }

/** The points at which a net is asked, to find its boundary. */
export const grid: Tensor = T.fromNested(gridOver(region).map(p => [p.x, p.y]))

/** The boundary that was learned, given by the scores on that grid, and the course of the training, as one html file. */
export const pictures = (
  { epochs, hidden, rate, seed }: TrainOptions, { x, labels }: Points, standings: ReadonlyArray<Standing>,
  scores: Tensor
): string => {
  const ofClass = (label: number) =>
    labels.flatMap((l, i) => (l === label ? [{ x: T.at(x, [i, 0]), y: T.at(x, [i, 1]) }] : []))
  const over = (of: (s: Standing) => number) => standings.slice(1).map(s => ({ x: s.epoch, y: of(s) }))
  const last = standings[standings.length - 1]
  const learned = last === undefined ? ''
    : `training error ${percent(last.trainError)}, validation error ${percent(last.validationError)}`
  return page('Double moon', `A net with ${hidden} hidden units, ${epochs} passes at learning rate ${rate}, seed ${seed}: ${learned}.`, [
    {
      title: 'The boundary',
      caption: 'Where the output of the net changes its sign, and the training points.',
      plot: {
        title: 'Training points and the boundary between the classes', x: { label: 'x', log: false },
        y: { label: 'y', log: false },
        series: [
          { label: 'class -1', points: ofClass(-1), marks: true },
          { label: 'class +1', points: ofClass(1), marks: true },
          { label: 'boundary', points: boundary(region, scores.data), marks: true }
        ]
      }
    },
    {
      title: 'The loss',
      caption: 'The logistic loss, the mean over the steps of each pass.',
      plot: {
        title: 'Loss against passes through the data', x: { label: 'epoch', log: false },
        y: { label: 'loss', log: true },
        series: [{ label: 'training loss', points: over(s => s.loss) }]
      }
    },
    {
      title: 'The errors',
      caption: 'The share of points on the wrong side of the boundary.',
      plot: {
        title: 'Errors against passes through the data', x: { label: 'epoch', log: false },
        y: { label: 'error', log: false },
        series: [{ label: 'training', points: over(s => s.trainError) }, {
          label: 'validation', points: over(s => s.validationError)
        }]
      }
    }
  ])
}
