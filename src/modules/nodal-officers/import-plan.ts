// What a State's list would change, row by row, before anything is: pure, so that what was shown and what is done are the same rule.
import { type Day, addDays } from '../../kernel/time.ts';
import { plainDigits } from '../../kernel/digits.ts';
import type { District } from '../places/index.ts';
import type { Appointing } from './appointment-store.ts';
import type { WatchedKind } from './posts.ts';
import { readDay } from '../../platform/sheets/index.ts';
import type { SheetRow } from './sheet.ts';
import type { Post } from './store.ts';

export const rejections = [
  'noDistrict',
  'manyDistricts',
  'unknownKind',
  'noPost',
  'noName',
  'badEmail',
  'badTelephone',
  'badDay',
  'noOrder',
  'inFuture',
  'duplicate',
  'heldByYounger',
  'heldUntilLater',
  'otherName',
  'accountClosed',
  'committee',
  'enteredByOneself',
] as const;
export type Rejection = (typeof rejections)[number];

export type Change = {
  /** `name` and `rank` are used only where the directory does not know the address yet. */
  appoint: (Omit<Appointing, 'officerId'> & { name: string; rank: string | null; email: string; isNew: boolean }) | null;
  /** The holder before, whose last day is the day before the other's first. */
  ends: { postingId: string; name: string; toOn: Day } | null;
  telephone: string | null;
};
export type PlannedRow = { row: SheetRow; post: Post | null } & (
  | { outcome: 'change'; change: Change }
  | { outcome: 'same' }
  | { outcome: 'rejected'; why: Rejection }
);

export type Known = {
  districts: readonly District[];
  posts: readonly Post[];
  /** By address, in small letters: who is known, and under which name. */
  officers: ReadonlyMap<string, { name: string; officerId: string; isClosed?: boolean; enteredByAsker?: boolean }>;
  today: Day;
};

/** Words for kinds of post. An empty cell means the district's nodal officer: that is what the Court's list is of. */
const kindWords: readonly (readonly [WatchedKind, readonly string[]])[] = [
  ['district-nodal', ['nodal', 'नोडल']],
  ['anti-trafficking-unit', ['ahtu', 'trafficking', 'तस्करी']],
  ['juvenile-police-unit', ['sjpu', 'juvenile police', 'किशोर पुलिस']],
  ['cwc', ['cwc', 'welfare committee', 'कल्याण समिति']],
  ['dcpu', ['dcpu', 'child protection', 'बाल संरक्षण']],
  ['legal-services', ['dlsa', 'legal', 'विधिक']],
];

export function kindOf(text: string): WatchedKind | null {
  const words = text.toLowerCase();
  if (words === '') return 'district-nodal';
  return kindWords.find(([, names]) => names.some((name) => words.includes(name)))?.[0] ?? null;
}

/** Digits of an office's line with its code, as written in India; null for what is none. */
function telephoneOf(text: string): string | null {
  const digits = plainDigits(text)
    .replaceAll(/[^\d]/g, '')
    .replace(/^(91|0091)(?=\d{10}$)/, '');
  return /^0?\d{10}$/.test(digits) || /^0\d{9,11}$/.test(digits) ? plainDigits(text).trim() : null;
}

/** The whole list, in its order. Of two rows for one post only the first counts. */
export function planImport(rows: readonly SheetRow[], known: Known): PlannedRow[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    const planned = planRow(row, known);
    if (!planned.post || planned.outcome === 'rejected') return planned;
    if (taken.has(planned.post.officeId)) return { row, post: planned.post, outcome: 'rejected', why: 'duplicate' };
    taken.add(planned.post.officeId);
    return planned;
  });
}

/** By the whole name, in either script: a few letters would do for a person who sees what was found, not for a list. */
function postFor(row: SheetRow, { districts, posts }: Known): Post | Rejection {
  const found = districts.filter(({ name, nativeName }) => [name, nativeName].some((one) => one && bare(one) === bare(row.district)));
  if (found.length === 0) return 'noDistrict';
  if (found.length > 1) return 'manyDistricts';
  const kind = kindOf(row.kind);
  if (!kind) return 'unknownKind';
  return posts.find((post) => post.kind === kind && post.districtCode === found[0]!.code) ?? 'noPost';
}

function planRow(row: SheetRow, known: Known): PlannedRow {
  const post = postFor(row, known);
  if (typeof post === 'string') return { row, post: null, outcome: 'rejected', why: post };
  const reject = (why: Rejection): PlannedRow => ({ row, post, outcome: 'rejected', why });
  const telephone = row.telephone === '' ? null : telephoneOf(row.telephone);
  if (row.telephone !== '' && telephone === null) return reject('badTelephone');
  const changedTelephone = telephone !== null && telephone !== post.telephone ? telephone : null;
  const person = personOf(row, known);
  if (typeof person === 'string') return reject(person);
  if (post.holder && person.officerId === post.holder.officerId) {
    const change = { appoint: null, ends: null, telephone: changedTelephone };
    return changedTelephone ? { row, post, outcome: 'change', change } : { row, post, outcome: 'same' };
  }
  if (post.kind === 'cwc') return reject('committee');
  if (post.kind === 'anti-trafficking-unit' && (person.officerId === null || known.officers.get(person.email)?.enteredByAsker))
    return reject('enteredByOneself');
  const order = orderOf(row, known.today);
  if (typeof order === 'string') return reject(order);
  if (post.holder && post.holder.fromOn >= order.fromOn) return reject('heldByYounger');
  if (!post.holder && post.lastToOn && post.lastToOn >= order.fromOn) return reject('heldUntilLater');
  const ends = post.holder
    ? {
        postingId: post.holder.postingId,
        name: [post.holder.rank, post.holder.name].filter(Boolean).join(' '),
        toOn: addDays(order.fromOn, -1),
      }
    : null;
  const appoint = {
    standing: 'holder' as const,
    ...order,
    name: row.name,
    rank: row.rank || null,
    email: person.email,
    isNew: person.officerId === null,
  };
  return { row, post, outcome: 'change', change: { appoint, ends, telephone: changedTelephone } };
}

/** Who is meant: told apart by the address alone. The same address under another name is somebody's mistake, not the same person. */
function personOf({ name, email }: SheetRow, { officers }: Known): { email: string; officerId: string | null } | Rejection {
  if (name === '') return 'noName';
  const address = email.toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return 'badEmail';
  const officer = officers.get(address);
  if (officer && bare(officer.name) !== bare(name)) return 'otherName';
  if (officer?.isClosed) return 'accountClosed';
  return { email: address, officerId: officer?.officerId ?? null };
}

const bare = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[.\s]+/g, ' ')
    .trim();

function orderOf(
  { orderNumber, orderedOn, fromOn }: SheetRow,
  today: Day,
): Pick<Appointing, 'orderNumber' | 'orderedOn' | 'fromOn'> | Rejection {
  const first = readDay(fromOn);
  const ordered = orderedOn === '' ? first : readDay(orderedOn);
  if (!first || !ordered) return 'badDay';
  if (ordered > today || first > today) return 'inFuture';
  return orderNumber === '' ? 'noOrder' : { orderNumber: orderNumber.slice(0, 80), orderedOn: ordered, fromOn: first };
}

/** The same text for the same plan: what was shown is not done once the directory has changed meanwhile. */
export function planText(rows: readonly PlannedRow[]): string {
  return JSON.stringify(rows.map(({ post, row, ...rest }) => [row.line, post?.officeId ?? null, rest]));
}
