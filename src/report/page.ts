import { escape } from './escape.js'
import type { LinePlot } from '../claim/Figure.js'
import { linePlot } from './plot.js'
import { style } from './style.js'

export interface Picture {
  readonly title: string
  readonly caption: string
  readonly plot: LinePlot
}

/** Pictures under a heading, as one html file that needs nothing else. */
export const page = (heading: string, lead: string, pictures: ReadonlyArray<Picture>): string => [
  '<!doctype html>',
  '<html lang="en">',
  '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
  `<title>Lemmata: ${escape(heading)}</title>`,
  `<style>${style}main { max-width: 49rem }</style></head>`,
  '<body><main>',
  `<header><h1>${escape(heading)}</h1><p class="lead">${escape(lead)}</p></header>`,
  ...pictures.map(({ title, caption, plot }) =>
    `<figure>${linePlot(plot)}<figcaption><b>${escape(title)}.</b> ${escape(caption)}</figcaption></figure>`),
  '</main></body></html>',
  ''
].join('\n')
