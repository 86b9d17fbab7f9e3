// What a line of a list says beside the percent: how likely in words, unless a pair beside it or the Committee says otherwise.
import type { View } from '../../../web/view.ts';
import type { Candidate } from '../candidate.ts';
import type { Cautions } from '../waiting.ts';
import { probabilityInWords } from '../words.ts';
import { takenBackInWords } from './judgements.tsx';

export function listedInWords(view: View, { id, probability }: Candidate, { rivals, takenBack }: Cautions): string {
  const back = takenBack.get(id);
  if (back) return `${takenBackInWords(view, back)} ${back.reason}`;
  const beside = rivals.get(id)?.[0];
  if (!beside) return probabilityInWords(view, probability);
  return view.t(`match-review.list.beside.${beside.standing}`, { of: beside.of, committee: beside.committee ?? '' });
}
