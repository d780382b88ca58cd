import { orThrow, refuse } from '../prelude/index.js'
import { withLaws } from './chance.js'
import { parseTeX, type Scope, settings, type Symbol, type Term } from '../notation/index.js'

const settingWords = /^(indices|subscripts|summation|derivatives:?|alias|skip|solve|expectation|broadcast)\s+(.*)$/

/** The scope with what a line says of all formulas, or of one line; none where it says no such thing. */
export const settingOf = (scope: Scope, line: string): Scope | undefined => {
  const [, word, rest = ''] = settingWords.exec(line) ?? []
  switch (word) {
    case 'indices': {
      const [, from] = /^(\d+)\.\./.exec(rest) ?? refuse('input', line, 'indices 0..n-1 or 1..n', rest)
      return withSetting(scope, settings.firstIndex, from ?? '')
    }
    case 'subscripts': {
      const [, modulo] = /^modulo\s+(\S+)$/.exec(rest) ?? refuse('input', line, 'subscripts modulo n', rest)
      return new Map([...scope, [settings.modulo, { kind: 'setting', value: termIn(scope, modulo ?? '', line) }]])
    }
    case 'summation': return rest === 'convention' ? withSetting(scope, settings.summation, '1')
      : refuse('input', line, 'summation convention', rest)
    case 'derivatives': case 'derivatives:': return rest.split(',').map(part => part.trim()).reduce((known, part) => {
      if (!Object.hasOwn(layouts, part)) return refuse('input', line, Object.keys(layouts).join(', or '), part)
      const setting = layouts[part]
      return setting === undefined ? known : withSetting(known, setting, '1')
    }, scope)
    case 'alias': {
      const [left, right, ...more] = rest.split('=')
      if (left === undefined || right === undefined
        || more.length > 0) return refuse('input', line, 'alias p = \\rho', rest)
      const symbol: Symbol = { kind: 'definition', parameters: [], body: termIn(scope, right, line) }
      return new Map([...scope, [left.trim(), symbol]])
    }
    case 'broadcast': return rest !== 'rows' && rest !== 'columns'
      ? refuse('input', line, 'broadcast rows, or broadcast columns', rest)
        : new Map([...scope, [settings.broadcast, {
          kind: 'setting', value: { kind: 'name', name: rest, span: { from: 0, to: 0 } }
        }]])
    case 'expectation': return withLaws(scope, rest, line)
    case 'skip': return withSetting(scope, `skip ${addressOf(rest, line)}`, '1')
    case 'solve': {
      const [, at, unknown, as] = /^(\S+)\s+for\s+(\S+)\s+as\s+(\S+)$/.exec(rest)
        ?? refuse('input', line, 'solve (26) for w as w^*', rest)
      const both = [unknown ?? '', as ?? ''].map(name => termIn(scope, name, line))
      const value: Term = { kind: 'matrix', rows: [both], span: { from: 0, to: 0 } }
      return new Map([...scope, [`solve ${addressOf(at ?? '', line)}`, { kind: 'setting', value }]])
    }
    default: return undefined
  }
}

// What each phrase changes; what everybody means changes nothing.
const layouts: Readonly<Record<string, string | undefined>> = {
  'gradient as the variable': undefined,
  'Jacobian rows = outputs': undefined,
  'Jacobian columns = outputs': settings.outputsInColumns,
  'one sign': settings.oneSign
}

/** A line is addressed by its tag, (26), or by its number in the file, 26. */
const addressOf = (text: string, line: string): string =>
  (/^(\d+|\(\S+\))$/.test(text.trim()) ? text.trim()
    : refuse('input', line, 'a tag, as (26), or a line of the file, as 26', text))

const withSetting = (scope: Scope, key: string, text: string): Scope =>
  new Map([...scope, [key, { kind: 'setting', value: { kind: 'number', text, span: { from: 0, to: 0 } } }]])

const termIn = (scope: Scope, tex: string, line: string): Term =>
  orThrow(parseTeX(tex, scope)).first ?? refuse('input', line, 'a formula', tex)
