// Check your answers: everything said so far, each with a way to change it, before anything is sent.
import { languageName } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

import type { Draft } from '../../citizens/index.ts';
import { type QuestionName, questionSchemas } from '../citizen-questions.ts';

type CheckProps = {
  view: View;
  form: FormState;
  draft: Draft;
  districtName: string;
  names: readonly QuestionName[];
  under: string;
  whatHappens: string;
};

/** Answers that are codes, and the group of words each is in. */
const inWords: Record<string, string> = {
  sex: 'children.sex',
  complexion: 'children.complexion',
  markKind: 'children.markKind',
  markSite: 'children.markSite',
  informantRelation: 'missing-reports.relation',
};
const hidden = ['districtTyped', 'photographLater'];

function answerInWords({ view, draft, districtName }: CheckProps, field: string): string | null {
  const value = draft.answers[field];
  if (value === undefined || hidden.includes(field)) return null;
  if (field === 'lastSeenDistrict') return districtName;
  if (field === 'languages') return [value].flat().map((code) => languageName(view.locale, code)).join(', '); // prettier-ignore
  if (field.endsWith('Unknown')) return view.t('web.form.unknown');
  if (field === 'ageFrom' && value === '0') return view.t('missing-reports.check.underOne');
  if (value === 'unknown') return view.t('web.form.unknown');
  return inWords[field] ? view.t(`${inWords[field]}.${String(value)}`) : String(value);
}

const labels: Record<string, string> = {
  ageFrom: 'missing-reports.field.age',
  heightFrom: 'children.height',
  markKind: 'children.mark.kind',
  markSite: 'children.mark.site',
  markText: 'children.mark.text',
  lastSeenOn: 'missing-reports.field.lastSeenOn',
  lastSeenAt: 'missing-reports.field.lastSeenAt',
  lastSeenDistrict: 'missing-reports.field.district',
  lastSeenPlace: 'missing-reports.field.lastSeenPlace',
  lastSeenWith: 'missing-reports.field.lastSeenWith',
  informantName: 'missing-reports.field.yourName',
  informantRelation: 'missing-reports.field.yourRelation',
  informantTelephone: 'missing-reports.field.yourTelephone',
  photographTakenOn: 'missing-reports.field.photographTakenOn',
  details: 'missing-reports.field.anythingElse',
  looks: 'missing-reports.field.unsure',
  family: 'missing-reports.field.unsure',
};

/** The label each answer stands under; "I don't know" stands under the field it answers. */
function labelOf(view: View, field: string): string {
  const name = field.replace(/Unknown$/, '');
  return view.t(labels[name] ?? `children.field.${name}`);
}

function Answers({ name, ...props }: CheckProps & { name: QuestionName }) {
  const { view, draft, under } = props;
  const { t } = view;
  const fields = Object.keys(questionSchemas[name].shape);
  const lines = fields.map((field) => ({ field, answer: answerInWords(props, field) })).filter(({ answer }) => answer !== null);
  return (
    <section>
      <h2>
        {t(`missing-reports.ask.${name}`)} <a href={`${under}/${name}`}>{t('missing-reports.check.change')}</a>
      </h2>
      {name === 'photograph' ? (
        <p>{t(draft.photograph ? 'missing-reports.check.photographYes' : 'missing-reports.check.photographNo')}</p>
      ) : null}
      <dl>
        {lines.map(({ field, answer }) => (
          <div key={field}>
            <dt>{labelOf(view, field)}</dt>
            <dd dir="auto">{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function CheckPage(props: CheckProps) {
  const { view, form } = props;
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('missing-reports.check.title')}</h1>
      {props.names.map((name) => (
        <Answers key={name} {...props} name={name} />
      ))}
      <p>{t(props.whatHappens)}</p>
      <Form view={view} action={`${props.under}/check`}>
        <Button>{t('missing-reports.check.sendCode')}</Button>
      </Form>
    </>
  );
}
