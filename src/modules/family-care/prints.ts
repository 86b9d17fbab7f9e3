// Forms 30 to 37 on paper: a paper as it was handed in, and the order of a placing as it runs.
import { headOfForm } from '../../kernel/forms.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Document } from '../../platform/documents/index.ts';
import { formatDay, formatMoment } from '../../platform/i18n/index.ts';
import { print } from '../../web/print-route.ts';
import type { Route } from '../../web/route.ts';
import type { View } from '../../web/view.ts';
import { type Description, childName } from '../children/index.ts';
import { seenChild } from './desk-placings.ts';
import { paperTitle } from './desk-papers.ts';
import type { FosterFamily } from './families/family.ts';
import { readFamily } from './families/family-store.ts';
import { answerInWords } from './pages/paper-page.tsx';
import { rupees } from './pages/words.tsx';
import { type OpenedPaper, openPaper } from './papers/actions.ts';
import type { PaperAnswers } from './papers/paper.ts';
import { papers, sectionsOf } from './papers/paper-fields.ts';
import { answersAt } from './papers/paper-store.ts';
import { type Placing, completes } from './placings/placing.ts';

type Paper = Omit<Document, 'printed'>;

/** Every field stands on it; what was left empty prints a line. */
export function paperOnPaper(view: View, { paper, owner }: OpenedPaper, title: string, answers: PaperAnswers): Paper {
  const { t } = view;
  const { purpose, fields } = papers[paper.kind];
  const handedIn = paper.submittedAt!;
  return {
    form: purpose ? headOfForm(purpose) : null,
    title,
    reference: owner.of === 'child' ? owner.record.reference : paper.id.slice(-12),
    date: formatDay(view, dayOf(handedIn)),
    parties: [],
    body: [
      ...sectionsOf(paper.kind).flatMap((section) => [
        { kind: 'heading', text: t(`family-care.section.${section}`) } as const,
        {
          kind: 'definitions',
          rows: fields
            .filter((field) => field.section === section)
            .map((field) => {
              const value = answers.get(field.name)?.value;
              return { term: t(`family-care.field.${field.name}`), value: value ? answerInWords(view, field, value) : '' };
            }),
        } as const,
      ]),
      {
        kind: 'signatures',
        of: [
          ...whoPromise(view, paper, answers),
          { name: paper.submittedBy ?? '', designation: t('family-care.worker'), signedAt: formatMoment(view, handedIn), textHash: null },
        ],
      },
    ],
  };
}

/** Room for those who sign an undertaking by hand: the applicants, and the witness. */
function whoPromise({ t }: View, { kind }: OpenedPaper['paper'], answers: PaperAnswers) {
  if (kind !== 'foster-undertaking') return [];
  return ['firstName', 'secondName', 'witness'].flatMap((field) => {
    const name = answers.get(field)?.value;
    return name ? [{ name, designation: t(`family-care.field.${field}`), signedAt: null, textHash: null }] : [];
  });
}

const orderForms = { foster: 'foster-order', sponsorship: 'sponsorship-order', aftercare: 'aftercare-order', kinship: null } as const;

export type Ordered = { placing: Placing; reference: string; description: Description | undefined; family: FosterFamily | undefined };

/** Forms 32, 36 and 37: what was ordered, for whom, from when, and how it is paid. The members' signatures stand on the Committee's own order of that number. */
export function orderOnPaper(view: View, { placing, reference, description, family }: Ordered): Paper {
  const { t } = view;
  const { kind, words, orderWords, amount, pays } = placing;
  const purpose = orderForms[kind];
  const grown = kind === 'aftercare' ? completes(description?.age ?? null, 18) : null;
  const rows: [string, string | null | undefined][] = [
    ['order', placing.orderNumber],
    ['form', placing.form && t(`family-care.form.${placing.form}`)],
    ['carerName', words.carerName ?? family?.words.name],
    ['relation', words.relation && t(`family-care.relation.${words.relation}`)],
    ['address', words.address ?? family?.words.address],
    ['organisation', words.organisation],
    ['eighteenOn', grown && formatDay(view, grown.earliest)],
    ['fromOn', placing.fromOn && formatDay(view, placing.fromOn)],
    ['toOn', placing.toOn ? formatDay(view, placing.toOn) : ''],
    ['pays', pays && t(`family-care.pays.${pays}`)],
    ['amount', amount ? rupees(amount) : null],
    ['purposes', placing.purposes.map((one) => t(`family-care.purpose.${one}`)).join('; ')],
    ['holder', orderWords.holder],
    ['account', orderWords.account],
    ['branch', orderWords.branch],
    ['operator', orderWords.operator],
  ];
  return {
    form: purpose ? headOfForm(purpose) : null,
    title: t(`family-care.kind.${kind}`),
    reference,
    date: placing.fromOn ? formatDay(view, placing.fromOn) : '',
    parties: [{ role: t('family-care.column.child'), name: childName(view, description) }],
    body: [
      { kind: 'definitions', rows: rows.flatMap(([name, value]) => (value === null || value === undefined ? [] : [{ term: t(`family-care.field.${name}`), value }])) },
      { kind: 'conditions', items: conditionsOf(kind).map((name) => t(`family-care.condition.${name}`)) },
      { kind: 'paragraph', text: t('family-care.condition.signed', { number: placing.orderNumber ?? '' }) },
    ],
  }; // prettier-ignore
}

function conditionsOf(kind: Placing['kind']): readonly string[] {
  if (kind === 'sponsorship') return ['for-the-child', 'reviewed', 'stops'];
  if (kind === 'foster') return ['visited', 'abuse', 'returned'];
  return kind === 'aftercare' ? ['reported', 'until'] : ['visited'];
}

function printOf(base: string, audited: string): Route {
  return print({
    path: `${base}/papers/:paper/print.pdf`,
    permission: 'familyCare.read',
    audit: `${audited}.printPaper`,
    purpose: 'care',
    async paper(context, { params }) {
      const opened = await openPaper(context, params);
      if (isRefusal(opened)) return opened;
      if (opened.paper.submittedAt === null) return refuse('web.error.notFound');
      const answers = await answersAt(context, opened.paper.id, opened.paper.version);
      return paperOnPaper(context.view, opened, await paperTitle(context, opened, true), answers);
    },
  });
}

export const printRoutes: readonly Route[] = [
  printOf('/found/:reference/family-care', 'familyCare.child'),
  printOf('/family-care/families/:family', 'familyCare.family'),
  print({
    path: '/found/:reference/family-care/placings/:placing/order.pdf',
    permission: 'familyCare.read',
    audit: 'familyCare.printOrder',
    purpose: 'care',
    async paper(context, { params }) {
      const seen = await seenChild(context, params);
      if (isRefusal(seen)) return seen;
      const placing = seen.placings.find(({ id }) => id === params['placing']);
      if (!placing || placing.fromOn === null) return refuse('web.error.notFound');
      const family = placing.familyId ? await readFamily(context, placing.familyId) : undefined;
      return orderOnPaper(context.view, { placing, reference: seen.record.reference, description: seen.description, family });
    },
  }),
];
