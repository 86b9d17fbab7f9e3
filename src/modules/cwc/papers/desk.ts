// The addresses of the Committee's papers: each a page like any other, for those who may read what it prints.
import { isUuid } from '../../../kernel/ids.ts';
import { readReference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { wordsIn } from '../../../platform/i18n/index.ts';
import { type Printable, print } from '../../../web/print-route.ts';
import type { Params, RequestContext, Route } from '../../../web/route.ts';
import { type ChildRecord, type Description, childName, readDescription, readToChange } from '../../children/index.ts';
import { signaturePictures } from '../../officers/index.ts';
import { certificateOf, surrenderOf } from '../adoption/adoption-store.ts';
import { ordersOf, readOrder } from '../orders/order-store.ts';
import { sheetShown } from '../schedule/desk.ts';
import { hearingsOf } from '../sittings/sitting-store.ts';
import { answersAt, readReport, reportsOf } from '../social-reports/report-store.ts';
import { productionsOf } from '../store.ts';
import { type Child, certificatePaper, reportPaper, sheetPaper, summaryPaper, surrenderPaper } from './file-papers.ts';
import { orderPaper } from './order-paper.ts';

type Drawn = { context: RequestContext; record: ChildRecord; child: Child; description: Description | undefined; params: Params };

function paperRoute(
  path: string,
  name: string,
  draw: (drawn: Drawn) => Promise<Printable | null>,
  permission = 'committeeFile.read',
): Route {
  return print({
    path: `/cwc/:reference/${path}.pdf`,
    permission,
    inPrintLanguages: true,
    audit: `cwc.print.${name}`,
    purpose: 'production',
    async paper(context, { params }): Promise<Printable | Refusal> {
      const reference = readReference(params['reference'] ?? '');
      const record = reference ? await readToChange(context, reference, 'found') : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const description = await readDescription(context, record.id);
      const child = { name: childName(context.view, description), reference: record.reference };
      const drawn = { context, record, child, description, params };
      return (await draw(drawn)) ?? refuse('web.error.notFound');
    },
  });
}

const idOf = (value: string | undefined): string => (value && isUuid(value) ? value : '00000000-0000-0000-0000-000000000000');

async function surrender(which: 'application' | 'deed', { context, record, child }: Drawn): Promise<Printable | null> {
  const known = await surrenderOf(context, record.id);
  return known ? surrenderPaper(context.view, child, which, known) : null;
}

export const paperRoutes: Route[] = [
  paperRoute('form-15', 'summary', async ({ context, record, child }) =>
    summaryPaper(context.view, child, {
      productions: await productionsOf(context, record.id),
      hearings: await hearingsOf(context, record.id),
      orders: await ordersOf(context, record.id),
      reports: await reportsOf(context, record.id),
    }),
  ),
  paperRoute('form-26', 'sheet', async ({ context, record, child }) => {
    const sheet = await sheetShown(context, record);
    return sheet ? sheetPaper(context.view, child, sheet) : null;
  }),
  paperRoute(
    'orders/:order/order',
    'order',
    async ({ context, record, description, params }) => {
      const order = await readOrder(context, record.id, idOf(params['order']));
      if (!order) return null;
      const view = { ...context.view, ...wordsIn(order.language) }; // what was signed, and the words around it, are of one language
      const pictures = await signaturePictures(
        context,
        order.signers.flatMap(({ signatureId }) => signatureId ?? []),
      );
      return { ...orderPaper(view, { order, childName: childName(view, description), pictures }), language: order.language };
    },
    'committeeOrder.read',
  ),
  paperRoute('reports/:report/form-22', 'report', async ({ context, record, child, params }) => {
    const report = await readReport(context, record.id, idOf(params['report']));
    if (!report?.submittedAt) return null;
    return reportPaper(context.view, child, report, await answersAt(context, report.id, report.version, 'open-only'));
  }),
  paperRoute('form-25', 'certificate', async ({ context, record, child }) => {
    const certificate = await certificateOf(context, record.id);
    const order = certificate && (await readOrder(context, record.id, certificate.orderId));
    return certificate && order ? certificatePaper(context.view, child, certificate, order) : null;
  }),
  paperRoute('form-23', 'application', (drawn) => surrender('application', drawn)),
  paperRoute('form-24', 'deed', (drawn) => surrender('deed', drawn)),
];
