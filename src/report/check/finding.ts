import type { Line } from '../../check/Line.js'
import { escape } from '../../drawing/escape.js'
import { isBad, toneOf, wordOf } from './tone.js'

/** A line, and its number among all of them. */
export interface Found {
  readonly line: Line
  readonly number: number
}

/** One step: its verdict and how it was read; below the fold, open where it is bad, what the verdict rests on. */
export const finding = ({ line, number }: Found): string => {
  const tone = toneOf(line)
  const facts = factsOf(line).map(([name, fact]) => `<dt>${name}</dt><dd>${fact}</dd>`)
  return [
    `<details class="finding ${tone}" id="${anchorOf(number)}"${isBad(tone) ? ' open' : ''}>`,
    `<summary><span class="badge">${escape(wordOf(line))}</span>${readOf(line)}<span class="rank">${line.line}:${line.column}</span></summary>`,
    ...facts.length === 0 ? [] : [`<dl class="facts">${facts.join('\n')}</dl>`],
    '</details>'
  ].join('\n')
}

const readOf = ({ read, reason = '' }: Line): string =>
  (read === '' ? `<span>${escape(reason)}</span>` : `<code>${escape(read)}</code>`)

export const anchorOf = (number: number): string => `found-${number}`

type Fact = readonly [name: string, html: string]

const factsOf = (line: Line): ReadonlyArray<Fact> => {
  const fact = (name: string, text: string | undefined, isCode = false): ReadonlyArray<Fact> =>
    (text === undefined || text === '' ? [] : [[name, isCode ? `<code>${escape(text)}</code>` : escape(text)]])
  // the reason may say what the sides are, and for which sizes and entry
  const isTold = [line.left, line.right].every(side => side !== undefined && (line.reason ?? '').includes(side))
  return [
    ...fact('Fails at', line.at, true),
    ...isTold ? [] : [...fact('Left side', line.left, true), ...fact('Right side', line.right, true)],
    ...fact('Suggestion', line.suggestion),
    ...fact(
      isTold ? 'There' : 'Because',
      line.kind === 'definition' ? `${line.reason ?? 'defines a name'}; nothing was checked`
        : line.read === '' ? undefined : line.reason
    ),
    ...fact('Part', line.step),
    ...fact('Evidence', line.strength),
    ...fact('For', line.sizes === 'as it stands' ? undefined : line.sizes)
  ]
}
