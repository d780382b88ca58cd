import type { Run } from './Command.js'
import { onInterrupt } from './interrupt.js'
import { threads } from './judgeClaim.js'
import { openPool } from './pool.js'
import { readVerifyOptions, verifyHelp } from './verifyOptions.js'

/** Judges claims on all cores: the threads start at once, and all else is loaded meanwhile. */
export const verify: Run = async (argv, io) => {
  const began = performance.now()
  const options = readVerifyOptions(argv)
  if (options === 'help') {
    io.out(verifyHelp)
    return 0
  }
  const pool = openPool(options.file, options.limit)
  const forget = onInterrupt(pool.cancel)
  try {
    pool.grow(options.pattern === undefined ? threads : 1)
    const { verified } = await import('./verified.js')
    return await verified(pool, options, io, began)
  } finally {
    forget()
    await pool.close()
  }
}
