// The remainder of each byte by the polynomial of CRC-32, its highest power in the lowest bit.
const remainders = Uint32Array.from({ length: 256 }, (_, byte) =>
  Array.from({ length: 8 }).reduce<number>(rest => ((rest & 1) === 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1), byte))

/** The checksum CRC-32 of bytes. */
export const crc32 = (bytes: Uint8Array): number => {
  let rest = 0xffffffff
  for (let i = 0; i < bytes.length; i++) rest = remainders[(rest ^ bytes[i]!) & 255]! ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}
