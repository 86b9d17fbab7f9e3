// Complaints of Asha, missing from Chhapra, and what may be done with them: for tests of missing reports.
import { expect } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { Day } from '../../src/kernel/time.ts';
import type { Actor, Context, OfficerActor } from '../../src/platform/context.ts';
import { type Nation, startNation } from './tools.ts';
import { type ChildRecord, peekRecord } from '../../src/modules/children/index.ts';
import { effectiveEntries, readDiary } from '../../src/modules/diary/index.ts';
import { registerComplaint } from '../../src/modules/missing-reports/actions.ts';
import { type ComplaintDraft, complaintSchema } from '../../src/modules/missing-reports/form.ts';
import { missingStatus } from '../../src/modules/missing-reports/missing-report.ts';
import { publishNotice } from '../../src/modules/missing-reports/publication.ts';

export const [saran, kozhikode] = ['220', '560'];

export let nation: Nation;
export let das: OfficerActor;
export let nodal: OfficerActor;

/** Call it in `beforeAll`, and `nation.stop` in `afterAll`. */
export async function startCase(): Promise<void> {
  nation = await startNation();
  das = nation.officer('station-in-charge Saran');
  nodal = nation.officer('district-nodal-officer Saran');
}

export const as = <T>(actor: Actor, work: (context: Context) => Promise<T>): Promise<T> => nation.ask(actor, work);

export function complaint(change: Record<string, unknown> = {}): ComplaintDraft {
  return complaintSchema.parse({
    source: 'walk-in',
    receivedOn: '2026-11-24',
    receivedAt: '11:05',
    paper: 'fir',
    paperNumber: String(Math.trunc(Number(`0x${newId().slice(-6)}`))),
    paperOn: '2026-11-24',
    paperAt: '11:40',
    sections: 'BNS 137(2)',
    informantName: 'Kamala Devi',
    informantRelation: 'mother',
    informantTelephone: '98300 00001',
    lastSeenOn: '2026-11-24',
    lastSeenAt: '10:10',
    lastSeenDistrict: saran,
    lastSeenPlace: 'Chhapra station, platform 2',
    children: [{ childName: 'Asha', ageFrom: '9', sex: 'female', clothing: 'yellow frock' }],
    ...change,
  });
}

export async function register(change: Record<string, unknown> = {}): Promise<ChildRecord[]> {
  const answer = await as(das, (context) => registerComplaint(context, complaint(change), []));
  expect(answer.filter(isRefusal)).toEqual([]);
  return answer as ChildRecord[];
}

export const asha = (change: Record<string, unknown> = {}) => register(change).then(([record]) => record!);

export async function rowAndFold(record: ChildRecord): Promise<[string, string]> {
  return as(das, async (context) => {
    const row = await peekRecord(context, { id: record.id });
    return [row!.status, missingStatus(effectiveEntries(await readDiary(context, record.id))).status];
  });
}

export const notice = {
  authority: 'police-tracing',
  orderNumber: 'T-1/2026',
  reasons: 'Seen near trains.',
  fields: ['name', 'age', 'lastSeen'],
  expiresOn: '2026-12-31' as Day,
  noSexualOffence: false,
} as const;
export const publish = (record: ChildRecord, change: Partial<typeof notice> = {}) =>
  as(das, (context) => publishNotice(context, record.reference, { ...notice, ...change, fields: [...(change.fields ?? notice.fields)] }));
export const traced = { how: 'by-police', alive: 'yes', tracedOn: '2026-11-24' as Day, tracedAt: '11:50', where: 'Asansol' } as const;
