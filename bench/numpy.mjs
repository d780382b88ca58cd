import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The same cases in numpy, on so many threads: `ask` for milliseconds, NaN where no python3 has numpy. */
export const openNumpy = threads => {
  const python = spawn(
    'python3', [join(import.meta.dirname, 'numpy_cases.py'), String(threads)], { stdio: ['pipe', 'pipe', 'ignore'] }
  )
  const gone = new Promise(resolve => python.on('error', resolve).on('exit', resolve)).then(() => NaN)
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  python.stdin.on('error', () => {})
  return {
    ask: (name, times = 1) => {
      python.stdin.write(`${name}|${times}\n`)
      return Promise.race([lines.next().then(({ value }) => Number(value ?? NaN)), gone])
    },
    close: () => python.stdin.end()
  }
}
