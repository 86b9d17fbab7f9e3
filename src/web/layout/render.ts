// Turns a page into the text sent to the browser.
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole HTML document. Everything a person typed is escaped by the renderer. */
export function renderDocument(node: VNode): string {
  return `<!doctype html>${renderToString(node)}`;
}
