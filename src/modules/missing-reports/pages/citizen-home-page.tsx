// Two large ways in, then the report already made. Nothing here needs a picture or a script.
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { blankForm } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

export function CitizenHomePage({ view }: { view: View }) {
  const { t } = view;
  return (
    <>
      <h1>{t('missing-reports.home.title')}</h1>
      <div class="ways-in">
        <a class="way-in" href="/missing/report">
          <strong>{t('missing-reports.home.missing')}</strong>
          <span>{t('missing-reports.home.missingHint')}</span>
        </a>
        <a class="way-in" href="/seen">
          <strong>{t('missing-reports.home.seen')}</strong>
          <span>{t('missing-reports.home.seenHint')}</span>
        </a>
        <a class="way-in" href="/known">
          <strong>{t('missing-reports.home.known')}</strong>
          <span>{t('missing-reports.home.knownHint')}</span>
        </a>
      </div>
      <h2>{t('missing-reports.home.follow')}</h2>
      <Form view={view} action="/my" method="get">
        <TextInput
          view={view}
          form={blankForm}
          name="reference"
          label={t('missing-reports.home.reference')}
          hint={t('missing-reports.home.referenceHint')}
          width="medium"
        />
        <Button kind="secondary">{t('missing-reports.home.open')}</Button>
      </Form>
      <p>
        <a href="/missing">{t('missing-reports.home.near')}</a>
      </p>
      <p>
        <a href="/nodal-officers">{t('missing-reports.home.responsible')}</a>
      </p>
      <p>
        <a href="/directives">{t('missing-reports.home.directives')}</a>
      </p>
    </>
  );
}
