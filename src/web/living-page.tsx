// One living page that shows every component with invented people, in the reader's language: where a change of look is judged.
import { blankForm } from './form-state.ts';
import { type Route, page, show } from './route.ts';
import { LivingForms } from './living-page/forms.tsx';
import { LivingRecords } from './living-page/records.tsx';
import { LivingTime } from './living-page/time.tsx';
import type { View } from './view.ts';

export function LivingPage({ view }: { view: View }) {
  return (
    <>
      <h1>{view.t('web.living.title')}</h1>
      <p class="lead">{view.t('web.living.about')}</p>
      <LivingTime view={view} />
      <LivingRecords view={view} />
      <LivingForms view={view} form={{ ...blankForm, errors: { lastSeenOn: view.t('web.error.notADay') } }} />
    </>
  );
}

/** Mounted by a door only in a demonstration. */
export function livingPageRoutes(): Route[] {
  return [
    page({
      path: '/living-page',
      permission: 'anyone',
      audit: 'livingPage.view',
      purpose: 'demonstration',
      async answer({ view }) {
        return show(view.t('web.living.title'), <LivingPage view={view} />);
      },
    }),
  ];
}
