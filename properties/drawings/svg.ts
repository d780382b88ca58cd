import { refuse } from '../../src/prelude/index.js'

/** An element of a drawing. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: ReadonlyArray<Element>
  /** The text in it, that of its children too. */
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What escaped text stands for; refuses a mark that is not escaped. */
const unescaped = (text: string): string => text.replace(/&(?:([^&;]*);)?|[<>]/g, (found, name: string | undefined) =>
  entities[name ?? ''] ?? refuse('input', 'a drawing', 'text with its marks escaped', found))

const token = /<(\/?)([a-z]+)((?: [\w:-]+="[^"]*")*)(\/?)>|([^<]+)/gy
const attribute = / ([\w:-]+)="([^"]*)"/g

const opened = (name: string, written: string): Element => ({
  name, text: '', children: [],
  attributes: Object.fromEntries(
    [...written.matchAll(attribute)].map(([, key = '', value = '']) => [key, unescaped(value)]))
})

const withText = (element: Element, text: string): Element => ({ ...element, text: element.text + text })

const withChild = (element: Element, child: Element): Element =>
  ({ ...withText(element, child.text), children: [...element.children, child] })

/** The drawing that is written in a text; refuses what is no element from its first letter to its last. */
export const read = (svg: string): Element => {
  const open = [opened('', '')]
  let at = 0
  for (const [found, closes, name = '', written = '', ends, text] of svg.matchAll(token)) {
    at += found.length
    if (text !== undefined) open.push(withText(open.pop() as Element, unescaped(text)))
    else if (closes === '') open.push(opened(name, written))
    if (text !== undefined || (closes === '' && ends === '')) continue
    const [closed, around] = [open.pop(), open.pop()]
    if (closed?.name !== name || around === undefined) {
      return refuse('input', 'a drawing', 'an element that was opened', found)
    }
    open.push(withChild(around, closed))
  }
  const [whole, ...more] = open
  const [first, ...others] = whole?.children ?? []
  return at === svg.length && more.length === 0 && first !== undefined && others.length === 0 ? first
    : refuse('input', 'a drawing', 'one element', svg.slice(at, at + 40))
}

/** A number of an attribute. */
export const numberOf = ({ attributes }: Element, key: string): number => Number(attributes[key])

export type Place = readonly [x: number, y: number]

const step = /\s*(?:([MLHVhlvzZ])|(-?[\d.]+(?:e-?\d+)?)[\s,]*)/gy

/** The corners of each part of a path that a pen draws without being lifted. */
export const partsOf = (d: string): ReadonlyArray<ReadonlyArray<Place>> => {
  const parts: Array<Array<Place>> = []
  let [command, numbers, end]: [string, Array<number>, number] = ['', [], 0]
  for (const [found, letter, number] of d.matchAll(step)) {
    end += found.length
    if (letter !== undefined) command = letter
    else numbers = [...numbers, Number(number)]
    if (letter !== undefined || numbers.length < (/[hHvV]/.test(command) ? 1 : 2)) continue
    const [x, y] = parts.at(-1)?.at(-1) ?? [NaN, NaN]
    const [a = NaN, b = NaN] = numbers
    if (command === 'M') parts.push([])
    parts.at(-1)?.push(
      command === 'h' ? [x + a, y] : command === 'H' ? [a, y] : command === 'v' ? [x, y + a] : command === 'V' ? [x, a]
        : command === 'l' ? [x + a, y + b] : [a, b])
    numbers = []
  }
  return end === d.length ? parts : refuse('input', 'a drawing', 'a path', d)
}
