/** A record with each of its values changed; the names stay. (That of fp-ts assigns, which loses what is called __proto__.) */
export const mapRecord = <K extends string, A, B>(
  record: Readonly<Record<K, A>>, change: (value: A, name: K) => B
): Record<K, B> =>
  Object.fromEntries(Object.entries<A>(record).map(([name, value]) => [name, change(value, name as K)])) as Record<K, B>
