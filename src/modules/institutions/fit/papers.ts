// Forms 38 and 39 on paper: the application of a fit facility or person, and the Committee's certificate.
import { isUuid } from '../../../kernel/ids.ts';
import { headOfForm } from '../../../kernel/forms.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Document } from '../../../platform/documents/index.ts';
import { formatDay } from '../../../platform/i18n/index.ts';
import { print } from '../../../web/print-route.ts';
import type { Route } from '../../../web/route.ts';
import type { View } from '../../../web/view.ts';
import type { FitBody } from './fit.ts';
import { readFitBody } from './store.ts';

type Paper = Omit<Document, 'printed'>;

function rowsOf(
  view: View,
  body: FitBody,
  names: readonly ('name' | 'address' | 'serves' | 'places' | 'appliedOn' | 'certificateNumber' | 'validUntil')[],
) {
  const inWords = (value: string | number | null, name: string): string => {
    if (value === null) return '';
    return name === 'appliedOn' || name === 'validUntil' ? formatDay(view, value as Day) : String(value);
  };
  return [
    { term: view.t('institutions.field.fitKind'), value: view.t(`institutions.fitKind.${body.kind}`) },
    ...names.map((name) => ({ term: view.t(`institutions.field.${name}`), value: inWords(body[name], name) })),
  ];
}

const signature = (view: View, designation: string) => ({
  kind: 'signatures' as const,
  of: [{ name: '', designation: view.t(designation), signedAt: null, textHash: null }],
});

export function applicationPaper(view: View, body: FitBody): Paper {
  return {
    form: headOfForm('fit-facility-application'),
    title: view.t('institutions.fit.form38'),
    reference: body.id.slice(-12),
    date: formatDay(view, body.appliedOn),
    parties: [],
    body: [
      { kind: 'definitions', rows: rowsOf(view, body, ['name', 'address', 'serves', 'places', 'appliedOn']) },
      { kind: 'paragraph', text: view.t('institutions.fit.undertakes') },
      signature(view, 'institutions.fit.applicant'),
    ],
  };
}

/** Null while there is no certificate; of a recognition that was withdrawn the paper says so. */
export function certificatePaper(view: View, body: FitBody): Paper | null {
  if (body.certifiedOn === null || body.certificateNumber === null) return null;
  const withdrawn = body.withdrawnOn ? view.t('institutions.fit.withdrawnPaper', { on: formatDay(view, body.withdrawnOn) }) : null;
  return {
    form: headOfForm('fit-facility-certificate'),
    title: view.t('institutions.fit.form39'),
    reference: body.certificateNumber,
    date: formatDay(view, body.certifiedOn),
    parties: [],
    body: [
      ...(withdrawn ? [{ kind: 'paragraph', text: withdrawn } as const] : []),
      { kind: 'definitions', rows: rowsOf(view, body, ['name', 'address', 'serves', 'places', 'certificateNumber', 'validUntil']) },
      { kind: 'paragraph', text: view.t('institutions.fit.recognised') },
      signature(view, 'institutions.fit.chairperson'),
    ],
  };
}

function fitPrint(path: string, audit: string, paperOf: (view: View, body: FitBody) => Paper | null): Route {
  return print({
    path: `/homes/fit/bodies/:fit/${path}.pdf`,
    permission: 'fitBody.read',
    audit,
    purpose: 'oversight',
    async paper(context, { params }) {
      const id = params['fit'] ?? '';
      const body = isUuid(id) ? await readFitBody(context, id) : undefined;
      return (body && paperOf(context.view, body)) ?? refuse('web.error.notFound');
    },
  });
}

export const fitPaperRoutes: readonly Route[] = [
  fitPrint('form-38', 'fitBody.printApplication', applicationPaper),
  fitPrint('form-39', 'fitBody.printCertificate', certificatePaper),
];
