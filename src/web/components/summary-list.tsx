// Facts as pairs of a name and a value; used for checking answers before sending and for a record's particulars.
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';

/** A `null` value reads "not known". `changeHref` puts a "Change" link beside it. */
export type SummaryRow = { label: string; value: ComponentChildren | null; changeHref?: string };

export function SummaryList({ view, rows }: { view: View; rows: readonly SummaryRow[] }) {
  return (
    <dl class="summary">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value ?? <span class="quiet-text">{view.t('web.unknown')}</span>}</dd>
          {row.changeHref ? (
            <dd class="change">
              <a href={row.changeHref}>
                {view.t('web.change')} <span class="unseen">{row.label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
