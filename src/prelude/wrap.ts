/** How wide a line of text may be. */
export const columns = 80

/**
 * Text in lines that fit, broken between words, and inside a word only where it is too long for any line; `rest` begins
 * all lines but one.
 */
export const wrap = (text: string, first = '', rest: string = first): string =>
  text.split('\n').map((line, i) => wrapLine(line, i === 0 ? first : rest, rest)).join('\n')

const wrapLine = (text: string, first: string, rest: string): string => {
  const words = text.split(' ').flatMap(word => pieces(word, columns - Math.max(first.length, rest.length)))
  const { done, open } = words.reduce<Lines>(({ done: before, open: line }, word) => {
    if (line === undefined) return { done: before, open: word }
    const room = columns - (before.length === 0 ? first : rest).length
    return line.length + 1 + word.length <= room ? { done: before, open: `${line} ${word}` }
      : { done: [...before, line], open: word }
  }, { done: [], open: undefined })
  return [...done, open ?? ''].map((line, i) => `${i === 0 ? first : rest}${line}`).join('\n')
}

interface Lines {
  readonly done: ReadonlyArray<string>
  readonly open: string | undefined
}

/** A long word in parts that fit, each but the last ending with a sign that goes before a pause, where there is one. */
const pieces = (word: string, room: number): ReadonlyArray<string> => {
  if (word.length <= room) return [word]
  const part = word.slice(0, room)
  const [whole] = /^.*[-+*/,;:=)\]}|&]/s.exec(part) ?? [part]
  return [whole, ...pieces(word.slice(whole.length), room)]
}
