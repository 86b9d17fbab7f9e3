// MissingPerson.updated: a child told anew and whole.
import type { Context } from '../../../platform/context.ts';
import { peekRecords, readDescriptions } from '../../children/index.ts';
import { suspectAsTold } from '../../missing-reports/index.ts';
import { districtOf } from '../../places/index.ts';
import { odditiesOf } from '../messages/index.ts';
import { tellChild } from './amending.ts';
import { childTold, lastSeenTold } from './fir-told.ts';
import { childrenOfPapers } from './paper-store.ts';
import { type Outcome, type StepOf, applied, toldBy, wrong } from './step.ts';

type Updated = StepOf<'MissingPerson.updated'>;

async function wrongIn(context: Context, { message: { body } }: Updated): Promise<Outcome | null> {
  const { homeDistrict } = body.child;
  if (homeDistrict && !(await districtOf(context, homeDistrict)))
    return wrong('unknown-district', '/body/child/homeDistrict', { code: homeDistrict });
  const seen = body.lastSeen?.district;
  return seen && !(await districtOf(context, seen)) ? wrong('unknown-district', '/body/lastSeen/district', { code: seen }) : null;
}

async function applyOne(context: Context, step: Updated): Promise<Outcome> {
  const { message, paperKey } = step;
  const { child, lastSeen } = message.body;
  const refused = await wrongIn(context, step);
  if (refused) return refused;
  const here = (await childrenOfPapers(context, [paperKey])).find(({ childNumber }) => childNumber === child.childNumber);
  if (!here) return wrong('unknown-child', '/body/child/childNumber', { childNumber: child.childNumber });
  const [record] = await peekRecords(context, [here.recordId]);
  if (record?.kind !== 'missing') return wrong('not-missing', '/type');
  const stands = (await readDescriptions(context, [record.id])).get(record.id);
  const district = lastSeen && (await districtOf(context, lastSeen.district))!;
  const seen =
    lastSeen && district
      ? { ...lastSeenTold(lastSeen, message.eventAt), place: { districtCode: district.code, stateCode: district.stateCode } }
      : null;
  const told = childTold(child, seen?.lastSeenAt ?? record.happenedAt);
  await tellChild(context, { ...here, record, stands, told, picture: child.photograph, lastSeen: seen, by: toldBy(step) });
  if (record.closedAt === null)
    await suspectAsTold(context, [
      { recordId: record.id, circumstance: child.circumstance, sections: [], happenedAt: message.eventAt, told: toldBy(step) },
    ]);
  return applied(...odditiesOf(message).map(({ code }) => code));
}

export async function applyUpdated(context: Context, steps: readonly Updated[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await applyOne(context, step));
  return outcomes;
}
