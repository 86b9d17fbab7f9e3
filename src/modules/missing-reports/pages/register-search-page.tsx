// Before a report is opened: is this child in the records already, here or 900 km away?
import { Button } from '../../../web/components/button.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { blankForm } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type NamedHit, SearchHits } from '../../children/index.ts';
import { MOST_CHILDREN } from '../form.ts';

/** `hits` is null before a name was given. */
export function RegisterSearchPage({ view, name, hits }: { view: View; name: string; hits: NamedHit[] | null }) {
  const { t } = view;
  return (
    <>
      <h1>{t('missing-reports.register.searchTitle')}</h1>
      <p>{t('missing-reports.register.searchWhy')}</p>
      <Form view={view} action="/missing/new" method="get">
        <TextInput
          view={view}
          form={{ values: { name }, errors: {} }}
          name="name"
          type="search"
          label={t('children.field.childName')}
          hint={t('missing-reports.register.searchHint')}
        />
        <Button>{t('missing-reports.register.search')}</Button>
      </Form>
      {hits ? <SearchHits view={view} hits={hits} empty={<p>{t('missing-reports.register.noHits')}</p>} /> : null}
      {hits ? <NoneOfThese view={view} name={name} any={hits.length > 0} /> : <NameUnknown view={view} />}
    </>
  );
}

function NoneOfThese({ view, name, any }: { view: View; name: string; any: boolean }) {
  const { t } = view;
  const counts = Array.from({ length: MOST_CHILDREN }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <Form view={view} action="/missing/new" method="get">
      <Hidden name="name" value={name} />
      <Hidden name="none" value="yes" />
      <Select view={view} form={blankForm} name="children" label={t('missing-reports.register.howMany')} options={counts} blank="1" />
      <Button>{t(any ? 'missing-reports.register.none' : 'missing-reports.register.open')}</Button>
    </Form>
  );
}

function NameUnknown({ view }: { view: View }) {
  return (
    <p>
      <a href="/missing/new?none=yes">{view.t('missing-reports.register.nameUnknown')}</a>
    </p>
  );
}
