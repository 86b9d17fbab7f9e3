// The forms of a plan, each on a page of its own: what the child wishes, one need, the Committee's decision, the release.
import type { ComponentChildren } from 'preact';
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { releaseWords } from '../form.ts';
import { type Domain, concerns, hearings, ladder, measures } from '../plan.ts';

export type PlanFormProps = { view: View; form: FormState; reference: string; title: string };

function Sheet({
  view,
  form,
  reference,
  title,
  to,
  why,
  save,
  children,
}: PlanFormProps & { to: string; why: string; save: string; children: ComponentChildren }) {
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}/plan`}>{view.t('care-plans.back', { reference })}</a>
      </p>
      <h1>{title}</h1>
      <p>{why}</p>
      <Form view={view} action={`/found/${reference}/plan/${to}`}>
        {children}
        <Button>{save}</Button>
      </Form>
    </>
  );
}

function about({ view, form }: PlanFormProps, name: string) {
  return { view, form, name, label: view.t(`care-plans.field.${name}`) };
}

function optionsOf({ view }: PlanFormProps, group: string, values: readonly string[]) {
  return values.map((value) => ({ value, label: view.t(`care-plans.${group}.${value}`) }));
}

export function WishesPage(props: PlanFormProps & { isFirst: boolean }) {
  const { t } = props.view;
  return (
    <Sheet {...props} to="wishes" why={t('care-plans.wishes.why')} save={t('care-plans.save')}>
      <Radios {...about(props, 'heard')} options={optionsOf(props, 'heard', hearings)} />
      <TextArea {...about(props, 'wishes')} hint={t('care-plans.hint.wishes')} optional rows={6} maxLength={2000} />
      <TextInput {...about(props, 'wishesLanguage')} optional width="medium" maxLength={60} />
      <TextArea {...about(props, 'notHeardBecause')} optional rows={2} maxLength={500} />
      <TextInput {...about(props, 'caseWorker')} maxLength={120} />
      <Radios {...about(props, 'ladder')} hint={t('care-plans.hint.ladder')} options={optionsOf(props, 'ladder', ladder)} />
      <TextArea {...about(props, 'ladderReasons')} hint={t('care-plans.hint.ladderReasons')} optional maxLength={2000} />
      {props.isFirst ? null : <TextArea {...about(props, 'changed')} maxLength={2000} />}
    </Sheet>
  );
}

/** What stands there by now, beside what was typed: nothing of either is lost. */
export type SavedSince = { savedBy: string; fields: readonly { name: string; theirs: string }[] };

export function NeedPage(props: PlanFormProps & { domain: Domain; since: SavedSince | null }) {
  const { view, form, domain, since } = props;
  const { t } = view;
  return (
    <Sheet {...props} to={`needs/${domain}`} why={t(`care-plans.about.${domain}`)} save={t('care-plans.save')}>
      {since ? (
        <section class="rivals" aria-labelledby="since-title">
          <h2 id="since-title">{t('care-plans.since', { who: since.savedBy })}</h2>
          <dl class="need-words">
            {since.fields.map(({ name, theirs }) => (
              <div key={name}>
                <dt>{t(`care-plans.field.${name}`)}</dt>
                <dd dir="auto">{theirs}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <p class="quiet-text">{t('care-plans.needs.optional')}</p>
      <Hidden name="edit" value={typedIn(form, 'edit') || '0'} />
      <Radios {...about(props, 'concern')} options={optionsOf(props, 'concern', concerns)} inline />
      <TextArea {...about(props, 'concernWords')} optional rows={3} maxLength={2000} />
      <TextArea {...about(props, 'goal')} optional rows={2} maxLength={2000} />
      <TextArea {...about(props, 'intervention')} optional rows={3} maxLength={2000} />
      <TextInput {...about(props, 'who')} optional maxLength={200} />
      <TextInput {...about(props, 'agency')} optional maxLength={200} />
      <Select {...about(props, 'measure')} optional options={optionsOf(props, 'measure', measures)} />
      <TextInput {...about(props, 'scheme')} optional maxLength={200} />
      <DateInput {...about(props, 'startsOn')} optional latest={null} />
      <DateInput {...about(props, 'reviewOn')} optional latest={null} />
      <TextArea {...about(props, 'success')} hint={t('care-plans.hint.success')} optional rows={2} maxLength={500} />
    </Sheet>
  );
}

export function DecisionPage(props: PlanFormProps) {
  const { t } = props.view;
  return (
    <Sheet {...props} to="decide" why={t('care-plans.decide.why')} save={t('care-plans.decide.save')}>
      <Radios {...about(props, 'decision')} options={optionsOf(props, 'decisionOf', ['approved', 'returned'])} />
      <TextArea {...about(props, 'reasons')} hint={t('care-plans.hint.reasons')} optional maxLength={2000} />
    </Sheet>
  );
}

export function FixReleasePage(props: PlanFormProps) {
  const { t } = props.view;
  return (
    <Sheet {...props} to="release" why={t('care-plans.release.why')} save={t('care-plans.release.save')}>
      <DateInput {...about(props, 'plannedFor')} latest={null} />
    </Sheet>
  );
}

export function PreReleasePage(props: PlanFormProps) {
  const { t } = props.view;
  const needed = ['destination', 'placements', 'rehabilitation', 'followUp'];
  return (
    <Sheet {...props} to="pre-release" why={t('care-plans.preRelease.why')} save={t('care-plans.preRelease.save')}>
      {releaseWords.map((name) => (
        <TextArea key={name} {...about(props, name)} optional={!needed.includes(name)} rows={2} maxLength={2000} />
      ))}
    </Sheet>
  );
}
