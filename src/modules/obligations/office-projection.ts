// Keeps the duties of offices in step with their journals, each with the office that owes it.
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import { type Actor, type Rule, runningLaw } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { holdJournals, readJournals } from '../journals/index.ts';
import { responsibleOffices } from '../officers/index.ts';
import { calendarsFor, calendarsPrint } from './calendars-for.ts';
import { lawVersion } from './law-change.ts';
import type { StoredObligation } from './obligation.ts';
import { storedObligationsOf } from './obligations-of.ts';
import { type JournalOffice, behindInLaw, journalOffices, noteLaw } from './office-duty-store.ts';
import { type OwnedObligation, writeOfficeObligations } from './store.ts';
import { nextMoment } from './word-moments.ts';
import { toldOf } from './word-store.ts';

/** As whose the law reads the journal of each kind of office. */
const journalOf: Readonly<Record<string, Actor>> = {
  cwc: 'cwc',
  jjb: 'jjb',
  'police-station': 'station-in-charge',
  'railway-post': 'station-in-charge',
  'state-nodal': 'state-nodal-officer',
  'national-nodal': 'national-nodal-officer',
  'children-home': 'children-home',
};

/** Duties of its own a Committee or Board owes itself; another's fall on whoever sits for that other in the district. */
export async function projectOfficeObligations(
  context: Context,
  officeIds: readonly OfficeId[],
  rules: readonly Rule[] = runningLaw,
): Promise<void> {
  await writeOfficeObligations(context, await owedByOffices(context, officeIds, rules));
}

/** What the journals and the law say now. */
export async function owedByOffices(
  context: Context,
  officeIds: readonly OfficeId[],
  rules: readonly Rule[] = runningLaw,
): Promise<Map<OfficeId, OwnedObligation[]>> {
  const offices = await journalOffices(context, officeIds);
  const seatsOf = await responsibleOffices(
    context,
    offices.map(({ id, districtCode, stateCode }) => ({ districtCode, stateCode, recordOfficeId: id })),
  );
  const journals = await readJournals(context, officeIds);
  const calendars = await calendarsFor(context, offices, rules.filter(isOfOffices));
  const told = await toldOf(
    context,
    offices.map(({ id }) => id),
    'office',
  );
  return new Map(
    offices.map((office, at) => {
      const calendar = calendars.get(office.stateCode);
      const place = { stateCode: office.stateCode, record: 'office', journalOf: whose(office), calendar } as const;
      const bearer = (actor: Actor): OfficeId => (actor === place.journalOf ? office.id : seatsOf[at]!(actor).id);
      const stored = storedObligationsOf(journals.get(office.id) ?? [], rules, place);
      const keyOf = ({ ruleId, triggerEntryId }: StoredObligation) => ({
        recordId: office.id as string as RecordId,
        ruleId,
        triggerEntryId,
      });
      return [
        office.id,
        stored.map((one) => ({ ...one, officeId: bearer(one.actor), lateWhenKnown: false, nextAt: nextMoment(one, told(keyOf(one))) })),
      ];
    }),
  );
}

function whose({ id, kind }: JournalOffice): Actor {
  const actor = journalOf[kind];
  if (!actor) throw new Error(`The law reads no journal of the ${kind} ${id}`);
  return actor;
}

const PAGE = 100;
const isOfOffices = ({ record }: Rule): boolean => record === 'office';

/** After a change of the law, or of a calendar it asks for: the next journals that still follow another, worked out again. Answers how many; 0 where all follow it. */
export async function projectNextJournals(context: Context, rules: readonly Rule[] = runningLaw, atMost = PAGE): Promise<number> {
  const version = lawVersion(rules) + (await calendarsPrint(context, rules.filter(isOfOffices)));
  const behind = await behindInLaw(context, version, atMost);
  await holdJournals(context, behind);
  await projectOfficeObligations(context, behind, rules);
  await noteLaw(context, behind, version);
  return behind.length;
}
