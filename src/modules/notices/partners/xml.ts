// Text in XML and HTML, and the moments both formats want.
import { type Instant, dayOf, timeOfDay } from '../../../kernel/time.ts';

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => named[sign]!);

/** An element, or nothing where there is nothing to say. */
export const element = (name: string, text: string | null): string => (text === null ? '' : `<${name}>${escaped(text)}</${name}>`);

/** `2026-11-24T06:30:00Z` */
export const inUtc = (at: Instant): string => `${at.slice(0, 19)}Z`;

/** `2026-11-24T12:00:00+05:30`: CAP takes no Z. */
export const inIndia = (at: Instant): string => `${dayOf(at)}T${timeOfDay(at)}:00+05:30`;
