// Beside thousands of small changes of the source, one at a time, an eighth of the points.
const share = process.env['MUTATION_TESTS'] === undefined ? 1 : 8

/** As many points as a test tries. */
export const fewer = (count: number): number => Math.ceil(count / share)
