// The door to printed documents: what one is made of, and its PDF.
export type { Document } from './document.ts';
export { renderDocument } from './render.ts';
