// What the worker forgets of calendars: a list read in and never said yes to.
import type { Kept } from '../../platform/retention.ts';

export const kept: readonly Kept[] = [{ table: 'calendar_import', since: 'read_at', hours: 7 * 24 }];
