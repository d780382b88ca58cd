import { expect, test } from 'vitest'
import { expressions } from '../../proofs-numeric/offered.js'
import { forward, text } from '../../src/expression/index.js'
import { float64 } from '../../src/number/index.js'

test('the expressions of the documents', () => {
  expect(expressions.map(({ name, graph }) => [name, text(graph)])).toMatchInlineSnapshot(`
    [
      [
        "(x+y)z",
        "(x + y) * z",
      ],
      [
        "sigmoid-neuron",
        "1 / (1 + exp(-(w0 * x0 + w1 * x1 + w2)))",
      ],
      [
        "staged",
        "(x + sigmoid(y)) / (sigmoid(x) + (x + y)^2)",
      ],
      [
        "gate-circuit",
        "(x * y + max(z, w)) * 2",
      ],
      [
        "f1",
        "exp(exp(w1) + exp(2 * w2)) + sin(exp(w1) + exp(2 * w2))",
      ],
      [
        "f2",
        "w1 * w2 + sigmoid(w1)",
      ],
    ]
  `)
  const numbers = (at: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(at).map(([name, x]) => [name, Number(x)]))
  const gradientOf = (name: string) => expressions.filter(one => one.name === name)
    .map(({ graph, at }) => forward(float64)(graph, numbers(at)).gradient)
  expect(gradientOf('(x+y)z')).toEqual([{ x: -4, y: -4, z: 3 }])
  expect(gradientOf('gate-circuit')).toEqual([{ x: -8, y: 6, z: 2, w: 0 }])
})

test('no two expressions have one name', () => {
  const names = expressions.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
})
