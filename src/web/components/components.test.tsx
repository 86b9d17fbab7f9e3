// What every page relies on: typed text is escaped, errors lead to their fields, forms carry their key, nothing inline, colour never alone.
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { addHours, instantFrom } from '../../kernel/time.ts';
import { wordsIn } from '../../platform/i18n/index.ts';
import type { FormState } from '../form-state.ts';
import { CitizenLayout } from '../layout/citizen-layout.tsx';
import { DeskLayout } from '../layout/desk-layout.tsx';
import { ErrorPage } from '../layout/error-page.tsx';
import { renderDocument } from '../layout/render.ts';
import { LivingPage } from '../living-page.tsx';
import type { View } from '../view.ts';
import { Checkboxes } from './checkboxes.tsx';
import { Clock, urgencyOf } from './clock.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Form } from './form.tsx';
import { PersonName } from './person-name.tsx';
import { Radios } from './radios.tsx';
import { TextInput } from './text-input.tsx';
import { Waterfall } from './waterfall.tsx';

const now = instantFrom('2026-11-18T10:35:00.000Z');

function viewFor(wanted: Partial<View> = {}): View {
  return {
    ...wordsIn('en'),
    now,
    door: 'desk',
    path: '/',
    demo: true,
    idempotencyKey: 'key-1234567',
    assets: { styles: '/assets/desk.css', islands: '/assets/desk.js' },
    officer: { name: 'R. Das', role: 'investigating officer', office: 'PS Bantra' },
    may: () => true,
    ...wanted,
  };
}

const view = viewFor();
const form: FormState = {
  values: { childName: '"><script>alert(1)</script>', languages: ['bho', 'hi'] },
  errors: { childName: 'Fill this in.', '': 'Not now.' },
};

describe('forms', () => {
  test('what was typed comes back, escaped', () => {
    const html = renderToString(<TextInput view={view} form={form} name="childName" label="Name" />);
    expect(html).not.toContain('<script');
    expect(html).toContain('value="&quot;>&lt;script>');
  });

  test('an error leads to its field, and the field points back at the error', () => {
    const html = renderToString(
      <>
        <ErrorSummary view={view} form={form} />
        <TextInput view={view} form={form} name="childName" label="Name" hint="As said" />
      </>,
    );
    expect(html).toContain('role="alert"');
    expect(html).toContain('<a href="#childName">Fill this in.</a>');
    expect(html).toContain('id="childName"');
    expect(html).toContain('aria-describedby="childName-hint childName-error"');
    expect(html).toContain('id="childName-error"');
  });

  test('what concerns the whole form leads nowhere', () => {
    expect(renderToString(<ErrorSummary view={view} form={form} />)).toContain('<li>Not now.</li>');
  });

  test('a form without errors has no summary', () => {
    expect(renderToString(<ErrorSummary view={view} form={{ values: {}, errors: {} }} />)).toBe('');
  });

  test.each([
    ['post', 1],
    ['get', 0],
  ] as const)('a %s form carries its key %i times', (method, times) => {
    const html = renderToString(
      <Form view={view} action="/x" method={method}>
        <p />
      </Form>,
    );
    expect(html.split('name="_key" value="key-1234567"').length - 1).toBe(times);
  });

  test('the first choice has the field’s own id, so that an error can land on it', () => {
    const html = renderToString(
      <Radios view={view} form={form} name="sex" label="Sex" options={[{ value: 'female', label: 'Girl' }]} unknown />,
    );
    expect(html).toContain('id="sex"');
    expect(html).toContain('value="unknown"');
  });

  test('every ticked box stays ticked', () => {
    const options = ['bho', 'hi', 'ta'].map((value) => ({ value, label: value }));
    const html = renderToString(<Checkboxes view={view} form={form} name="languages" label="Languages" options={options} />);
    expect(html.match(/ checked/g)).toHaveLength(2);
  });
});

describe('time', () => {
  test.each([
    [-1, 'late'],
    [0, 'soon'],
    [12, 'soon'],
    [13, 'later'],
  ] as const)('due in %i hours is %s', (hours, urgency) => {
    expect(urgencyOf(addHours(now, hours), now)).toBe(urgency);
  });

  test('late is a colour, a word and a sign', () => {
    const html = renderToString(<Clock view={view} due={addHours(now, -3)} />);
    expect(html).toContain('class="clock late"');
    expect(html).toContain('3 h late');
    expect(html).toContain('<svg');
  });
});

describe('records', () => {
  test.each([
    [{ given: 'पूजा', latin: 'Pooja' }, 'पूजा · Pooja'],
    [{ given: 'Pooja', latin: 'Pooja' }, 'Pooja'],
    [{ given: null }, 'Name not known'],
  ])('a name is shown as given, its Latin reading once: %o', (name, expected) => {
    const text = renderToString(<PersonName view={view} name={name} />).replace(/<[^>]+>/g, '');
    expect(text).toBe(expected);
  });

  test('the waterfall ends where its parts add up to, contradictions hollow, unknown without a bar', () => {
    const rows = [
      { label: 'mark', sentence: 'same scar', weight: 3 },
      { label: 'height', sentence: 'differs', weight: -1 },
      { label: 'name', sentence: 'not known', weight: null },
    ];
    const html = renderToString(<Waterfall view={view} prior={-2} final={0} priorWords="1 in 4" finalWords="50 %" rows={rows} />);
    const amounts = [...html.matchAll(/class="bar-(\w+)".*?class="amount" x="([\d.]+)" y="2" width="([\d.]+)"/g)].map(
      ([, kind, x, width]) => [kind, Number(x), Number(x) + Number(width)],
    );
    expect(amounts.map(([kind]) => kind)).toEqual(['start', 'for', 'against', 'end']);
    const [, raised, lowered] = amounts as [string, number, number][];
    expect(raised![2]).toBeCloseTo(lowered![2]);
    expect(html).toContain('8 times likelier');
    expect(html).toContain('2 times less likely');
    expect(html).toContain('not counted');
  });
});

describe('documents', () => {
  const pages = {
    desk: () => (
      <DeskLayout view={view} title="Duties">
        <LivingPage view={view} />
      </DeskLayout>
    ),
    citizen: () => (
      <CitizenLayout view={viewFor({ door: 'citizen', officer: null })} title="Home">
        <p>x</p>
      </CitizenLayout>
    ),
    hindi: () => (
      <DeskLayout view={viewFor(wordsIn('hi'))} title="कर्तव्य">
        <LivingPage view={viewFor(wordsIn('hi'))} />
      </DeskLayout>
    ),
    refusal: () => <ErrorPage view={view} code={404} reference="r-1" />,
  };

  test.each(Object.keys(pages) as (keyof typeof pages)[])('%s: nothing inline that the content policy forbids, no id twice', (name) => {
    const html = renderDocument(pages[name]());
    expect(html).toMatch(/^<!doctype html><html lang="(en|hi)" dir="ltr"/);
    expect(html).not.toMatch(/ style="| on[a-z]+="|<style|javascript:/);
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('search engines are kept out of the desk, not of the citizen door', () => {
    expect(renderDocument(pages.desk())).toContain('noindex');
    expect(renderDocument(pages.citizen())).not.toContain('noindex');
  });

  test.each([112, 1098])('the citizen door offers %i first', (number) => {
    expect(renderDocument(pages.citizen())).toContain(`href="tel:${number}"`);
  });

  test('not found and not allowed to know read the same', () => {
    const html = renderDocument(pages.refusal());
    expect(html).toContain('There is no such page, or it is not open to you.');
    expect(html).toContain('r-1');
  });
});
