export { layerRefusalLaws } from './layers.js'
export { misuseLaws } from './misuse.js'
export { numberRefusalLaws } from './numbers.js'
export { optimizerRefusalLaws } from './optimizers.js'
