import type { Tensor } from '../../src/tensor/index.js'

// A small writer of npy and zip files, byte by byte as their formats say.

/** A member of a zip file: its name, what it holds, and how it is stored. */
export interface Zipped {
  readonly name: string
  readonly content: ReadonlyArray<number>
  /** What the content is as a DEFLATE stream, where it is not stored as it is. */
  readonly deflated?: ReadonlyArray<number>
  /** Whether its header has sizes of 8 bytes, as NumPy writes them. */
  readonly long?: boolean
}

/** Whole numbers of so many bytes each, the lowest byte first. */
const record = (...numbers: ReadonlyArray<readonly [value: number, bytes: number]>): ReadonlyArray<number> =>
  numbers.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, k) => Math.floor(value / 256 ** k) % 256))

const utf8 = (text: string): ReadonlyArray<number> => [...new TextEncoder().encode(text)]

/** The bytes of an npy file of doubles. */
export const npyOf = ({ shape, data }: Tensor): ReadonlyArray<number> => {
  const header = utf8(`{'descr': '<f8', 'fortran_order': False, 'shape': (${shape.map(size => `${size},`).join('')}), }\n`)
  const entries = Array.from(data).flatMap(entry => {
    const view = new DataView(new ArrayBuffer(8))
    view.setFloat64(0, entry, true)
    return [...new Uint8Array(view.buffer)]
  })
  return [0x93, ...utf8('NUMPY'), ...record([1, 1], [0, 1], [header.length, 2]), ...header, ...entries]
}

/** A DEFLATE stream of blocks that are stored, of so many bytes each. */
export const storedBlocks = (content: ReadonlyArray<number>, each: number): ReadonlyArray<number> => {
  const count = Math.max(1, Math.ceil(content.length / each))
  return Array.from({ length: count }, (_, k) => content.slice(k * each, (k + 1) * each)).flatMap((part, k) =>
    [...record([k === count - 1 ? 1 : 0, 1], [part.length, 2], [0xffff - part.length, 2]), ...part])
}

/** CRC-32: the remainder of the bits by a polynomial, one after the other. */
const checksum = (content: ReadonlyArray<number>): number => {
  let rest = 0xffffffff
  for (const byte of content) {
    rest ^= byte
    for (let k = 0; k < 8; k++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}

const [version, flags, day, none] = [[45, 2], [0x0800, 2], [0x21, 4], [0, 2]] as const

/** What the header of a member and its entry in the directory both say, up to the checksum. */
const described = ({ content, deflated }: Zipped): ReadonlyArray<number> =>
  record(flags, [deflated === undefined ? 0 : 8, 2], day, [checksum(content), 4])

const local = (member: Zipped): ReadonlyArray<number> => {
  const { name, content, deflated: packed = content, long = false } = member
  const written = utf8(name)
  const extra = long ? record([1, 2], [16, 2], [content.length, 8], [packed.length, 8]) : []
  const sizes = [packed.length, content.length].map(size => [long ? 0xffffffff : size, 4] as const)
  const lengths = record(...sizes, [written.length, 2], [extra.length, 2])
  return [...utf8('PK'), 3, 4, ...record(version), ...described(member), ...lengths, ...written, ...extra, ...packed]
}

const entry = (member: Zipped, at: number): ReadonlyArray<number> => {
  const { name, content, deflated: packed = content } = member
  const written = utf8(name)
  const sizes = record([packed.length, 4], [content.length, 4], [written.length, 2])
  const rest = [...sizes, ...record(none, none, none, none, [0, 4], [at, 4])]
  return [...utf8('PK'), 1, 2, ...record(version, version), ...described(member), ...rest, ...written]
}

/** The bytes of a zip file with these members, one after the other. */
export const zipOf = (members: ReadonlyArray<Zipped>): Uint8Array => {
  const locals = members.map(local)
  const directory = members.flatMap((member, k) => entry(member, locals.slice(0, k).flat().length))
  const [count, start] = [[members.length, 2], [locals.flat().length, 4]] as const
  const end = record(none, none, count, count, [directory.length, 4], start, none)
  return Uint8Array.from([...locals.flat(), ...directory, ...utf8('PK'), 5, 6, ...end])
}
