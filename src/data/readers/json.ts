import { refuse } from '../../prelude/index.js'

/** The value of a JSON text; refuses what is none, and a name that comes twice in an object: JavaScript drops the first in silence. */
export const parsedJson = (place: string, what: string, text: string): unknown => {
  const value = parsed(place, what, text)
  if (namesIn(text) !== namesOf(value)) refuse('input', place, `${what} with each name once`, 'a name that comes again')
  return value
}

const parsed = (place: string, what: string, text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return refuse('input', place, `${what} in JSON`, 'another text')
  }
}

/** The number of names in the objects of a text that is known to be JSON: the colons that stand in no string. */
const namesIn = (text: string): number => {
  let names = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === ':') names++
    if (text[i] === '"') for (i++; text[i] !== '"'; i++) if (text[i] === '\\') i++
  }
  return names
}

/** The number of names in the objects of a value; a list of what is left to visit, for the depth of a file has no bound. */
const namesOf = (value: unknown): number => {
  const left = [value]
  let names = 0
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next !== 'object' || next === null) continue
    if (!Array.isArray(next)) names += Object.keys(next).length
    for (const inner of Object.values(next) as ReadonlyArray<unknown>) left.push(inner)
  }
  return names
}
