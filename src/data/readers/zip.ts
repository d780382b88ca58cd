import { attempt, given, isLeft } from '../../prelude/index.js'
import { utf8 } from './bytes.js'
import { hexadecimal, viewOf } from './elements.js'

// A ZIP file, little-endian: its members, each behind a header; the directory, which has an entry for each; a record that ends the file.

/** Refuses a file. */
export type Fail = (expected: string, got: string) => never

/** What a ZIP file holds under a name. */
export interface Member {
  readonly name: string
  readonly deflated: boolean
  /** CRC-32 of what it unpacks to, and how many bytes these are. */
  readonly checksum: number
  readonly size: number
  readonly packed: Uint8Array
}

/** A member as the directory has it. */
interface Entry extends Omit<Member, 'packed'> {
  readonly flags: number
  readonly packedSize: number
  /** The byte that its own header begins at. */
  readonly at: number
}

const [endSize, entrySize, headerSize] = [22, 46, 30]
const [ofEnd, ofEntry, ofHeader] = [[0x50, 0x4b, 5, 6], [0x50, 0x4b, 1, 2], [0x50, 0x4b, 3, 4]] as const
const [in16, in32] = [0xffff, 0xffffffff]

/**
 * The members of a ZIP file in their order, each of which begins where another ends. Refuses a file of several parts, zip64, a comment at
 * the end, a name that comes twice, and a member that is encrypted, or whose header and whose entry in the directory differ. What they
 * unpack to is left to the caller.
 */
export const membersOf = (bytes: Uint8Array, fail: Fail): ReadonlyArray<Member> => {
  const { from, to, count } = directoryOf(bytes, fail)
  const entries = [...entriesIn(bytes, { from, to, count }, fail)].sort((a, b) => a.at - b.at)
  let next = 0
  const members = entries.map(entry => {
    const { name, deflated, checksum, size, at, packedSize } = entry
    if (at !== next) fail(`${memberOf(name)} from byte ${next}, where nothing else lies`, `byte ${at}`)
    const start = startOf(bytes, entry, from, fail)
    next = start + packedSize
    if (next > from) fail(`${memberOf(name)} in ${packedSize} bytes from byte ${start}`, `${from - start} before the directory`)
    return { name, deflated, checksum, size, packed: bytes.subarray(start, next) }
  })
  return next === from ? members : fail(`the directory at byte ${next}, where the members end`, `byte ${from}`)
}

/** A member as a message has it. */
export const memberOf = (name: string): string => `member ${given.kindOf(name)}`

/** Refuses bytes that do not begin with a signature, or end before so many. */
const begins = (
  what: string, bytes: Uint8Array, signature: ReadonlyArray<number>, from: number, size: number, to: number, fail: Fail
): void => {
  if (from + size > to) fail(`${what}: ${size} bytes from byte ${from}`, `${Math.max(0, to - from)} bytes`)
  if (!signature.every((byte, k) => bytes[from + k] === byte)) {
    fail(`${what}, ${hexadecimal(Uint8Array.from(signature), 0, 4)} at byte ${from}`, hexadecimal(bytes, from, 4))
  }
}

interface Directory {
  readonly from: number
  readonly to: number
  readonly count: number
}

const directoryOf = (bytes: Uint8Array, fail: Fail): Directory => {
  const to = Math.max(0, bytes.length - endSize)
  begins('what ends a zip file without a comment', bytes, ofEnd, to, endSize, bytes.length, fail)
  const view = viewOf(bytes)
  const two = (k: number): number => view.getUint16(to + k, true)
  const [part, first, here, count, comment] = [two(4), two(6), two(8), two(10), two(20)]
  const [size, from] = [view.getUint32(to + 12, true), view.getUint32(to + 16, true)]
  if (count === in16 || size === in32 || from === in32) {
    fail('a zip file below 4 GiB and 65535 members', `zip64, as the record at byte ${to} says`)
  }
  if (part !== 0 || first !== 0 || here !== count) fail(`a zip file in one part, as byte ${to + 4} says`, 'a part of several')
  if (comment !== 0) fail(`no comment at byte ${bytes.length}`, `${comment} bytes of it`)
  return from + size === to ? { from, to, count }
    : fail(`a directory that ends at byte ${to}`, `${size} bytes from byte ${from}`)
}

const entriesIn = (bytes: Uint8Array, { from, to, count }: Directory, fail: Fail): ReadonlyArray<Entry> => {
  const entries: Array<Entry> = []
  const names = new Set<string>()
  let at = from
  while (entries.length < count) {
    begins(`entry ${entries.length} of ${count} in the directory`, bytes, ofEntry, at, entrySize, to, fail)
    const [entry, next] = entryAt(bytes, at, to, fail)
    if (names.has(entry.name)) fail(`each name once`, `${memberOf(entry.name)} twice`)
    names.add(entry.name)
    entries.push(entry)
    at = next
  }
  return at === to ? entries : fail(`the end of the directory after ${count} entries at byte ${at}`, `byte ${to}`)
}

/** An entry, whose first bytes are there, and where the next one begins. */
const entryAt = (bytes: Uint8Array, from: number, to: number, fail: Fail): readonly [Entry, number] => {
  const view = viewOf(bytes)
  const two = (k: number): number => view.getUint16(from + k, true)
  const four = (k: number): number => view.getUint32(from + k, true)
  const [flags, method, named, extra, comment, part] = [two(8), two(10), two(28), two(30), two(32), two(34)]
  const [checksum, packedSize, size, at] = [four(16), four(20), four(24), four(42)]
  const next = from + entrySize + named + extra + comment
  if (next > to) fail(`an entry of ${next - from} bytes from byte ${from}`, `${to - from} bytes`)
  const name = nameAt(bytes, from + entrySize, named, flags, fail)
  const what = memberOf(name)
  if ((flags & 1) !== 0) fail(`${what} without encryption`, 'an encrypted one')
  if ((flags & 8) !== 0) fail(`${what} with its size before it`, 'one whose size is told behind it')
  if ((flags & ~known) !== 0) {
    fail(`${what} with flags 0x0800 and 0x0006 alone at byte ${from + 8}`, hexadecimal(bytes, from + 8, 2))
  }
  if (method !== 0 && method !== 8) fail(`${what} stored or deflated, 0 or 8 at byte ${from + 10}`, `${method}`)
  if (packedSize === in32 || size === in32 || at === in32) fail(`${what} below 4 GiB`, 'zip64')
  if (part !== 0) fail(`${what} in part 0`, `part ${part}`)
  if (method === 0 && packedSize !== size) fail(`${what}, stored as it is in ${size} bytes`, `${packedSize} bytes`)
  return [{ name, deflated: method === 8, checksum, size, flags, packedSize, at }, next]
}

/** A name is in UTF-8, and how hard the packing was tried. */
const [utf8Flag, known] = [0x0800, 0x0806]

const nameAt = (bytes: Uint8Array, from: number, size: number, flags: number, fail: Fail): string => {
  const written = bytes.subarray(from, from + size)
  if ((flags & utf8Flag) === 0 && written.some(byte => byte > 127)) {
    fail(`a name in ASCII, or in UTF-8 as a flag says, at byte ${from}`, 'other bytes')
  }
  const name = attempt(() => utf8('', `a name at byte ${from}`, written))
  return isLeft(name) ? fail(name.left.expected, name.left.got) : name.right
}

/** Where the data of a member begin: behind its header, which says the same as its entry in the directory. */
const startOf = (bytes: Uint8Array, entry: Entry, end: number, fail: Fail): number => {
  const { name, at, flags, deflated, checksum, size, packedSize } = entry
  const what = `the header of ${memberOf(name)}`
  begins(what, bytes, ofHeader, at, headerSize, end, fail)
  const view = viewOf(bytes)
  const [named, extra] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)]
  const begin = at + headerSize + named
  if (begin + extra > end) fail(`${what}: ${headerSize + named + extra} bytes from byte ${at}`, `${end - at} bytes`)
  const written = new TextEncoder().encode(name)
  const same = view.getUint16(at + 6, true) === flags && view.getUint16(at + 8, true) === (deflated ? 8 : 0)
    && view.getUint32(at + 14, true) === checksum
    && named === written.length && written.every((byte, k) => bytes[at + headerSize + k] === byte)
  if (!same) fail(`${what} at byte ${at} with the flags, method, checksum and name of the directory`, 'others')
  const sizes = [view.getUint32(at + 18, true), view.getUint32(at + 22, true)]
  const told = sizes.every(one => one === in32) ? longSizes(view, begin, extra) : sizes
  return told[0] === packedSize && told[1] === size ? begin + extra
    : fail(`${what} at byte ${at} with the sizes of the directory, ${packedSize} and ${size}`, told.join(' and ') || 'none')
}

/** The sizes of 8 bytes that NumPy gives each header of a member, however small: as packed, and as it is. */
const longSizes = (view: DataView, from: number, extra: number): ReadonlyArray<number> =>
  (extra === 20 && view.getUint16(from, true) === 1 && view.getUint16(from + 2, true) === 16
    ? [12, 4].map(k => Number(view.getBigUint64(from + k, true))) : [])
