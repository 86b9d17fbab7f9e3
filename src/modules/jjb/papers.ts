// What is printed of a case: the orders, bonds and reports on the forms of the rules, and the certificate that the records were destroyed.
import { headOfForm } from '../../kernel/forms.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Document } from '../../platform/documents/index.ts';
import { formatDay, formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import type { Destruction } from './destruction-store.ts';
import { periodInWords } from '../journals/index.ts';
import type { Quarter } from './figures.ts';
import { type Names, linesOf } from './pages/words.tsx';
import type { Paper } from './paper-store.ts';
import { type Proceeding, ages, gravities, numberOf } from './proceeding.ts';
import { stepByCode } from './steps/all.ts';

type Printed = Omit<Document, 'printed'>;

/** Null for a paper that is on no form of the rules, or whose words are destroyed. */
export function formPaper(view: View, proceeding: Proceeding, paper: Paper, names: Names): Printed | null {
  const { t } = view;
  const step = stepByCode(paper.kind);
  const { identity } = proceeding;
  if (!step?.form || !paper.said || !paper.madeAt || !identity) return null;
  const unsigned = { signedAt: null, textHash: null };
  const signers = paper.bench.length > 0 ? paper.bench : [{ name: paper.byOfficer, ...unsigned }];
  return {
    form: headOfForm(step.form),
    title: t(`jjb.step.${step.code}`),
    reference: numberOf(proceeding),
    date: formatDay(view, dayOf(paper.happenedAt)),
    parties: [
      { role: t('jjb.field.name'), name: identity.name },
      ...(identity.guardian ? [{ role: t('jjb.field.guardian'), name: identity.guardian }] : []),
      { role: t('jjb.field.board'), name: proceeding.boardName },
    ],
    body: [
      { kind: 'definitions', rows: [...linesOf(view, step.fields, paper.said, names)] },
      {
        kind: 'signatures',
        of: [
          ...whoBinds(view, paper, identity.name),
          ...signers.map(({ name, signedAt, textHash }) => ({
            name,
            designation: paper.byOffice,
            signedAt: signedAt && formatMoment(view, signedAt),
            textHash,
          })),
        ],
      },
    ],
  };
}

/** A bond or an undertaking is signed by whoever gives it, before whoever takes it: a parent or guardian, or on Form 9 the child. */
function whoBinds({ t }: View, { kind, said }: Paper, child: string) {
  const parent = said?.['givenBy'];
  const name = kind === 'bond-of-child' ? child : parent;
  return name ? [{ name: String(name), designation: t('jjb.field.givenBy'), signedAt: null, textHash: null }] : [];
}

/** Of a case nothing is known of any more but its number and its days. */
export function destructionCertificate(view: View, proceeding: Proceeding, destruction: Destruction): Printed | null {
  const { t } = view;
  const { carriedOutAt, agreedBy, orderedBy } = destruction;
  if (!carriedOutAt || !agreedBy) return null;
  const row = (name: string, value: string) => ({ term: t(`jjb.field.${name}`), value });
  return {
    form: null,
    title: t('jjb.destroy.certificate'),
    reference: numberOf(proceeding),
    date: formatDay(view, dayOf(carriedOutAt)),
    parties: [{ role: t('jjb.field.board'), name: proceeding.boardName }],
    body: [
      { kind: 'paragraph', text: t('jjb.destroy.certified', { number: numberOf(proceeding), when: formatMoment(view, carriedOutAt) }) },
      {
        kind: 'definitions',
        rows: [
          row('ground', t(`jjb.ground.${destruction.ground}`)),
          row('papersDestroyed', String(destruction.papers ?? 0)),
          row('keyDestroyed', t('jjb.yes')),
        ],
      },
      { kind: 'paragraph', text: t('jjb.destroy.freshStart') },
      {
        kind: 'signatures',
        of: [orderedBy, agreedBy].map((name) => ({ name, designation: proceeding.boardName, signedAt: null, textHash: null })),
      },
    ],
  };
}

/** Form 12: of a quarter that is over, numbers alone. */
export function quarterPaper(view: View, boardName: string, period: string, quarter: Quarter, signer: string): Printed {
  const { t } = view;
  const row = (name: string, value: number) => ({ term: t(`jjb.quarter.${name}`), value: String(value) });
  return {
    form: headOfForm('board-quarterly-return'),
    title: t('jjb.quarter.title'),
    reference: period,
    date: periodInWords(view, period),
    parties: [{ role: t('jjb.field.board'), name: boardName }],
    body: [
      { kind: 'definitions', rows: [row('opening', quarter.opening), row('produced', quarter.produced), row('closing', quarter.closing)] },
      { kind: 'heading', text: t('jjb.quarter.ended') },
      quarter.ended.length > 0
        ? { kind: 'definitions', rows: quarter.ended.map(({ how, count }) => ({ term: t(`jjb.disposal.${how}`), value: String(count) })) }
        : { kind: 'paragraph', text: t('jjb.quarter.noneEnded') },
      { kind: 'heading', text: t('jjb.pendency.why') },
      {
        kind: 'table',
        columns: [t('jjb.column.age'), ...gravities.map((one) => t(`jjb.gravity.${one}`))],
        rows: ages.map((age) => [t(`jjb.age.${age}`), ...gravities.map((one) => String(quarter.pending[age][one]))]),
      },
      { kind: 'signatures', of: [{ name: signer, designation: boardName, signedAt: null, textHash: null }] },
    ],
  };
}
