// One raid: the children rescued in it, and how others are joined; to the police of the place also who is accused.
import { dayOf, timeOfDay } from '../../../kernel/time.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Accused, Drive, Raid } from '../drive.ts';
import type { Line } from '../lines.ts';
import { ChildrenTable } from './children-table.tsx';

type RaidLoaded = {
  drive: Drive;
  raid: Raid;
  /** Null: to somebody who sees no children. */
  lines: Line[] | null;
  count: number;
  /** Null: to everybody but the police of the place. */
  accused: Accused[] | null;
  mayJoin: boolean;
  mayRegister: boolean;
  readsPlans: boolean;
  officeId: string;
};
type Props = { view: View; loaded: RaidLoaded; form: FormState };

export function RaidPage({ view, loaded, form }: Props) {
  const { t } = view;
  const { drive, raid } = loaded;
  return (
    <>
      <p class="back">
        <a href={`/drives/${drive.id}`} dir="auto">
          {drive.name}
        </a>
      </p>
      <h1 dir="auto">{t('drives.raid.title', { place: raid.place })}</h1>
      <p>
        {raid.districtName} · {formatDay(view, dayOf(raid.raidedAt))}, {timeOfDay(raid.raidedAt)} · {raid.officeName}
      </p>
      <ErrorSummary view={view} form={form} />
      <Children view={view} loaded={loaded} form={form} />
      <Join view={view} loaded={loaded} form={form} />
      <AccusedSection view={view} loaded={loaded} form={form} />
    </>
  );
}

const pathOf = ({ drive, raid }: RaidLoaded): string => `/drives/${drive.id}/raids/${raid.id}`;

function Children({ view, loaded }: Props) {
  const { t } = view;
  const { lines, count, readsPlans, officeId, mayJoin } = loaded;
  if (!lines) return <p class="quiet-text">{t('drives.children.closed')}</p>;
  const takeOut = (line: Line) =>
    line.joinedIn === officeId ? (
      <Form view={view} action={`${pathOf(loaded)}/take-out`} inline>
        <Hidden name="record" value={line.id} />
        <button type="submit" class="quiet">
          {t('drives.takeOut')} <span class="unseen">{line.reference}</span>
        </button>
      </Form>
    ) : (
      '–'
    );
  return (
    <>
      <h2>{t('drives.children.title', { count })}</h2>
      <p class="quiet-text">{t('drives.children.own')}</p>
      <ChildrenTable
        view={view}
        caption={t('drives.children')}
        lines={lines}
        readsPlans={readsPlans}
        {...(mayJoin ? { after: takeOut } : {})}
      />
    </>
  );
}

function Join({ view, loaded, form }: Props) {
  const { t } = view;
  const { mayJoin, mayRegister, raid } = loaded;
  if (!mayJoin) return null;
  return (
    <>
      {mayRegister ? <LinkButton href={`/found/new?step=form&raid=${raid.id}`}>{t('drives.register')}</LinkButton> : null}
      <h2>{t('drives.join.title')}</h2>
      <Form view={view} action={`${pathOf(loaded)}/children`}>
        <TextArea
          view={view}
          form={form}
          name="references"
          label={t('drives.field.references')}
          hint={t('drives.hint.references')}
          rows={4}
        />
        <Button>{t('drives.join.save')}</Button>
      </Form>
    </>
  );
}

function AccusedSection({ view, loaded, form }: Props) {
  const { t } = view;
  const { accused } = loaded;
  if (!accused) return null;
  return (
    <section aria-labelledby="accused">
      <h2 id="accused">{t('drives.accused.title')}</h2>
      <p class="quiet-text">{t('drives.accused.sealed')}</p>
      {accused.map(({ id, words, recordedBy, officeName, recordedAt }) => (
        <p key={id}>
          <span dir="auto">{words}</span>
          <br />
          <span class="quiet-text">
            {recordedBy}, {officeName}, {formatMoment(view, recordedAt)}
          </span>
        </p>
      ))}
      <Form view={view} action={`${pathOf(loaded)}/accused`}>
        <TextArea view={view} form={form} name="words" label={t('drives.field.words')} hint={t('drives.hint.words')} rows={3} />
        <Button kind="secondary">{t('drives.accused.save')}</Button>
      </Form>
    </section>
  );
}
