/** What was printed in lines of 80 columns, with its sentences in one line each: a line goes on where the next word did not fit. */
export const unwrapped = (text: string): string => text.split('\n').reduce((done, line, k, lines) => {
  const [, word] = /^ {2}(\S+)/.exec(line) ?? []
  const goesOn = word !== undefined && `${lines[k - 1]} ${word}`.length > 80
  return goesOn ? `${done} ${line.trimStart()}` : `${done}\n${line}`
})
