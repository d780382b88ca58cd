import type { Line } from '../../check/Line.js'
import { escape } from '../escape.js'
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

const readOf = ({ read, reason = '' }: Line): string => (read === '' ? `<span>${escape(reason)}</span>` : `<code>${escape(read)}</code>`)

export const anchorOf = (number: number): string => `found-${number}`

type Fact = readonly [name: string, html: string]

/** What a line may say of its sides where it fails: each alone, or both in a sentence. */
interface Sides {
  readonly left?: string
  readonly right?: string
  readonly sides?: string
}

const factsOf = (line: Line): ReadonlyArray<Fact> => {
  const { left, right, sides }: Sides = line
  const fact = (name: string, text: string | undefined, isCode = false): ReadonlyArray<Fact> =>
    (text === undefined || text === '' ? [] : [[name, isCode ? `<code>${escape(text)}</code>` : escape(text)]])
  return [
    ...fact('Fails at', line.at, true),
    ...left === undefined && right === undefined ? fact('There', sides, true)
      : [...fact('Left side', left, true), ...fact('Right side', right, true)],
    ...fact('Suggestion', line.suggestion),
    ...fact('Because', line.kind === 'definition' ? `${line.reason ?? 'defines a name'}; nothing was checked`
      : line.read === '' ? undefined : line.reason),
    ...fact('Part', line.step),
    ...fact('Evidence', line.strength),
    ...fact('For', line.sizes)
  ]
}
