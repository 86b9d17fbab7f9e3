// What heads a printed page: which system, which record, printed when and by whom. Unseen on the screen.
import { formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../view.ts';

export type PrintHeadingProps = { view: View; title: string; reference?: string };

export function PrintHeading({ view, title, reference }: PrintHeadingProps) {
  const by = view.officer ? `${view.officer.name}, ${view.officer.office}` : '';
  return (
    <div class="print-heading" aria-hidden="true">
      <p>
        {view.t('web.name')} · {title}
        {reference ? ` · ${reference}` : ''}
      </p>
      <p>{view.t(by ? 'web.print.printedBy' : 'web.print.printed', { at: formatMoment(view, view.now), by })}</p>
    </div>
  );
}
