// FIR.registered: a complaint with its FIR and a missing report for each child, as a station's own entry makes them; an FIR that is here already is linked, never doubled.
import { addMinutes } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { alertTogether } from '../../alerts/index.ts';
import { withoutNews } from '../../diary/index.ts';
import { type Opening, type Paper, openReports } from '../../missing-reports/index.ts';
import { districtOf } from '../../places/index.ts';
import { odditiesOf, paperKey } from '../messages/index.ts';
import { amend } from './amending.ts';
import { childTold, isOfList, lastSeenTold, paperOf, sectionsTold, tellingOf } from './fir-told.ts';
import { linkTyped } from './linking.ts';
import { type PaperRow, keepChildren, keepPapers, readPapers } from './paper-store.ts';
import { addPictureTold } from './picture-told.ts';
import { CLOCK_MINUTES, type Outcome, type StepOf, alertsNobody, applied, toldBy, wrong } from './step.ts';
import { mayCarryOn } from './tie-store.ts';

export type Registered = StepOf<'FIR.registered'>;

/** No moment an FIR is kept by may lie after the message itself, but for clocks that differ. */
function aheadOf({ body, sentAt }: Registered['message']): string | null {
  const latest = addMinutes(sentAt, CLOCK_MINUTES);
  if (body.registeredAt > latest) return '/body/registeredAt';
  return body.informationReceivedAt > latest ? '/body/informationReceivedAt' : null;
}

async function wrongIn(context: Context, { message }: Registered): Promise<Outcome | null> {
  const { lastSeen, children } = message.body;
  const ahead = aheadOf(message);
  if (ahead) return wrong('future', ahead);
  if (!(await districtOf(context, lastSeen.district)))
    return wrong('unknown-district', '/body/lastSeen/district', { code: lastSeen.district });
  for (const [index, { homeDistrict }] of children.entries())
    if (homeDistrict && !(await districtOf(context, homeDistrict)))
      return wrong('unknown-district', `/body/children/${index}/homeDistrict`, { code: homeDistrict });
  return null;
}

async function openingOf(context: Context, { message, station, past }: Registered): Promise<Opening> {
  const { body } = message;
  const seen = lastSeenTold(body.lastSeen, body.informationReceivedAt);
  const { lastSeenAt, ...report } = seen;
  const district = (await districtOf(context, body.lastSeen.district))!;
  return {
    complaint: {
      stationId: station.id,
      source: body.source ?? (isOfList(message) ? 'list' : 'police-system'),
      receivedAt: body.informationReceivedAt,
      informantName: body.informant?.name ?? null,
      informantRelation: body.informant?.relation ?? null,
      informantTelephone: body.informant?.telephone ?? null,
      informantAddress: body.informant?.address ?? null,
      paper: message.paper.kind as Paper,
      paperNumber: message.paper.number,
      paperAt: body.registeredAt,
      sections: sectionsTold(body),
      delayReason: body.delayReason ?? null,
    },
    reporterKey: null,
    officerId: null,
    place: { districtCode: district.code, stateCode: district.stateCode },
    lastSeenAt,
    report: { ...report, previousEpisodes: body.previousEpisodes ?? null },
    children: body.children.map((child) => childTold(child, lastSeenAt)),
    told: toldBy({ message, station, past }),
  };
}

/** Those nobody here knew, all at once. */
async function openAnew(context: Context, steps: readonly Registered[]): Promise<void> {
  const openings: Opening[] = [];
  for (const step of steps) openings.push(await openingOf(context, step));
  const opening = () =>
    openReports(context, openings, (all) =>
      alertTogether(
        context,
        all.flatMap(({ records }, at) =>
          alertsNobody(steps[at]!.past) ? [] : records.map((record) => ({ record, telling: tellingOf(steps[at]!, record) })),
        ),
      ),
    );
  const opened = steps.every(({ past }) => alertsNobody(past)) ? await withoutNews(context, opening) : await opening();
  await keepPapers(
    context,
    steps.map((step, at) => ({ ...paperOf(step), complaintId: opened[at]!.complaintId, openedByFeed: !isOfList(step.message) })),
  );
  const each = steps.flatMap(({ paperKey: key, message }, at) =>
    message.body.children.map((child, index) => ({ paperKey: key, child, record: opened[at]!.records[index]! })),
  );
  const fromList = new Set(steps.filter(({ message }) => isOfList(message)).map(({ paperKey: key }) => key));
  await keepChildren(
    context,
    each.map(({ paperKey: key, child, record }) => ({
      paperKey: key,
      childNumber: child.childNumber,
      recordId: record.id,
      writtenVersion: fromList.has(key) ? null : record.version,
    })),
  );
  for (const { child, record } of each) await addPictureTold(context, record.id, child.photograph);
}

/** The Zero FIR this one carries on, if it is here and its State sent it to this station: both are one complaint. */
async function chained(context: Context, steps: readonly Registered[]): Promise<Map<Registered, PaperRow>> {
  const from: { step: Registered; key: string }[] = [];
  for (const step of steps) {
    const { node, paper, body } = step.message;
    const zero = body.transferredFrom;
    if (zero && (await mayCarryOn(context, node, zero, paper))) from.push({ step, key: paperKey(zero) });
  }
  const papers = await readPapers(context, from.map(({ key }) => key)); // prettier-ignore
  return new Map(
    from.flatMap(({ step, key }) => {
      const paper = papers.get(key);
      return paper?.complaintId ? [[step, paper]] : [];
    }),
  );
}

export async function applyRegistered(context: Context, steps: readonly Registered[]): Promise<Outcome[]> {
  const outcomes = new Map<Registered, Outcome>();
  for (const step of steps) {
    const refused = await wrongIn(context, step);
    outcomes.set(step, refused ?? applied(...odditiesOf(step.message).map(({ code }) => code)));
  }
  const good = steps.filter((step) => outcomes.get(step)!.state === 'applied');
  // One that carries on another comes after it, should both have come together.
  for (const carriesOn of [false, true]) await keep(context, good.filter(({ message }) => (message.body.transferredFrom !== undefined) === carriesOn)); // prettier-ignore
  return steps.map((step) => outcomes.get(step)!);
}

async function keep(context: Context, good: readonly Registered[]): Promise<void> {
  if (good.length === 0) return;
  const zero = await chained(context, good.filter(({ paper }) => !paper?.complaintId)); // prettier-ignore
  const linked = await linkTyped(context, good.filter((step) => !step.paper?.complaintId && !zero.has(step))); // prettier-ignore
  const anew: Registered[] = [];
  for (const step of good) {
    const complaintId = step.paper?.complaintId ?? zero.get(step)?.complaintId ?? linked.get(step);
    if (!complaintId) {
      anew.push(step);
      continue;
    }
    if (!step.paper?.complaintId || step.paper.nodeCode === null) {
      const { paperKey: transferredFrom = null, openedByFeed = false } = zero.get(step) ?? {};
      await keepPapers(context, [{ ...paperOf(step), complaintId, transferredFrom, openedByFeed }]);
    }
    await amend(context, { ...step, complaintId }, await openingOf(context, step));
  }
  const [past, ofToday] = [true, false].map((quiet) => anew.filter((step) => alertsNobody(step.past) === quiet));
  for (const some of [past!, ofToday!]) if (some.length > 0) await openAnew(context, some);
}
