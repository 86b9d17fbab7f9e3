// One case: who, where it stands, what the law asks of whom, what may be done next, and everything written so far.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { Day } from '../../../kernel/time.ts';
import { Duty, DutyList } from '../../../web/components/duty.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Button } from '../../../web/components/button.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import type { View } from '../../../web/view.ts';
import type { Destruction } from '../destruction-store.ts';
import type { DutyLine } from '../duty-line.ts';
import type { Paper } from '../paper-store.ts';
import { type Proceeding, destroyedOn, mayBeOrdered, numberOf } from '../proceeding.ts';
import type { Step } from '../step.ts';
import { stepByCode } from '../steps/all.ts';
import type { Look } from '../vault-store.ts';
import { casePath, stageInWords } from './board-page.tsx';
import { Signatures } from './sign-page.tsx';
import { type Names, SaidWords, linesOf } from './words.tsx';

export type CasePageProps = {
  view: View;
  proceeding: Proceeding;
  duties: readonly DutyLine[];
  papers: readonly Paper[];
  next: readonly Step[];
  names: Names;
  destruction: Destruction | null;
  reader: string;
  /** The reader wrote the order of destruction: another must agree. */
  ownOrder: boolean;
  looks: readonly Look[];
};

export function CasePage(props: CasePageProps) {
  const { view, proceeding, duties, papers, next, names, reader, looks } = props;
  const { t } = view;
  const path = casePath(proceeding);
  const [waiting, written] = [papers.filter(isWaiting), papers.filter((paper) => !isWaiting(paper))];
  return (
    <>
      <p class="reference">
        <a href="/board">{t('jjb.list.title')}</a>
      </p>
      <h1>{t('jjb.case.title', { number: numberOf(proceeding), name: proceeding.identity?.name ?? t('jjb.noName') })}</h1>
      <p class="quiet-text">{t('jjb.case.caution')}</p>
      <SummaryList view={view} rows={particulars(view, proceeding)} />
      {next.length > 0 ? (
        <section>
          <h2>{t('jjb.case.next')}</h2>
          <nav class="header-line ways">
            {next.map(({ code }) => (
              <a key={code} href={`${path}/${code}`}>
                {t(`jjb.step.${code}`)}
              </a>
            ))}
            {view.may('conflict.decide') ? <a href={`${path}/same-child`}>{t('jjb.tie.title')}</a> : null}
          </nav>
        </section>
      ) : null}
      {waiting.length > 0 ? (
        <section>
          <h2>{t('jjb.sign.waiting')}</h2>
          {waiting.map((paper) => (
            <PaperPanel key={paper.id} view={view} paper={paper} path={path} names={names} reader={reader} />
          ))}
        </section>
      ) : null}
      {duties.length > 0 ? (
        <section>
          <h2>{t('jjb.case.duties')}</h2>
          <DutyList>
            {duties.map((duty) => (
              <Duty
                key={duty.key}
                view={view}
                title={duty.title}
                due={duty.due}
                why={`${duty.why} · ${duty.authority}`}
                metAt={duty.endedAt}
              />
            ))}
          </DutyList>
        </section>
      ) : null}
      <section>
        <h2>{t('jjb.case.papers', { count: written.length })}</h2>
        {written.map((paper) => (
          <PaperPanel key={paper.id} view={view} paper={paper} path={path} names={names} reader={reader} />
        ))}
      </section>
      <Destroying {...props} />
      {looks.length > 0 ? (
        <details>
          <summary>{t('jjb.case.looks')}</summary>
          <ul class="plain-list">
            {looks.map((look, at) => (
              <li key={at} class="quiet-text">
                {t('jjb.case.look', {
                  when: formatMoment(view, look.at),
                  who: look.officer,
                  office: look.office,
                  did: t(`jjb.look.${look.action}`),
                })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function particulars(view: View, proceeding: Proceeding) {
  const { t } = view;
  const { identity } = proceeding;
  const moment = (at: Proceeding['producedAt']): string | null => (at ? formatMoment(view, at) : null);
  const kept = destroyedOn(proceeding);
  const row = (name: string, value: string | null | undefined) => ({ label: t(`jjb.field.${name}`), value: value ?? null });
  return [
    row('stage', stageInWords(view, proceeding)),
    ...(identity
      ? [
          row('sex', t(`jjb.sex.${identity.sex}`)),
          identity.born ? row('born', formatDay(view, identity.born)) : row('ageTold', identity.age),
          row('guardian', identity.guardian),
          row('address', identity.address),
          row('language', identity.language),
        ]
      : []),
    row('gravity', proceeding.gravity ? t(`jjb.gravity.${proceeding.gravity}`) : null),
    row('sixteen', proceeding.sixteenAtOffence === null ? null : t(`jjb.sixteen.${proceeding.sixteenAtOffence ? 'yes' : 'no'}`)),
    row('police', proceeding.policeName),
    row('board', proceeding.boardName),
    row('apprehended', moment(proceeding.apprehendedAt)),
    row('produced', moment(proceeding.producedAt)),
    ...(proceeding.nextOn ? [row('nextOn', formatDay(view, proceeding.nextOn))] : []),
    ...(proceeding.endedAt ? [row('ended', moment(proceeding.endedAt))] : []),
    ...(kept ? [row('keptUntil', formatDay(view, kept))] : []),
    ...(proceeding.destroyedAt ? [row('destroyed', moment(proceeding.destroyedAt))] : []),
  ];
}

const isWaiting = ({ madeAt, withdrawnAt }: Paper): boolean => madeAt === null && withdrawnAt === null;

type PanelProps = { view: View; paper: Paper; path: string; names: Names; reader: string };

function PaperPanel({ view, paper, path, names, reader }: PanelProps) {
  const { t } = view;
  const isOrder = paper.bench.some(({ signedAt }) => signedAt !== null);
  const waits = isWaiting(paper);
  const step = stepByCode(paper.kind);
  return (
    <section class="panel">
      <h3>{t(`jjb.step.${paper.kind}`)}</h3>
      <p class="quiet-text">
        {t('jjb.case.paperBy', { when: formatMoment(view, paper.happenedAt), who: paper.byOfficer, office: paper.byOffice })}
      </p>
      {paper.said && step ? <SaidWords lines={linesOf(view, step.fields, paper.said, names)} /> : <p>{t('jjb.case.wordsGone')}</p>}
      {paper.withdrawnAt ? <p>{t('jjb.sign.withdrawn', { when: formatMoment(view, paper.withdrawnAt) })}</p> : null}
      {waits ? <p>{t('jjb.sign.notMade')}</p> : null}
      {isOrder ? (
        <Signatures view={view} paper={paper} />
      ) : paper.bench.length > 0 ? (
        <p class="quiet-text">{t('jjb.case.bench', { who: paper.bench.map(({ name }) => name).join(', ') })}</p>
      ) : null}
      {waits && paper.bench.some(({ officerId }) => officerId === reader) ? (
        <p>
          <a href={`${path}/papers/${paper.id}/sign`}>{t('jjb.sign.read')}</a>
        </p>
      ) : null}
      {paper.said && paper.madeAt && step?.form ? <a href={`${path}/papers/${paper.id}.pdf`}>{t('jjb.case.print')}</a> : null}
    </section>
  );
}

function Destroying({ view, proceeding, destruction, ownOrder }: CasePageProps) {
  const { t } = view;
  const path = casePath(proceeding);
  if (!view.may('conflict.destroy')) return null;
  if (!destruction)
    return mayBeOrdered(proceeding, view.now) ? (
      <p>
        <a class="button secondary" href={`${path}/destroy`}>
          {t('jjb.destroy.order')}
        </a>
      </p>
    ) : null;
  return (
    <section class="panel">
      <h2>{t('jjb.destroy.title')}</h2>
      <p>{t('jjb.destroy.ordered', { who: destruction.orderedBy, when: formatMoment(view, destruction.orderedAt) })}</p>
      <p>{t('jjb.destroy.on', { on: formatDay(view, destruction.takesEffectOn as Day) })}</p>
      {destruction.agreedBy ? (
        <p>{t('jjb.destroy.agreed', { who: destruction.agreedBy, when: formatMoment(view, destruction.agreedAt!) })}</p>
      ) : null}
      {destruction.carriedOutAt ? (
        <p>
          {t('jjb.destroy.done', { when: formatMoment(view, destruction.carriedOutAt) })}{' '}
          <a href={`${path}/certificate.pdf`}>{t('jjb.destroy.certificate')}</a>
        </p>
      ) : null}
      {destruction.agreedBy ? null : ownOrder ? (
        <p>{t('jjb.destroy.another')}</p>
      ) : (
        <Form view={view} action={`${path}/destroy/agree`}>
          <Button>{t('jjb.destroy.agree')}</Button>
        </Form>
      )}
    </section>
  );
}
