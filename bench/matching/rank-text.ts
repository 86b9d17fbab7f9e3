// `match rank` measured: of each kind of difference between two texts, how often the right one is first, among ten, among fifty; and how long it takes.
import { type Figure, atMost, percentile } from '../../scripts/figures.ts';
import { addText, rankText, settleTexts, startTextRanking } from '../../src/modules/matching/ranking/index.ts';
import { startPeople } from './people.ts';
import { type TextSet, textSets } from './text-sets.ts';

function answered({ id, corpus, asked }: TextSet): Figure[] {
  const ranking = startTextRanking((record) => corpus[record]!);
  for (const text of corpus) addText(ranking, text);
  settleTexts(ranking);
  const times: number[] = [];
  const within = [0, 0, 0];
  for (const { text, answer } of asked) {
    const start = performance.now();
    const found = rankText(ranking, text, 50);
    times.push(performance.now() - start);
    const place = found.indexOf(answer);
    [1, 10, 50].forEach((most, at) => (within[at]! += place >= 0 && place < most ? 1 : 0));
  }
  const n = asked.length;
  return [
    ...[1, 10, 50].map((most, at) => atMost(`rankText.${id}.recallAt${most}`, within[at]! / n, 'share', n, null)),
    atMost(`rankText.${id}.p50`, percentile(times, 0.5), 'ms', n, null),
    atMost(`rankText.${id}.p95`, percentile(times, 0.95), 'ms', n, null),
  ];
}

/** `data`: a folder of lexicons; without it only what the pools of names hold is asked. */
export function rankTextFigures({ data }: { data?: string | undefined }): Figure[] {
  const people = startPeople('texts', data, 'held');
  return textSets(people, 20_000, 300).flatMap(answered);
}
