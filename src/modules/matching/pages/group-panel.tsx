// "The same child in N records": the records, who joined them and how to split them again; a contradiction stands before everything else.
import { formatWhen } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Icon } from '../../../web/components/icon.tsx';
import { PersonName } from '../../../web/components/person-name.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { blankForm } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type ChildRecord, recordPath } from '../../children/index.ts';
import { MOST_REASON } from '../form.ts';
import type { ShownEdge, ShownGroup, ShownMember } from '../groups/group-panel.ts';
import { nameShown } from '../words.ts';

type Props = { view: View; record: ChildRecord; group: ShownGroup };

export function GroupPanel({ view, record, group }: Props) {
  const { members, hidden, edges, contradictions } = group;
  const count = members.length + hidden;
  return (
    <section class="group" aria-labelledby="group">
      <h2 id="group">{view.t(contradictions.length > 0 ? 'match-review.group.conflict' : 'match-review.group.title', { count })}</h2>
      {contradictions.length > 0 ? (
        <p class="conflict">
          <Icon name="differs" /> {view.t('match-review.group.conflictText')}
        </p>
      ) : (
        <p class="quiet-text">{view.t('match-review.group.text')}</p>
      )}
      <ul>
        {members.map((member) => (
          <Member key={member.record.id} view={view} member={member} own={member.record.id === record.id} />
        ))}
        {hidden > 0 ? <li class="quiet-text">{view.t('match-review.group.hidden', { count: hidden })}</li> : null}
      </ul>
      <ol class="group-edges">
        {[...contradictions, ...edges].map((shown) => (
          <Joined key={shown.edge.candidateId} view={view} shown={shown} members={members} />
        ))}
      </ol>
    </section>
  );
}

function Member({ view, member, own }: { view: View; member: ShownMember; own: boolean }) {
  const { record, description, officeName } = member;
  const named = <PersonName view={view} name={nameShown(description)} />;
  return (
    <li>
      {own ? <strong>{record.reference}</strong> : <a href={recordPath(record)}>{record.reference}</a>} {named},{' '}
      {view.t(`match-review.side.${record.kind}`)}, {officeName}
      {own ? ` (${view.t('match-review.group.thisOne')})` : ''}
    </li>
  );
}

/** Who joined two of the records, or says they are two children; and the way to take that back. */
function Joined({ view, shown, members }: { view: View; shown: ShownEdge; members: readonly ShownMember[] }) {
  const { edge, judged, second } = shown;
  const referenceOf = (id: string) => members.find(({ record }) => record.id === id)?.record.reference ?? '…';
  const both = `${referenceOf(edge.missingId)} · ${referenceOf(edge.foundId)}`;
  const opens = [edge.missingId, edge.foundId].every((id) => members.some(({ record }) => record.id === id));
  const by = judged && {
    verdict: edge.standing,
    officer: judged.officerName,
    office: judged.officeName,
    when: formatWhen(view, judged.judgedAt, view.now),
  };
  const answered = second && (second.state === 'confirmed' || second.state === 'refused') ? second : null;
  const who = [answered?.officer, answered?.office].filter(Boolean).join(', ');
  return (
    <li class={edge.standing === 'different' ? 'conflict' : undefined}>
      {opens ? <a href={`/matches/${edge.candidateId}`}>{both}</a> : both} {by ? view.t('match-review.group.by', by) : null}{' '}
      {answered ? view.t(`match-review.two.${answered.state}`, { who, when: formatWhen(view, answered.at, view.now) }) : null}
      {opens && view.may(edge.confirmed ? 'identity.confirm' : 'match.judge') ? <Split view={view} shown={shown} /> : null}
    </li>
  );
}

function Split({ view, shown: { edge, judged } }: { view: View; shown: ShownEdge }) {
  return (
    <details>
      <summary>{view.t(edge.standing === 'same' ? 'match-review.group.split' : 'match-review.reverse.title')}</summary>
      <Form view={view} action={`/matches/${edge.candidateId}/reverse`}>
        <TextArea
          view={view}
          form={blankForm}
          name="reason"
          label={view.t('match-review.reverse.reason')}
          rows={2}
          maxLength={MOST_REASON}
        />
        <Hidden name="seen" value={judged?.id ?? 'none'} />
        <Button kind="secondary">{view.t('match-review.reverse.button')}</Button>
      </Form>
    </details>
  );
}
