import { doubles } from './gemm'

// Entry by entry, two at a time and without a branch. An operand is read on with a step of 16 bytes, or again and again with a step of 0. Of
// an odd number of entries the last has one beside it that nobody reads.

/** The larger of two: the first of equals, NaN if either is NaN. */
export function maximum(out: usize, n: i32, a: usize, aStep: usize, b: usize, bStep: usize): void {
  for (const end = out + doubles(n); out < end; out += 16, a += aStep, b += bStep) {
    const u = v128.load(a), v = v128.load(b)
    v128.store(out, v128.bitselect(u, v, v128.or(f64x2.ge(u, v), f64x2.ne(u, u))))
  }
}

/** 1 where the first is greater, else 0. */
export function greater(out: usize, n: i32, a: usize, aStep: usize, b: usize, bStep: usize): void {
  const one = f64x2.splat(1)
  for (const end = out + doubles(n); out < end; out += 16, a += aStep, b += bStep) {
    v128.store(out, v128.and(f64x2.gt(v128.load(a), v128.load(b)), one))
  }
}

/** The first where out is not 0, else the second. */
export function select(out: usize, n: i32, a: usize, aStep: usize, b: usize, bStep: usize): void {
  const zero = f64x2.splat(0)
  for (const end = out + doubles(n); out < end; out += 16, a += aStep, b += bStep) {
    v128.store(out, v128.bitselect(v128.load(a), v128.load(b), f64x2.ne(v128.load(out), zero)))
  }
}
