// The door to photographs: make a safe picture from a stranger's bytes, keep it, read it, cut it, remove it; whether two look alike.
export { type Crop, cutPhotograph, drawCut, isWhole, largestCut } from './crop.ts';
export { ALIKE, type Look } from './look.ts';
export { type Rendered, limits as photographLimits, renderPhotograph } from './render.ts';
export { renderSignature } from './signature.ts';
export { isPhotographName, keepPhotograph, readPhotograph, removePhotograph } from './store.ts';
