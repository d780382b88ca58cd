/** The list of rule(0), ..., rule(n - 1); many times faster than Array.from. */
export const tabulate = <A>(n: number, rule: (i: number) => A): ReadonlyArray<A> => {
  const list: Array<A> = []
  for (let i = 0; i < n; i++) list.push(rule(i))
  return list
}
