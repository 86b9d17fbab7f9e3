// UnidentifiedChild.found: a found record for each child in hand, as the office that has the child registers it.
import { type Instant, addMinutes, dayOf } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { auditWrite, changeDescription, peekRecords, readDescriptions } from '../../children/index.ts';
import { writeDiary } from '../../diary/index.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { openFoundChild } from '../../found-children/index.ts';
import type { Office } from '../../officers/index.ts';
import { districtOf } from '../../places/index.ts';
import { odditiesOf } from '../messages/index.ts';
import { descriptionTold, differencesBetween } from './child-told.ts';
import { paperOf } from './fir-told.ts';
import {
  type PaperChild,
  childrenOfPapers,
  keepChildren,
  keepPapers,
  noteWritten,
  officesByCode,
  writeDifferences,
} from './paper-store.ts';
import { addPictureTold } from './picture-told.ts';
import { CLOCK_MINUTES, type Outcome, type StepOf, applied, toldBy, wrong } from './step.ts';

type Found = StepOf<'UnidentifiedChild.found'>;
type ToldChild = Found['message']['body']['children'][number];

async function wrongIn(context: Context, { message: { body, sentAt, paper } }: Found, at: Office | undefined): Promise<Outcome | null> {
  if (body.foundAt > addMinutes(sentAt, CLOCK_MINUTES)) return wrong('future', '/body/foundAt');
  if (!(await districtOf(context, body.district))) return wrong('unknown-district', '/body/district', { code: body.district });
  for (const [index, { homeDistrict }] of body.children.entries())
    if (homeDistrict && !(await districtOf(context, homeDistrict)))
      return wrong('unknown-district', `/body/children/${index}/homeDistrict`, { code: homeDistrict });
  return body.keptAt && at?.stateCode !== paper.state ? wrong('unknown-office', '/body/keptAt', { code: body.keptAt }) : null;
}

async function open(context: Context, step: Found, office: Office, child: ToldChild): Promise<void> {
  const { body } = step.message;
  const record = await openFoundChild(context, {
    office,
    district: (await districtOf(context, body.district))!,
    happenedAt: body.foundAt,
    found: {
      foundPlace: body.place,
      foundWith: body.with,
      circumstances: body.circumstances,
      condition: child.condition,
      belongings: child.belongings,
      broughtBy: body.broughtBy,
      broughtByName: body.broughtByName,
      broughtByTelephone: body.broughtByTelephone,
      allegationOfOffence: body.allegationOfOffence ?? false,
      policeInformed: true,
      treatment: body.treatment,
    },
    description: descriptionTold(child, dayOf(body.foundAt), 'apparent'),
    journeyMinutes: 0,
    told: toldBy(step),
  });
  await keepChildren(context, [
    { paperKey: step.paperKey, childNumber: child.childNumber, recordId: record.id, writtenVersion: record.version },
  ]);
  await addPictureTold(context, record.id, child.photograph, 'found');
}

/** Told anew: written where the police's words stand, a difference where an officer's do. */
async function retell(context: Context, step: Found, here: PaperChild, child: ToldChild, foundAt: Instant): Promise<void> {
  const [record] = await peekRecords(context, [here.recordId]);
  const stands = (await readDescriptions(context, [here.recordId])).get(here.recordId);
  if (!record || !stands) return;
  const told = descriptionTold(child, dayOf(foundAt), 'apparent');
  const differing = differencesBetween(told, stands).map((one) => ({ paperKey: step.paperKey, childNumber: child.childNumber, ...one }));
  if (record.version !== here.writtenVersion || record.closedAt) return writeDifferences(context, [here], differing);
  const version = await changeDescription(context, record.id, record.version, told);
  if (isRefusal(version)) throw new Error('a description held changed meanwhile'); // tried again
  await auditWrite(context, record.id);
  await noteWritten(context, new Map([[record.id, version]]));
  await writeDiary(context, record.id, {
    happening: 'record.described',
    facts: { version },
    happenedAt: step.message.sentAt,
    ...toldBy(step),
  });
  await writeDifferences(context, [here], []);
}

export async function applyFound(context: Context, steps: readonly Found[]): Promise<Outcome[]> {
  const offices = await officesByCode(context, steps.flatMap(({ message }) => message.body.keptAt ?? [])); // prettier-ignore
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const { body } = step.message;
    const at = body.keptAt ? offices.get(body.keptAt) : step.station;
    const refused = await wrongIn(context, step, at);
    if (refused) {
      outcomes.push(refused);
      continue;
    }
    await keepPapers(context, [{ ...paperOf(step), openedByFeed: true }]);
    const here = new Map((await childrenOfPapers(context, [step.paperKey])).map((child) => [child.childNumber, child]));
    for (const child of body.children) {
      const known = here.get(child.childNumber);
      if (known) await retell(context, step, known, child, body.foundAt);
      else await open(context, step, at!, child);
    }
    outcomes.push(applied(...odditiesOf(step.message).map(({ code }) => code)));
  }
  return outcomes;
}
