// What to do next with a pair, in the order of doing: look at what contradicts, ask the one question that helps most and whom, then judge.
import type { View } from '../../../web/view.ts';
import type { Review, Side } from '../review.ts';
import { askOffice, aspectsInWords, helpInWords } from '../words.ts';
import { canBeChecked, speaksAgainst } from './why.tsx';

/** `toJudge`: the page holds the form of a judgement. */
export function NextSteps({ view, pair, toJudge }: { view: View; pair: Review; toJudge: boolean }) {
  const { candidate, missing, found } = pair;
  if (candidate.standing === 'same' || candidate.standing === 'different') return null;
  const { aspects, helpMost } = candidate.comparison;
  const against = aspects.filter((result) => speaksAgainst(result) && canBeChecked(result)).map(({ aspect }) => aspect);
  if (against.length === 0 && !helpMost && !toJudge) return null;
  return (
    <section class="next-steps" aria-labelledby="next">
      <h2 id="next">{view.t('match-review.next.title')}</h2>
      <ol>
        {against.length > 0 ? <li>{view.t('match-review.next.check', { facts: aspectsInWords(view, against) })}</li> : null}
        {helpMost ? (
          <Ask
            view={view}
            question={helpInWords(view, helpMost, found)}
            of={helpMost.code.endsWith('askChild') || helpMost.aspect === 'marks' ? found : missing}
          />
        ) : null}
        {toJudge ? (
          <li>
            <a href="#judgement">{view.t('match-review.next.judge')}</a>
          </li>
        ) : null}
      </ol>
    </section>
  );
}

/** The question, and where the one who can answer is. */
function Ask({ view, question, of }: { view: View; question: string; of: Side }) {
  return (
    <li>
      {view.t('match-review.helpMost')} {view.t('match-review.sentence', { text: question })}{' '}
      <span class="quiet-text">{askOffice(view, of.office)}</span>
    </li>
  );
}
