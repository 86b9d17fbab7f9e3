// A person at a door in a real browser: finds things by the words the locale files give them, and comes to no page that axe would fault.
import { type Browser, type BrowserContextOptions, type Locator, type Page, type Response, chromium } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { type Translate, wordsIn } from '../../src/platform/i18n/index.ts';
import { violationsOn, violationsOnTwin } from './accessible.ts';

export type Person = {
  page: Page;
  /** The words of the person's language, as the pages have them. */
  t: Translate;
  /** Goes to a path and answers the page's status. */
  open(path: string): Promise<number>;
  /** Clicks what leads to another page, and waits for it. */
  go(what: Locator): Promise<number>;
  /** The same by another hand than the mouse's. */
  goBy(act: () => Promise<void>): Promise<number>;
  link(words: string | RegExp): Locator;
  button(words: string): Locator;
  field(label: string): Locator;
  /** The part of the page under a heading. */
  section(heading: string): Locator;
  /** Waits until the words stand on the page. */
  sees(words: string | RegExp): Promise<void>;
  /** Opens what is folded away under words that begin with a count. */
  unfold(key: string): Promise<void>;
  /** "2 new, show": the line an open desk page adds by itself. */
  news(): Locator;
  /** Opens a page again until it shows something that another process is still at. */
  untilShown(path: string, what: Locator): Promise<void>;
};

export type At = { door?: 'citizen' | 'desk'; locale?: 'en' | 'hi'; scripts?: boolean; more?: BrowserContextOptions };

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const desk = { viewport: { width: 1280, height: 800 } };
const PATIENCE_MILLISECONDS = 30_000;
const MOST_LOOKS = 100;

let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

/** A browser of the person's own: no cookie, no storage of anybody else's. */
export async function personAt({ door = 'citizen', locale = 'en', scripts = true, more = {} }: At): Promise<Person> {
  browser ??= chromium.connect(inject('portal').browser);
  const options = { ...(door === 'citizen' ? phone : desk), locale: `${locale}-IN`, baseURL: inject('portal')[door], ...more };
  const context = await (await browser).newContext({ ...options, javaScriptEnabled: scripts });
  const twin = scripts ? null : await (await (await browser).newContext(options)).newPage();
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const page = await context.newPage();
  return { page, ...walking(page, twin, wordsIn(locale).t) };
}

function walking(page: Page, twin: Page | null, t: Translate): Omit<Person, 'page'> {
  let last: Response | null = null;
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.status() !== 303) last = response;
  });

  /** A step that fails says what the person had before them. */
  async function told(step: Promise<unknown>): Promise<void> {
    await step.catch(async (failure: Error) => {
      const seen = await page.locator('main').innerText();
      throw new Error(`${failure.message}\nat ${page.url()}: ${seen.slice(0, 1500)}`, { cause: failure });
    });
  }

  async function arrived(): Promise<number> {
    expect(await (twin ? violationsOnTwin(page, twin) : violationsOn(page)), `${page.url()} judged by axe`).toEqual([]);
    return last?.status() ?? 0;
  }

  async function goBy(act: () => Promise<void>): Promise<number> {
    await told(Promise.all([page.waitForEvent('load'), act()]));
    return arrived();
  }

  return {
    t,
    async open(path) {
      await page.goto(path);
      return arrived();
    },
    go: (what) => goBy(() => what.click()),
    goBy,
    link: (words) => page.getByRole('link', { name: words }),
    button: (words) => page.getByRole('button', { name: words, exact: true }),
    field: (label) => page.getByLabel(labelled(label, t('web.form.optional'))),
    section: (heading) => page.locator('section').filter({ has: page.getByRole('heading', { name: heading }) }),
    sees: (words) => told(page.getByText(words).filter({ visible: true }).first().waitFor()),
    unfold: (key) => page.locator('summary').getByText(counted(t, key)).click(),
    news: () => page.getByRole('status').getByRole('link', { name: counted(t, 'web.live.many') }),
    async untilShown(path, what) {
      for (let looks = 0; looks < MOST_LOOKS && !(await what.isVisible()); looks++) await page.goto(path);
      await what.waitFor();
      await arrived();
    },
  };
}

const literally = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The label itself, not another that begins the same; "(if you like)" may follow. */
function labelled(label: string, optional: string): RegExp {
  return new RegExp(`^\\s*${literally(label)}\\s*(${literally(optional)})?\\s*$`);
}

/** Words with a count in them, whatever the count is. */
function counted(t: Translate, key: string): RegExp {
  return new RegExp(literally(t(key, { count: 7 })).replace('7', '\\d+'));
}
