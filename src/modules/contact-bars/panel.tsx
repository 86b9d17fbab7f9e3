// On a child's page: from whom the child is kept, whether that person asked, and the way to write it down.
import { formatMoment } from '../../platform/i18n/index.ts';
import type { RequestContext } from '../../web/route.ts';
import { type ChildRecord, type RecordPanel, mayChange, recordPath } from '../children/index.ts';
import { barsOfRecord } from './bar-store.ts';
import type { Bar } from './bar.ts';

/** What a child said of somebody at home is for the Committee and whoever holds the record. */
function mayReadWords({ actor }: RequestContext, record: ChildRecord): boolean {
  return actor.kind === 'officer' && (actor.officeKind === 'cwc' || actor.officeId === record.officeId);
}

/** The Committee's, and not by whoever wrote it down. */
function mayLift({ actor, tools }: RequestContext, bar: Bar): boolean {
  return actor.kind === 'officer' && bar.lifted === null && bar.recordedBy !== actor.officerId && tools.may(actor, 'committeeFile.keep');
}

function drawBar(context: RequestContext, record: ChildRecord, bar: Bar) {
  const { view } = context;
  const { t } = view;
  return (
    <div key={bar.id}>
      <p class={bar.lifted ? '' : 'alert refused'}>{t(`contact-bars.panel.${bar.ground}`, { when: formatMoment(view, bar.recordedAt) })}</p>
      {mayReadWords(context, record) ? (
        <p dir="auto">
          {bar.words.who}: <q>{bar.words.because}</q>
        </p>
      ) : null}
      {bar.lifted ? (
        <p dir="auto">
          {t('contact-bars.lift.lifted', { who: bar.lifted.by, when: formatMoment(view, bar.lifted.at) })} <q>{bar.lifted.because}</q>
        </p>
      ) : null}
      {mayLift(context, bar) ? (
        <p>
          <a href={`${recordPath(record)}/contact-bar/lift`}>{t('contact-bars.lift.title')}</a>
        </p>
      ) : null}
      {bar.asks.map(({ aboutKind, askedAt }, index) => (
        <p key={index}>{t(`contact-bars.panel.asked.${aboutKind}`, { when: formatMoment(view, askedAt) })}</p>
      ))}
    </div>
  );
}

async function draw(context: RequestContext, record: ChildRecord) {
  const { view, tools, actor } = context;
  if (actor.kind !== 'officer') return null;
  const bars = await barsOfRecord(context, record.id);
  const permission = record.kind === 'missing' ? 'missingReport.act' : 'foundChild.act';
  const records = tools.may(actor, permission) && mayChange(actor, record) && record.closedAt === null;
  if (bars.length === 0 && !records) return null;
  return (
    <section class="panel" aria-labelledby="contact-bar-title">
      <h2 id="contact-bar-title">{view.t('contact-bars.panel.title')}</h2>
      {bars.map((bar) => drawBar(context, record, bar))}
      {records ? (
        <p>
          <a href={`${recordPath(record)}/contact-bar`}>{view.t('contact-bars.panel.add')}</a>
        </p>
      ) : null}
    </section>
  );
}

export const panels: readonly RecordPanel[] = [{ kinds: ['missing', 'found'], place: 'side', draw }];
