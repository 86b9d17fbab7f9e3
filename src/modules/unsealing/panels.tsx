// On a found child's page: the way to ask for what is sealed, and until when something stands open. It tells nobody what there is to open.
import { formatMoment } from '../../platform/i18n/index.ts';
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../children/index.ts';
import { askingsOf } from './store.ts';
import { standingOf } from './unsealing.ts';

async function draw(context: RequestContext, record: ChildRecord) {
  const { view, tools, actor } = context;
  if (actor.kind !== 'officer' || !tools.may(actor, 'sealed.ask')) return null;
  const { t } = view;
  const mine = (await askingsOf(context, record.id)).filter(({ askedBy }) => askedBy === actor.officerId);
  const open = mine.filter((asking) => standingOf(asking, view.now) === 'open');
  return (
    <section class="panel" aria-labelledby="sealed-title">
      <h2 id="sealed-title">{t('unsealing.panel.title')}</h2>
      {open.map((asking) => (
        <p key={asking.id}>
          {t('unsealing.panel.open', { class: t(`unsealing.class.${asking.class}`), until: formatMoment(view, asking.openUntil!) })}
        </p>
      ))}
      <p>
        <a href={`/found/${record.reference}/sealed`}>{t('unsealing.panel.ask')}</a>
      </p>
    </section>
  );
}

export const panels: readonly RecordPanel[] = [{ kinds: ['found'], place: 'side', draw }];
