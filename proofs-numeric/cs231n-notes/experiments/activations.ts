import { linePlot } from '../../../src/drawing/index.js'
import { leakyRelu, relu, sigmoid, tanh } from '../../../src/layer/index.js'
import { everyCase, type Study, studyOf, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

const documented = { reach: 10, points: 401 }

/** The graphs of the activation functions. */
export const experiment: Study = studyOf({
  name: 'activations', document: 'cs231n-notes', place: '3.5.2', title: 'Activation functions',
  about: 'The graphs of the sigmoid, the rectifier and their relatives, and of their derivatives.',
  reported: 'The sigmoid squashes numbers to between 0 and 1; the rectifier is max(0, x).',
  documented, short: documented, seconds: { short: 1, documented: 1 },
  draw: ({ reach, points }) => T.linspace(-reach, reach, points),
  run: function* ({ settings: { reach }, data: x }) {
    yield* told(`${x.data.length} points from -${reach} to ${reach}`)
    const all = functions.map(([name, f]) => {
      const { y, pullback } = f(x)
      return { name, y, slope: pullback(T.ones(x.shape)).dx }
    })
    const [squashed, rectified] = [sigmoid(x).y, relu(x).y]
    const range = [T.item(T.min(squashed)), T.item(T.max(squashed))] as const
    return {
      results: Object.fromEntries(all.map(({ name, y }) => [name, [T.item(T.min(y)), T.item(T.max(y))]])),
      tables: [{
        title: 'values and derivatives', columns: ['function', 'at -1', 'at 0', 'at 1', 'derivative at 0'],
        rows: functions.map(([name, f]) => {
          const { y, pullback } = f(T.fromNested([-1, 0, 1]))
          return [name, ...[...y.data, pullback(T.ones([3])).dx.data[1] ?? NaN].map(value => value.toFixed(4))]
        })
      }],
      pictures: [
        ...all.filter(({ name }) => ['sigmoid', 'relu'].includes(name)).map(({ name, y }) => ({
          name, title: `The graph of ${name}`, caption: 'As the notes show it.', svg: graph(name, name, [{ name, y }], x)
        })),
        {
          name: 'all', title: 'All of them', caption: 'The functions on one plot, from -2 to 2.',
          svg: graph('Activation functions', 'f(x)', all.map(({ name, y }) => ({ name, y })), x, 2)
        },
        {
          name: 'derivatives', title: 'Their derivatives', caption: 'What they pass back of a gradient; the kinks at 0 pass nothing, or the small slope.',
          svg: graph('Derivatives', 'df / dx', all.map(({ name, slope }) => ({ name, y: slope })), x, 4)
        }
      ],
      findings: [
        everyCase({
          id: 'activations/squashed', rows: ['N231-NN-02'], statement: 'the sigmoid is between 0 and 1'
        }, [{
          name: `from -${reach} to ${reach}`, holds: range[0] > 0 && range[1] < 1, found: `${range[0].toPrecision(3)} to ${range[1].toPrecision(6)}`
        }]),
        everyCase({
          id: 'activations/rectified', rows: ['N231-NN-04'], statement: 'the rectifier is max(0, x)'
        }, [{ name: 'each point', holds: T.equal(rectified, T.maximum(0, x)), found: `${x.data.length} points` }])
      ]
    }
  }
})

const functions = [['sigmoid', sigmoid], ['relu', relu], ['tanh', tanh], ['leaky relu', leakyRelu()]] as const

interface Curve {
  readonly name: string
  readonly y: Tensor
}

const graph = (
  title: string, label: string, all: ReadonlyArray<Curve>, x: Tensor, reach = Infinity
): string => linePlot({
  title, x: { label: 'x', log: false }, y: { label, log: false },
  series: all.map(({ name, y }) => ({
    label: name,
    points: Array.from(x.data, (at, i) => ({ x: at, y: y.data[i] ?? NaN })).filter(p => Math.abs(p.x) <= reach)
  }))
})
