export * from './Session.js'
export { colours, type Paint, plain } from './Paint.js'
export { text } from './text.js'
export { json } from './json.js'
