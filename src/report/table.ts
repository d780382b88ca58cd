import { columns, largest, wrap } from '../prelude/index.js'
import { showVerdicts, strengthsOf } from './counts.js'
import type { Paint } from './Paint.js'
import { isExpected, type Session, topics } from './Session.js'
import { seconds as inSeconds } from './short.js'

const gap = '  '
const widestTopic = 26

const head: Cells = { topic: 'topic', verdicts: 'verdicts', weakest: 'weakest', seconds: 's' }

/** A line a topic: what came of its claims, the weakest evidence among them, and the seconds that they took. */
export const table = (session: Session, paint: Paint): string => {
  const rows = topics(session).map(({ name, judged }) => ({
    good: judged.every(isExpected),
    cells: {
      topic: name.length <= widestTopic ? name : `${name.slice(0, widestTopic - 3)}...`,
      verdicts: showVerdicts(judged),
      weakest: strengthsOf(judged).at(-1) ?? '',
      seconds: inSeconds(judged.reduce((sum, j) => sum + j.seconds, 0))
    }
  }))
  const all = [head, ...rows.map(({ cells }) => cells)]
  const widest = (name: keyof Cells): number => largest(all.map(cells => cells[name].length))
  const widths = { topic: widest('topic'), weakest: widest('weakest'), seconds: widest('seconds') }
  const left = columns - widths.topic - widths.weakest - widths.seconds - 3 * gap.length
  const line = lineOf({ ...widths, verdicts: Math.min(widest('verdicts'), left) })
  return [paint.faint(line(head)), ...rows.map((
    { good, cells }
  ) => (good ? line(cells) : paint.bad(line(cells))))].join('\n')
}

interface Cells {
  readonly topic: string
  readonly verdicts: string
  readonly weakest: string
  readonly seconds: string
}

type Widths = { readonly [K in keyof Cells]: number }

// Verdicts that do not fit go on below themselves.
const lineOf = (widths: Widths) => ({ topic, verdicts, weakest, seconds }: Cells): string => {
  const [first = '', ...more] = wrap(verdicts, ' '.repeat(columns - widths.verdicts)).split('\n').map(
    part => part.trimStart()
  )
  const cells = [
    topic.padEnd(widths.topic), first.padEnd(widths.verdicts), weakest.padEnd(widths.weakest),
    seconds.padStart(widths.seconds)
  ]
  return [cells.join(gap), ...more.map(part => `${' '.repeat(widths.topic)}${gap}${part}`)].join('\n')
}
