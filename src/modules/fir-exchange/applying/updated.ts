// MissingPerson.updated: a child told anew and whole.
import type { Context } from '../../../platform/context.ts';
import { peekRecords, readDescriptions } from '../../children/index.ts';
import { type LastSeen, suspectAsTold } from '../../missing-reports/index.ts';
import { districtOf } from '../../places/index.ts';
import { odditiesOf } from '../messages/index.ts';
import { type ChildToTell, tellChildren } from './amending.ts';
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

async function lastSeenOf(context: Context, { message: { body, eventAt } }: Updated): Promise<LastSeen | null> {
  const district = body.lastSeen && (await districtOf(context, body.lastSeen.district));
  return district
    ? { ...lastSeenTold(body.lastSeen!, eventAt), place: { districtCode: district.code, stateCode: district.stateCode } }
    : null;
}

export async function applyUpdated(context: Context, steps: readonly Updated[]): Promise<Outcome[]> {
  const children = await childrenOfPapers(context, steps.map(({ paperKey }) => paperKey)); // prettier-ignore
  const here = new Map(children.map((child) => [`${child.paperKey} ${child.childNumber}`, child]));
  const ids = children.map(({ recordId }) => recordId);
  const records = new Map((await peekRecords(context, ids)).map((record) => [record.id, record]));
  const descriptions = await readDescriptions(context, ids);
  const outcomes: Outcome[] = [];
  const told: ChildToTell[] = [];
  const suspicions: Parameters<typeof suspectAsTold>[1][number][] = [];
  for (const step of steps) {
    const { child } = step.message.body;
    const known = here.get(`${step.paperKey} ${child.childNumber}`);
    const record = known && records.get(known.recordId);
    const refused =
      (await wrongIn(context, step)) ??
      (known ? null : wrong('unknown-child', '/body/child/childNumber', { childNumber: child.childNumber }));
    if (refused || !known || record?.kind !== 'missing') {
      outcomes.push(refused ?? wrong('not-missing', '/type'));
      continue;
    }
    const lastSeen = await lastSeenOf(context, step);
    const anew = childTold(child, lastSeen?.lastSeenAt ?? record.happenedAt);
    told.push({ ...known, record, stands: descriptions.get(record.id), told: anew, picture: child.photograph, lastSeen, by: toldBy(step) });
    const { circumstance } = child;
    if (record.closedAt === null)
      suspicions.push({ recordId: record.id, circumstance, sections: [], happenedAt: step.message.eventAt, told: toldBy(step) });
    outcomes.push(applied(...odditiesOf(step.message).map(({ code }) => code)));
  }
  await tellChildren(context, told);
  await suspectAsTold(context, suspicions);
  return outcomes;
}
