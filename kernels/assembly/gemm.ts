// The blocks of a general matrix product, two rows by eight columns at a time: eight vectors of two sums each, which with what they
// are made of fill the sixteen registers. Of 4x4, 5x4, 3x8, 4x6 and 6x4 none was faster. A vector holds two entries of one row, never
// two parts of one sum: each entry is its sum over k in order, a product and a sum rounded one after the other.

const rowsOfTile: i32 = 2
const columnsOfTile: i32 = 8

/** Where a double stands that is this many after the first. */
// @ts-ignore: decorator
@inline
export function doubles(n: i32): usize {
  return <usize>n << 3
}

/**
 * out_ij += sum_k left_ik right_kj, over k < length. Left is packed in groups of two rows, right in groups of eight columns; out has
 * whole tiles.
 */
export function tiles(out: usize, left: usize, right: usize, rows: i32, columns: i32, length: i32): void {
  for (let j = 0; j < columns; j += columnsOfTile) {
    for (let i = 0; i < rows; i += rowsOfTile) {
      tile(out + doubles(i * columns + j), doubles(columns), left + doubles(i * length), right + doubles(j * length), length)
    }
  }
}

function tile(first: usize, pitch: usize, left: usize, right: usize, length: i32): void {
  const second = first + pitch
  let c00 = v128.load(first, 0), c01 = v128.load(first, 16), c02 = v128.load(first, 32), c03 = v128.load(first, 48)
  let c10 = v128.load(second, 0), c11 = v128.load(second, 16), c12 = v128.load(second, 32), c13 = v128.load(second, 48)
  for (const end = left + doubles(rowsOfTile * length); left < end; left += 16, right += 64) {
    const b0 = v128.load(right, 0), b1 = v128.load(right, 16), b2 = v128.load(right, 32), b3 = v128.load(right, 48)
    const a0 = v128.load64_splat(left, 0)
    c00 = f64x2.add(c00, f64x2.mul(a0, b0))
    c01 = f64x2.add(c01, f64x2.mul(a0, b1))
    c02 = f64x2.add(c02, f64x2.mul(a0, b2))
    c03 = f64x2.add(c03, f64x2.mul(a0, b3))
    const a1 = v128.load64_splat(left, 8)
    c10 = f64x2.add(c10, f64x2.mul(a1, b0))
    c11 = f64x2.add(c11, f64x2.mul(a1, b1))
    c12 = f64x2.add(c12, f64x2.mul(a1, b2))
    c13 = f64x2.add(c13, f64x2.mul(a1, b3))
  }
  v128.store(first, c00, 0)
  v128.store(first, c01, 16)
  v128.store(first, c02, 32)
  v128.store(first, c03, 48)
  v128.store(second, c10, 0)
  v128.store(second, c11, 16)
  v128.store(second, c12, 32)
  v128.store(second, c13, 48)
}
