export const timed = (compute, times = 1) => {
  const began = performance.now()
  for (let i = 0; i < times; i++) compute()
  return performance.now() - began
}

export const median = times => [...times].sort((p, q) => p - q)[Math.floor(times.length / 2)] ?? NaN

/** Each case once a round, one after the other, so that a busy machine slows all: the medians, by name. The first rounds warm up. */
export const inRounds = async (rounds, cases) => {
  const times = Object.fromEntries(Object.keys(cases).map(name => [name, []]))
  for (let round = -3; round < rounds; round++) {
    for (const [name, time] of Object.entries(cases)) {
      const took = await time()
      if (round >= 0) times[name].push(took)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}
