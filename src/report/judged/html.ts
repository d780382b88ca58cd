import { cut } from '../../claim/cut.js'
import { escape } from '../../drawing/escape.js'
import { style } from '../style.js'
import { byVerdict, countWords, isPassed, settingsOf, summaryOf } from './counts.js'
import { type FunctionVerdict, isRight, type JudgedFile, type JudgedFunction } from './Judged.js'
import { oneLine, printable } from './printable.js'
import { judgedStyle } from './style.js'
import { caseOf, lawOf, rightWords, wordsOf } from './words.js'

/** What was found in a file, as one page that needs nothing else: a card for each function, with the smallest case where it is wrong. */
export const judgedHtml = (file: JudgedFile): string => [
  '<!doctype html>',
  '<html lang="en">',
  '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
  `<title>${inline(file.file)}: ${inline(summaryOf(file))}</title>`,
  `<style>${style}${judgedStyle}</style></head>`,
  '<body><main>',
  head(file),
  ...file.functions.map(card),
  `<footer>${inline(settingsOf(file))}</footer>`,
  '</main></body></html>',
  ''
].join('\n')

/** A text from outside: on one line, and as it is. */
const inline = (text: string): string => escape(oneLine(cut(text)))
const whole = (text: string): string => escape(printable(text))

// The classes of the style that set a colour.
const tones: Readonly<Record<FunctionVerdict, string>> = {
  'not written': 'told', 'hangs': 'refuted', 'raises': 'refuted', 'wrong shape': 'refuted', 'wrong': 'refuted', 'writes': 'refuted',
  'undecided': 'undecided', 'loses digits': 'supported', 'right at kinks': 'supported', 'right': 'proved'
}

const head = (file: JudgedFile): string => {
  const counts = Object.entries(byVerdict(file)) as ReadonlyArray<readonly [FunctionVerdict, number]>
  const found = counts.filter(([, count]) => count > 0)
  return [
    `<header><h1>${inline(file.file)}</h1>`,
    `<p class="outcome${isPassed(file) ? '' : ' bad'}"><b>${outcome(file)}</b></p>`,
    ...found.length === 0 ? [] : [
      `<div class="share" aria-hidden="true">${found.map(([verdict, count]) => `<i class="${tones[verdict]}" style="flex:${count}"></i>`).join('')}</div>`,
      '<ul class="counts">',
      ...found.map(([verdict, count]) =>
        `<li class="${tones[verdict]}"><span class="dot"></span><b>${count}</b> ${escape(countWords[verdict][count === 1 ? 0 : 1])}</li>`),
      '</ul>'
    ],
    ...toLookAt(file),
    '</header>'
  ].join('\n')
}

const outcome = ({ functions }: JudgedFile): string => {
  const right = functions.filter(({ verdict }) => isRight(verdict)).length
  const all = functions.length
  if (all < 2) return all === 0 ? 'No function was judged' : `The function is ${right === 1 ? '' : 'not '}right`
  return right === all ? `All ${all} functions are right`
    : `${right === 0 ? 'None' : right} of ${all} functions ${right < 2 ? 'is' : 'are'} right`
}

/** Links to the functions that are not right. */
const toLookAt = ({ functions }: JudgedFile): ReadonlyArray<string> => {
  const links = functions.flatMap(({ name, verdict }, number) =>
    (isRight(verdict) ? [] : [`<a class="${tones[verdict]}" href="#${anchorOf(number)}">${inline(name)}</a>`]))
  return links.length === 0 ? [] : [`<p class="look">To look at: ${links.join(', ')}</p>`]
}

const anchorOf = (number: number): string => `function-${number}`

const card = (each: JudgedFunction, number: number): string => [
  `<section class="claim ${tones[each.verdict]}" id="${anchorOf(number)}">`,
  `<div class="headline"><span class="badge">${isRight(each.verdict) ? 'right' : wordsOf(each.verdict)}</span><h2>${inline(each.name)}</h2>${
    each.line === undefined ? '' : `<span class="small">line ${each.line}</span>`}</div>`,
  ...isRight(each.verdict) ? remark(rightWords(each)) : reasons(each),
  '</section>'
].join('\n')

const remark = (words: string): ReadonlyArray<string> => (words === 'right' ? [] : [`<p>${inline(words)}</p>`])

const reasons = (each: JudgedFunction): ReadonlyArray<string> => {
  const { got, want } = each
  const [law, given] = [lawOf(each), caseOf(each)]
  const facts = [
    ...got === undefined ? [] : [`<dt>Got</dt><dd><code>${inline(got)}</code></dd>`],
    ...want === undefined ? [] : [`<dt>Wanted</dt><dd><code>${inline(want)}</code></dd>`],
    ...law === undefined ? [] : [`<dt>The law</dt><dd>${inline(law)}</dd>`]
  ]
  return [
    ...each.says === '' ? [] : [`<p>${whole(cut(each.says))}</p>`],
    ...facts.length === 0 ? [] : [`<dl class="facts">${facts.join('\n')}</dl>`],
    ...given === undefined ? [] : [
      `<p class="case">The smallest case; a click selects it, to be pasted into Python:</p>`, `<pre><code>${whole(given)}</code></pre>`
    ]
  ]
}
