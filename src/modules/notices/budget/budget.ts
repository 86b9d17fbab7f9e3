// How much of the public lists one network may see in a day (threat A6). A notice is found only by a list or by its own link, which nobody guesses; so whoever
// wants them all must turn pages, and pages are what is counted: a new one costs, one already seen does not.
import { isIPv6 } from 'node:net';
import { dayOf } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { spend } from '../../../platform/http/budget.ts';
import type { Kept } from '../../../platform/retention.ts';
import { lookAt } from './look-store.ts';

/** Notices on a page of a list. Three pages of six from each of fifty addresses are 900 notices: under 2% of 50,000. */
export const NOTICES_A_PAGE = 6;
export const PAGES_A_DAY = 3;

/** An IPv4 address; of IPv6 the 64 bits a household or a telephone has for itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [before = '', after] = address.split('%')[0]!.toLowerCase().split('::');
  const head = before.split(':').filter(Boolean);
  const tail = after === undefined ? [] : after.split(':').filter(Boolean);
  const all = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return all.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':'); // prettier-ignore
}

/** Whoever proved a telephone looks on its own account, however many share the network. */
function lookerOf({ actor, tools }: Context, address: string): string {
  const key = actor.kind === 'citizen' ? actor.reporterKey : null;
  return tools.keyedHash(key ? `notices of ${key}` : `notices from ${networkOf(address)}`);
}

export type Budget = (context: Context, asked: { address: string; page: string }) => Promise<boolean>;

/** Whether the page may be shown; asking is what is counted. In the database, so that no restart and no second door gives more. */
export const mayLook: Budget = (context, { address, page }) =>
  lookAt(context, { looker: lookerOf(context, address), page, onDay: dayOf(context.now), most: PAGES_A_DAY });

/** Notices one network may take posters of in a day, and posters in an hour: each is drawn anew and takes a processor for a fraction of a second. */
export const POSTERS_OF_A_DAY = 6;
const POSTERS_AN_HOUR = 40;

/** `page`: the notice. Apart from the lists: who saw three pages may still print the poster of the child they know. */
export const mayTakePoster: Budget = async (context, { address, page }) => {
  const looker = lookerOf(context, address);
  if (!(await spend(context, `poster:${looker}`, POSTERS_AN_HOUR, 60))) return false;
  return lookAt(context, {
    looker: context.tools.keyedHash(`posters of ${looker}`),
    page,
    onDay: dayOf(context.now),
    most: POSTERS_OF_A_DAY,
  });
};

export const kept: readonly Kept[] = [{ table: 'notice_look', since: 'on_day', hours: 48 }];
