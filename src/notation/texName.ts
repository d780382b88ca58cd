/** A name in TeX: one of several letters stands upright, so that they are not multiplied. */
export const texName = (name: string): string => {
  const [, base = name, scripts = ''] = /^(\\[^_^]+|[^\\_^]+?)((?:[_^](?:.|\{[^{}]*\}|\\[a-zA-Z]+))*)$/su.exec(name)
    ?? []
  const isOneLetter = base.startsWith('\\') || [...base].length === 1
  return isOneLetter ? name : `\\mathrm{${base.replaceAll('_', '\\_')}}${scripts}`
}
