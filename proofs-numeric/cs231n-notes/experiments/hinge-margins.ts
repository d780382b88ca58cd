import { planePlot } from '../../../src/drawing/index.js'
import { multiclassSvm } from '../../../src/loss/index.js'
import { everyCase, type Study, studyOf, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'

const documented = { margin: 10, points: 301 }
const scores = [13, -7, 11]

/** The picture of the margin: which scores cost something. */
export const experiment: Study = studyOf({
  name: 'hinge-margins', document: 'cs231n-notes', place: '3.2.2', title: 'The margin of the hinge loss',
  about: 'The scores 13, -7 and 11, of which the first is the right one: what lies within the margin below it, or higher, costs.',
  reported: 'With a margin of 10 the loss is 0 + 8 = 8.', documented, short: documented, seconds: { short: 1, documented: 1 },
  draw: () => scores,
  run: function* ({ settings: { margin, points }, data: [right = NaN, ...others] }) {
    const loss = (of: ReadonlyArray<number>): number => multiclassSvm([0], { margin })(T.fromNested([of])).value
    const all = loss([right, ...others])
    yield* told(`scores ${[right, ...others].join(', ')}, margin ${margin}: loss ${all}`)
    const grid = Array.from(T.linspace(-10, 40, points).data)
    return {
      results: { loss: all, parts: others.map(other => loss([right, other])) },
      tables: [{
        title: 'parts of the loss', columns: ['class', 'score', 'score - right one + margin', 'part'],
        rows: others.map((other, j) => [`${j + 2}`, `${other}`, `${other - right + margin}`, `${loss([right, other])}`])
      }],
      pictures: [
        {
          name: 'margin', title: 'The margin', caption: 'The scores on a line. Right of the dashed line other scores add to the loss.',
          svg: planePlot({
            title: 'Scores and the margin', x: { label: 'score', range: [-10, 25] }, y: { label: '', range: [-1, 1], bare: true },
            series: [
              { label: 'the right class', marks: true, points: [{ x: right, y: 0 }] },
              { label: `right score - ${margin}`, points: [{ x: right - margin, y: -0.8 }, { x: right - margin, y: 0.8 }] },
              { label: 'other classes', marks: true, points: others.map(x => ({ x, y: 0 })) }
            ],
            arrows: [{ label: 'the margin', from: { x: right, y: 0.5 }, to: { x: right - margin, y: 0.5 } }]
          })
        },
        {
          name: 'hinge', title: 'The loss against the right score', caption: 'Other scores stay; each stops to cost where the right one is a margin above it.',
          svg: planePlot({
            title: 'Loss against the right score', x: { label: 'score of the right class', range: [-10, 40] },
            y: { label: 'loss', range: [0, 50] },
            series: [
              { label: 'loss', points: grid.map(x => ({ x, y: loss([x, ...others]) })) },
              ...others.map((other, j) => ({ label: `part of class ${j + 2}`, points: grid.map(x => ({ x, y: loss([x, other]) })) })),
              { label: 'as in the notes', marks: true, points: [{ x: right, y: all }] }
            ]
          })
        }
      ],
      findings: margin === documented.margin ? [everyCase({
        id: 'hinge-margins/eight', rows: ['N231-SVM-02'], statement: 'the loss of the scores 13, -7 and 11 is 0 + 8 with a margin of 10'
      }, [{
        name: 'loss', holds: all === 8 && loss([right, others[0] ?? NaN]) === 0, found: `${others.map(other => loss([right, other])).join(' + ')} = ${all}`
      }])] : []
    }
  }
})
