// What is forgotten of officers' sign-ins: steps nobody finished.
import type { Kept } from '../../platform/retention.ts';

export const kept: readonly Kept[] = [{ table: 'sign_in_step', since: 'expires_at', hours: 1 }];
