export * from './Refusal.js'
export * from './fp.js'
export * from './tabulate.js'
