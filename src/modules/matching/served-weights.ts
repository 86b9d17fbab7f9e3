// The weights officers' pairs are scored by. A change here moves pairs: try it dry first.
export { firstWeights as servedWeights } from './first-weights.ts';
