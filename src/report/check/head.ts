import { type Line, summaryOf } from '../../check/Line.js'
import { escape } from '../../drawing/escape.js'
import { anchorOf, type Found } from './finding.js'
import { isBad, type Tone, toneOf, wordOf } from './tone.js'

/** What was found in all, and where to look. */
export const head = (file: string, lines: ReadonlyArray<Line>): string => {
  const counts = countsOf(lines)
  return [
    `<header><h1>${escape(file)}</h1>`,
    outcome(lines),
    ...lines.length === 0 ? [] : [
      `<div class="share" aria-hidden="true">${counts.map(([count, tone]) => `<i class="${tone}" style="flex:${count}"></i>`)
        .join('')}</div>`,
      '<ul class="counts">',
      ...counts.map(([count, tone, words]) =>
        `<li class="${tone}"><span class="dot"></span><b>${count}</b> ${words}</li>`),
      '</ul>'
    ],
    ...toLookAt(lines),
    '</header>'
  ].join('\n')
}

const outcome = (lines: ReadonlyArray<Line>): string => {
  const { hold = 0, wrong = 0, vacuous = 0, undecided = 0, notUnderstood = 0 } = summaryOf(lines)
  const open = vacuous + undecided + notUnderstood
  const judged = hold + wrong + vacuous + undecided
  const words = judged === 0 ? 'No line was judged'
    : wrong > 0 ? `${wrong} of ${judged} lines ${wrong === 1 ? 'is' : 'are'} wrong`
      : open > 0 ? `${hold} of ${judged + notUnderstood} lines hold`
        : judged === 1 ? 'The line holds' : `All ${judged} lines hold`
  return `<p class="outcome${judged === 0 || wrong + open > 0 ? ' bad' : ''}"><b>${words}</b></p>`
}

type Count = readonly [count: number, tone: Tone, words: string]

const countsOf = (lines: ReadonlyArray<Line>): ReadonlyArray<Count> => {
  const {
    hold = 0, proved = 0, wrong = 0, vacuous = 0, undecided = 0, definitions = 0, conditions = 0, notUnderstood = 0,
    skipped = 0
  } = summaryOf(lines)
  const all: ReadonlyArray<Count> = [
    [wrong, 'refuted', 'wrong'],
    [notUnderstood, 'erratum', 'not understood'],
    [vacuous, 'undecided', 'vacuous'],
    [undecided, 'undecided', 'undecided'],
    [hold - proved, 'supported', hold - proved === 1 ? 'holds in all cases tried' : 'hold in all cases tried'],
    [proved, 'proved', 'proved'],
    [definitions, 'told', definitions === 1 ? 'definition' : 'definitions'],
    [conditions, 'told', conditions === 1 ? 'condition' : 'conditions'],
    [skipped, 'told', 'skipped']
  ]
  return all.filter(([count]) => count > 0)
}

/** Links to what does not hold, by what was found there: first to what is wrong. */
const toLookAt = (lines: ReadonlyArray<Line>): ReadonlyArray<string> => {
  const bad = lines.map((line, number) => ({ line, number })).filter(({ line }) => isBad(toneOf(line)))
  const words = [...new Set(bad.map(({ line }) => wordOf(line)))]
  return [...words.filter(word => word === 'wrong'), ...words.filter(word => word !== 'wrong')].map(word => {
    const found = bad.filter(({ line }) => wordOf(line) === word)
    const first = found.filter(({ line }, k) => line.line !== found[k - 1]?.line.line)
    const links = first.map(({ line, number }) => `<a href="#${anchorOf(number)}">${line.line}</a>`)
    const [{ line }] = found as [Found]
    return `<p class="look ${toneOf(line)}">${escape(word)} in ${first.length === 1 ? 'line'
      : 'lines'} ${links.join(' ')}</p>`
  })
}
