// The door to photographs: make a safe picture from a stranger's bytes, keep it, read it, remove it.
export { limits as photographLimits, renderPhotograph } from './render.ts';
export { renderSignature } from './signature.ts';
export { isPhotographName, keepPhotograph, readPhotograph, removePhotograph } from './store.ts';
