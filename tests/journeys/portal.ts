// Once per run of the journeys: a seeded portal behind its doors, and a browser to walk it with.
import type { TestProject } from 'vitest/node';
import { startPortal } from '../../scripts/portal.ts';
import { freePort } from '../../src/platform/database/port.ts';
import { startBrowser } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the doors, and the browser's socket. */
    portal: { citizen: string; desk: string; browser: string };
  }
}

const CHILDREN = 300;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = String(await freePort());
  const desk = `http://localhost:${port}`; // a passkey belongs to a name, never to a number
  const environment = { DESK_PORT: port, PUBLIC_ORIGIN_DESK: desk };
  const [portal, browser] = await Promise.all([startPortal({ children: CHILDREN, quiet: true, environment }), startBrowser()]);
  project.provide('portal', { citizen: portal.urls.citizen, desk, browser: browser.wsEndpoint() });
  return async () => {
    await browser.close();
    await portal.stop();
  };
}
