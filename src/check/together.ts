import { refuse } from '../prelude/index.js'
import { plain, type Scope, type Symbol, type Term, type Type, type VariableSymbol } from '../notation/index.js'
import { both, rangeOf, within } from './range.js'

const one: Term = { kind: 'number', text: '1', span: { from: 0, to: 0 } }

/** The shape of a name of which only a sign is said, so far: that of a number. */
export const unsaid: Type = { rows: one, columns: one }

/**
 * What a line declares, after another line of the same block that says something of the same name: both hold, or the line is refused.
 * `before` is the scope in which the block began; what an earlier block said may be declared anew.
 */
export const together = (before: Scope, known: Scope, next: Scope, line: string): Scope =>
  [...next].reduce<Scope>((scope, [name, symbol]) => {
    const earlier = known.get(name)
    return earlier === undefined || earlier === symbol || earlier === before.get(name) ? scope
      : merged(scope, name, earlier, symbol, line)
  }, next)

const merged = (scope: Scope, name: string, earlier: Symbol, symbol: Symbol, line: string): Scope => {
  const isDefining = line.includes(':=')
  if (earlier.kind === 'variable' && symbol.kind === 'variable') return ofBoth(scope, name, earlier, symbol, line)
  const isSet = symbol.kind === 'label' || symbol.kind === 'size'
  const isOther = earlier.kind === 'variable'
    && (isSet || (isDefining && symbol.kind === 'definition' && earlier.is !== undefined))
  // \nabla f(w^*) = 0 says more of the same f
  const isMore = symbol.kind === 'definition' && symbol.known?.flat !== undefined && earlier.kind === 'definition'
    && earlier.known?.flat === undefined
  // and so does H : ... is convex
  const isShown = symbol.kind === 'definition' && symbol.shown !== undefined && earlier.kind === 'definition'
    && earlier.body === symbol.body
  const isLost = !isDefining && !isMore && !isShown && ['definition', 'label', 'size'].includes(earlier.kind)
  return !isOther && !isLost ? scope
    : refuse('input', line, `one line that says what ${name} is, or lines that go together`, 'what another line of the block says otherwise')
}

const ofBoth = (
  scope: Scope, name: string, earlier: VariableSymbol, { type, is }: VariableSymbol, line: string
): Scope => {
  const types = [earlier.type, type].filter(each => each !== unsaid)
  const [found = unsaid, other = found] = types
  const range = both(scope, rangeOf(earlier.is), rangeOf(is))
  const isSame = plain(found.rows) === plain(other.rows) && plain(found.columns) === plain(other.columns)
  if (!isSame) return refuse('input', line, `one shape of ${name} in a block`, 'another before')
  return (range === undefined ? undefined : within(scope, name, found, range))
    ?? refuse('input', line, `what can hold beside what the block says of ${name} before`, 'what cannot, or a range that needs a line of its own')
}
