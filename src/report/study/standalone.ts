import { style } from '../style.js'

/** A picture of the page as a file of its own, which brings its style with it. */
export const standalone = (svg: string): string => {
  const [head = '', rest = ''] = [svg.slice(0, svg.indexOf('>') + 1), svg.slice(svg.indexOf('>') + 1)]
  return `${head.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')}<style>${plotStyle}</style>${rest}\n`
}

/** What the style says of plots and of the colours in them, whatever it is shown on. */
const everywhere = style.replace(/@media[^{]*\{(?:[^{}]*\{[^}]*\})*[^{}]*\}/g, '')
const plotStyle = [
  ...(everywhere.match(/:root \{[^}]*\}/g) ?? []).slice(0, 1),
  ...everywhere.match(/\.plot[^{]*\{[^}]*\}|\.series-\d \{[^}]*\}/g) ?? []
].join(' ')
