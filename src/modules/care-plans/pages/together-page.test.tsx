// "My plan": what the child said and its goals; nothing sealed, even where the officer may open it.
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { View } from '../../../web/view.ts';
import type { Domain, Need, Plan } from '../plan.ts';
import { TogetherPage } from './together-page.tsx';

const view = { t: (key: string) => key, locale: 'en' } as unknown as View;
const need = (domain: Domain, goal: string): Need =>
  ({ domain, concern: 'high', words: { goal }, measure: null, scheme: null, startsOn: null, reviewOn: null }) as unknown as Need;
const plan = {
  words: { wishes: 'I want to go home' },
  needs: [need('education', 'class four'), need('other', 'safe from the agent')],
} as unknown as Plan;

const drawn = () => renderToString(TogetherPage({ view, reference: 'FC-1', plan, courses: [], offered: ['ta', 'en', 'hi'] }));

test('is offered in the languages of the State and of the screens, but the one it is in', () => {
  const page = drawn();
  expect(page).toContain('<a href="?language=ta" hreflang="ta" lang="ta">தமிழ்</a>');
  expect(page).toContain('language=hi');
  expect(page).not.toContain('language=en');
});

test('shows what the child said and open goals, and no sealed one', () => {
  const page = drawn();
  expect(page).toContain('I want to go home');
  expect(page).toContain('class four'); // control
  expect(page).not.toContain('safe from the agent');
});
