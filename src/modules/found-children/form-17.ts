// Form 17 on paper: the report that goes with the child to the Committee, as it was filed (MR r.18(2), 19(25)).
import { headOfForm } from '../../kernel/forms.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Document } from '../../platform/documents/index.ts';
import { formatDay, formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import { type ChildRecord, type Description, childName, descriptionLines } from '../children/index.ts';
import { type FactLine, findingInWords, reportInWords } from './facts-in-words.ts';
import type { FoundChild } from './found-child.ts';
import type { ProductionReport } from './production-report.ts';

type Given = {
  record: ChildRecord;
  description: Description | undefined;
  found: FoundChild;
  report: ProductionReport;
  homeDistrictName: string | null;
};

const rows = (lines: readonly FactLine[]) => lines.map(({ label, value }) => ({ term: label, value }));

function section(heading: string, lines: readonly FactLine[]): Document['body'] {
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'definitions', rows: rows(lines) },
  ];
}

/** The child as described today: what was written down since the report is said to be so. */
function theChild(view: View, { record, description, report, homeDistrictName }: Given): Document['body'] {
  const lines = description ? descriptionLines(view, description, homeDistrictName) : [];
  const since = record.version > report.describedVersion;
  return [
    ...section(
      view.t('found-children.record.child'),
      lines.map(({ label, values }) => ({ label, value: values.join('\n') })),
    ),
    ...(since ? [{ kind: 'paragraph', text: view.t('found-children.form17.describedSince') } as const] : []),
  ];
}

export function form17(view: View, given: Given): Omit<Document, 'printed'> {
  const { t } = view;
  const { record, report, found } = given;
  const { producer, parents, production } = reportInWords(view, report);
  const foundAt = { label: t('found-children.form17.foundAt'), value: formatMoment(view, record.happenedAt) };
  return {
    form: headOfForm('production-report'),
    title: t('found-children.form17.paper'),
    reference: record.reference,
    date: formatDay(view, dayOf(report.filedAt)),
    parties: [{ role: t('found-children.form17.child'), name: childName(view, given.description) }],
    body: [
      ...section(t('found-children.form17.producer'), producer),
      ...section(t('found-children.form17.production'), production),
      ...theChild(view, given),
      ...section(t('found-children.record.found'), [
        foundAt,
        ...findingInWords(view, { ...found, effortsToTrace: null, closingReasons: null }),
      ]),
      ...section(t('found-children.form17.parents'), parents),
      { kind: 'heading', text: t('found-children.field.effortsToTrace') },
      { kind: 'paragraph', text: report.effortsToTrace },
      {
        kind: 'signatures',
        of: [
          { name: childName(view, given.description), designation: t('found-children.form17.child'), signedAt: null, textHash: null },
          {
            name: report.producerName,
            designation: [report.producerDesignation, report.producerOrganisation].filter(Boolean).join(', '),
            signedAt: null,
            textHash: null,
          },
        ],
      },
    ],
  };
}
