// What a listener hears of some news: each entry, or each record once.
import { expect, test } from 'vitest';
import type { Happening } from '../../kernel/happenings.ts';
import { newId } from '../../kernel/ids.ts';
import { type HappeningNews, type Listener, newsFor } from './listening.ts';

const [asha, ravi] = [newId<'record'>(), newId<'record'>()];
const said = (recordId: typeof asha, happening: Happening): HappeningNews => ({ recordId, entryId: newId(), happening });
const news = [
  said(asha, 'missing.reported'),
  said(asha, 'record.described'),
  said(ravi, 'record.described'),
  said(ravi, 'missing.firRegistered'),
];
const listener: Listener = { name: 'test.listens', happenings: ['missing.reported', 'record.described'], hear: async () => {} };

test('each entry it listens to, under the entry’s id', () => {
  expect(newsFor(listener, news).map(({ key }) => key)).toEqual(news.slice(0, 3).map(({ entryId }) => entryId));
});

test('one that looks at the record as it stands hears of each once', () => {
  const heard = newsFor({ ...listener, ofRecord: true }, news);
  expect(heard.map(({ key, data }) => [key, data.recordId])).toEqual([
    [asha, asha],
    [ravi, ravi],
  ]);
});
