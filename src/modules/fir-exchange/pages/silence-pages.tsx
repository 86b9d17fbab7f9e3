// Who fell silent, since when and why; and the form by which a State says why.
import { formatAgo, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { ExchangeTabs } from './exchange-tabs.tsx';
import { placeName } from '../../places/index.ts';
import { silenceReasons } from '../silence/form.ts';
import type { Silence } from '../silence/silence-store.ts';

type Names = ReadonlyMap<string, string>;

function whoOf(view: View, { districtCode, stateCode }: Silence, names: Names): string {
  if (stateCode === null) return view.t('silence.grid');
  const name = (code: string) => placeName(view, { code, name: names.get(code) ?? code });
  return districtCode
    ? view.t('silence.district', { district: name(districtCode), state: name(stateCode) })
    : view.t('silence.node', { state: name(stateCode) });
}

export function SilencePage({
  view,
  silences,
  names,
  office,
}: {
  view: View;
  silences: readonly Silence[];
  names: Names;
  office: string | null;
}) {
  const { t } = view;
  return (
    <>
      <ExchangeTabs view={view} here="/exchange/silence" />
      <h1>{t('silence.title')}</h1>
      <p>{t('silence.about')}</p>
      <Table
        caption={t('silence.title')}
        captionUnseen
        narrow="running"
        columns={(['who', 'since', 'why'] as const).map((column) => ({ label: t(`silence.column.${column}`) }))}
        rows={silences.map((silence) => ({
          id: silence.id,
          cells: [
            whoOf(view, silence, names),
            `${formatMoment(view, silence.since)} (${formatAgo(view, silence.since, view.now)})`,
            silence.reason ? (
              <>
                {t(`silence.reason.${silence.reason}`)}
                {silence.words ? <span dir="auto">: {silence.words}</span> : null}
              </>
            ) : silence.officeId === office && view.may('exchangeSilence.explain') ? (
              <a href={`/exchange/silence/${silence.id}`}>{t('silence.explain')}</a>
            ) : (
              t('silence.unexplained')
            ),
          ],
        }))}
        empty={<EmptyState view={view} title={t('silence.none.title')} text={t('silence.none.text')} />}
      />
    </>
  );
}

export function ExplainPage({ view, silence, names, form }: { view: View; silence: Silence; names: Names; form: FormState }) {
  const { t } = view;
  return (
    <>
      <p class="back">
        <a href="/exchange/silence">{t('silence.title')}</a> ›
      </p>
      <h1>{t('silence.explain')}</h1>
      <p>{t('silence.heard', { who: whoOf(view, silence, names), at: formatMoment(view, silence.since) })}</p>
      <ErrorSummary view={view} form={form} />
      <Form view={view} action={`/exchange/silence/${silence.id}`}>
        <Radios
          view={view}
          form={form}
          name="reason"
          label={t('silence.why')}
          options={silenceReasons.map((value) => ({ value, label: t(`silence.reason.${value}`) }))}
        />
        <TextArea view={view} form={form} name="words" label={t('silence.words')} hint={t('silence.wordsHint')} rows={3} optional />
        <Button>{t('silence.send')}</Button>
      </Form>
    </>
  );
}
