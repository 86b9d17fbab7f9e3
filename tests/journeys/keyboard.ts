// Hands that have only a keyboard: Tab to a thing, type into it, choose, press. Nothing here clicks.
import type { Locator, Page } from 'playwright-core';

const MOST_TABS = 400;

const isFocused = (what: Locator): Promise<boolean> => what.evaluate((element) => element === document.activeElement);

/** Presses Tab until the thing has the focus, as somebody would who cannot point at it. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  await what.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await isFocused(what)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${what}`);
}

export async function write(page: Page, what: Locator, text: string): Promise<void> {
  await tabTo(page, what);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** A group of radios is one stop of Tab; the arrows choose in it. */
export async function choose(page: Page, radio: Locator): Promise<void> {
  const name = await radio.getAttribute('name');
  const group = `input[type=radio][name="${name}"]`;
  const first = page.locator(`${group}:checked`).or(page.locator(group).first()).first();
  await tabTo(page, first);
  await page.keyboard.press('Space');
  for (let presses = 0; presses < MOST_TABS && !(await isFocused(radio)); presses++) await page.keyboard.press('ArrowDown');
}

/** Types into the browser's own box for a day or a time, whose parts stand in the order of the browser's language: tries each, as a reader would see which it is. */
async function writeParts(page: Page, box: Locator, wanted: string, orders: readonly string[]): Promise<void> {
  await tabTo(page, box);
  for (const keys of orders) {
    await page.keyboard.type(keys);
    if ((await box.inputValue()) === wanted) return;
    for (const _ of ['month', 'day', 'year']) await page.keyboard.press('ArrowLeft');
  }
  throw new Error(`${wanted} could not be typed: ${await box.inputValue()}`);
}

/** `day` as YYYY-MM-DD. */
export async function writeDay(page: Page, box: Locator, day: string): Promise<void> {
  const [year, month, date] = day.split('-');
  await writeParts(page, box, day, [`${month}${date}${year}`, `${date}${month}${year}`]);
}

/** `time` as HH:MM of 24 hours. */
export async function writeTime(page: Page, box: Locator, time: string): Promise<void> {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const digits = (hours: number) => [hours, minute].map((part) => String(part).padStart(2, '0')).join('');
  await writeParts(page, box, time, [`${digits(hour % 12 || 12)}${hour < 12 ? 'AM' : 'PM'}`, digits(hour)]);
}

/** The space bar on a box for a file opens the system's own list; the file is taken from there. */
export async function pickFile(page: Page, what: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await tabTo(page, what);
  // A browser on a busy machine forgets that a key was pressed before it opens the window: a person presses once more.
  for (let presses = 1; ; presses++) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser', { timeout: 10_000 }).catch((fault: unknown) => (presses < 3 ? null : Promise.reject(fault))),
      page.keyboard.press('Space'),
    ]);
    if (chooser) return chooser.setFiles(file);
  }
}
