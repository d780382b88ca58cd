import { cut } from '../claim/cut.js'
import { columns, largest, wrap } from '../prelude/index.js'
import { documentGroups, errataOf, examples, type Found, functionGroups } from './groups.js'
import type { Paint } from './Paint.js'
import { isExpected, type Judged, type Session } from './Session.js'

/** What was found, for a terminal: a line a document with its claims and errors, three of the errors, and of one claim how tight it is. */
export const findings = (session: Session, paint: Paint): string => {
  const documents = documentGroups(session)
  const laws = functionGroups(session)
  const others = laws.flatMap(({ judged }) => judged)
  const lawsAre = session.file === undefined ? 'Laws of the library' : 'Your claims'
  const rows = [...documents, ...(others.length === 0 ? [] : [{ title: lawsAre, judged: others }])]
  return rows.length === 0 ? ''
    : [
      linesOf(rows, paint), ...toldOf(examples([...documents, ...laws]), errataOf(session.judged).length),
      ...tightnessOf(session)
    ].join('\n\n')
}

/** How tight the inequalities of a claim are that is looked at by itself. */
const tightnessOf = ({ judged: [first, ...more] }: Session): ReadonlyArray<string> => {
  const { tightness } = first?.judgement.evidence ?? {}
  return tightness === undefined || more.length > 0 ? [] : [wrap(`Tightness: ${cut(tightness)}.`, '')]
}

interface Row {
  readonly title: string
  readonly judged: ReadonlyArray<Judged>
}

const linesOf = (rows: ReadonlyArray<Row>, paint: Paint): string => {
  const width = Math.min(columns - 16, largest(rows.map(({ title }) => title.length)))
  const line = (title: string, claims: string, errors: string): string =>
    `${title.padEnd(width)}${claims.padStart(8)}${errors.padStart(8)}`
  return [
    paint.faint(line('', 'claims', 'errors')),
    ...rows.map(({ title, judged }) => {
      const told = line(title, String(judged.length), String(errataOf(judged).length))
      return judged.every(isExpected) ? told : paint.bad(told)
    })
  ].join('\n')
}

const toldOf = (found: ReadonlyArray<Found>, errors: number): ReadonlyArray<string> => found.length === 0 ? [] : [
  errors === found.length ? `${errors === 1 ? 'The error' : 'The errors'}:`
    : `${found.length} of the ${errors} errors; --all prints every one:`,
  ...found.map(({ claim, judgement: { printed, corrected } }) => [
    wrap(`printed  ${cut(printed.text)}`, '  ', '           '),
    wrap(`right    ${cut(corrected.text)}`, '  ', '           '),
    wrap(`${claim.title} (${claim.source})`, '  ')
  ].join('\n'))
]
