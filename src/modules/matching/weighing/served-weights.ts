// The weights officers' pairs are scored by. A change here moves pairs: try it dry first.
export { learnedWeights as servedWeights } from './learned-weights.ts';
