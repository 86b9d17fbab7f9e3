// The browser of the journeys: the system's Chromium if there is one, else the one inside node_modules.
import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** `CHROMIUM` names another; `packaged` takes the one inside node_modules even where the system has one. */
export async function chromiumPath(named: string | undefined = process.env['CHROMIUM']): Promise<string> {
  const found = named === 'packaged' ? undefined : (named ?? usual.find((path) => existsSync(path)));
  return found ?? packagedPath();
}

type Packaged = { default: { executablePath(): Promise<string> } };

/** Asked for by name only where it is needed: it unpacks 180 MB. */
async function packagedPath(): Promise<string> {
  const name = '@sparticuz/chromium';
  return ((await import(name)) as Packaged).default.executablePath();
}

/** One browser for all journeys; each person in it is a context of their own. */
export async function startBrowser(): Promise<BrowserServer> {
  // Everything here is loopback and ours; a container's root has no sandbox, and its /dev/shm is small.
  return chromium.launchServer({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}
