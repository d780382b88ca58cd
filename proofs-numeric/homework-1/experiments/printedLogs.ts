/** A log, by the name of its pictures. */
export interface NamedLog {
  readonly name: string
  readonly text: string
}

/** Fifty images learned by heart, in homework 1: cost, training and validation accuracy after each epoch; epoch 0 is the first step. */
const fifty: ReadonlyArray<readonly [number, number, number]> = [
  [2.293451, 0.16, 0.093], [2.194749, 0.3, 0.148], [1.998509, 0.28, 0.128], [1.878304, 0.42, 0.127],
  [1.295153, 0.4, 0.166], [1.55019, 0.62, 0.162], [1.144751, 0.78, 0.157], [0.466211, 0.82, 0.187],
  [0.467357, 0.84, 0.176], [0.191292, 0.96, 0.18], [0.542685, 0.98, 0.173]
]

interface Epoch {
  readonly train: ReadonlyArray<number>
  readonly test: number
  readonly right: number
}

// Eight losses an epoch, one every hundred batches of 64, then the loss of the test and how many of 10000 were right.
const convnet: ReadonlyArray<Epoch> = [
  {
    train: [2.321141, 2.10213, 2.139366, 1.953847, 1.976726, 1.790375, 1.770024, 1.854737],
    test: 1.8099, right: 3707
  },
  {
    train: [1.668498, 1.793822, 1.840079, 1.649476, 1.747168, 1.813799, 1.864312, 1.566545],
    test: 1.6091, right: 4280
  },
  {
    train: [1.568528, 1.652087, 1.674756, 1.809367, 1.522225, 1.340142, 1.341987, 1.726366],
    test: 1.4951, right: 4689
  },
  {
    train: [1.381467, 1.352101, 1.121957, 1.311195, 1.458536, 1.306559, 1.28085, 1.378633],
    test: 1.4212, right: 4942
  },
  {
    train: [1.416595, 1.649141, 1.302985, 1.255085, 1.211102, 1.401728, 1.241055, 1.389104],
    test: 1.3933, right: 5062
  }
]

const [batch, batches, images, tested] = [64, 100, 50000, 10000]

const percent = (part: number, whole: number): string => (100 * part / whole).toFixed(0)

/** The logs in print that are whole, as the programs printed them. */
export const printedLogs: ReadonlyArray<NamedLog> = [
  {
    name: 'fifty-images', text: fifty.map(([cost, train, validation], k) =>
      `Finished epoch ${k} / 10: cost ${cost.toFixed(6)}, train: ${train.toFixed(6)}, val ${validation.toFixed(6)}, `
      + `lr ${(1e-4 * 0.95 ** k).toExponential(6).replace('e-', 'e-0')}`).join('\n')
  },
  {
    name: 'convnet', text: convnet.flatMap(({ train, test, right }, k) => [
      ...train.map((loss, i) => {
        const seen = i * batch * batches
        return `Train Epoch: ${k + 1} [${seen}/${images} (${percent(seen, images)}%)]\tLoss: ${loss.toFixed(6)}`
      }),
      `Test set: Average loss: ${test.toFixed(4)}, Accuracy: ${right}/${tested} (${percent(right, tested)}%)`
    ]).join('\n')
  }
]
