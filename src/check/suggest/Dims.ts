/** Unknown sizes of arrays, of which some turn out to be one, the same, or a size with a name. */
export interface Dims {
  readonly one: number
  readonly fresh: () => number
  /** The size with this name. */
  readonly size: (name: string) => number
  /** Makes two the same, unless something speaks against it. */
  readonly same: (a: number, b: number) => void
  /** It is no 1 that every formula takes for a number. */
  readonly many: (a: number) => void
  readonly is: (a: number) => 'one' | 'many' | undefined
  readonly nameOf: (a: number) => string | undefined
  /** Stands for all that are the same. */
  readonly find: (a: number) => number
  /** How often something was learned. */
  readonly learned: () => number
}

interface Known {
  readonly is: 'one' | 'many'
  readonly name?: string
}

/** Nothing is known but that 1 is one. */
export const dims = (): Dims => {
  const above: Array<number> = [0]
  const known = new Map<number, Known>([[0, { is: 'one' }]])
  const sizes = new Map<string, number>()
  let learned = 0
  const find = (a: number): number => {
    let top = a
    while (above[top] !== top) top = above[top] ?? top
    return top
  }
  const fresh = (): number => above.push(above.length) - 1
  const same = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)]
    const [of, to] = [known.get(x), known.get(y)]
    const isAgainst = of !== undefined && to !== undefined
      && (of.is !== to.is || (of.name !== undefined && to.name !== undefined))
    if (x === y || isAgainst) return
    above[y] = x
    known.delete(y)
    const both = to?.name === undefined ? of ?? to : to
    if (both !== undefined) known.set(x, both)
    learned += 1
  }
  const many = (a: number): void => {
    if (known.has(find(a))) return
    known.set(find(a), { is: 'many' })
    learned += 1
  }
  const size = (name: string): number => {
    const before = sizes.get(name)
    if (before !== undefined) return before
    const made = fresh()
    sizes.set(name, made)
    known.set(made, { is: 'many', name })
    return made
  }
  const about = (a: number): Known | undefined => known.get(find(a))
  return {
    one: 0, fresh, size, same, many, find, is: a => about(a)?.is, nameOf: a => about(a)?.name, learned: () => learned
  }
}
