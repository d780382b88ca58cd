import { byVerdict, isPassed } from './counts.js'
import type { JudgedFile, JudgedFunction } from './Judged.js'

/** The same facts for a program, as one JSON document; `functions` of the summary counts those that are not written too. */
export const judgedJson = (file: JudgedFile, pretty = false): string => `${shown(JSON.stringify({
  file: file.file,
  python: file.python,
  numpy: file.numpy,
  functions: file.functions.map(facts),
  summary: { functions: file.functions.length, ...byVerdict(file), passed: isPassed(file) },
  seed: file.seed,
  runs: file.runs,
  course: file.course
}, null, pretty ? 2 : undefined))}\n`

const facts = (
  { name, verdict, law, entry, got, want, case: given, digits, line, says }: JudgedFunction
): JudgedFunction => ({
  name,
  verdict,
  ...law === undefined ? {} : { law },
  ...entry === undefined ? {} : { entry },
  ...got === undefined ? {} : { got },
  ...want === undefined ? {} : { want },
  ...given === undefined ? {} : { case: given },
  ...digits === undefined ? {} : { digits },
  ...line === undefined ? {} : { line },
  says
})

/** The same document without the controls that JSON lets stand in a string, and which a terminal obeys. */
const shown = (json: string): string =>
  json.replace(/[\u007f-\u009f\u2028\u2029]/g, sign => String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
