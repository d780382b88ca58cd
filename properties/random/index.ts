export { permutationLaws, type PermutationSubject } from './permutations.js'
