export { arrayReaderLaws } from './arrays.js'
export { pictureReaderLaws } from './pictures.js'
