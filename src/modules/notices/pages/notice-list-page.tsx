// Children still missing near a place: a place must be named, twenty a page, newest first.
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { Params } from '../../../web/route.ts';
import type { View } from '../../../web/view.ts';
import { type State, placeName } from '../../places/index.ts';
import type { PublicNotice } from '../store.ts';
import { noticeLines } from '../words.ts';

type NoticeListProps = {
  view: View;
  states: readonly State[];
  query: Params;
  placeName: string | null;
  notices: readonly PublicNotice[];
  /** Where the next page starts, if there is one. */
  /** Where the next page begins. */
  older: string | null;
};

function Card({ view, notice }: { view: View; notice: PublicNotice }) {
  const [first, ...rest] = noticeLines(view, notice);
  return (
    <li class="card">
      <a href={`/missing/${notice.publicId}`}>{notice.name ?? first?.[1] ?? view.t('notices.title')}</a>
      <span> {rest.map(([, text]) => text).join(' · ')}</span>
    </li>
  );
}

function Results({ view, query, placeName, notices, older }: NoticeListProps) {
  const { t } = view;
  if (!placeName) return null;
  if (notices.length === 0) return <p>{t('notices.list.none', { place: placeName })}</p>;
  const next = new URLSearchParams({
    ...(query['district'] ? { district: query['district'] } : { state: query['state'] ?? '' }),
    after: older ?? '',
  });
  return (
    <section>
      <h2>{t('notices.list.in', { place: placeName })}</h2>
      <ul class="cards">
        {notices.map((notice) => (
          <Card key={notice.publicId} view={view} notice={notice} />
        ))}
      </ul>
      {older ? <a href={`/missing?${next.toString()}`}>{t('notices.list.older')}</a> : null}
    </section>
  );
}

export function NoticeListPage(props: NoticeListProps) {
  const { view, states, query } = props;
  const { t } = view;
  const form = { values: query, errors: {} };
  return (
    <>
      <h1>{t('notices.list.title')}</h1>
      <p>{t('notices.list.explain')}</p>
      <Form view={view} action="/missing" method="get">
        <TextInput
          view={view}
          form={form}
          name="district"
          label={t('notices.field.district')}
          hint={t('notices.hint.district')}
          width="medium"
          optional
        />
        <Select
          view={view}
          form={form}
          name="state"
          label={t('notices.list.state')}
          options={states.map((state) => ({ value: state.code, label: placeName(view, state) }))}
          optional
        />
        <Button>{t('notices.list.show')}</Button>
      </Form>
      <Results {...props} />
    </>
  );
}
