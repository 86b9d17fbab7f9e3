// Notices in tests: the worker's vouching for what may be shown, and the citizen door's routes that ask for it, as the doors wire them.
import { type Kit, checkingKey, citizenRoutes, openShowing, renewManifest, signingKey } from '../../src/modules/notices/index.ts';
import { type Nation, secret, worker } from './tools.ts';

const keys = { signing: undefined, published: undefined, secret, demo: true };

/** As the worker does every minute. Answers how many may be shown. */
export const vouch = (nation: Nation): Promise<number> => nation.ask(worker, (context) => renewManifest(context, signingKey(keys)!));

export const noticeRoutes = (): ReturnType<typeof citizenRoutes> => citizenRoutes(noticeKit());

export const noticeKit = (): Kit => ({ showing: noticeShowing(), origin: 'https://portal.example' });

export const noticeShowing = (): ReturnType<typeof openShowing> => openShowing(checkingKey(keys));
