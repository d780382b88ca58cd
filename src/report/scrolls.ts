import { escape } from '../drawing/escape.js'

/** A box that scrolls sideways where it must, by keyboard too. */
export const scrolls = (what: string, inside: string, kind = 'scroll'): string =>
  `<div class="${kind}" ${byKeyboard(what)}>${inside}</div>`

/** What makes a box a stop of the tab key, so that the arrows scroll it. */
export const byKeyboard = (what: string): string => `tabindex="0" role="group" aria-label="${escape(what)}"`
