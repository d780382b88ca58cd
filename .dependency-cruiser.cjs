// Imports go down the floors, or sideways inside a room.
const floors = [
  ['prelude'],
  ['number', 'tensor', 'random'],
  ['definition', 'notation', 'expression', 'difference', 'layer', 'loss', 'optimizer'],
  ['claim', 'check', 'formula', 'differentiate', 'model', 'data', 'classic', 'drawing'],
  ['train', 'solver', 'report', 'study', 'bridge'],
  ['cli']
]

const anyOf = rooms => `^src/(${rooms.join('|')})/`

const downTheFloors = floors.slice(0, -1).map((rooms, k) => ({
  name: `floor-${k}`,
  comment: 'imports go down the floors',
  severity: 'error',
  from: { path: anyOf(rooms) },
  to: { path: anyOf(floors.slice(k + 1).flat()) }
}))

// The judge does not know the judged.
const judges = ['claim', 'number', 'definition', 'notation', 'check', 'expression', 'formula', 'difference']
const judged = ['layer', 'loss', 'optimizer', 'model', 'classic', 'train', 'solver', 'study']

// A package, and the folders that may import it.
const onlyIn = (name, folders, alsoIn) => ({
  name: `${name}-has-its-place`,
  severity: 'error',
  from: { path: '^(src|properties|proofs-numeric)/', pathNot: [...folders.map(folder => `^${folder}/`), ...(alsoIn ?? [])] },
  to: { path: `node_modules/${name}/` }
})

module.exports = {
  forbidden: [
    ...downTheFloors,
    {
      name: 'no-cycles', severity: 'error',
      from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'no-cycles-of-types', severity: 'error', comment: 'two files that need each other\'s types may be one, or need a third',
      from: {}, to: { circular: true }
    },
    {
      name: 'judge-knows-not-the-judged', severity: 'error',
      from: { path: anyOf(judges) }, to: { path: anyOf(judged) }
    },
    {
      name: 'proofs-know-not-the-judged', severity: 'error',
      comment: 'a proof imports nothing that it could be judging; what a document states about code stands in its folder code, and what it trains in experiments',
      from: { path: '^proofs-numeric/', pathNot: ['[.]test[.]ts$', '^proofs-numeric/[^/]+/(code|experiments)/', '^proofs-numeric/(manifest|offered|studies)[.]ts$'] },
      to: {
        path: '^(src|properties|test|proofs-numeric/[^/]+/(code|experiments))/',
        pathNot: ['^src/(prelude|number|definition|difference|expression|claim|check)/']
      }
    },
    {
      name: 'laws-know-no-document-of-code', severity: 'error', comment: 'a law holds of any subject: it needs no claim about code',
      from: { path: '^properties/' }, to: { path: '^proofs-numeric/[^/]+/code/' }
    },
    {
      name: 'outer-folders-are-outside', severity: 'error', comment: 'only the command runs the registries',
      from: { path: '^src/', pathNot: '^src/cli/' }, to: { path: '^(properties|proofs-numeric)/' }
    },
    {
      name: 'tests-are-imported-by-tests', severity: 'error',
      from: { path: '^(src|properties|proofs-numeric)/', pathNot: '[.]test[.]ts$' }, to: { path: '^(test|scripts)/|[.]test[.]ts$' }
    },
    onlyIn('fp-ts', ['src/prelude']),
    onlyIn('fast-check', ['src/claim', 'properties', 'proofs-numeric']),
    onlyIn('mathjs', ['src/formula']),
    onlyIn('katex', ['src/report', 'src/notation']),
    onlyIn('jpeg-js', ['src/data/readers']),
    onlyIn('pure-rand', ['src/random']),
    onlyIn('@resvg/resvg-js', ['src/cli']),
    {
      name: 'packages-are-dependencies', severity: 'error', comment: 'what is shipped imports only what package.json installs for users',
      from: { path: '^(src|properties|proofs-numeric)/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown', 'undetermined'], dependencyTypesNot: ['npm-peer'] }
    },
    {
      name: 'input-and-output-at-the-door', severity: 'error',
      from: { path: '^(src|properties|proofs-numeric)/', pathNot: ['^src/(cli|bridge)/', '^proofs-numeric/ledger[.]ts$', '[.]test[.]ts$'] },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'resolves', severity: 'error',
      from: {}, to: { couldNotResolve: true }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.js', '.d.ts'] }
  }
}
