// The addresses of a home's papers: those of a child for who may read where the child lives, those of a visit for who may read visits.
import { readReference } from '../../../kernel/reference.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type PrintRoute, print } from '../../../web/print-route.ts';
import type { RequestContext, Route } from '../../../web/route.ts';
import { type ChildRecord, childName, readDescription, readRecord } from '../../children/index.ts';
import { findingsOf, visitsOf } from '../inspections/store.ts';
import { staysOf } from '../nights/overnight-store.ts';
import { homeSeen } from '../register/desk.ts';
import { absencesOf } from '../residents/store.ts';
import { leavePaper, overnightPaper, visitPaper } from './papers.ts';

type Paper = Exclude<Awaited<ReturnType<PrintRoute['paper']>>, { refused: true }>;
type Drawn = { context: RequestContext; record: ChildRecord; subject: { name: string; reference: string } };

function ofAChild(form: string, audit: string, draw: (drawn: Drawn) => Promise<Paper>): Route {
  return print({
    path: `/residents/:reference/${form}.pdf`,
    permission: 'resident.read',
    audit: `resident.${audit}`,
    purpose: 'care',
    async paper(context, { params }) {
      const reference = readReference(params.reference ?? '');
      const record = reference ? await readRecord(context, { reference }, 'found') : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const name = childName(context.view, await readDescription(context, record.id));
      return draw({ context, record, subject: { name, reference: record.reference } });
    },
  });
}

export const homePaperRoutes: readonly Route[] = [
  ofAChild('form-42', 'printOvernight', async ({ context, record, subject }) =>
    overnightPaper(context.view, subject, (await staysOf(context, record.id)).at(-1)),
  ),
  ofAChild('form-41', 'printLeave', async ({ context, record, subject }) => {
    const absences = await absencesOf(context, record.id);
    return leavePaper(
      context.view,
      subject,
      absences.findLast(({ kind }) => kind === 'leave'),
    );
  }),
  print({
    path: '/homes/:office/form-46.pdf',
    permission: 'institution.read',
    audit: 'inspections.print',
    purpose: 'oversight',
    async paper(context, { params, query }) {
      const office = await homeSeen(context, params.office ?? '');
      if (!office) return refuse('web.error.notFound');
      const visit = (await visitsOf(context, office.id)).find(({ id }) => id === query.visit) ?? null;
      const found = visit ? (await findingsOf(context, office.id)).filter(({ inspectionId }) => inspectionId === visit.id) : [];
      return visitPaper(context.view, office.name, visit, found);
    },
  }),
];
