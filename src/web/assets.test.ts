// The built styles and scripts: small enough for a slow telephone, every address they hold exists, names change with content.
import { describe, expect, test } from 'vitest';
import { buildAssets } from './assets.ts';

const doors = { citizen: await buildAssets('citizen'), desk: await buildAssets('desk') };
/** Compressed bytes of styles and scripts together; the page itself comes on top. */
const most = { citizen: 20_000, desk: 60_000 };

describe.each(['citizen', 'desk'] as const)('%s', (door) => {
  const { styles, islands, icon, fonts, files } = doors[door];

  test('styles and scripts stay small over the wire', () => {
    const bytes = [styles, islands].reduce((sum, path) => sum + files.get(path)!.brotli!.length, 0);
    expect(bytes).toBeGreaterThan(500);
    expect(bytes).toBeLessThan(most[door]);
  });

  test('every address in the styles and the view is a file we serve', () => {
    const css = files.get(styles)!.body.toString();
    const linked = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1]!);
    expect(linked.length).toBe(24); // twelve typefaces, two weights
    for (const path of [...linked, icon!, ...fonts!.en!, ...fonts!.hi!]) expect(files.has(path), path).toBe(true);
  });

  test('styles set no letter-spacing and no capitals: both break Indic text', () => {
    expect(files.get(styles)!.body.toString()).not.toMatch(/letter-spacing|text-transform/);
  });
});
