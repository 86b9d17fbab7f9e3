// Typst, with our typefaces and our layout: values in, the bytes of a PDF out. It reads no other file and no address.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** `document`: the values of document.typ as JSON. `createdAt`: in seconds, written into the PDF. */
export type Typesetter = (document: string, createdAt: number) => Uint8Array;

export function makeTypesetter(fonts: Buffer[]): Typesetter {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts }] });
  const layout = readFileSync(join(import.meta.dirname, 'document.typ'), 'utf8');
  return (document, createdAt) => {
    try {
      // PDF/A-2a: kept for decades with its typefaces inside, and read aloud in its order.
      return compiler.pdf({ mainFileContent: layout, inputs: { document } }, { pdfStandard: 'a-2a', creationTimestamp: createdAt });
    } finally {
      compiler.evictCache(0); // what it remembers of a document is somebody's secret, and would grow
    }
  };
}
