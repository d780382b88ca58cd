const entities: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'
}

/** Text as it may stand anywhere in html, attributes included. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, mark => entities[mark] ?? mark)
