// The verbs of handing on: make the file, write down the number that came back. A report brought to CARINGS ends its duty (I10).
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { dayOf, instantAt } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type ChildRecord, auditWrite } from '../../children/index.ts';
import { certificateOf } from '../../cwc/index.ts';
import { type NewEntry, writeDiary } from '../../diary/index.ts';
import { readOffice } from '../../officers/index.ts';
import { livesInHome } from '../placings/placing-store.ts';
import { openChild } from '../placings/opening.ts';
import type { AnswerDraft } from './form.ts';
import { type HandOff, type Portal, fileOf } from './hand-off.ts';
import { handOffsOf, insertHandOff, writeAnswer } from './hand-off-store.ts';

/** CARINGS takes a child the Committee certified legally free, and no other (s.38, Form 25). */
export async function handOn(context: Context, reference: Reference, portal: Portal, purpose: string): Promise<ChildRecord | Refusal> {
  const opened = await openChild(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, officer, description } = opened;
  const certificate = await certificateOf(context, record.id);
  if (portal === 'carings' && !certificate) return refuse('family-care.error.notFree');
  const home = (await livesInHome(context, [record.id])).size > 0 ? ((await readOffice(context, record.officeId))?.name ?? null) : null;
  const file = fileOf(portal, {
    reference: record.reference,
    purpose,
    description,
    age: description?.age ?? null,
    districtCode: record.districtCode,
    foundOn: dayOf(record.happenedAt),
    home,
    certificateOn: certificate?.givenOn ?? null,
    homeDistrict: description?.homeDistrict ?? null,
    at: context.now,
  });
  await auditWrite(context, record.id);
  await insertHandOff(context, officer, record.id, { portal, purpose, file });
  return record;
}

function uploaded(purpose: string): NewEntry[] {
  const of = (what: 'child-study' | 'medical-examination'): NewEntry => ({ happening: 'adoption.reportUploaded', facts: { what } });
  if (purpose === 'both') return [of('child-study'), of('medical-examination')];
  return [of(purpose === 'medical-examination' ? purpose : 'child-study')];
}

export async function noteAnswer(context: Context, reference: Reference, id: string, draft: AnswerDraft): Promise<ChildRecord | Refusal> {
  const opened = await openChild(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, officer } = opened;
  const handOffs: HandOff[] = await handOffsOf(context, record.id);
  const handOff = handOffs.find((one) => one.id === id);
  if (!handOff) return refuse('web.error.notFound');
  const today = dayOf(context.now);
  if (draft.answeredOn > today) return refuse('web.error.inFuture', {}, 'answeredOn');
  if (draft.answeredOn < dayOf(handOff.madeAt)) return refuse('family-care.error.beforeHanded', {}, 'answeredOn');
  const twice = handOffs.some(({ portal, referenceBack, id: other }) => other !== id && portal === handOff.portal && referenceBack === draft.referenceBack && handOff.portal === 'ghar'); // prettier-ignore
  if (twice) return refuse('family-care.error.referenceTwice', {}, 'referenceBack');
  await auditWrite(context, record.id);
  if (!(await writeAnswer(context, officer, id, draft))) return refuse('family-care.error.answeredAlready');
  if (handOff.portal === 'ghar') return record;
  const noon = instantAt(draft.answeredOn, '12:00');
  const happenedAt = draft.answeredOn === today || noon > context.now ? context.now : noon < handOff.madeAt ? handOff.madeAt : noon;
  await writeDiary(
    context,
    record.id,
    ...uploaded(handOff.purpose).map((entry) => ({ ...entry, happenedAt, paper: { kind: 'hand-off', id } })),
  );
  return record;
}
