import type { LinePlot } from './plot.js'

/** A plot that illustrates the claims of a topic: data, which the report draws. */
export interface Figure {
  readonly id: string
  readonly topic: string
  readonly title: string
  readonly caption: string
  readonly plot: LinePlot
}
