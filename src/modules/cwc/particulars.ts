// What sets two children apart, of both records beside each other: parents, marks, ages then and now. The Committee decides on these, not on a score.
import { ageOn } from '../../kernel/age.ts';
import { scriptOf, toLatin } from '../../kernel/names/index.ts';
import { dayOf } from '../../kernel/time.ts';
import { formatAge, formatDay, languageName } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import type { ChildRecord, Description, Mark, NameBearer } from '../children/index.ts';

/** Null where that side does not say: unknown, never "no". */
export type Particular = { label: string; missing: string | null; found: string | null };
export type Described = { record: ChildRecord; description: Description | undefined };

type Reading = (view: View, described: Described) => string | null;

const listed = (parts: readonly string[]): string | null => (parts.length > 0 ? parts.join(', ') : null);

function namesOf(bearer: NameBearer): Reading {
  return (_, { description }) => {
    const given = (description?.names ?? []).filter((name) => name.bearer === bearer).map(({ text }) => text);
    return listed(given.map((text) => (isForeign(text) ? `${text} · ${toLatin(text)}` : text)));
  };
}

export function isForeign(name: string): boolean {
  return name.split(/\s+/).some((word) => word !== '' && !['latin', 'other'].includes(scriptOf(word)));
}

/** "8 when found, 9 now": of two ages years apart only the one of then can be compared with the report. */
export function ageThenAndNow(view: View, { record, description }: Described): string | null {
  const age = description?.age;
  if (!age) return null;
  const before = formatAge(view, ageOn(age, dayOf(record.happenedAt)));
  const now = formatAge(view, ageOn(age, dayOf(view.now)));
  const basis = view.t(`web.age.basis.${age.basis}`);
  return view.t(`match-review.age.${record.kind}`, { before, now, basis, grown: before === now ? 'no' : 'yes' });
}

function markInWords(view: View, { kind, site, side, text }: Mark): string {
  const camel = kind.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
  const words = view.t('match-review.mark', { kind: camel, site: site ?? 'none', side: side ?? 'none' });
  return text ? `${words} (${text})` : words;
}

const readings: readonly (readonly [label: string, Reading])[] = [
  ['match-review.field.names', namesOf('child')],
  ['match-review.field.age', ageThenAndNow],
  ['match-review.field.sex', (view, { description }) => (description?.sex ? view.t('match-review.sex', { sex: description.sex }) : null)],
  ['match-review.field.father', namesOf('father')],
  ['match-review.field.mother', namesOf('mother')],
  ['match-review.field.guardian', namesOf('guardian')],
  ['match-review.field.marks', (view, { description }) => listed((description?.marks ?? []).map((mark) => markInWords(view, mark)))],
  [
    'match-review.field.languages',
    (view, { description }) => listed((description?.languages ?? []).map((code) => languageName(view.locale, code))),
  ],
  ['match-review.field.when', (view, { record }) => formatDay(view, dayOf(record.happenedAt))],
];

/** Father, mother and marks always, so that what nobody wrote down is seen to be unknown; other rows where a side says something. */
const always = new Set(['match-review.field.father', 'match-review.field.mother', 'match-review.field.marks']);

export function particularsOf(view: View, missing: Described, found: Described): Particular[] {
  return readings
    .map(([label, read]) => ({ label, missing: read(view, missing), found: read(view, found) }))
    .filter((row) => always.has(row.label) || row.missing !== null || row.found !== null)
    .map((row) => ({ ...row, label: view.t(row.label) }));
}
