/** An axis of a plot. */
export interface Axis {
  readonly label: string
  readonly log: boolean
}

/** A point of a plot, and how far down and up what it stands for reaches. */
export interface PlotPoint {
  readonly x: number
  readonly y: number
  readonly low?: number
  readonly high?: number
}

/** Points that belong together. Where they say how far they reach, marks have error bars and a line has a band around it. */
export interface Series {
  readonly label: string
  readonly points: ReadonlyArray<PlotPoint>
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
