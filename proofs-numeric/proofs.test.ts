import { test } from 'vitest'
import { assertClaim } from '../src/claim/index.js'
import { expectKept } from '../test/kept/kept.js'
import { claims } from './index.js'

test.each(claims)('$id', subject => {
  expectKept(subject.id, assertClaim(subject))
})
