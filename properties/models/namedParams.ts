import type { Layer, Params } from '../../src/layer/index.js'
import type { Named } from '../layers/subject.js'

/** The parameters of a model in its order, from tensors by name: "hidden.w". */
export const paramsOf = ({ names }: Layer, named: Named): Params => names.map(name =>
  Object.fromEntries(Object.entries(named).flatMap(
    ([key, p]) => (key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), p]] : [])
  )))

/** The tensors of a model by name. */
export const byName = ({ names }: Layer, params: Params): Named =>
  Object.fromEntries(params.flatMap(
    (named, i) => Object.entries(named).map(([key, p]) => [`${names[i] ?? ''}.${key}`, p])
  ))
