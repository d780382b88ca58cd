import { readFileSync } from 'node:fs'

// "passed failed" of a vitest report. A test file that could not be loaded has no tests, and counts as one failure.
const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const tests = testResults.flatMap(file => file.assertionResults)
const unloaded = testResults.filter(file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'))
const count = status => tests.filter(test => test.status === status).length
console.log(`${count('passed')} ${count('failed') + unloaded.length}`)
