export * from './Refusal.js'
export * from './fp.js'
