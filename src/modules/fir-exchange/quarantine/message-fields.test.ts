// A message as fields: what is asked for, what is left out, and that putting nothing right changes nothing.
import { expect, test } from 'vitest';
import { hasWords, shippedLocales, translatorFor } from '../../../platform/i18n/index.ts';
import type { Fields, Shape } from '../messages/field.ts';
import { readTree } from '../messages/index.ts';
import { version1 } from '../messages/version-1.ts';
import { randomMessage } from '../../../../tests/exchange/random-message.ts';
import { seededRandom } from '../../../../seed/random.ts';
import { codeText, fieldText } from '../pages/field-words.ts';
import type { View } from '../../../web/view.ts';
import { type Tree, fieldsOf, strangersIn, treeOf } from './message-fields.ts';
import { shownIn, valueFrom } from './typed-values.ts';

const names = { nameOf: new Map([['WB-HWH', 'Howrah, West Bengal']]), codeOf: new Map([['howrah, west bengal', 'WB-HWH'], ['howrah', 'WB-HWH']]) }; // prettier-ignore
const random = seededRandom('fields');

test('every message comes back as it was where nothing is changed', () => {
  for (let at = 0; at < 200; at++) {
    const message = randomMessage(random) as unknown as Tree;
    const fields = fieldsOf(message, []);
    const { messageId, node, sentAt } = message;
    const again = treeOf(String(message['type']), fields.map((field) => ({ path: field.path, value: valueFrom(field, shownIn(field, names), names) }))); // prettier-ignore
    expect(readTree({ ...again, messageId, node, sentAt })).toEqual(readTree(message));
    expect(strangersIn(message, fields)).toEqual([]);
  }
});

const traced = { type: 'MissingPerson.traced', version: 1, paper: { kind: 'rumour', colour: 'red' }, sequence: 'two', body: { childNumber: 1, place: ['Asansol'], extra: { deep: 1 } } }; // prettier-ignore

test('what must be there is asked for, what may is offered, and what fits nowhere is named', () => {
  const fields = fieldsOf(traced, ['/paper/kind']);
  const at = (path: string) => fields.find((one) => one.path === path);
  expect(at('/body/tracedAt')).toMatchObject({ must: true, value: undefined });
  expect(at('/body/tracedBy')).toMatchObject({ must: false });
  expect(at('/corrects/messageId')).toBeUndefined(); // a part nobody spoke of
  expect(['/messageId', '/node', '/sentAt', '/version', '/type'].map(at)).toEqual(Array(5).fill(undefined));
  expect(strangersIn(traced, fields)).toEqual(['/paper/colour', '/body/place', '/body/extra']);
});

test('of a message that does not say what it is, the kind alone is asked for', () => {
  expect(fieldsOf({ type: 'Rumour', body: {} }, []).map(({ path }) => path)).toEqual(['/type']);
  expect(fieldsOf({ type: 'MissingPerson.traced', body: {} }, ['/type']).map(({ path }) => path)).toContain('/body/tracedAt');
});

test('an item left out of a list leaves no hole', () => {
  const given = [{ path: '/body/languages/0', value: undefined }, { path: '/body/languages/1', value: 'hi' }]; // prettier-ignore
  expect(treeOf('X', given)).toEqual({ type: 'X', version: 1, body: { languages: ['hi'] } });
});

test.each([
  ['/sequence', '२', 2],
  ['/sequence', 'two', 'two'],
  ['/body/tracedAt', '2026-11-20T11:30', '2026-11-20T06:00:00.000Z'],
  ['/body/tracedAt', 'yesterday', 'yesterday'],
  ['/body/district', 'Howrah', 'WB-HWH'],
  ['/body/district', 'WB-XXX', 'WB-XXX'],
  ['/body/place', '', undefined],
])('%s typed as %s', (path, typed, value) => {
  expect(
    valueFrom(
      fieldsOf(traced, []).find((one) => one.path === path)!,
      typed,
      names,
    ),
  ).toBe(value);
});

test('a moment left as it stands keeps its seconds', () => {
  const [field] = fieldsOf({ ...traced, eventAt: '2026-11-20T06:10:59.123Z' }, []);
  expect(shownIn(field!, names)).toBe('2026-11-20T11:40');
  expect(valueFrom(field!, '2026-11-20T11:40', names)).toBe('2026-11-20T06:10:59.123Z');
});

test('every field and code has words in every language', () => {
  for (const locale of shippedLocales) {
    const view = { locale, t: translatorFor(locale) } as View;
    const plain = (group: string, name: string, shape: Shape): void => {
      const inner = shape.kind === 'list' ? shape.of : shape;
      if (inner.kind === 'group') return inside(inner.name, inner.fields);
      if (shape.kind === 'list') return expect(hasWords(`message-fields.under.${name}`)).toBe(true);
      if (!['messageId', 'version', 'node', 'sentAt', 'base64', 'mediaType', 'takenOn'].includes(name)) expect(fieldText(view, { group, name, under: [] })).not.toMatch(/message-fields/); // prettier-ignore
      if (inner.kind === 'code' && inner.list.name !== 'ActCode' && inner.list.name !== 'PictureType')
        for (const code of Object.keys(inner.list.codes)) expect(locale === 'hi' ? /[\u0900-\u097f]/.test(codeText(view, inner.list, code)) || code === 'Latn' : true, `${inner.list.name} ${code}`).toBe(true); // prettier-ignore
    };
    const inside = (group: string, fields: Fields): void => { for (const [name, { shape }] of Object.entries(fields)) plain(group, name, shape); }; // prettier-ignore
    for (const { fields } of version1.types) inside('Message', fields);
  }
});
