// A citizen's report becomes a missing report at the station responsible for the place, as binding as one made at its desk (M01).
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf, timeOfDay } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { queueMessage } from '../../platform/messages/store.ts';
import type { UploadedFile } from '../../web/route.ts';
import type { ChildRecord } from '../children/index.ts';
import { officeForPlace } from '../officers/index.ts';
import { openComplaint } from './actions.ts';
import type { CitizenReportDraft, ComplaintDraft } from './form.ts';

/** One child, received now, no paper yet: the station's duty to register the FIR starts with this transaction. */
export function asComplaint(draft: CitizenReportDraft, context: Context): ComplaintDraft {
  const { informantName, informantRelation, informantTelephone, ...rest } = draft;
  const {
    lastSeenOn,
    lastSeenAt,
    lastSeenOnUnknown,
    lastSeenDistrict,
    lastSeenPlace,
    lastSeenWith,
    circumstance,
    details,
    previousEpisodes,
    ...child
  } = rest;
  const lastSeen = {
    lastSeenOn,
    lastSeenAt,
    lastSeenOnUnknown,
    lastSeenDistrict,
    lastSeenPlace,
    lastSeenWith,
    circumstance,
    details,
    previousEpisodes,
  };
  return {
    source: 'citizen-door',
    receivedOn: dayOf(context.now),
    receivedAt: timeOfDay(context.now),
    paper: 'to-be-registered',
    informantName,
    informantRelation,
    informantTelephone,
    ...lastSeen,
    children: [child],
  };
}

/** The caller acts as a citizen whose telephone is proved; `locale` is for the message that confirms. */
export async function reportByCitizen(
  context: Context,
  draft: CitizenReportDraft,
  photograph: Buffer | null,
  locale: string,
): Promise<ChildRecord | Refusal> {
  if (context.actor.kind !== 'citizen' || !context.actor.reporterKey) return refuse('web.error.notFound');
  const office = await officeForPlace(context, 'police-station', draft.lastSeenDistrict);
  if (!office) return refuse('missing-reports.error.noStation', {}, 'lastSeenDistrict');
  const station = { id: office.id, districtCode: draft.lastSeenDistrict, officerId: null, reporterKey: context.actor.reporterKey };
  const files: UploadedFile[] = photograph ? [{ field: 'children.0.photograph', bytes: photograph, tooLarge: false }] : [];
  const [record] = await openComplaint(context, station, asComplaint(draft, context), files);
  if (!record || isRefusal(record)) return record ?? refuse('web.error.notFound');
  const facts = { reference: record.reference as string, office: office.name, telephone: office.telephone ?? '112' };
  await queueMessage(context, { channel: 'sms', to: draft.informantTelephone, template: 'reportReceived', facts, locale });
  return record;
}
