// The door to printed documents: what one is made of, and its PDF; a poster, and its file in each shape.
export type { Document } from './document.ts';
export { type Poster, type PosterShape, posterFiles, posterShapes } from './poster/poster.ts';
export { renderPoster } from './poster/render.ts';
export { renderDocument } from './render.ts';
