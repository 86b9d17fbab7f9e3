// The ends of the Committee's file: what further may be done, and its papers; and how a part of the file stands under its heading.
import type { ComponentChildren } from 'preact';
import { PrintLanguages } from '../../../web/print-languages.tsx';
import type { View } from '../../../web/view.ts';
import type { FileShown } from './file-page.tsx';

export function Contents({ title, count, children }: { title: string; count: number; children: ComponentChildren }) {
  if (count === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Further({ view, shown }: { view: View; shown: FileShown }) {
  const { t } = view;
  return (
    <Contents title={t('cwc-moves.steps')} count={shown.further.length}>
      <ul>
        {shown.further.map((step) => (
          <li key={step}>
            <a href={`/cwc/${shown.reference}/${step}`}>
              {t(step === 'restoration' ? 'cwc.action.restoration' : `cwc-moves.${step}.save`)}
            </a>
          </li>
        ))}
      </ul>
    </Contents>
  );
}

export function Papers({ view, shown }: { view: View; shown: FileShown }) {
  const papers = [
    ['15', true],
    ['26', shown.sheet !== null],
    ['25', shown.moves.certificate !== undefined],
    ['23', shown.surrendered],
    ['24', shown.surrendered],
  ] as const;
  return (
    <Contents title={view.t('cwc-papers.title')} count={papers.length}>
      <ul>
        {papers
          .filter(([, kept]) => kept)
          .map(([number]) => (
            <li key={number}>
              <a href={`/cwc/${shown.reference}/form-${number}.pdf`}>{view.t('cwc-papers.print', { form: number })}</a>
              <PrintLanguages href={`/cwc/${shown.reference}/form-${number}.pdf`} spoken={shown.spoken} />
            </li>
          ))}
      </ul>
    </Contents>
  );
}
