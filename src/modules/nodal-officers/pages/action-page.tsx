// What the keeper of a post records, one form each: an appointment, its end, leave, a call to the telephone.
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { endReasons } from '../appointment-store.ts';
import { callOutcomes, standings } from '../form.ts';
import type { Post } from '../store.ts';
import { Telephone, nameOf } from './post-table.tsx';

export type PostAction = 'appoint' | 'end' | 'leave' | 'call';

/** What can be recorded of the post as it stands. */
export function offered(post: Post): PostAction[] {
  const seated = post.holder || post.deputy;
  return ['appoint', ...(seated ? (['end', 'leave'] as const) : []), ...(post.holder && post.telephone ? (['call'] as const) : [])];
}

type ActionProps = { view: View; post: Post; action: PostAction; form: FormState };
const fieldsOf = { appoint: AppointFields, end: EndFields, leave: LeaveFields, call: CallFields };

export function ActionPage({ view, post, action, form }: ActionProps) {
  const { t } = view;
  const Fields = fieldsOf[action];
  return (
    <>
      <p>
        <a href={`/nodal-officers/${post.officeId}`}>{post.name}</a>
      </p>
      <h1>{t(`nodal-officers.${action}.title`)}</h1>
      <ErrorSummary view={view} form={form} />
      <p class="hint">{t(`nodal-officers.${action}.about`)}</p>
      <Form view={view} action={`/nodal-officers/${post.officeId}/${action}`}>
        <Fields view={view} post={post} form={form} />
        <Button>{t(`nodal-officers.${action}.save`)}</Button>
      </Form>
    </>
  );
}

type FieldsProps = Omit<ActionProps, 'action'>;

function AppointFields({ view, form }: FieldsProps) {
  const { t } = view;
  const field = (name: string) => ({ view, form, name, label: t(`nodal-officers.field.${name}`) });
  return (
    <>
      <Radios {...field('standing')} options={standings.map((value) => ({ value, label: t(`nodal-officers.standing.${value}`) }))} />
      <TextInput {...field('email')} type="email" hint={t('nodal-officers.hint.email')} />
      <TextInput {...field('name')} hint={t('nodal-officers.hint.name')} optional />
      <TextInput {...field('rank')} optional />
      <TextInput {...field('orderNumber')} width="medium" />
      <DateInput {...field('orderedOn')} />
      <DateInput {...field('fromOn')} latest={null} />
    </>
  );
}

/** Of whom it is: the holder or the deputy. */
function WhoseField({ view, post, form }: FieldsProps) {
  const officers = [post.holder, post.deputy].filter((officer) => officer !== null);
  const options = officers.map((officer) => ({ value: officer.postingId, label: nameOf(officer) }));
  return <Radios view={view} form={form} name="postingId" label={view.t('nodal-officers.field.whose')} options={options} />;
}

function EndFields(props: FieldsProps) {
  const { view, form } = props;
  const { t } = view;
  return (
    <>
      <WhoseField {...props} />
      <DateInput view={view} form={form} name="toOn" label={t('nodal-officers.field.lastDay')} latest={null} />
      <TextInput view={view} form={form} name="orderNumber" label={t('nodal-officers.field.orderNumber')} width="medium" />
      <Select
        view={view}
        form={form}
        name="reason"
        label={t('nodal-officers.field.reason')}
        options={endReasons.map((value) => ({ value, label: t(`nodal-officers.reason.${value}`) }))}
      />
    </>
  );
}

function LeaveFields(props: FieldsProps) {
  const { view, form } = props;
  return (
    <>
      <WhoseField {...props} />
      <DateInput view={view} form={form} name="fromOn" label={view.t('nodal-officers.field.leaveFrom')} latest={null} />
      <DateInput view={view} form={form} name="toOn" label={view.t('nodal-officers.field.leaveTo')} latest={null} />
    </>
  );
}

function CallFields({ view, post, form }: FieldsProps) {
  const { t } = view;
  return (
    <>
      <p>
        {nameOf(post.holder)} <Telephone telephone={post.telephone} />
      </p>
      <Radios
        view={view}
        form={form}
        name="outcome"
        label={t('nodal-officers.field.outcome')}
        options={callOutcomes.map((value) => ({ value, label: t(`nodal-officers.outcome.${value}`) }))}
      />
    </>
  );
}
