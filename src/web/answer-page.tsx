// From an answer to the bytes of a page: the door's layout around the body; refusals and faults in words.
import type { Refusal } from '../kernel/refusal.ts';
import { CitizenLayout } from './layout/citizen-layout.tsx';
import { DeskLayout } from './layout/desk-layout.tsx';
import { ErrorPage } from './layout/error-page.tsx';
import { renderDocument } from './layout/render.ts';
import { PurposePage } from './purpose-page.tsx';
import { type PageAnswer, show } from './route.ts';
import type { View } from './view.ts';

export function renderPage(page: PageAnswer, given: View): string {
  const view = { ...given, card: page.card ?? null };
  if (view.door === 'citizen') {
    return renderDocument(
      <CitizenLayout view={view} title={page.title}>
        {page.body}
      </CitizenLayout>,
    );
  }
  // A bare page (signing in) has no officer yet, so the header has nowhere to lead.
  return renderDocument(
    <DeskLayout view={page.bare ? { ...view, officer: null } : view} title={page.title}>
      {page.body}
    </DeskLayout>,
  );
}

/** Statuses by refusal. Not found and not allowed to see look the same; a rule that refuses is 409 unless it says otherwise. */
const statuses: Record<string, number> = {
  'web.error.notFound': 404,
  'web.error.gone': 410,
  'web.error.mayNot': 403,
  'children.error.onlyPaired': 403,
  'web.error.crossSite': 403,
  'web.error.keyMissing': 400,
  'web.error.keyReused': 422,
  'web.error.wrongForm': 422,
  'web.error.unreadable': 400,
  'web.error.tooMany': 429,
  'web.error.tooLarge': 413,
  'web.error.fault': 500,
};

export type RefusalAnswer = { html: string; status: number };

/** `reference` is the request's own id: the log has it, the reader can quote it. */
export function renderRefusal(refusal: Refusal, view: View, reference: string): RefusalAnswer {
  if (refusal.code === 'children.error.purposeNeeded') {
    const asked = String(refusal.facts['reference'] ?? '');
    const page = show(view.t('children.purposePage.title', { reference: asked }), <PurposePage view={view} reference={asked} />);
    return { html: renderPage(page, view), status: 403 };
  }
  const status = statuses[refusal.code] ?? 409;
  const what = view.t(refusal.code, factsInWords(refusal, view));
  return { html: renderDocument(<ErrorPage view={view} code={status} reference={reference} what={what} />), status };
}

/** Roles travel as codes and are named only here, in the reader's language. */
function factsInWords({ facts }: Refusal, view: View): Record<string, string | number> {
  const words = facts as Record<string, string | number>;
  if (typeof facts['who'] !== 'string' || facts['who'] === '') return words;
  const who = facts['who'].split(',').map((role) => view.t(`officers.role.${role}`));
  return { ...words, who: who.join(', ') };
}
