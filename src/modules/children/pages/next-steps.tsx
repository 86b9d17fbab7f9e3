// What to do next on a record: what is owed now, as buttons; what else may be done, folded away as plain links.
import type { View } from '../../../web/view.ts';
import type { DrawnPanels } from '../panels.ts';

export type Step = { href: string; label: string };

/** `others` that a panel offers already are left out. */
export function NextSteps({ view, panels, others }: { view: View; panels: DrawnPanels; others: readonly Step[] }) {
  const { t } = view;
  const left = others.filter(({ href }) => !panels.offered.has(href.split('?')[0]!));
  if (panels.next.length + left.length === 0) return null;
  return (
    <section class="next-steps" aria-labelledby="next">
      <h2 id="next">{t('children.next.title')}</h2>
      {panels.next.length > 0 ? panels.next : <p>{t('children.next.nothing')}</p>}
      {left.length > 0 ? (
        <details>
          <summary>{t('children.next.others', { count: left.length })}</summary>
          <ul class="plain steps">
            {left.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
