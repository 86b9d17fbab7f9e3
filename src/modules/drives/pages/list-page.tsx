// The drives between two days in some States, with the figures of all of them first.
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Form } from '../../../web/components/form.tsx';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { Select } from '../../../web/components/select.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { placeName } from '../../places/index.ts';
import { type Answered, MOST_DRIVES } from '../answer.ts';
import { daysOf, statesOf } from './drive-page.tsx';
import { FigureTables, PlaceTable } from './figures.tsx';

type Props = { view: View; answered: Answered; query: Record<string, string>; mayMake: boolean };

export function ListPage({ view, answered: { asked, drives, figures }, query, mayMake }: Props) {
  const { t } = view;
  const asks = ['from', 'to', 'state', 'state2', 'state3'].flatMap((name): [string, string][] =>
    query[name] ? [[name, query[name]]] : [],
  );
  const search = asks.length > 0 ? `?${new URLSearchParams(asks)}` : '';
  return (
    <>
      <h1>{t('drives.title')}</h1>
      {mayMake ? <LinkButton href="/drives/new">{t('drives.new.title')}</LinkButton> : null}
      <Asking view={view} states={asked.stateCodes} query={query} />
      {drives.length === 0 ? (
        <EmptyState view={view} title={t('drives.none')} text={t('drives.none.text')} />
      ) : (
        <>
          <h2>{t('drives.ofAll', { count: drives.length })}</h2>
          {drives.length === MOST_DRIVES ? <p role="status">{t('drives.most', { most: MOST_DRIVES })}</p> : null}
          {figures ? <FigureTables view={view} figures={figures} /> : null}
          {figures ? <PlaceTable view={view} figures={figures} /> : null}
          <ButtonRow>
            <LinkButton href={`/drives.csv${search}`}>{t('drives.csv.figures')}</LinkButton>
          </ButtonRow>
          <Table
            caption={t('drives.list')}
            columns={['name', 'when', 'states', 'orderAuthority'].map((name) => ({ label: t(`drives.field.${name}`) }))}
            rows={drives.map((drive) => ({
              id: drive.id,
              cells: [
                <a href={`/drives/${drive.id}`} dir="auto">
                  {drive.name}
                </a>,
                daysOf(view, drive),
                statesOf(view, drive),
                drive.orderAuthority,
              ],
            }))}
          />
        </>
      )}
    </>
  );
}

function Asking({ view, states, query }: { view: View; states: Answered['asked']['stateCodes']; query: Record<string, string> }) {
  const { t } = view;
  const form = { values: query, errors: {} };
  const options = states.map((state) => ({ value: state.code, label: placeName(view, state) }));
  const fields = states.length > 1 ? ['state', 'state2', 'state3'] : [];
  return (
    <Form view={view} action="/drives" method="get">
      <div class="asked-of-figures">
        <DateInput view={view} form={form} name="from" label={t('drives.ask.from')} latest={null} />
        <DateInput view={view} form={form} name="to" label={t('drives.ask.to')} latest={null} />
        {fields.map((name, at) => (
          <Select
            key={name}
            view={view}
            form={form}
            name={name}
            label={t(at === 0 ? 'drives.ask.state' : 'drives.ask.andState')}
            options={options}
            blank={t(at === 0 ? 'drives.ask.allStates' : 'drives.ask.noOther')}
          />
        ))}
        <Button kind="secondary">{t('drives.ask.show')}</Button>
      </div>
    </Form>
  );
}
