import { readFileSync } from 'node:fs'

// "passed failed" of a vitest report, and on the other output the names of what failed. A test file that could not be
// loaded, or not be prepared, counts as one failure where none of its tests does.
const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const tests = testResults.flatMap(file => file.assertionResults.map(test => ({ ...test, file: file.name })))
const unloaded = testResults.filter(file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'))
const count = status => tests.filter(test => test.status === status).length
for (const { file, fullName, failureMessages } of tests.filter(test => test.status === 'failed')) {
  console.error(`${file}: ${fullName}\n  ${(failureMessages[0] ?? '').split('\n', 3).join('\n  ')}`)
}
for (const { name, message } of unloaded) console.error(`${name}: ${message}`)
console.log(`${count('passed')} ${count('failed') + unloaded.length}`)
