export const seconds = (s: number): string => s.toFixed(2)
