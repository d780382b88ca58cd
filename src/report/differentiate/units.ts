/** "0.122 ulp", "4.6e+8 ulp"; nothing where no unit belongs to the true value, which is 0. */
export const units = (ulps: number | undefined): string =>
  ulps === undefined || ulps === Infinity ? '-'
    : `${ulps === 0 ? '0' : ulps < 1e6 && ulps >= 1e-3 ? String(ulps) : ulps.toExponential(1)} ulp`
