import { given, refuse } from '../../prelude/index.js'
import { records } from './csv.js'

export interface FileLabel {
  readonly file: string
  readonly label: number
}

/** The labels of files that a text in comma-separated values gives, one at least; no file twice. */
export const labelsOf = (
  place: string, text: string, classes: ReadonlyArray<string> | undefined
): ReadonlyArray<FileLabel> => {
  const names = classes === undefined ? undefined : given.list(place, 'classes', classes)
  const [header, ...lines] = [...records(place, text)]
  if (header?.fields.join() !== 'file,label') {
    refuse('input', place, 'the header file,label in line 1', given.kindOf(header?.fields.join()))
  }
  if (lines.length === 0) refuse('input', place, 'one label at least', 'none')
  const seen = new Set<string>()
  return lines.map(({ fields, line }) => {
    const [file = '', label = ''] = fields
    if (fields.length !== 2) refuse('input', place, `a file and a label in line ${line}`, `${fields.length} fields`)
    if (seen.has(file)) refuse('input', place, `each file once, in line ${line}`, given.kindOf(file))
    seen.add(file)
    return { file, label: classOf(place, label.trim(), names, line) }
  })
}

const classOf = (place: string, label: string, names: ReadonlyArray<string> | undefined, line: number): number => {
  const position = names === undefined ? (/^\d{1,9}$/.test(label) ? Number(label) : -1) : names.indexOf(label)
  return position >= 0 ? position : refuse(
    'input', place, `a label in line ${line}: ${names?.join(' or ') ?? 'a whole number from 0'}`, given.kindOf(label))
}
