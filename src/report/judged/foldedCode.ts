import { columns } from '../../prelude/index.js'

/**
 * Lines of Python that fit, and are still the same program: one that is too long is broken at spaces inside of brackets, where Python lets
 * a line go on. What has no such space, as a long string, stays as it is.
 */
export const foldedCode = (code: string): string => code.split('\n').map(foldedLine).join('\n')

const foldedLine = (line: string): string => {
  if (line.length <= columns) return line
  const breaks = breaksIn(line)
  const parts = [...breaks, line.length].map((end, k) => line.slice(k === 0 ? 0 : (breaks[k - 1] ?? 0) + 1, end))
  const [first = '', ...rest] = parts
  const { done, open } = rest.reduce<Lines>(({ done: before, open: now }, part) =>
    (now.length + 1 + part.length <= columns ? { done: before, open: `${now} ${part}` }
      : { done: [...before, now], open: `    ${part}` }), { done: [], open: first })
  return [...done, open].join('\n')
}

interface Lines {
  readonly done: ReadonlyArray<string>
  readonly open: string
}

/** The spaces inside of brackets that are neither in a string nor in a comment. */
const breaksIn = (line: string): ReadonlyArray<number> => {
  const breaks: Array<number> = []
  let [depth, quote] = [0, '']
  for (let i = 0; i < line.length; i++) {
    const sign = line[i] ?? ''
    if (quote !== '') {
      if (sign === '\\') i++
      else if (sign === quote) quote = ''
    } else if (sign === '#') return breaks
    else if (sign === '"' || sign === '\'') quote = sign
    else if ('([{'.includes(sign)) depth++
    else if (')]}'.includes(sign)) depth--
    else if (sign === ' ' && depth > 0) breaks.push(i)
  }
  // a string that does not end is no Python of which we know where it may be broken
  return quote === '' ? breaks : []
}
