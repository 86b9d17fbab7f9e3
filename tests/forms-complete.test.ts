// Every form of the Model Rules whose rule was read on it (domain sheet §3.1, C-f): written on a screen, kept in a table, printed on paper. What is not there yet is listed, and the list can only shrink.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routesOf } from '../src/apps/desk.ts';
import { type Form, forms } from '../src/kernel/forms.ts';
import type { Config } from '../src/platform/config.ts';

type Kept = { screen: string; table: string; paper: string };

/** A form the Committee gives as one of its orders. */
const order: Kept = { screen: '/cwc/:reference/order', table: 'committee_order', paper: '/cwc/:reference/orders/:order/order.pdf' };
const surrender = { screen: '/cwc/:reference/without-parents', table: 'without_parents' };
/** A step of a case before the Board, kept in the vault. */
const ofBoard = (step: string): Kept => ({
  screen: `/board/cases/:proceeding/${step}`,
  table: 'conflict.paper',
  paper: '/board/cases/:proceeding/papers/:paper.pdf',
});
/** A paper of a child, or of a family, cared for outside a home: written part by part, printed once handed in. */
const ofChild: Kept = {
  screen: '/found/:reference/family-care/papers/:paper',
  table: 'care_paper',
  paper: '/found/:reference/family-care/papers/:paper/print.pdf',
};
const placed: Kept = {
  screen: '/found/:reference/family-care/placings/:placing/order',
  table: 'care_arrangement',
  paper: '/found/:reference/family-care/placings/:placing/order.pdf',
};
const where: Record<number, Kept> = {
  3: ofBoard('supervision'),
  4: ofBoard('placement'),
  5: ofBoard('report-ordered'),
  7: { screen: '/found/:reference/plan', table: 'care_plan', paper: '/found/:reference/form-7.pdf' },
  8: ofBoard('bond'),
  9: ofBoard('bond-of-child'),
  10: ofBoard('probation-report'),
  15: { screen: '/cwc/:reference/file', table: 'production', paper: '/cwc/:reference/form-15.pdf' },
  17: { screen: '/found/:reference/production-report', table: 'production_report', paper: '/found/:reference/form-17.pdf' },
  19: order,
  20: order,
  21: order,
  22: { screen: '/cwc/:reference/reports/:report', table: 'social_report', paper: '/cwc/:reference/reports/:report/form-22.pdf' },
  23: { ...surrender, paper: '/cwc/:reference/form-23.pdf' },
  24: { ...surrender, paper: '/cwc/:reference/form-24.pdf' },
  25: { screen: '/cwc/:reference/certificate', table: 'free_certificate', paper: '/cwc/:reference/form-25.pdf' },
  26: { screen: '/cwc/:reference/schedule', table: 'monitoring_sheet', paper: '/cwc/:reference/form-26.pdf' },
  30: {
    screen: '/family-care/families/:family/home-study',
    table: 'care_paper',
    paper: '/family-care/families/:family/papers/:paper/print.pdf',
  },
  31: ofChild,
  32: placed,
  33: ofChild,
  34: ofChild,
  35: ofChild,
  36: placed,
  37: placed,
  38: { screen: '/homes/fit/new', table: 'fit_body', paper: '/homes/fit/bodies/:fit/form-38.pdf' },
  39: { screen: '/homes/fit/decide', table: 'fit_body', paper: '/homes/fit/bodies/:fit/form-39.pdf' },
  42: { screen: '/residents/:reference/overnight', table: 'overnight_stay', paper: '/residents/:reference/form-42.pdf' },
  44: order,
  45: order,
};

/** What no module keeps yet: none by now. A form that is kept by now does not belong here. */
const notYet: readonly number[] = [];

const paths = new Set(
  routesOf({ publicOrigins: {}, ports: { desk: 0 }, demo: false, oidc: null } as unknown as Config).map(({ path }) => path),
);
const migrations = new URL('../migrations/', import.meta.url);
const sql = readdirSync(migrations).map((name) => readFileSync(new URL(name, migrations), 'utf8')).join('\n'); // prettier-ignore
const tables = new Set([...sql.matchAll(/^create table ([\w.]+)/gm)].map(([, name]) => name!));

function lacking({ screen, table, paper }: Kept): string[] {
  return [...[screen, paper].filter((path) => !paths.has(path)), ...(tables.has(table) ? [] : [table])];
}

/** What is wrong with a form, by its number. */
function wrongWith({ number, module }: Pick<Form, 'number' | 'module'>, listed: readonly number[] = notYet): string | null {
  const kept = where[number];
  if (listed.includes(number)) return kept || module ? `${number} is kept by now: take it off the list` : null;
  if (!kept || !module) return `${number} has no screen, no table or no paper`;
  const missing = lacking(kept);
  return missing.length > 0 ? `${number} lacks ${missing.join(', ')}` : null;
}

const seen = forms.filter(({ tag }) => tag === 'C-f');

test('every form seen is written, kept and printed, or stands on the list of what is not there yet', () => {
  expect(seen).toHaveLength(30);
  expect(seen.flatMap((form) => wrongWith(form) ?? [])).toEqual([]);
  expect(notYet.filter((number) => !seen.some((form) => form.number === number))).toEqual([]);
});

test('control: a form that is kept and still listed, one that nobody keeps and is not listed, and one without its paper are noticed', () => {
  expect(wrongWith({ number: 7, module: 'care-plans' }, [7])).toContain('take it off');
  expect(wrongWith({ number: 3, module: null }, [])).toContain('no screen');
  expect(lacking({ screen: '/cwc/:reference/file', table: 'no_such', paper: '/cwc/:reference/form-99.pdf' })).toEqual([
    '/cwc/:reference/form-99.pdf',
    'no_such',
  ]);
});

test('so are those known from memory that a module keeps: each has its paper', () => {
  for (const path of [
    '/found/:reference/form-14.pdf',
    '/found/:reference/form-43.pdf',
    '/residents/:reference/form-41.pdf',
    '/homes/:office/form-46.pdf',
    '/board/form-12.pdf',
    '/board/cases/:proceeding/papers/:paper.pdf', // Forms 1, 2 and 6
  ])
    expect(paths).toContain(path);
});
