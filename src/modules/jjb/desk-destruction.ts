// The desk’s pages of destroying the records of a case, the papers to print, and the tie to a Committee's record.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { addMonths, dayOf } from '../../kernel/time.ts';
import { formatDay } from '../../platform/i18n/index.ts';
import { print } from '../../web/print-route.ts';
import { type Route, form, redirect, show } from '../../web/route.ts';
import { periodOf, spanOf } from '../journals/index.ts';
import { openCase } from './actions.ts';
import { agree, orderDestruction } from './destruction.ts';
import { destructionOf } from './destruction-store.ts';
import { quarterOf } from './figures.ts';
import { agreementSchema, destructionSchema, tieSchema } from './form.ts';
import { casePath } from './pages/board-page.tsx';
import { DestroyPage, TiePage } from './pages/destroy-page.tsx';
import { papersOf } from './paper-store.ts';
import { destructionCertificate, formPaper, quarterPaper } from './papers.ts';
import { destroyedOn, mayBeOrdered } from './proceeding.ts';
import { datedCases, homeNames, tieToRecord } from './vault-store.ts';

const ground = { permission: 'conflict.destroy', purpose: 'conflict' } as const;

const orderRoute = form({
  path: '/board/cases/:proceeding/destroy',
  ...ground,
  audit: 'conflict.destroy',
  schema: destructionSchema,
  async show(context, { params, values, errors }) {
    const opened = await openCase(context, params['proceeding']);
    if (isRefusal(opened)) return opened;
    const { proceeding } = opened;
    if (!mayBeOrdered(proceeding, context.now)) return refuse('jjb.error.notNow');
    const { view } = context;
    const on = formatDay(view, destroyedOn(proceeding)!);
    return show(view.t('jjb.destroy.order'), DestroyPage({ view, form: { values, errors }, proceeding, on }));
  },
  async save(context, { params, draft }) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const ordered = await orderDestruction(context, context.actor, params['proceeding'], draft);
    return isRefusal(ordered) ? ordered : redirect(casePath(ordered), 'jjb.done.ordered');
  },
});

const agreeRoute = form({
  path: '/board/cases/:proceeding/destroy/agree',
  ...ground,
  audit: 'conflict.agree',
  schema: agreementSchema,
  async save(context, { params }) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const agreed = await agree(context, context.actor, params['proceeding']);
    return isRefusal(agreed) ? agreed : redirect(casePath(agreed), 'jjb.done.agreed');
  },
});

const certificateRoute = print({
  path: '/board/cases/:proceeding/certificate.pdf',
  ...ground,
  audit: 'conflict.certificate',
  async paper(context, { params }) {
    const opened = await openCase(context, params['proceeding']);
    if (isRefusal(opened)) return opened;
    const destruction = await destructionOf(context, opened.proceeding.id);
    return (destruction && destructionCertificate(context.view, opened.proceeding, destruction)) ?? refuse('web.error.notFound');
  },
});

const paperRoute = print({
  path: '/board/cases/:proceeding/papers/:paper.pdf',
  permission: 'conflict.read',
  purpose: 'conflict',
  audit: 'conflict.print',
  async paper(context, { params }) {
    const opened = await openCase(context, params['proceeding']);
    if (isRefusal(opened)) return opened;
    const { proceeding, key } = opened;
    const paper = (await papersOf(context, proceeding.id, key)).find(({ id }) => id === params['paper']);
    return (
      (paper && formPaper(context.view, proceeding, paper, await homeNames(context, proceeding.stateCode))) ?? refuse('web.error.notFound')
    );
  },
});

/** The quarter that was over last, for the Magistrate and the District Magistrate (s.16(3)). */
const quarterRoute = print({
  path: '/board/form-12.pdf',
  permission: 'conflict.decide',
  purpose: 'conflict',
  audit: 'conflict.quarter',
  async paper(context) {
    const { actor, view, now } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const period = periodOf('quarter', addMonths(dayOf(now), -3));
    const span = spanOf(period)!;
    return quarterPaper(view, actor.officeName, period, quarterOf(await datedCases(context, span.from), span), actor.name);
  },
});

/** Answers the same whether there is such a record or not. */
const tieRoute = form({
  path: '/board/cases/:proceeding/same-child',
  permission: 'conflict.decide',
  purpose: 'conflict',
  audit: 'conflict.sameChild',
  schema: tieSchema,
  async show(context, { params, values, errors }) {
    const opened = await openCase(context, params['proceeding']);
    if (isRefusal(opened)) return opened;
    const { view } = context;
    return show(view.t('jjb.tie.title'), TiePage({ view, form: { values, errors }, proceeding: opened.proceeding }));
  },
  async save(context, { params, draft }): Promise<ReturnType<typeof redirect> | Refusal> {
    const opened = await openCase(context, params['proceeding'], 'write');
    if (isRefusal(opened)) return opened;
    await tieToRecord(context, opened.proceeding.id, draft.committeeReference.toUpperCase());
    return redirect(casePath(opened.proceeding), 'jjb.done.tied');
  },
});

export const destructionRoutes: readonly Route[] = [orderRoute, agreeRoute, certificateRoute, paperRoute, quarterRoute, tieRoute];
