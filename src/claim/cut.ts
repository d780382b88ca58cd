// As much as fills a screen.
const most = 2000

/** A text for people: of a long one the beginning, and how long it is. */
export const cut = (text: string): string =>
  text.length <= most ? text : `${text.slice(0, most)} ... (cut here: ${text.length} characters in all)`
