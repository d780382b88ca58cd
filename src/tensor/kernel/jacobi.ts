// Rotations of a symmetric n x n matrix that make it diagonal, by Jacobi's cyclic method.

/** Each sweep squares what is off the diagonal once it is small: matrices of doubles need fewer than ten. */
const mostSweeps = 30

/** a becomes diagonal, its diagonal the eigenvalues; the columns of v the eigenvectors. */
export const diagonalised = (
  symmetric: Float64Array, n: number
): { readonly a: Float64Array; readonly v: Float64Array } => {
  const a = symmetric.slice()
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a, n) > 0; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) annihilate(a, v, n, p, q)
  }
  return { a, v }
}

const offDiagonal = (a: Float64Array, n: number): number => {
  let most = 0
  for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) most = Math.max(most, Math.abs(a[p * n + q]!))
  return most
}

/** The rotation by the smaller angle that makes a_pq zero. */
const annihilate = (a: Float64Array, v: Float64Array, n: number, p: number, q: number): void => {
  const [pp, qq, pq] = [a[p * n + p]!, a[q * n + q]!, a[p * n + q]!]
  // what adds nothing to either eigenvalue is 0
  if (pp + Math.abs(pq) === pp && qq + Math.abs(pq) === qq) {
    a[p * n + q] = 0
    a[q * n + p] = 0
    return
  }
  const cotangent = (qq - pp) / (2 * pq)
  const tangent = (cotangent >= 0 ? 1 : -1) / (Math.abs(cotangent) + Math.hypot(1, cotangent))
  const cosine = 1 / Math.hypot(1, tangent)
  const sine = tangent * cosine
  for (let k = 0; k < n; k++) rotate(a, k * n + p, k * n + q, cosine, sine)
  for (let k = 0; k < n; k++) rotate(a, p * n + k, q * n + k, cosine, sine)
  for (let k = 0; k < n; k++) rotate(v, k * n + p, k * n + q, cosine, sine)
  a[p * n + q] = 0
  a[q * n + p] = 0
}

const rotate = (m: Float64Array, i: number, j: number, cosine: number, sine: number): void => {
  const [x, y] = [m[i]!, m[j]!]
  m[i] = cosine * x - sine * y
  m[j] = sine * x + cosine * y
}
