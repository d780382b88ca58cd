import { place } from './place.js'

const [long, half] = [9, 4]

/** The path of a head at the end of a line; a line without length has none. */
export const arrowHead = (x: number, y: number, toX: number, toY: number): string => {
  const length = Math.hypot(toX - x, toY - y)
  if (length === 0) return ''
  const [right, down] = [(toX - x) / length, (toY - y) / length]
  const corner = (side: number): string =>
    `${place(toX - long * right - side * half * down)} ${place(toY - long * down + side * half * right)}`
  return `M${place(toX)} ${place(toY)}L${corner(1)}L${corner(-1)}z`
}
