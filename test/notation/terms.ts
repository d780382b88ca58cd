import fc, { type Arbitrary } from 'fast-check'
import type { ManyTerm, RelationTerm, Scope, Term, Type } from '../../src/notation/index.js'

const span = { from: 0, to: 0 }
const number = (text: string): Term => ({ kind: 'number', text, span })
const name = (text: string): Term => ({ kind: 'name', name: text, span })
const type = (rows: string, columns = '1'): Type =>
  ({ rows: rows === '1' ? number(rows) : name(rows), columns: columns === '1' ? number(columns) : name(columns) })

/** Names of every kind, in the spelling of TeX. */
export const drawnScope: Scope = new Map([
  ['n', { kind: 'size', from: 1, to: 3 }],
  ['k', { kind: 'label', values: { from: number('1'), to: name('n') } }],
  ['y', { kind: 'label', values: { from: number('1'), to: name('n') }, size: name('n') }],
  ['law of k', { kind: 'law', of: 'k' }],
  ['law of y', { kind: 'law', of: 'y' }],
  ['x', { kind: 'variable', type: type('n') }],
  ['\\alpha', { kind: 'variable', type: type('1') }],
  ['\\mathbf{u}', { kind: 'variable', type: type('n') }],
  ['\\hat{y}', { kind: 'variable', type: type('n') }],
  ['w^*', { kind: 'variable', type: type('n') }],
  ['W_1', { kind: 'variable', type: type('n', 'n') }],
  ['\\theta_{ab}', { kind: 'variable', type: type('n') }],
  ['loss', { kind: 'variable', type: type('1') }],
  ['w^', { kind: 'sequence', type: type('n') }],
  ['v_', { kind: 'sequence', type: type('n') }],
  ['g', { kind: 'definition', parameters: ['x'], body: name('x') }],
  ['f_1', { kind: 'definition', parameters: ['x', 'a'], body: name('x') }]
] as const)

const values = ['n', 'k', 'y', 'x', '\\alpha', '\\mathbf{u}', '\\hat{y}', 'w^*', 'W_1', '\\theta_{ab}', 'loss']
const oneOf = <T>(all: ReadonlyArray<T>): Arbitrary<T> => fc.constantFrom(...all)

const indices = oneOf<Term>([
  number('1'), number('12'), name('n'), name('k'), name('i'), name('j'),
  { kind: 'binary', operator: 'add', left: name('i'), right: number('1'), span },
  { kind: 'binary', operator: 'multiply', left: number('2'), right: name('k'), span },
  { kind: 'entry', of: name('y'), at: [name('i')], span }
])

const relations: Arbitrary<RelationTerm['sign']> = oneOf(['=', '<=', '<', '>=', '>', '!=', '~'])

const relationOf = (side: Arbitrary<Term>): Arbitrary<RelationTerm> =>
  fc.record(
    { kind: fc.constant('relation' as const), sign: relations, left: side, right: side, span: fc.constant(span) }
  )

const items = fc.record(
  { kind: fc.constant('item' as const), of: oneOf(['w^', 'v_']), at: indices, span: fc.constant(span) }
)
const names = oneOf(values).map(name)
const entriesOf = (of: Arbitrary<Term>): Arbitrary<Term> =>
  fc.record({ kind: fc.constant('entry' as const), of, at:
    fc.array(indices, { minLength: 1, maxLength: 2 }), span: fc.constant(span) })

const calls: ReadonlyArray<readonly [string, number]> = [
  ['exp', 1], ['log', 1], ['sqrt', 1], ['abs', 1], ['norm', 1], ['norm1', 1], ['normInfinity', 1], ['softmax', 1],
  ['sum', 1], ['mean', 1],
  ['tanh', 1], ['asin', 1], ['log10', 1], ['sigmoid', 1], ['relu', 1], ['max', 2], ['min', 1], ['tr', 1], ['onehot', 2],
  ['floor', 1], ['ceil', 1], ['mod', 2],
  ['hypot', 3], ['rows', 1], ['columns', 1], ['g', 1], ['f_1', 2]
]

const bounded = (index: string): Arbitrary<ManyTerm['ranges'][number]> => fc.oneof(
  fc.constant({ index }),
  oneOf([number('1'), name('k')]).chain(
    from => oneOf([number('12'), name('n')]).map(to => ({ index, bounds: [from, to] as const }))
  ))

/** Terms as a parser may give them, of every kind; their shapes need not fit. */
export const drawnTerms: Arbitrary<Term> = fc.letrec<{ readonly term: Term }>(tie => {
  const inner = tie('term')
  const at = fc.constant(span)
  return {
    term: fc.oneof({ maxDepth: 4, depthSize: 'small' },
      names,
      oneOf(['0', '2', '10', '0.5', '.5', '3.25']).map(number),
      oneOf(['pi', 'e']).map(constant => ({ kind: 'call' as const, function: constant, arguments: [], span })),
      items,
      fc.oneof(entriesOf(names), entriesOf(items), entriesOf(inner)),
      oneOf(calls).chain(([called, count]) =>
        fc.array(inner, { minLength: count, maxLength: count }).map(
          args => ({ kind: 'call' as const, function: called, arguments: args, span })
        )),
      fc.record(
        { kind: fc.constant('unary' as const), operator: oneOf(['negate', 'transpose'] as const), of: inner, span: at }
      ),
      fc.record({
        kind: fc.constant('binary' as const), left: inner, right: inner, span: at,
        operator: oneOf(['add', 'subtract', 'multiply', 'dot', 'divide', 'entrywise', 'inner'] as const)
      }),
      // e^x is read as exp(x)
      inner.filter(of => of.kind !== 'call' || of.function !== 'e').chain(left =>
        inner.map(right => ({ kind: 'binary' as const, operator: 'power' as const, left, right, span }))),
      fc.oneof(fc.tuple(bounded('i')), fc.tuple(bounded('i'), bounded('j'))).chain(ranges => fc.record({
        kind: fc.constant('many' as const), operator: oneOf(['sum', 'product', 'max', 'min'] as const),
        ranges: fc.constant(ranges),
        of: inner, span: at
      }, { requiredKeys: ['kind', 'operator', 'ranges', 'of', 'span'] }).chain(many =>
        fc.option(relationOf(indices.filter(at => at.kind !== 'name' || at.name !== 'j')), { nil: undefined }).map(
          where => (where === undefined ? many : { ...many, where })
        ))),
      fc.record(
        { kind: fc.constant('expectation' as const), over: oneOf([['k'], ['y'], ['y', 'k']]), of: inner, span: at }
      ),
      fc.record(
        { kind: fc.constant('derivative' as const), of: inner, by: fc.oneof(names, items, entriesOf(names)), span: at }
      ),
      inner.chain(of => oneOf([{}, { order: 2 as const }]).map(
        order => ({ kind: 'slope' as const, function: 'g', ...order, at: of, span })
      )),
      relationOf(inner),
      // a list of lists is a matrix
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
        fc.array(fc.array(inner.filter(({ kind }) => kind !== 'matrix'), { minLength: columns, maxLength: columns }), {
          minLength: rows, maxLength: rows
        })
          .map(cells => ({ kind: 'matrix' as const, rows: cells, span }))),
      fc.tuple(fc.array(fc.record({ value: inner, where: relationOf(inner) }), { minLength: 1, maxLength: 2 }), inner)
        .map(([cases, value]) => ({ kind: 'cases' as const, cases: [...cases, { value }], span })))
  }
}).term
