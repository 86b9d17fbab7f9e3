// The citizen's page: a child who may need help was seen. Help by telephone comes first, then one short form.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { SightingFields, type SightingFieldsProps } from './sighting-fields.tsx';

export function CallNow({ view: { t } }: { view: View }) {
  return (
    <section class="call-now" aria-label={t('sightings.callNow')}>
      <p>{t('sightings.callNow')}</p>
      <ButtonRow>
        <LinkButton href="tel:112">{t('sightings.call112')}</LinkButton>
        <LinkButton href="tel:1098">{t('sightings.call1098')}</LinkButton>
      </ButtonRow>
    </section>
  );
}

export function SeenPage(props: SightingFieldsProps) {
  const { view, form } = props;
  const { t } = view;
  const notice = typedIn(form, 'noticePublicId');
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('sightings.seen.title')}</h1>
      <CallNow view={view} />
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
