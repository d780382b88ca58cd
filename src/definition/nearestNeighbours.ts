import type { Ordered } from '../number/index.js'

/**
 * The label of a point whose distances to n labelled points are known. A point is among the k nearest when fewer than k come before it:
 * those that are nearer, and of those as near the ones with smaller index. The label that most of them have wins, the smallest of equals.
 */
export const nearestLabel = <A>({ compare }: Ordered<A>) => (
  distances: ReadonlyArray<A>, labels: ReadonlyArray<number>, k: number
): number => {
  const isBefore = (i: number, j: number): boolean => {
    const order = compare(distances[i] as A, distances[j] as A)
    return order < 0 || (order === 0 && i < j)
  }
  const voters = labels.filter((_, j) => labels.filter((__, i) => isBefore(i, j)).length < k)
  const votes = (label: number): number => voters.filter(other => other === label).length
  return voters.reduce((best, label) =>
    votes(label) > votes(best) || (votes(label) === votes(best) && label < best) ? label : best)
}
