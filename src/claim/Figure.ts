/** An axis of a plot. */
export interface Axis {
  readonly label: string
  readonly log: boolean
}

/** Points that belong together. */
export interface Series {
  readonly label: string
  readonly points: ReadonlyArray<{ readonly x: number; readonly y: number }>
  /** Joined by a line, unless they are marks. */
  readonly marks?: boolean
}

/** A plot as data, which the report draws. */
export interface LinePlot {
  readonly title: string
  readonly x: Axis
  readonly y: Axis
  readonly series: ReadonlyArray<Series>
}

/** A plot that illustrates the claims of a topic. */
export interface Figure {
  readonly id: string
  readonly topic: string
  readonly title: string
  readonly caption: string
  readonly plot: LinePlot
}
