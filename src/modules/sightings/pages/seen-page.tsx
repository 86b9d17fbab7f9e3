// The citizen's page: a child who may need help was seen. Above it, on every page of this door, whom to ring at once; here one short form.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { typedIn } from '../../../web/form-state.ts';
import { SightingFields, type SightingFieldsProps } from './sighting-fields.tsx';

export function SeenPage(props: SightingFieldsProps) {
  const { view, form } = props;
  const { t } = view;
  const notice = typedIn(form, 'noticePublicId');
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('sightings.seen.title')}</h1>
      <p>{t(notice ? 'sightings.seen.aboutNotice' : 'sightings.seen.intro')}</p>
      <Form view={view} action="/seen">
        {notice ? <Hidden name="noticePublicId" value={notice} /> : null}
        <SightingFields {...props} />
        <p class="hint">{t('sightings.seen.neverPublished')}</p>
        <Button>{t('sightings.seen.send')}</Button>
      </Form>
    </>
  );
}
