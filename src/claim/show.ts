import { powerOfTwo } from '../number/dyadic.js'

/** Inputs and enclosures as a reader would write them: "x = [0.25, -1], eta = 2". */
export const show = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return showScalar(value)
  if (isWritten(value)) return value[written]
  if (isInterval(value)) return Object.is(value.lo, value.hi) ? showScalar(value.lo) : `[${value.lo}, ${value.hi}]`
  if (isTensor(value)) return showNested(value.shape, [...value.data])
  if (isSequence(value)) return `[${[...value].map(nested).join(', ')}]`
  const entries = Object.entries(value)
  return entries.length === 0 ? 'nothing' : entries.map(([name, x]) => `${name} = ${nested(x)}`).join(', ')
}

/** What is shown as it is: a number that is no double, as somebody wrote it. */
export const written: unique symbol = Symbol('written')

const isWritten = (value: object): value is { readonly [written]: string } => written in value

const nested = (value: unknown): string => (isRecord(value) ? `{ ${show(value)} }` : show(value))

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !isWritten(value) && !isSequence(value) && !isTensor(value)
    && !isInterval(value)

const showScalar = (value: unknown): string =>
  Object.is(value, -0) ? '-0'
    : typeof value === 'function' ? 'a function'
      : typeof value === 'string' ? JSON.stringify(value)
        : typeof value === 'number' ? showNumber(value) : String(value)

/** A power of two of more than three digits as such: 2^-20. */
const showNumber = (x: number): string => {
  const [text, exponent] = [String(x), Math.log2(Math.abs(x))]
  const digits = text.replace(/^-?0?\.?0*|\.|e.*/g, '')
  return digits.length > 3 && Number.isInteger(exponent) && Math.abs(x) === powerOfTwo(exponent)
    ? `${x < 0 ? '-' : ''}2^${exponent}`
    : text
}

const isInterval = (value: object): value is { lo: number; hi: number } => 'lo' in value && 'hi' in value

const isTensor = (value: object): value is { shape: ReadonlyArray<number>; data: Iterable<number> } =>
  'shape' in value && 'data' in value

const isSequence = (value: unknown): value is Iterable<unknown> =>
  Array.isArray(value) || ArrayBuffer.isView(value)

const showNested = (shape: ReadonlyArray<number>, entries: ReadonlyArray<number>): string => {
  if (shape.length === 0) return showScalar(entries[0])
  const [size = 0, ...inner] = shape
  const step = entries.length / Math.max(size, 1)
  return `[${Array.from({ length: size }, (_, i) => showNested(inner, entries.slice(i * step, (i + 1) * step)))
    .join(', ')}]`
}
