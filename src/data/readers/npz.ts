import { attempt, given, isLeft, refuse } from '../../prelude/index.js'
import type { Tensor } from '../../tensor/index.js'
import { givenBytes } from './bytes.js'
import { crc32 } from './crc32.js'
import { inflatedRaw } from './inflate.js'
import { readNpy } from './npy.js'
import { type Fail, type Member, memberOf, membersOf } from './zip.js'

/** How a file is called, and how much it may unpack to. */
export interface NpzOptions {
  /** What refusals call the file, such as its name; nothing if left out. */
  readonly name?: string
  /** The most bytes that compressed arrays may have, all together; 1 MiB and 100 for each byte of the file if left out. */
  readonly mostUnpacked?: number
}

const place = 'readNpz'
const ending = '.npy'

/**
 * The tensors of a file that `numpy.savez` or `numpy.savez_compressed` wrote, by their names: a zip file whose members are npy files,
 * stored or deflated.
 *
 * Refuses what `readNpy` refuses, with the member; members that are encrypted, overlap, leave a gap or come twice, that unpack to other
 * bytes than their size and checksum say, or are no npy files; zip64; and all that does not follow the format, at its byte. Allocates in
 * proportion to the file, and to what it unpacks to, which `mostUnpacked` bounds: at most two doubles for each byte of them.
 *
 * @example
 * const file = [0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]
 * Object.keys(readNpz(Uint8Array.from(file))) // []
 *
 * @source NumPy, numpy.lib.format; PKWARE, .ZIP File Format Specification 6.3.10
 */
export const readNpz = (bytes: Uint8Array, options: NpzOptions = {}): Readonly<Record<string, Tensor>> => {
  givenBytes(place, bytes)
  const { name, mostUnpacked = 2 ** 20 + 100 * bytes.length } = given.options(place, options, ['name', 'mostUnpacked'])
  given.whole(place, 'mostUnpacked', mostUnpacked, 0)
  const file = name === undefined ? '' : `${given.text(place, 'name', name)}: `
  const fail: Fail = (expected, got) => refuse('input', place, `${file}${expected}`, got)
  let left = mostUnpacked
  return Object.fromEntries(membersOf(bytes, fail).map(member => {
    const what = memberOf(member.name)
    if (!member.name.endsWith(ending)) fail(`members whose names end in ${ending}`, what)
    if (member.deflated && member.size > left) {
      fail(`at most ${mostUnpacked} bytes unpacked (the option mostUnpacked)`, `${member.size} more in ${what}, after ${mostUnpacked - left}`)
    }
    const unpacked = unpackedOf(member, `${file}${what}`, fail)
    if (member.deflated) left -= unpacked.length
    const tensor = attempt(() => readNpy(unpacked))
    return [
      member.name.slice(0, -ending.length),
      isLeft(tensor) ? refuse(tensor.left.tag, place, `${file}${what}: ${tensor.left.expected}`, tensor.left.got) : tensor.right
    ]
  }))
}

/** What a member unpacks to, as many bytes and with the checksum that are told of it. */
const unpackedOf = ({ name, deflated, packed, size, checksum }: Member, what: string, fail: Fail): Uint8Array => {
  const unpacked = deflated ? inflatedRaw(place, what, packed, size) : packed
  if (unpacked.length !== size) fail(`${memberOf(name)} of ${size} bytes`, `${unpacked.length}`)
  return crc32(unpacked) === checksum ? unpacked : fail(`${memberOf(name)} with checksum ${checksum}`, `${crc32(unpacked)}`)
}
