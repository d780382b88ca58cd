/** The families of letters that are looked for when a picture is drawn, in this order. */
const families = ['DejaVu Sans', 'Segoe UI', 'Helvetica Neue', 'Arial', 'Liberation Sans', 'Noto Sans']

/**
 * A picture without what a renderer outside of browsers does not know: the names of colours become the colours, that of a series the
 * colour of letters within it; size and family of letters are told one by one, the system's family as a list; what is said of pixels that
 * stay squares is said in an older word.
 */
export const plainSvg = (svg: string): string => {
  const [root = ''] = /:root \{[^}]*\}/.exec(svg) ?? []
  const colours = new Map([...root.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', colour = '']) => [name, colour]))
  return svg.replace(root, '').replaceAll('--colour:', 'color:')
    .replace(/var\(--([\w-]+)\)/g, (_, name: string) => colours.get(name) ?? 'currentColor')
    .replace(/\bfont: (\S+) /g, 'font-size: $1; font-family: ')
    .replaceAll('system-ui', families.map(family => `'${family}'`).join(', '))
    .replaceAll('image-rendering: pixelated', 'image-rendering: optimizeSpeed')
}
