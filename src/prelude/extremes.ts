// Math.max(...xs) puts every number on the stack, which holds some hundred thousand.

/** The largest of some numbers; -Infinity of none, NaN if one is NaN. */
export const largest = (numbers: Iterable<number>): number => {
  let most = -Infinity
  for (const x of numbers) most = Math.max(most, x)
  return most
}

/** The smallest of some numbers; Infinity of none, NaN if one is NaN. */
export const smallest = (numbers: Iterable<number>): number => {
  let least = Infinity
  for (const x of numbers) least = Math.min(least, x)
  return least
}
