import { type Flag, wholeNumber } from './options.js'

export const limitFlag: Flag & { readonly value: string } = {
  value: 'SECONDS', about: 'the most that one judgement may take (60)'
}

export const limitOf = (text: string | undefined): number => wholeNumber('--limit', text, 60, [1, 86_400])
