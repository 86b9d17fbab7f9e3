// Reads a PDF back as Chrome does (PDFium): the words somebody would copy, and what is drawn.
import { PDFiumLibrary } from '@hyzyla/pdfium';

async function readPages(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

function inWords(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

/** The words of each page. The marks that only steer a line are no words, and neither are the spaces at its ends. */
export async function textOf(pdf: Uint8Array): Promise<string[]> {
  return (await readPages(pdf)).map(inWords);
}

/** The same, line by line as they stand on the sheets. */
export async function linesOf(pdf: Uint8Array): Promise<string[]> {
  return (await readPages(pdf)).flatMap((page) => page.split(/[\r\n]+/)).map(inWords);
}

export type Drawn = { width: number; height: number; isInk(x: number, y: number): boolean };

export async function drawnPage(pdf: Uint8Array, scale: number, number = 0): Promise<Drawn> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const { width, height, data } = await document.getPage(number).render({ scale, colorSpace: 'Gray', render: 'bitmap' });
    const ink = data.slice();
    document.destroy();
    return { width, height, isInk: (x, y) => ink[y * width + x]! < 128 };
  } finally {
    library.destroy();
  }
}

export type Band = { top: number; bottom: number; left: number; right: number };

/** What is drawn, from the top of the page, parted where a row of points is white all along. */
export function bandsOf({ width, height, isInk }: Drawn): Band[] {
  const bands: Band[] = [];
  let open: Band | undefined;
  for (let y = 0; y < height; y++) {
    let [left, right] = [width, -1];
    for (let x = 0; x < width; x++) {
      if (!isInk(x, y)) continue;
      left = Math.min(left, x);
      right = x;
    }
    if (right < 0) open = undefined;
    else if (open) Object.assign(open, { bottom: y, left: Math.min(open.left, left), right: Math.max(open.right, right) });
    else bands.push((open = { top: y, bottom: y, left, right }));
  }
  return bands;
}
