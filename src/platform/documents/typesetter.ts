// Typst, with our typefaces and our layouts: values in, the bytes of a PDF or of a drawing out. It reads no other file and no address.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A poster has a picture, and may be wanted as a drawing (SVG) to make an image of. */
export type PosterWanted = { picture: Uint8Array | null; as: 'pdf' | 'svg' };

/** `document`: the values of the layout as JSON. `createdAt`: in seconds, written into the PDF. With `poster` the layout is the poster's. */
export type Typesetter = (document: string, createdAt: number, poster?: PosterWanted) => Uint8Array;

const PICTURE = join(import.meta.dirname, 'picture.jpg'); // only ever in the typesetter's memory
const layoutOf = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

export function makeTypesetter(fonts: Buffer[]): Typesetter {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts }] });
  const [ofDocuments, ofPosters] = [layoutOf('document.typ'), layoutOf('poster/poster.typ')];
  return (document, createdAt, poster) => {
    const given = { mainFileContent: poster ? ofPosters : ofDocuments, inputs: { document } };
    try {
      if (poster?.picture) compiler.mapShadow(PICTURE, Buffer.from(poster.picture));
      if (poster?.as === 'svg') return Buffer.from(compiler.plainSvg(given));
      // PDF/A-2a: kept for decades with its typefaces inside, and read aloud in its order.
      return compiler.pdf(given, { pdfStandard: 'a-2a', creationTimestamp: createdAt });
    } finally {
      if (poster?.picture) compiler.unmapShadow(PICTURE);
      compiler.evictCache(0); // what it remembers of a document is somebody's secret, and would grow
    }
  };
}
