// What every page owes every reader: keys, a focus one sees, the dark, paper, a narrow screen, a script of one's own, a slow line.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Person, personAt } from './person.ts';
import { missingGirl } from './records.ts';
import { das, officerAt } from './station.ts';

let missing: string;

beforeAll(async () => {
  missing = await missingGirl({ childName: 'Phulmoni Tudu', fatherName: 'Sagen Tudu', mark: 'mole' });
});

const deskPages = [
  '/',
  '/children',
  '/matches',
  '/sightings',
  '/missing/new',
  '/found/new?step=form',
  '/alerts',
  '/timeliness/office',
  '/nodal-officers',
  '/nodal-officers?state=BR&kind=all',
  '/directives',
  '/account',
];
const citizenPages = [
  '/',
  '/missing/report',
  '/missing/report/who',
  '/missing?district=Howrah',
  '/seen',
  '/nodal-officers?q=Howrah',
  '/directives',
];

/** Ink and ground of the page, 0 black to 1 white. */
async function brightness({ page }: Person): Promise<{ ground: number; ink: number }> {
  return page.evaluate(() => {
    const [root, body] = [document.documentElement, document.body].map((element) => getComputedStyle(element));
    const shade = (paints: string[]) => {
      const context = document.createElement('canvas').getContext('2d')!;
      for (const paint of paints) {
        context.fillStyle = paint;
        context.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 765;
    };
    return { ground: shade(['white', root!.backgroundColor, body!.backgroundColor]), ink: shade([body!.color]) };
  });
}

const MOST_STOPS = 40;

describe('keys', () => {
  test('the first Tab offers the way past the header; each stop shows where one is; Ctrl K goes to the search', async () => {
    const { open, page, t } = await officerAt(das);
    await open('/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: t('web.skip') });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())!.y, 'seen while focused').toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.locator('main').evaluate((main) => main === document.activeElement)).toBe(true);
    await page.reload();
    const unseen: string[] = [];
    let stops = 0;
    for (; stops < MOST_STOPS; stops++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
        const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        return { ring, html: document.activeElement!.outerHTML.slice(0, 120), left: document.activeElement === document.body };
      });
      if (at.left) break; // past the last stop
      if (!at.ring) unseen.push(at.html);
    }
    expect(stops).toBeGreaterThan(8);
    expect(unseen).toEqual([]);
    await page.keyboard.press('Control+k');
    const search = page.getByRole('search').getByRole('searchbox');
    expect(await search.evaluate((box) => box === document.activeElement)).toBe(true);
  });
});

describe('light, dark and paper', () => {
  test('the dark scheme is dark and passes for contrast', async () => {
    const citizen = await personAt({ more: { colorScheme: 'dark' } });
    await citizen.open('/');
    const officer = await officerAt(das, { more: { colorScheme: 'dark' } });
    for (const path of ['/', `/missing/${missing}`, `/duties/${missing}`]) await officer.open(path);
    for (const person of [citizen, officer]) {
      const { ground, ink } = await brightness(person);
      expect(ground).toBeLessThan(0.25);
      expect(ink).toBeGreaterThan(0.7);
    }
  });

  test('a record prints black on white, with its name and date, without buttons', async () => {
    const officer = await officerAt(das, { more: { colorScheme: 'dark' } });
    await officer.open(`/missing/${missing}`);
    await officer.page.emulateMedia({ media: 'print' });
    expect(await brightness(officer)).toEqual({ ground: 1, ink: 0 });
    expect(await officer.page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await officer.page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await officer.page.locator('.print-heading').innerText()).toContain(missing);
  });
});

const widths = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return { scrollWidth, clientWidth };
};

describe('narrow', () => {
  test.each([320, 640])('no page scrolls sideways at %i px', async (width) => {
    const more = { viewport: { width, height: 700 }, isMobile: false };
    const officer = await officerAt(das, { more });
    const citizen = await personAt({ more });
    const tooWide: string[] = [];
    for (const [person, paths] of [
      [officer, [...deskPages, `/missing/${missing}`, `/duties/${missing}`]],
      [citizen, citizenPages],
    ] as const) {
      // prettier-ignore
      for (const path of paths) {
        await person.page.goto(path);
        const { scrollWidth, clientWidth } = await person.page.evaluate(widths);
        if (scrollWidth > clientWidth) tooWide.push(`${path}: ${scrollWidth}`);
      }
    }
    expect(tooWide).toEqual([]);
  });
});

describe('Hindi on a slow line', () => {
  /** 256 kbit/s. */
  const A_SECOND = 32_000;
  /** To read and act on: everything but the letters' own shapes, which come after in place of the telephone's. */
  const MOST_TO_USE = 50_000;

  test('the first page is of use within five seconds of 256 kbit/s, is Hindi and brings the letters for it', async () => {
    const { open, page } = await personAt({ locale: 'hi' });
    const line = await page.context().newCDPSession(page);
    const fonts = new Set<string>();
    const bytes = { font: 0, rest: 0 };
    line.on('Network.responseReceived', ({ requestId, type }) => type === 'Font' && fonts.add(requestId));
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes[fonts.has(requestId) ? 'font' : 'rest'] += encodedDataLength;
    });
    await line.send('Network.enable');
    const speed = { offline: false, latency: 100, downloadThroughput: A_SECOND, uploadThroughput: A_SECOND };
    await line.send('Network.emulateNetworkConditions', speed);
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(bytes.rest).toBeGreaterThan(3_000);
    expect(bytes.rest).toBeLessThan(MOST_TO_USE);
    expect(bytes.font).toBeGreaterThan(20_000);
    expect(bytes.font + bytes.rest).toBeLessThan(5 * A_SECOND);
    await line.send('Network.disable');
    await open('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('hi');
    await line.send('DOM.enable');
    await line.send('CSS.enable');
    const { root } = await line.send('DOM.getDocument');
    const { nodeId } = await line.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
    const drawn = await line.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(drawn.fonts.map((font) => font.isCustomFont)).not.toContain(false);
    expect(drawn.fonts.map((font) => font.familyName)).toContainEqual(expect.stringContaining('Devanagari'));
  });
});
