/** A coordinate of a drawing, to a hundredth of a pixel. */
export const place = (value: number): string => String(Number(value.toFixed(2)))
