// Photographs that are of nobody, each of another child in another place: for tests of what is the same picture.
import sharp from 'sharp';
import { faceSvg } from '../../seed/faces.ts';
import { seededRandom } from '../../seed/random.ts';

/** A drawn face as a telephone would take it: somewhere in the frame, before something, lit from a side. */
export function photographOf(face: number): Promise<Buffer> {
  const random = seededRandom('scene', face);
  const colour = () => `rgb(${random.integer(20, 235)},${random.integer(20, 235)},${random.integer(20, 235)})`;
  const thing = () =>
    `<rect x="${random.integer(-40, 360)}" y="${random.integer(-40, 440)}" width="${random.integer(60, 220)}" height="${random.integer(60, 260)}" fill="${colour()}"/>`;
  const scale = random.integer(11, 19) / 10;
  const child = faceSvg(face, 'missing')
    .replace(/<rect width="200"[^>]*>/, '')
    .replace('<svg ', `<svg x="${random.integer(-20, 420 - Math.round(200 * scale))}" y="${random.integer(0, 60)}" `)
    .replace('width="200" height="240"', `width="${200 * scale}" height="${240 * scale}"`);
  const [from, to] = random.chance(0.5) ? ['0', '1'] : ['1', '0'];
  const stops = '<stop offset="0" stop-opacity="0.55"/><stop offset="1" stop-color="#fff" stop-opacity="0.2"/>';
  const light = `<defs><linearGradient id="l" x1="${from}" x2="${to}" y1="0" y2="0.5">${stops}</linearGradient></defs>`;
  const room = `<rect width="400" height="480" fill="${colour()}"/>${Array.from({ length: 7 }, thing).join('')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="480">${light}${room}${child}<rect width="400" height="480" fill="url(#l)"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
}
