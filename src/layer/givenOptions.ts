import { given, refuse } from '../prelude/index.js'

/**
 * The options of a function layer(options)(params)(x), at its door. Parameters among them are refused with the call to write:
 * "batchNorm: expected batchNorm({ eps })({ gamma, beta })(x), options before parameters, got gamma among the options".
 */
export const givenOptions = <A extends object>(
  place: string, options: A, names: ReadonlyArray<keyof A & string>, params: ReadonlyArray<string>
): A => {
  const early = Object.keys(options ?? {}).find(name => params.includes(name))
  return early === undefined ? given.options(place, options, names) : refuse(
    'input', place, `${place}({ ${names.join(', ')} })({ ${params.join(', ')} })(x), options before parameters`,
    `${early} among the options`
  )
}
