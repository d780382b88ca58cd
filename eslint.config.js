import functional from 'eslint-plugin-functional'
import tseslint from 'typescript-eslint'
import immutableData from './scripts/lint/immutable-data.mjs'

// Pure code is everything that computes. The folders that are left out of it do input and output, hold kernels, or test.
const pure = ['src/**/*.ts', 'properties/**/*.ts', 'proofs-numeric/**/*.ts']
const impure = ['src/cli/**', 'src/bridge/**', 'src/tensor/kernel/**', '**/*.test.ts']
const plain = ['**/*.js', '**/*.mjs']

// Node 20 reads JSON by require without a warning, so the ledger asks for it there.
const readsJson = ['proofs-numeric/ledger.ts']

const noClockNorChance = ['Date', 'performance', 'process', 'console', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'Buffer']
  .map(name => ({ name, message: 'the same input gives the same output: clock, chance, input and output stay in src/cli and src/bridge' }))

const raising = { selector: 'ThrowStatement > NewExpression', message: 'raise by prelude/refuse alone' }
const functionKeyword = { selector: 'FunctionDeclaration[generator=false]', message: 'an arrow function' }
const classes = { selector: 'ClassDeclaration', message: 'records and functions' }
const spread = {
  selector: ":matches(CallExpression:not([callee.property.name='tuple']), NewExpression) > SpreadElement:not([argument.name=/^index/], [argument.callee.name=/^index/])",
  message: 'an array spread into arguments overflows the stack where it is long; an index, short as a shape is, is called so'
}

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'coverage/**', 'proofs-numeric/**/*.page.ts', 'kernels/assembly/**'] },
  tseslint.configs.base,
  {
    files: [...pure, 'test/**/*.ts', '*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      // The compiler says what is unused.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error'
    }
  },
  {
    files: [...plain, '**/*.ts'],
    rules: {
      'max-len': ['error', { code: 120, comments: 140, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      'max-lines': ['warn', { max: 200 }],
      quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
      semi: ['error', 'never', { beforeStatementContinuationChars: 'always' }],
      'prefer-const': 'error',
      'no-var': 'error',
      'eol-last': 'error',
      'no-trailing-spaces': 'error'
    }
  },
  {
    files: pure,
    ignores: impure,
    plugins: { functional, lemmata: { rules: { 'immutable-data': immutableData } } },
    rules: {
      'lemmata/immutable-data': ['error', { ignoreImmediateMutation: true, ignoreClasses: true }],
      'functional/no-let': ['error', { allowInFunctions: true, allowInForLoopInit: true }],
      'functional/prefer-property-signatures': 'error',
      'functional/prefer-immutable-types': ['error', {
        enforcement: 'None',
        parameters: { enforcement: 'ReadonlyShallow', ignoreInferredTypes: true, ignoreTypePattern: ['^Error$'] }
      }],
      'no-param-reassign': 'error',
      'no-restricted-globals': ['error', ...noClockNorChance],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'draws come from src/random, by a seed' }],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'input and output stay in src/cli and src/bridge' }] }],
      'no-restricted-syntax': ['error', raising, functionKeyword, classes]
    }
  },
  // What is imported meets data of any length.
  { files: ['src/**/*.ts'], ignores: impure, rules: { 'no-restricted-syntax': ['error', raising, functionKeyword, classes, spread] } },
  { files: ['src/{cli,bridge}/**/*.ts', 'src/**/kernel/**/*.ts'], rules: { 'no-restricted-syntax': ['error', spread] } },
  // Tests run examples as text, and what they give back has no type.
  {
    files: ['test/**/*.ts'],
    rules: Object.fromEntries([
      ...['argument', 'assignment', 'call', 'member-access', 'return'].map(kind => `no-unsafe-${kind}`),
      'no-implied-eval', 'restrict-template-expressions'
    ].map(rule => [`@typescript-eslint/${rule}`, 'off']))
  },
  // The one place that raises; the door to test runners, which know a failure by what is raised; and what a judging raises and catches.
  { files: ['src/prelude/Refusal.ts', 'src/claim/{assertClaim,raised,watched}.ts'], rules: { 'no-restricted-syntax': ['error', functionKeyword, spread] } },
  { files: readsJson, rules: { 'no-restricted-imports': 'off' } },
  // Scratch that is written and read inside one call: the bits of one double, the counts of one judging.
  {
    files: ['src/number/dyadic.ts', 'src/claim/{Tally,Domain,conclude,runCases}.ts'],
    rules: { 'lemmata/immutable-data': 'off', 'functional/prefer-immutable-types': 'off' }
  }
)
