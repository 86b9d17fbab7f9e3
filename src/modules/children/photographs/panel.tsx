// The photographs of a record at the desk: of each when it was taken, from whom it came, and with which other record the same picture was sent. Whoever sent
// it is told nothing of that.
import { type Day, type Instant, dayOf, instantAt } from '../../../kernel/time.ts';
import { formatAgo, formatDay } from '../../../platform/i18n/index.ts';
import type { RequestContext } from '../../../web/route.ts';
import type { View } from '../../../web/view.ts';
import type { RecordPanel } from '../panels.ts';
import { type ChildRecord, readPermissions, recordPath } from '../record.ts';
import { peekRecords } from '../store.ts';
import { RecordPhotograph } from '../pages/photograph.tsx';
import { type Likeness, likenessesOf } from './likeness-store.ts';
import { type Photograph, photographsOf } from './photograph-store.ts';

type Sent = Pick<Likeness, 'recalled'> & { /** Null: not this officer's to read. */ other: ChildRecord | null };

/** "taken 3 Mar 2025, last year": how old a face is decides how much it has changed. */
function takenWords(view: View, { takenOn, addedAt }: { takenOn: Day | null; addedAt: Instant }): string {
  if (!takenOn) return view.t('children.photographs.takenUnknown', { day: formatDay(view, dayOf(addedAt)) });
  return view.t('children.photographs.taken', {
    day: formatDay(view, takenOn),
    ago: formatAgo(view, instantAt(takenOn, '12:00'), view.now),
  });
}

function SentToo({ view, sent: { other, recalled } }: { view: View; sent: Sent }) {
  const { t } = view;
  return (
    <p>
      <strong>
        {other ? (
          <>
            {t('children.photographs.alsoWith')} <a href={recordPath(other)}>{other.reference}</a>
          </>
        ) : (
          t('children.photographs.alsoHidden')
        )}
      </strong>
      {recalled ? <> {t('children.photographs.recalled')}</> : null}
    </p>
  );
}

type Props = { view: View; photographs: readonly Photograph[]; sentToo: ReadonlyMap<string, readonly Sent[]> };

export function PhotographsPanel({ view, photographs, sentToo }: Props) {
  const { t } = view;
  return (
    <section>
      <h2>{t('children.photographs.title')}</h2>
      {photographs.map((photograph) => (
        <div key={photograph.id}>
          <RecordPhotograph view={view} name={photograph.name} />{' '}
          {photograph.croppedFrom ? t('children.photographs.cropped') : takenWords(view, photograph)}
          {(sentToo.get(photograph.id) ?? []).map((sent, at) => (
            <SentToo key={at} view={view} sent={sent} />
          ))}
        </div>
      ))}
    </section>
  );
}

/** By the picture they are of. A kind of record the officer's role may not read is as one that cannot be seen. */
async function sentTooOf(context: RequestContext, record: ChildRecord): Promise<Map<string, Sent[]>> {
  const { actor, tools } = context;
  const likenesses = await likenessesOf(context, record.id);
  const others = await peekRecords(
    context,
    likenesses.flatMap(({ otherRecordId }) => otherRecordId ?? []),
  );
  const readable = new Map(others.filter(({ kind }) => tools.may(actor, readPermissions[kind])).map((other) => [other.id, other]));
  const sent = likenesses.map((one) => ({ ...one, other: (one.otherRecordId && readable.get(one.otherRecordId)) || null }));
  return Map.groupBy(sent, ({ photographId }) => photographId);
}

async function draw(context: RequestContext, record: ChildRecord) {
  const photographs = (await photographsOf(context, [record.id])).get(record.id) ?? [];
  if (photographs.length === 0) return null;
  return PhotographsPanel({ view: context.view, photographs, sentToo: await sentTooOf(context, record) });
}

export const panels: readonly RecordPanel[] = [{ kinds: ['missing', 'found'], place: 'side', draw }];
