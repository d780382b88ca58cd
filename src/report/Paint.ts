/** How a terminal sets words apart; plain text where it cannot. */
export interface Paint {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

const ansi = (code: number) => (text: string): string => `\u001b[${code}m${text}\u001b[0m`

export const colours: Paint = { good: ansi(32), bad: ansi(31), strong: ansi(1), faint: ansi(2) }

const asIs = (text: string): string => text

export const plain: Paint = { good: asIs, bad: asIs, strong: asIs, faint: asIs }
