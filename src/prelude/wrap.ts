/** How wide a line of text may be. */
export const columns = 80

/** Text in lines that fit, broken between words, and inside a word only where it is too long for any; `rest` begins all lines but one. */
export const wrap = (text: string, first = '', rest: string = first): string =>
  text.split('\n').map((line, i) => wrapLine(line, i === 0 ? first : rest, rest)).join('\n')

const wrapLine = (text: string, first: string, rest: string): string => {
  const room = columns - Math.max(first.length, rest.length)
  const words = text.split(' ').flatMap(word => pieces(word, room))
  const { done, open } = words.reduce<Lines>(({ done: before, open: line }, word) => {
    if (line === undefined) return { done: before, open: word }
    return line.length + 1 + word.length <= room ? { done: before, open: `${line} ${word}` }
      : { done: [...before, line], open: word }
  }, { done: [], open: undefined })
  return [...done, open ?? ''].map((line, i) => `${i === 0 ? first : rest}${line}`).join('\n')
}

interface Lines {
  readonly done: ReadonlyArray<string>
  readonly open: string | undefined
}

const pieces = (word: string, room: number): ReadonlyArray<string> =>
  word.length <= room ? [word] : [word.slice(0, room), ...pieces(word.slice(room), room)]
