// What a terminal, XML or the order of letters would take for a command: controls, what turns the direction, halves of letters.
const odd = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu

const short: Readonly<Record<string, string>> = { '\t': String.raw`\t`, '\r': String.raw`\r` }

const escaped = (sign: string): string => {
  const code = sign.charCodeAt(0).toString(16)
  return short[sign] ?? (code.length > 2 ? String.raw`\u${code.padStart(4, '0')}` : String.raw`\x${code.padStart(2, '0')}`)
}

/** A text of a stranger in which every sign is seen: what would not be is written as Python writes it, `\x1b`. */
export const printable = (text: string): string => text.replaceAll('\r\n', '\n').replace(odd, escaped)

/** The same on one line. */
export const oneLine = (text: string): string => printable(text).split('\n').map(line => line.trim()).filter(line => line !== '').join(' ')
