// The Committee's file of one child: what stands in it and what may be done next; as a page, and its sheet at the top of the child's own page.
import { ageFromBirth, ageOn } from '../../kernel/age.ts';
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { type RequestContext, type Route, page, show } from '../../web/route.ts';
import type { DiaryFact } from '../../kernel/happenings.ts';
import { effectiveEntries, lastOf, readDiary } from '../diary/index.ts';
import {
  type ChildRecord,
  type Description,
  type RecordPanel,
  childName,
  mayChange,
  readDescription,
  readToChange,
} from '../children/index.ts';
import { certificateOf, deedOf } from './adoption/adoption-store.ts';
import type { Order } from './orders/order.ts';
import { ordersOf } from './orders/order-store.ts';
import { FileLink } from './pages/file-link.tsx';
import { spokenIn } from '../places/index.ts';
import { FilePage, type FileStep, type FurtherStep } from './pages/file-page.tsx';
import { sheetShown } from './schedule/desk.ts';
import { hearingsOf, unratified } from './sittings/sitting-store.ts';
import { reportsOf } from './social-reports/report-store.ts';
import { productionsOf } from './store.ts';
import { type Transfer, appealsOf, followUpsOf, journeysOf, transfersOf } from './transfers/transfer-store.ts';

async function stepsFor(context: RequestContext, record: ChildRecord): Promise<FileStep[]> {
  const { tools, actor } = context;
  if (actor.kind !== 'officer' || !tools.may(actor, 'committeeFile.keep') || !mayChange(actor, record)) return [];
  const after: FileStep[] = ['schedule', 'order'];
  if (record.status === 'closed') return [];
  if (record.status === 'restored') return after;
  const waiting = await unratified(context, actor.officeId, record.id);
  return ['hearing', ...(waiting.length > 0 ? (['ratify'] as const) : []), ...after];
}

/** What the diary leaves open beyond the ordinary steps. */
function furtherFor(diary: readonly DiaryFact[], transfers: readonly Transfer[], orders: readonly Order[]): FurtherStep[] {
  const made = orders.filter(({ madeAt }) => madeAt !== null);
  const parents = lastOf(diary, 'inquiry.takenAsWithoutParents', 'inquiry.familyCameForward');
  const without = parents?.happening === 'inquiry.takenAsWithoutParents';
  const open: [FurtherStep, boolean][] = [
    ['restoration', made.some(({ type }) => type === 'restoration') && !lastOf(diary, 'found.restored')],
    ['residence', !lastOf(diary, 'found.restored')],
    ['sent', transfers.some(({ sentOn }) => sentOn === null)],
    ['journey', made.some(({ type }) => type === 'escort')],
    ['without-parents', !without],
    ['family', without],
    ['certificate', made.some(({ type }) => type === 'legally-free') && !lastOf(diary, 'inquiry.certificateGiven')],
    ['appeal', made.length > 0],
  ];
  return open.flatMap(([step, is]) => (is ? [step] : []));
}

/** Where the home is, once that is written down and while no transfer is ordered or answered with yes. */
function homeElsewhere(diary: readonly DiaryFact[], transfers: readonly Transfer[]): string | null {
  const home = lastOf(diary, 'inquiry.residenceElsewhere');
  return home && transfers.every(({ answer }) => answer === 'refused') ? home.facts.in : null;
}

const ADULT_MONTHS = 18 * 12;

/** As far as anybody wrote down: by a date of birth, or by the youngest the child can be. Only the Committee finds the age (s.94). */
function isGrownUp(description: Description | undefined, today: Day): boolean {
  if (description?.birthDate) return ageFromBirth(description.birthDate, today).lowMonths >= ADULT_MONTHS;
  return description?.age ? ageOn(description.age, today).lowMonths >= ADULT_MONTHS : false;
}

const fileRoute = page({
  path: '/cwc/:reference/file',
  permission: 'committeeFile.read',
  audit: 'cwc.file',
  purpose: 'production',
  async answer(context, { params }) {
    const reference = readReference(params.reference ?? '');
    const record = reference ? await readToChange(context, reference, 'found') : refuse('web.error.notFound');
    if (isRefusal(record)) return record;
    const { view } = context;
    const description = await readDescription(context, record.id);
    const name = childName(view, description);
    const title = view.t('cwc.file.title', { name, known: name === view.t('children.nameUnknown') ? 'no' : 'yes' });
    const sheet = await sheetShown(context, record);
    const diary = effectiveEntries(await readDiary(context, record.id));
    const orders = await ordersOf(context, record.id);
    const transfers = await transfersOf(context, record.id);
    const steps = sheet ? await stepsFor(context, record) : [];
    const shown = {
      reference: record.reference,
      title,
      grownUp: isGrownUp(description, dayOf(context.now)) && !orders.some(({ type, madeAt }) => type === 'age' && madeAt !== null),
      elsewhere: steps.length > 0 && !lastOf(diary, 'found.restored') ? homeElsewhere(diary, transfers) : null,
      sheet,
      steps,
      further: steps.length > 0 ? furtherFor(diary, transfers, orders) : [],
      reports: await reportsOf(context, record.id),
      moves: {
        transfers,
        journeys: await journeysOf(context, record.id),
        followUps: await followUpsOf(context, record.id),
        appeals: await appealsOf(context, record.id),
        certificate: await certificateOf(context, record.id),
      },
      productions: await productionsOf(context, record.id),
      hearings: await hearingsOf(context, record.id),
      orders,
      spoken: await spokenIn(context, record.stateCode),
      surrendered: (await deedOf(context, record.id)) !== null,
    };
    return show(title, FilePage({ view, shown }));
  },
});

export const fileRoutes: Route[] = [fileRoute];

/** For the Committee, whose sheet it is; nobody else learns that there is one. */
export const filePanel: RecordPanel = {
  kinds: ['found'],
  place: 'main',
  async draw(context, record) {
    if (!context.tools.may(context.actor, 'committeeFile.read') || !mayChange(context.actor, record)) return null;
    const sheet = await sheetShown(context, record);
    return sheet ? FileLink({ view: context.view, sheet }) : null;
  },
};
