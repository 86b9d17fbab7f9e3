// What obligations add to a record's page: what the officer's office owes now, at its head; in the rail what others owe and what ended.
import type { RecordId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../children/index.ts';
import { listedOfRecord } from './desk-store.ts';
import { dutyRow } from './duty-row.ts';
import { storiesOf } from './duty-story.ts';
import { DutiesPanel, OwedPanel, type PanelRow } from './pages/duties-panel.tsx';
import { readerHere } from './reader.ts';

/** Of a page three parts ask for the same rows: read once, as long as the page is drawn. */
const readFor = new WeakMap<RequestContext, Map<RecordId, Promise<PanelRow[]>>>();

function rowsOf(context: RequestContext, record: ChildRecord): Promise<PanelRow[]> {
  const ofPage = readFor.get(context) ?? new Map<RecordId, Promise<PanelRow[]>>();
  readFor.set(context, ofPage);
  const rows = ofPage.get(record.id) ?? readRows(context, record);
  ofPage.set(record.id, rows);
  return rows;
}

async function readRows(context: RequestContext, record: ChildRecord): Promise<PanelRow[]> {
  const { view, tools, actor } = context;
  if (actor.kind !== 'officer' || !tools.may(actor, 'duties.read')) return [];
  const storyOf = await storiesOf(context, 'record', [record.id]);
  const reader = await readerHere(context);
  return (await listedOfRecord(context, record.id)).flatMap((listed) => {
    const row = dutyRow(view, listed, storyOf(listed), reader);
    return row ? [{ row, open: listed.ending === null, own: listed.officeId === actor.officeId }] : [];
  });
}

const isOwed = ({ open, own }: PanelRow): boolean => open && own;

async function drawOwed(context: RequestContext, record: ChildRecord) {
  const rows = (await rowsOf(context, record)).filter(isOwed);
  return rows.length > 0 ? OwedPanel({ view: context.view, rows }) : null;
}

async function drawRest(context: RequestContext, record: ChildRecord) {
  const rows = (await rowsOf(context, record)).filter((row) => !isOwed(row));
  return rows.length > 0 ? DutiesPanel({ view: context.view, rows }) : null;
}

const kinds = ['missing', 'found', 'sighting'] as const;

export const panels: RecordPanel[] = [
  {
    kinds,
    place: 'next',
    draw: drawOwed,
    offers: async (context, record) => (await rowsOf(context, record)).filter(isOwed).map(({ row }) => row.doPath),
  },
  { kinds, place: 'side', draw: drawRest },
];
