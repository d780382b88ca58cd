/** What a person typed cannot be done: one sentence that says what is wrong and what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const misuse = (message: string): never => {
  throw new UsageError(message)
}
