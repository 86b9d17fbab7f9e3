// The shared description: what intake forms send becomes a Description and comes back to the form unchanged.
import { expect, test } from 'vitest';
import type { Day } from '../../kernel/time.ts';
import { z } from 'zod';
import { checkDescription, descriptionFields, toDescription, toFormValues } from './description-form.ts';

const on = '2026-11-20' as Day;
const schema = z.strictObject(descriptionFields).superRefine((draft, refine) => checkDescription(draft, on, refine));
const read = (fields: Record<string, unknown>) => toDescription(schema.parse(fields), on, 'apparent');
const problems = (fields: Record<string, unknown>) =>
  (schema.safeParse(fields).error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]);

test('nothing typed is nothing known, never "no"', () => {
  const description = read({});
  expect([description.names, description.sex, description.age, description.heightCentimetres, description.marks]).toEqual([
    [],
    null,
    null,
    null,
    [],
  ]);
});

test.each([
  ['a range', { ageFrom: '9', ageTo: '11' }, { lowMonths: 108, highMonths: 143, on, basis: 'apparent' }],
  ['one number', { ageFrom: '9' }, { lowMonths: 108, highMonths: 119, on, basis: 'apparent' }],
  ['only the upper end', { ageTo: '9', ageBasis: 'told' }, { lowMonths: 108, highMonths: 119, on, basis: 'told' }],
  [
    'a date of birth, which is surer than a range',
    { birthDate: '2017-11-20', ageFrom: '3' },
    { lowMonths: 108, highMonths: 108, on, basis: 'document' },
  ],
])('age from %s', (_, fields, age) => {
  expect(read(fields).age).toEqual(age);
});

test('an unknown sex stays unknown; a mark without a kind is no mark; words for home are taken apart', () => {
  const description = read({ sex: 'unknown', marks: [{ site: 'hand' }, { kind: 'scar' }], homeWords: 'Sonpur, near big temple\n ; river' });
  expect(description.sex).toBeNull();
  expect(description.marks).toEqual([{ kind: 'scar', site: null, side: null, text: null }]);
  expect(description.homeWords).toEqual(['Sonpur', 'near big temple', 'river']);
});

test.each([
  ['ages the wrong way round', { ageFrom: '9', ageTo: '8' }, [['ageTo', 'children.error.ageOrder']]],
  ['heights the wrong way round', { heightFrom: '120', heightTo: '110' }, [['heightTo', 'children.error.heightOrder']]],
  ['a birth after the day described', { birthDate: '2026-11-21' }, [['birthDate', 'children.error.bornLater']]],
  ['a birth on that day', { birthDate: '2026-11-20' }, []],
  ['an age of no child', { ageFrom: '18' }, [['ageFrom', 'web.error.outOfRange']]],
])('%s', (_, fields, wrong) => {
  expect(problems(fields)).toEqual(wrong);
});

test('a stored description fills the form so that saving it unchanged changes nothing', () => {
  const fields = {
    childName: 'पूजा',
    childNameOtherScript: 'Pooja',
    alias: 'Guddi',
    fatherName: 'Ramesar',
    sex: 'female',
    ageFrom: '9',
    ageTo: '11',
    heightFrom: '120',
    languages: ['bho', 'hi'],
    marks: [{ kind: 'burn', site: 'forearm', side: 'left', text: 'from a stove' }],
    homeWords: 'Sonpur, river',
  };
  const description = read(fields);
  const { 'marks.0.kind': kind, 'marks.0.site': site, 'marks.0.side': side, 'marks.0.text': text, ...rest } = toFormValues(description);
  const typed = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.length > 0));
  expect(read({ ...typed, marks: [{ kind, site, side, text }] })).toEqual(description);
});
