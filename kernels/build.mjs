// Compiles assembly/ and writes it to src/tensor/kernel/simd/binary.ts; with --check it fails where that file holds anything else.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const here = import.meta.dirname
const target = join(here, '../src/tensor/kernel/simd/binary.ts')
const folder = mkdtempSync(join(tmpdir(), 'kernels-'))
const file = join(folder, 'kernels.wasm')

const options = ['--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert']
execFileSync(
  process.execPath, [join(here, 'node_modules/assemblyscript/bin/asc.js'), 'assembly/index.ts', '-o', file, ...options],
  { cwd: here, stdio: 'inherit' }
)
const bytes = readFileSync(file)
rmSync(folder, { recursive: true })

const lines = bytes.toString('base64').match(/.{1,100}/g).map(line => `  '${line}'`).join(',\n')
const text = `// Written by npm run kernels from kernels/assembly: WebAssembly of ${bytes.length} bytes, in base64. Not to be edited.

export const binary: string = [
${lines}
].join('')
`

if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write('src/tensor/kernel/simd/binary.ts is not what kernels/assembly compiles to: run npm run kernels\n')
  process.exitCode = 1
}
process.stdout.write(`kernels: ${bytes.length} bytes\n`)
