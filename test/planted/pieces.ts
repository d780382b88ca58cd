/** A part of a formula in TeX as a machine sees it that knows no mathematics: where it stands, and what it encloses. */
export interface Piece {
  readonly kind: 'relation' | 'sign' | 'stop'
    | 'between' | 'number' | 'letter' | 'word' | 'derivative' | 'enclosed' | 'prefix'
  readonly text: string
  readonly from: number
  readonly to: number
  /** What stands in its brackets or arguments, in order. */
  readonly inside: ReadonlyArray<ReadonlyArray<Piece>>
  readonly below?: ReadonlyArray<Piece>
  readonly above?: ReadonlyArray<Piece>
}

const token = /\\[a-zA-Z]+|\\[^]|%[^\n]*(?:\n|$)|\d+(?:\.\d+)?|\s+|[^]/g
/** What says nothing: comments, spaces and sizes. */
const nothing = /^(?:\s+|%[^]*|\\[!;: ]|\\[bB]igg?[lrm]?|\\limits|\\displaystyle)$/
const relations = ['=', '\\le', '\\leq', '\\ge', '\\geq', '<', '>', ':=', '\\ne', '\\neq', '\\approx', '\\equiv']
const stops = ['\\\\', '&', ',', ';', '\\quad', '\\qquad', '\\begin', '\\end', '\\dots', '\\ldots', '\\cdots', '\\in', '\\to', '\\forall', '\\iff']
const operators = ['\\cdot', '\\odot', '/', '\\times', '\\circ', '\\otimes']
const named = ['\\mathrm', '\\operatorname', '\\text']
const accents = [
  '\\mathbb', '\\mathbf', '\\mathcal', '\\boldsymbol', '\\bar', '\\hat', '\\tilde', '\\overline', '\\widehat', '\\widetilde', '\\vec', '\\dot'
]
const fractions = ['\\frac', '\\tfrac', '\\dfrac']
const prefixes = [
  '\\log', '\\ln', '\\exp', '\\max', '\\min', '\\sin', '\\cos', '\\tanh', '\\nabla', '\\sum', '\\prod', '\\sqrt',
  ...fractions, ...named, ...accents
]
const closers: Readonly<Record<string, string>> = {
  '(': ')', '\\{': '\\}', '[': ']', '\\langle': '\\rangle', '\\|': '\\|', '|': '|', '\\lfloor': '\\rfloor', '\\lceil': '\\rceil',
  '\\lVert': '\\rVert', '\\lvert': '\\rvert'
}

interface Token {
  readonly text: string
  readonly from: number
}

/** Reads a formula that stands at a place in a document. */
export const piecesOf = (tex: string, at: number): ReadonlyArray<Piece> => {
  const tokens: ReadonlyArray<Token> = [...tex.matchAll(token)].map(
    ({ 0: text, index }) => ({ text, from: at + index })
  )
  let next = 0
  const peek = (): string | undefined => tokens[next]?.text
  const skip = (): void => {
    while (nothing.test(peek() ?? '')) next++
  }
  const last = (from: number): number => {
    const { text = '', from: start = from } = tokens[next - 1] ?? {}
    return start + text.length
  }
  const plain = (kind: Piece['kind'], { text, from }: Token): Piece =>
    ({ kind, text, from, to: from + text.length, inside: [] })

  const sequence = (until: string | undefined): ReadonlyArray<Piece> => {
    const found: Array<Piece> = []
    for (;;) {
      skip()
      const text = peek()
      if (text === undefined) return found
      if (text === until || (text === '\\right' && until !== undefined)) {
        if (text === '\\right') next++
        skip()
        next++
        return found
      }
      found.push(scripted(one()))
    }
  }

  const argument = (): ReadonlyArray<Piece> => {
    skip()
    if (peek() !== '{') return [one()]
    next++
    return sequence('}')
  }

  const one = (): Piece => {
    const first = tokens[next] as Token
    const { text } = first
    next++
    if (text === ':' && peek() === '=') {
      next++
      return { ...plain('relation', first), text: ':=', to: first.from + 2 }
    }
    if (relations.includes(text)) return plain('relation', first)
    if (text === '+' || text === '-') return plain('sign', first)
    if (text === '\\begin' || text === '\\end') argument()
    if (stops.includes(text)) return { ...plain('stop', first), to: last(first.from) }
    if (operators.includes(text)) return plain('between', first)
    if (/^\d/.test(text)) return plain('number', first)
    if (text === '\\left') {
      const bracket = one()
      return { ...bracket, from: first.from }
    }
    if (text === '{') return { ...plain('enclosed', first), inside: [sequence('}')], to: last(first.from) }
    const closer = closers[text]
    if (closer !== undefined) return { ...plain('enclosed', first), inside: [sequence(closer)], to: last(first.from) }
    return prefixes.includes(text) ? prefixed(first)
      : plain(text.startsWith('\\') && text.length < 3 ? 'stop' : 'letter', first)
  }

  const prefixed = (first: Token): Piece => {
    const piece = plain('prefix', first)
    if (named.includes(first.text) || accents.includes(first.text)) {
      argument()
      const name = { ...piece, text: tex.slice(first.from - at, last(first.from) - at), to: last(first.from) }
      if (first.text === '\\text') return { ...name, kind: 'stop' }
      if (named.includes(first.text)) return name
      if (name.text !== '\\mathbb{1}') return { ...name, kind: 'letter' }
      const { inside } = one()
      return { ...name, inside, to: last(first.from), kind: 'word' }
    }
    if (first.text === '\\sqrt') return { ...piece, kind: 'enclosed', inside: [argument()], to: last(first.from) }
    if (!fractions.includes(first.text)) return piece
    const inside = [argument(), argument()]
    const isDerivative = inside.some(([sign]) => sign?.text === '\\partial')
    const isWhole = inside.every(part => part.length > 1)
    return { ...piece, kind: isDerivative ? (isWhole ? 'derivative' : 'prefix') : 'enclosed', inside, to: last(first.from) }
  }

  const scripted = (piece: Piece): Piece => {
    const sign = peek()
    if (sign === '\'') {
      next++
      return scripted({ ...piece, to: last(piece.to) })
    }
    if (sign !== '_' && sign !== '^') return piece
    next++
    const script = argument()
    return scripted({ ...piece, [sign === '_' ? 'below' : 'above']: script, to: Math.max(last(piece.to), piece.to) })
  }
  return sequence(undefined)
}
