import { diagram, type DiagramNode } from '../../../src/drawing/index.js'
import { tabulate } from '../../../src/prelude/index.js'
import { everyCase, type Study, studyOf, told } from '../../../src/study/index.js'

const documented = { inputs: 2, hidden: 7, x: -2, y: 5, z: -4 }

/** The drawings of nets and circuits. */
export const experiment: Study = studyOf({
  name: 'diagrams', document: 'cs231n-notes', place: 'backpropagation, figure 12', title: 'A network and a circuit',
  about: 'A net with one hidden layer as circles and arrows, and the circuit of f = (x + y) z with its values, going forward, and its '
    + 'derivatives, going back.',
  reported: 'At x = -2, y = 5, z = -4 the circuit gives f = -12; its derivatives by x, y and z are -4, -4 and 3.',
  documented, short: documented, seconds: { short: 1, documented: 1 },
  draw: () => undefined,
  run: function* ({ settings: { inputs, hidden, x, y, z } }) {
    yield* told('Values stand above the nodes, derivatives of f below.')
    const { values, derivatives } = circuitAt(x, y, z)
    const slopes = [1, 2, 3].map(k => slopeBy(k, x, y, z))
    return {
      results: { values, derivatives, slopes }, tables: [{
        title: 'the circuit', columns: ['node', 'value', 'derivative of f'],
        rows: names.map((name, k) => [name, `${values[k]}`, `${derivatives[k]}`])
      }],
      pictures: [
        {
          name: 'network', title: 'The network', caption: `${inputs} inputs, ${hidden} hidden units and one output.`,
          svg: diagram({ title: 'A net with one hidden layer', width: 480, height: 60 * Math.max(inputs, hidden, 1) + 20, ...network(inputs, hidden) })
        },
        {
          name: 'circuit', title: 'The circuit', caption: 'Values above, derivatives of f below, in italics.',
          svg: diagram({
            title: 'f = (x + y) z', width: 520, height: 320, arrows: [[0, 3], [1, 3], [3, 4], [2, 4]],
            nodes: names.map((label, k): DiagramNode => ({ label, ...places[k]!, above: `${values[k]}`, below: `${derivatives[k]}` }))
          })
        }
      ],
      findings: [everyCase({
        id: 'diagrams/circuit', rows: [],
        statement: 'the derivatives that go back through the circuit are its slopes: f is linear in each input, so half the difference of f '
          + 'one to either side is exact'
      }, slopes.map((slope, k) => ({
        name: names[k]!, holds: slope === derivatives[k], found: `${derivatives[k]}, slope ${slope}`
      })))]
    }
  }
})

const names: ReadonlyArray<string> = ['x', 'y', 'z', '+', '*']
const places = [{ x: 60, y: 60 }, { x: 60, y: 160 }, { x: 60, y: 260 }, { x: 240, y: 110 }, { x: 430, y: 190 }]

/** Forward, each node takes its inputs; back, a sum passes on what it gets, and a product times the other factor. */
const circuitAt = (x: number, y: number, z: number) => {
  const sum = x + y
  return { values: [x, y, z, sum, sum * z], derivatives: [z, z, sum, z, 1] }
}

const slopeBy = (input: number, x: number, y: number, z: number): number => {
  const f = (side: number): number => {
    const [a, b, c] = [x, y, z].map((value, k) => (k + 1 === input ? value + side : value)) as [number, number, number]
    return (a + b) * c
  }
  return (f(1) - f(-1)) / 2
}

const network = (inputs: number, hidden: number) => {
  const layers = [inputs, hidden, 1]
  const height = 60 * Math.max(...layers)
  const nodes = layers.flatMap((count, layer) => tabulate(count, (k): DiagramNode => ({
    label: layer === 0 ? `x${k + 1}` : layer === 1 ? `h${k + 1}` : 'y',
    x: 60 + 180 * layer, y: 10 + height * (2 * k + 1) / (2 * count)
  })))
  return {
    nodes, arrows: [
      ...tabulate(inputs, i => tabulate(hidden, j => [i, inputs + j] as const)).flat(),
      ...tabulate(hidden, j => [inputs + j, inputs + hidden] as const)
    ]
  }
}
