import { atMost, equal, example, printsAs } from '../../src/claim/index.js'
import type { Arithmetic } from '../../src/number/index.js'
import { onTrial, refuted, right, type Trial, unproved } from './trial.js'

const square = <A>(N: Arithmetic<A>, a: A): A => N.mul(a, a)

const byExample = onTrial('example', [
  refuted('beyond-doubles', '10^16 + 1 = 10^16', '10^{16} + 1 = 10^{16}', example(
    N => equal(N.add(N.of(1e16), N.of(1)), N.of(1e16))
  )),
  refuted('e-to-sixteen-digits', 'e = 2.718281828459045', 'e = 2.718281828459045',
    example(N => equal(N.exp(N.of(1)), N.of(2.718281828459045)))),
  refuted('beyond-all-doubles', 'e^2000 = e^2000 + 1', 'e^{2000} = e^{2000} + 1',
    example(N => equal(N.exp(N.of(2000)), N.add(N.exp(N.of(2000)), N.of(1))))),
  refuted('beneath-all-doubles', 'e^-1000 = 0', 'e^{-1000} = 0', example(N => equal(N.exp(N.of(-1000)), N.of(0)))),
  refuted('quotient-of-logarithms', 'log 3 / log 2 <= 19/12', String.raw`\log_2 3 \le \tfrac{19}{12}`,
    example(N => atMost(N.mul(N.of(12), N.log(N.of(3))), N.mul(N.of(19), N.log(N.of(2)))))),
  refuted('tenths', '0.1 + 0.2 = 0.3 for the doubles of these names', '0.1 + 0.2 = 0.3',
    example(N => equal(N.add(N.of(0.1), N.of(0.2)), N.of(0.3)))),
  refuted('nearly-one', 'tanh 50 = 1', String.raw`\tanh 50 = 1`, example(N => equal(N.tanh(N.of(50)), N.of(1)))),
  unproved('vacuous', 'pole', '1 / 0 = 7', '1 / 0 = 7', example(N => equal(N.div(N.of(1), N.of(0)), N.of(7)))),

  right('proved', 'six-hundred-bits', '1 + 2^-299 < (1 + 2^-300)^2, by 2^-600', String.raw`1 + 2^{-299} + 2^{-600} \le (1 + 2^{-300})^2`,
    example(
      N => atMost(N.add(N.add(N.of(1), N.of(2 ** -299)), N.of(2 ** -600)), square(N, N.add(N.of(1), N.of(2 ** -300))))
    )),
  right('proved', 'eight-hundred-bits', '1 + 2^-400 <= e^(2^-400)', String.raw`1 + 2^{-400} \le e^{2^{-400}}`,
    example(N => atMost(N.add(N.of(1), N.of(2 ** -400)), N.exp(N.of(2 ** -400))))),
  right('proved', 'far-below-one', 'tanh 300 + 2^-900 <= 1', String.raw`\tanh 300 + 2^{-900} \le 1`,
    example(N => atMost(N.add(N.tanh(N.of(300)), N.of(2 ** -900)), N.of(1)))),
  right('proved', 'many-turns', 'sin(10^22) <= -0.8522008', String.raw`\sin 10^{22} \le -0.8522008`,
    example(N => atMost(N.sin(N.of(1e22)), N.of(-0.8522008)))),
  right(
    'proved', 'sum-of-roots', 'sqrt(10^30 + 1) <= 10^15 + 2^-50', String.raw`\sqrt{10^{30} + 1} \le 10^{15} + 2^{-50}`,
      example(N => atMost(N.sqrt(N.add(square(N, N.of(1e15)), N.of(1))), N.add(N.of(1e15), N.of(2 ** -50))))
  ),
  right('supported', 'root-squared', 'sqrt(2) sqrt(2) = 2', String.raw`\sqrt2 \sqrt2 = 2`,
    example(N => equal(square(N, N.sqrt(N.of(2))), N.of(2))))
])

const byPrint = onTrial('printsAs', [
  refuted('rounded-up', 'e prints as 2.71829', 'e = 2.71829', printsAs('2.71829', N => N.exp(N.of(1)))),
  refuted('digits-exchanged', 'log 2 prints as .69341', String.raw`\log 2 = .69341`, printsAs(
    '.69341', N => N.log(N.of(2))
  )),
  refuted('sign', 'sin 4 prints as 0.76', String.raw`\sin 4 = 0.76`, printsAs('0.76', N => N.sin(N.of(4)))),
  refuted('exponent', 'e^100 prints as 2.688e42', 'e^{100} = 2.688e42', printsAs('2.688e42', N => N.exp(N.of(100)))),
  unproved('undecided', 'not-called', 'pi prints as 3.15, where the constant was not called', String.raw`\pi = 3.15`,
    printsAs('3.15', N => N.pi as unknown as ReturnType<typeof N.pi>)),
  unproved('vacuous', 'undefined', 'log(-1) prints as 0', String.raw`\log(-1) = 0`, printsAs(
    '0', N => N.log(N.of(-1))
  )),

  right('proved', 'twenty-digits', 'e^100 prints as 2.6881171418161354484e43', 'e^{100} = 2.6881171418161354484e43',
    printsAs('2.6881171418161354484e43', N => N.exp(N.of(100)))),
  right('proved', 'nearest-multiple', 'sin(10^22) prints as -0.852200849767189', String.raw`\sin 10^{22} = -0.852200849767189`,
    printsAs('-0.852200849767189', N => N.sin(N.of(1e22)))),
  right('proved', 'half-a-unit', '2.5 prints as 2 and as 3', '2.5 = 2', printsAs('2', N => N.of(2.5))),
  right('proved', 'below-all-doubles', 'e^-1000 prints as 5.0760e-435', 'e^{-1000} = 5.0760e-435',
    printsAs('5.0760e-435', N => N.exp(N.of(-1000))))
])

export const trials: ReadonlyArray<Trial> = [...byExample, ...byPrint]
