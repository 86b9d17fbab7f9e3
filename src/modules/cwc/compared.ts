// The two records an identity request is about, side by side as the Committee sees them before it decides.
import type { RecordId } from '../../kernel/ids.ts';
import { toLatin } from '../../kernel/names/index.ts';
import { formatDay, formatWhen } from '../../platform/i18n/index.ts';
import type { ComparedRecord } from '../../web/components/record-comparison.tsx';
import type { RequestContext } from '../../web/route.ts';
import type { View } from '../../web/view.ts';
import {
  type ChildRecord,
  type Description,
  type Photograph,
  childName,
  photographPath,
  photographsOf,
  readDescriptions,
  readRecords,
  recordPath,
} from '../children/index.ts';
import { districtOf } from '../places/index.ts';
import type { ProductionRequest } from './identity.ts';
import { type Particular, ageThenAndNow, isForeign, particularsOf } from './particulars.ts';
import { readPair } from './store.ts';

/** `label` names the missing child and the report, so that of several requests each is known; `reason` is the officer's who judged the two to be one child. */
export type RequestShown = {
  id: string;
  candidateId: string;
  label: string;
  missing: ComparedRecord | null;
  found: ComparedRecord | null;
  particulars: Particular[];
  reason: string | null;
  /** "SI R. Das, PS Bantra, 12 Nov": whoever answers is the second person. */
  judge: string | null;
  matchPath: string;
};

export async function comparedRequests(context: RequestContext, requests: readonly ProductionRequest[]): Promise<RequestShown[]> {
  const ids = [...new Set(requests.flatMap(({ missingId, foundId }) => [missingId, foundId]))];
  const records = new Map((await readRecords(context, ids)).map((record) => [record.id, record]));
  const descriptions = await readDescriptions(context, ids);
  const photographs = await photographsOf(context, ids);
  const side = async (id: RecordId): Promise<ComparedRecord | null> => {
    const record = records.get(id);
    if (!record) return null;
    const district = (await districtOf(context, record.districtCode))?.name ?? '';
    return comparedOf(context.view, { record, description: descriptions.get(id), photograph: photographs.get(id)?.[0], district });
  };
  const particulars = ({ missingId, foundId }: ProductionRequest): Particular[] => {
    const [missing, found] = [records.get(missingId), records.get(foundId)];
    const described = (record: ChildRecord) => ({ record, description: descriptions.get(record.id) });
    return missing && found ? particularsOf(context.view, described(missing), described(found)) : [];
  };
  const shown: RequestShown[] = [];
  for (const request of requests) {
    const when = formatWhen(context.view, request.askedAt, context.view.now);
    const pair = await readPair(context, request.candidateId);
    shown.push({
      id: request.id,
      candidateId: request.candidateId,
      label: context.view.t('cwc.identity.request', {
        name: childName(context.view, descriptions.get(request.missingId)),
        reference: records.get(request.missingId)?.reference ?? '',
        when,
      }),
      missing: await side(request.missingId),
      found: await side(request.foundId),
      particulars: particulars(request),
      reason: pair?.reason ?? null,
      judge: pair?.judgedAt
        ? [pair.judgeName, pair.judgeOffice, formatWhen(context.view, pair.judgedAt, context.view.now)].filter(Boolean).join(', ')
        : null,
      matchPath: `/matches/${request.candidateId}`,
    });
  }
  return shown;
}

type Side = { record: ChildRecord; description: Description | undefined; photograph: Photograph | undefined; district: string };

function comparedOf(view: View, { record, description, photograph, district }: Side): ComparedRecord {
  const { t } = view;
  const given = description?.names.find(({ bearer }) => bearer === 'child')?.text ?? null;
  return {
    heading: t(`cwc.identity.${record.kind}`, { reference: record.reference }),
    href: recordPath(record),
    photo: photograph
      ? { src: photographPath(photograph.name), ...(photograph.takenOn ? { taken: formatDay(view, photograph.takenOn) } : {}) }
      : null,
    name: { given, latin: given && isForeign(given) ? toLatin(given) : null },
    lines: [ageThenAndNow(view, { record, description }) ?? t('cwc.identity.ageUnknown'), district],
  };
}
