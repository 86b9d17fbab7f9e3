// What is forgotten of citizens: an unfinished draft after a day, codes and sessions soon after they ran out.
import type { Kept } from '../../platform/retention.ts';

export const kept: readonly Kept[] = [
  { table: 'draft', since: 'updated_at', hours: 24 },
  { table: 'one_time_code', since: 'expires_at', hours: 1 },
  { table: 'citizen_session', since: 'expires_at', hours: 1 },
];
