// FIR.zeroTransferred: a Zero FIR goes to the station of the place. Both numbers lead to one complaint; within the State the record goes along, as when a station hands it over itself.
import type { Context } from '../../../platform/context.ts';
import { intimate } from '../../intimations/index.ts';
import { auditWrite, peekRecords, shareRecord } from '../../children/index.ts';
import { handToStation, isStillMissing } from '../../missing-reports/index.ts';
import type { Office } from '../../officers/index.ts';
import { type Paper, odditiesOf, paperKey as keyOf } from '../messages/index.ts';
import { addDifferences, childrenOfPapers, keepPapers, officesByCode, readPapers } from './paper-store.ts';
import { type Outcome, type StepOf, applied, toldBy } from './step.ts';
import { mayBecome } from './tie-store.ts';

type Transferred = StepOf<'FIR.zeroTransferred'>;

async function handOver(context: Context, step: Transferred, to: Office | undefined): Promise<void> {
  const { message, paperKey, station } = step;
  // Not a station of the portal: the paper's page says where it went. An FIR that is none of another's stays where it is, whatever the police's system says.
  if (!to || message.paper.kind !== 'zero-fir') return;
  const children = await childrenOfPapers(context, [paperKey]);
  for (const record of await peekRecords(
    context,
    children.map(({ recordId }) => recordId),
  )) {
    // Of a child no longer missing nobody is let in: its record says where it is.
    if (record.kind !== 'missing' || record.closedAt || !isStillMissing(record.status) || record.officeId === to.id) continue;
    await auditWrite(context, record.id);
    // Another office than the station that wrote it has it by now: that office hands it on, nobody over its head.
    const isStations = record.officeId === station.id && record.status !== 'with-anti-trafficking';
    if (isStations && to.stateCode === record.stateCode) {
      await handToStation(context, record, to.id, {
        happenedAt: message.body.transferredAt > message.sentAt ? message.sentAt : message.body.transferredAt,
        ...toldBy(step),
      });
      continue;
    }
    await shareRecord(context, record.id, to.id, 'transfer');
    await intimate(context, {
      officeId: to.id,
      template: 'nodalAlert',
      facts: { reference: record.reference, office: station.name, link: `${context.tools.deskOrigin}/missing/${record.reference}` },
      alarm: true,
      about: { kind: 'transfer', id: `${record.id} ${to.id}`, recordId: record.id },
      wordOf: null,
    });
  }
}

/** The FIR the other station registered is this complaint. Where it was opened by itself before, two records may be one child: told, never merged. */
async function chain(context: Context, step: Transferred, registeredAs: Paper, to: Office | undefined): Promise<void> {
  const { node, paper } = step.message;
  if (!(await mayBecome(context, node, paper, registeredAs))) return;
  const key = keyOf(registeredAs);
  const mine = (await readPapers(context, [step.paperKey])).get(step.paperKey);
  const theirs = (await readPapers(context, [key])).get(key);
  if (!mine) return;
  if (theirs?.complaintId && theirs.complaintId !== mine.complaintId)
    return addDifferences(context, [{ paperKey: key, childNumber: 0, field: 'paper', policeValue: step.paperKey, portalValue: key }]);
  await keepPapers(context, [
    {
      paperKey: key,
      nodeCode: null,
      kind: registeredAs.kind,
      stationId: to?.id ?? null,
      complaintId: mine.complaintId,
      openedByFeed: mine.openedByFeed,
      transferredFrom: mine.paperKey,
      name: registeredAs,
      rawNumber: null,
    },
  ]);
}

export async function applyZeroTransferred(context: Context, steps: readonly Transferred[]): Promise<Outcome[]> {
  const stations = await officesByCode(context, steps.map(({ message }) => message.body.to.station)); // prettier-ignore
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const { body } = step.message;
    const named = stations.get(body.to.station);
    const to = named?.kind === 'police-station' && named.stateCode === body.to.state ? named : undefined; // no home, no court: a case goes to police
    const odd = odditiesOf(step.message).map(({ code }) => code as string);
    if (step.message.paper.kind !== 'zero-fir') odd.push('not-a-zero-fir');
    if (!to) odd.push('station-elsewhere');
    await handOver(context, step, to);
    if (body.registeredAs) await chain(context, step, body.registeredAs, to);
    outcomes.push(applied(...odd));
  }
  return outcomes;
}
