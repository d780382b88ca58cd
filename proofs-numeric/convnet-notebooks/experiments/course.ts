import { filterGrid } from '../../../src/data/index.js'
import { linePlot, panels } from '../../../src/drawing/index.js'
import { histories, type Solving } from '../../../src/solver/index.js'
import type { Drawn, Table } from '../../../src/study/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

/** The course of a training as the notebooks draw it: the loss by step, and below it both accuracies by epoch. */
export const course = (
  name: string, title: string, solving: Solving, stepsPerEpoch: number, other = 'validation'
): Drawn => {
  const { losses, steps, training, validation } = histories(solving)
  const by = (accuracies: ReadonlyArray<number>) =>
    accuracies.map((y, k) => ({ x: (steps[k] ?? NaN) / stepsPerEpoch, y: 100 * y }))
  return {
    name, title, caption: `The loss of each step, and below it the share of training and of ${other} images that are right, after the first step and each epoch.`,
    svg: stacked(title, [
      linePlot({
        title: `${title}: loss`, x: { label: 'step', log: false }, y: { label: 'loss', log: false },
        series: [{ label: 'loss of a batch', points: losses.map((y, k) => ({ x: k + 1, y })) }]
      }),
      linePlot({
        title: `${title}: accuracies`, x: { label: 'epoch', log: false }, y: { label: 'accuracy, percent', log: false },
        series: [{ label: 'training', points: by(training) }, { label: other, points: by(validation) }]
      })
    ])
  }
}

/** Plots one above the other as one picture. */
export const stacked = (title: string, plots: ReadonlyArray<string>): string => {
  const parts = plots.map(svg => {
    const [, width = '', height = '', inner = ''] = /^<svg [^>]*viewBox="0 0 (\S+) ([^"\s]+)"[^>]*>([\s\S]*)<\/svg>$/.exec(svg) ?? []
    return { width: Number(width), height: Number(height), inner }
  })
  const top = (k: number): number => parts.slice(0, k).reduce((sum, { height }) => sum + height + gap, 0)
  return [
    `<svg class="plot" viewBox="0 0 ${Math.max(...parts.map(({ width }) => width))} ${top(parts.length) - gap}" role="img" aria-label="${title}">`,
    ...parts.map(({ inner }, k) => `<g transform="translate(0 ${top(k)})">${inner}</g>`),
    '</svg>'
  ].join('\n')
}

const gap = 16

/** The filters of a layer as pictures in a grid, each stretched to the whole range of colours on its own. */
export const filterPicture = (filters: Tensor, caption: string): Drawn => ({
  name: 'filters', title: 'The filters of the first layer', caption,
  svg: panels({ title: 'The filters of the first layer', panels: [{ title: '', image: filterGrid(filters) }] })
})

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** The accuracies of each look. */
export const accuracyTable = ({ checks }: Solving, validation = 'validation'): Table => ({
  title: 'accuracies', columns: ['epochs done', 'step', 'training', validation],
  rows: checks.map(({ epoch, step, training, validation: seen }) => [`${epoch}`, `${step}`, percent(training), percent(seen)])
})
