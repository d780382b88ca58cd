import { test } from 'vitest'
import { assertClaim } from '../src/claim/index.js'
import { claims } from './index.js'

test.each(claims)('$id', subject => assertClaim(subject))
