// Whether a counterexample can be read at a glance: at most 4 entries of its arrays are not 0, and no number has more than 3 digits.

const number = /(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g

const numbersIn = text => (text.match(number) ?? []).filter(n => Number(n) !== 0)

/** Significant digits: 3 of 0.0125, 1 of 1000, 2 of 9.7e+45. */
const digits = written => {
  const [mantissa] = written.replace('-', '').split('e')
  const all = mantissa.replace('.', '').replace(/^0+/, '')
  return (mantissa.includes('.') ? all : all.replace(/0+$/, '')).length
}

export const isSmall = input => {
  // names such as "w[0]" and strings are no entries
  const values = input.replace(/"[^"]*"/g, '').replace(/[\w.]+\[\d+\](?= =)/g, 'x')
  const entries = (values.match(/\[[^\]=]*\]/g) ?? []).flatMap(numbersIn)
  return entries.length <= 4 && numbersIn(values).every(written => digits(written) <= 3)
}
