// Before a found child is registered: is there a record already? By the name the child says, or straight on when the child says none.
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { View } from '../../../web/view.ts';
import { type NamedHit, SearchHits } from '../../children/index.ts';

type Props = { view: View; asked: string; hits: NamedHit[] | null };

export function SearchFirstPage({ view, asked, hits }: Props) {
  const { t } = view;
  const onward = `/found/new?step=form&childName=${encodeURIComponent(asked)}`;
  return (
    <>
      <h1>{t('found-children.new.title')}</h1>
      <p>{t('found-children.new.searchFirst')}</p>
      <Form view={view} action="/found/new" method="get">
        <TextInput
          view={view}
          form={{ values: { q: asked }, errors: {} }}
          name="q"
          label={t('found-children.new.name')}
          hint={t('found-children.new.nameHint')}
        />
        <Button>{t('found-children.new.search')}</Button>
      </Form>
      {hits ? (
        <>
          <SearchHits view={view} hits={hits} empty={<p>{t('found-children.new.nothing')}</p>} />
          <LinkButton href={onward} kind="primary">
            {t('found-children.new.goOn')}
          </LinkButton>
        </>
      ) : (
        <LinkButton href="/found/new?step=form">{t('found-children.new.noName')}</LinkButton>
      )}
    </>
  );
}
