export { labels, lossLaws, type LossSubject } from './loss.js'
