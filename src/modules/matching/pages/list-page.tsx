// The pairs waiting for an officer's eyes, grouped by the missing child, the likeliest first.
import { ageOn } from '../../../kernel/age.ts';
import { dayOf } from '../../../kernel/time.ts';
import { formatAge, formatDay } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { PersonCard, PersonCards } from '../../../web/components/person-card.tsx';
import { PersonName } from '../../../web/components/person-name.tsx';
import type { View } from '../../../web/view.ts';
import { photographPath, recordPath } from '../../children/index.ts';
import type { Candidate } from '../candidate.ts';
import type { Cautions, Listed, Waiting, WaitingGroup } from '../waiting.ts';
import { UnseenNote } from './guarded.tsx';
import { listedInWords } from './listed-words.ts';
import { speaksAgainst } from './why.tsx';
import { aspectSentence, helpInWords, nameShown, percentOf } from '../words.ts';

export function ListPage({ view, waiting, office }: { view: View; waiting: Waiting; office: string }) {
  const { groups, total, shown, unsure, cautions, unseen } = waiting;
  return (
    <>
      <h1>{view.t('match-review.list.title')}</h1>
      {total === 0 ? (
        <EmptyState view={view} title={view.t('match-review.list.count', { count: 0, office })} text={view.t('match-review.list.empty')} />
      ) : (
        <p>{view.t('match-review.list.count', { count: total, office })}</p>
      )}
      {groups.map((group) => (
        <Group key={group.missing.record.id} view={view} group={group} cautions={cautions} />
      ))}
      {shown < total ? <p class="quiet-text">{view.t('match-review.list.more', { shown, total })}</p> : null}
      <UnseenNote view={view} unseen={unseen} link />
      <Unsure view={view} groups={unsure} cautions={cautions} />
    </>
  );
}

/** Judged "can't tell yet": each with the one fact that would help most, until somebody knows it. */
function Unsure({ view, groups, cautions }: { view: View; groups: readonly WaitingGroup[]; cautions: Cautions }) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="unsure">
      <h2 id="unsure">{view.t('match-review.list.unsure', { count: groups.reduce((sum, { pairs }) => sum + pairs.length, 0) })}</h2>
      <p class="quiet-text">{view.t('match-review.list.unsureText')}</p>
      {groups.map((group) => (
        <section key={group.missing.record.id}>
          <h3>
            <PersonName view={view} name={nameShown(group.missing.description)} />
          </h3>
          <Since view={view} group={group} />
          <PersonCards>
            {group.pairs.map(({ candidate, found }) => (
              <Pair key={candidate.id} view={view} candidate={candidate} found={found} cautions={cautions} />
            ))}
          </PersonCards>
        </section>
      ))}
    </section>
  );
}

/** Its id is the child's reference, so that a duty can lead straight to it. */
function Group({ view, group, cautions }: { view: View; group: WaitingGroup; cautions: Cautions }) {
  const { record, description } = group.missing;
  return (
    <section id={record.reference}>
      <h2>
        <PersonName view={view} name={nameShown(description)} />
      </h2>
      <Since view={view} group={group} />
      <PersonCards>
        {group.pairs.map(({ candidate, found }) => (
          <Pair key={candidate.id} view={view} candidate={candidate} found={found} cautions={cautions} />
        ))}
      </PersonCards>
    </section>
  );
}

/** Of another office's child no more than the pair may be opened: then the reference is no link. */
function Since({ view, group: { missing, opens } }: { view: View; group: WaitingGroup }) {
  const { record, district } = missing;
  return (
    <p class="quiet-text">
      {opens ? <a href={recordPath(record)}>{record.reference}</a> : record.reference}
      {`, ${view.t('match-review.list.since', { on: formatDay(view, dayOf(record.happenedAt)), place: district?.name ?? '' })}`}
    </p>
  );
}

type PairProps = { view: View; candidate: Candidate; found: Listed; cautions: Cautions };

function Pair({ view, candidate, found, cautions }: PairProps) {
  const { helpMost } = candidate.comparison;
  const { record, description, district, photograph } = found;
  const place = district ? `${district.name}, ${district.stateName}` : '';
  return (
    <PersonCard
      view={view}
      name={nameShown(description)}
      photo={photograph ? { src: photographPath(photograph.name) } : null}
      age={description.age ? formatAge(view, ageOn(description.age, dayOf(view.now))) : null}
      place={view.t(`match-review.list.${record.kind}On`, { on: formatDay(view, dayOf(record.happenedAt)), place })}
      reference={record.reference}
      href={`/matches/${candidate.id}`}
    >
      <p>
        <strong>{percentOf(candidate.probability)}</strong> {listedInWords(view, candidate, cautions)}
      </p>
      {candidate.standing === 'unsure' && helpMost ? (
        <p>
          {view.t('match-review.helpMost')} {view.t('match-review.sentence', { text: helpInWords(view, helpMost, found) })}
        </p>
      ) : null}
      <p class="quiet-text">{strongestReasons(view, candidate, found.record.kind === 'sighting')}</p>
    </PersonCard>
  );
}

/** The two strongest agreements, and the strongest contradiction if there is one: a list that hides it would mislead. */
function strongestReasons(view: View, { comparison }: Candidate, seen: boolean): string {
  const known = comparison.aspects.filter(({ outcome }) => outcome !== 'unknown').toSorted((one, other) => other.bits - one.bits);
  const spoken = (result: (typeof known)[number]) =>
    `${view.t(`matching.aspect.${result.aspect}`)}: ${aspectSentence(view, result, { seen })}`;
  const agreeing = known
    .filter(({ outcome }) => outcome === 'agree')
    .slice(0, 2)
    .map(spoken);
  const against = known.filter(speaksAgainst).slice(-1);
  return [...agreeing, ...against.map((result) => view.t('match-review.list.against', { reason: spoken(result) }))].join('; ');
}
