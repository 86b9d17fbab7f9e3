// What every act on an office's page of returns works with.
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { ReturningOffice } from './office-store.ts';
import type { Quarter } from './quarterly-return.ts';

export type On = { context: Context; officer: OfficerActor; office: ReturningOffice; quarter: Quarter };
