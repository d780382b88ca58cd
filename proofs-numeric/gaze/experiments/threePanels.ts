import { linePlot } from '../../../src/drawing/index.js'
import { histories, type Solved } from '../../../src/solver/index.js'
import type { Drawn } from '../../../src/study/index.js'
import { stacked } from '../../convnet-notebooks/experiments/course.js'

/** Trainings beside each other as the assignment draws them: loss, training accuracy and validation accuracy, one below the other. */
export const threePanels = (
  name: string, title: string, runs: ReadonlyArray<{ readonly label: string; readonly solved: Solved }>
): Drawn => {
  const all = runs.map(({ label, solved }) => ({ label, ...histories(solved.solving) }))
  const accuracies = (title: string, of: 'training' | 'validation') => linePlot({
    title, x: { label: 'step', log: false }, y: { label: `${of} accuracy, percent`, log: false },
    series: all.map(run =>
      ({ label: run.label, points: run.steps.map((x, k) => ({ x, y: 100 * (run[of][k] ?? NaN) })) }))
  })
  return {
    name, title, caption: 'The loss of each step; below it the share of training images, and then of validation images, that are right.',
    svg: stacked(title, [
      linePlot({
        title: `${title}: loss`, x: { label: 'step', log: false }, y: { label: 'loss', log: false },
        series: all.map(({ label, losses }) => ({ label, points: losses.map((y, k) => ({ x: k + 1, y })) }))
      }),
      accuracies(`${title}: training accuracy`, 'training'), accuracies(`${title}: validation accuracy`, 'validation')
    ])
  }
}
