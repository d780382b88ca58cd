import type { Run } from './run.js'

export const soak: Run = async () => 0
