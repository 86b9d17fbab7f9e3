// What the page of an office's return shows, read in one transaction.
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { RequestContext } from '../../web/route.ts';
import { readJournal } from '../journals/index.ts';
import { type OfficeDuty, dutiesOfJournal, officeDutyRows } from '../obligations/index.ts';
import { figuresNow } from './actions.ts';
import { complaintsAbout, monthsWorked } from './functioning-store.ts';
import { shortfallsIn } from './functioning.ts';
import type { ReturningOffice } from './office-store.ts';
import type { Functioning } from './pages/functioning.tsx';
import type { ReturnShown } from './pages/return-page.tsx';
import { madeByWhom, paperDuties } from './paper.ts';
import { type Quarter, digestOf, receiptIn } from './quarterly-return.ts';
import { directionsOf, returnOf, reviewsOf } from './return-store.ts';
import { outstandingOf } from './standing.ts';

/** The latest entries of the journal: it grows by some thirty a year. */
const JOURNAL_SHOWN = 60;

export async function loadReturn(
  context: RequestContext,
  actor: OfficerActor,
  office: ReturningOffice,
  quarter: Quarter,
): Promise<ReturnShown> {
  const { tools } = context;
  const isCommittee = office.kind === 'cwc';
  const signed = await returnOf(context, office.id, quarter.period);
  const journal = await readJournal(context, office.id);
  const duties = await dutiesOfJournal(context, office.id);
  return {
    office,
    quarter,
    figures: isCommittee ? await figuresNow(context, office, quarter) : null,
    signed: signed && { ...signed, intact: digestOf(signed) === signed.digest },
    received: receiptIn(journal, quarter.period) ?? null,
    reviews: await reviewsOf(context, office.id, quarter.period),
    directions: await directionsOf(context, [office.id]),
    outstanding: isCommittee ? await outstandingOf(context, [office]) : [],
    duties: (await officeDutyRows(context, duties)).map((row) => {
      const duty = duties.find(({ journalId, ruleId, triggerEntryId }) => row.key === `${journalId} ${ruleId} ${triggerEntryId}`)!;
      return { row, open: duty.ending === null, own: duty.officeId === actor.officeId };
    }),
    paper: paperDuties(duties).filter(({ what }) => madeByWhom(actor, office, what)),
    journal: journal.slice(-JOURNAL_SHOWN),
    functioning: isCommittee ? await functioningOf(context, office, duties) : null,
    may: {
      sign: tools.may(actor, 'return.sign') && actor.officeId === office.id,
      review: tools.may(actor, 'return.review'),
      backDated: actor.officeId === office.id || actor.reach !== 'none',
    },
  };
}

const MONTHS_SHOWN = 12;

async function functioningOf(context: Context, office: ReturningOffice, duties: readonly OfficeDuty[]): Promise<Functioning> {
  const months = await monthsWorked(context, office.id, MONTHS_SHOWN);
  const counted = new Set(months.map(({ period }) => period));
  const asked = duties.flatMap(({ ruleId, about }) => (ruleId === 'C13' && about && !counted.has(about) ? [about] : []));
  return { months, uncounted: asked.toReversed(), shortfalls: shortfallsIn(duties), complaints: await complaintsAbout(context, office.id) };
}
