// The door to photographs: make a safe picture from a stranger's bytes, keep it, read it, remove it.
export { type Rendered, limits as photographLimits, renderPhotograph } from './render.ts';
export { type PhotographSize, isPhotographName, keepPhotograph, readPhotograph, removePhotograph } from './store.ts';
