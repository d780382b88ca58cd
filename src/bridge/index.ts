export { openPython, type Functions, type Python, type PythonOptions } from './python.js'
export type * from './Value.js'
