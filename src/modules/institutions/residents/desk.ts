// The forms of a home about one child: /residents/:reference/<act>. Each opens the record anew, so each is audited and none outlives a changed right.
import type { z } from 'zod';
import { type Reference, readReference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { addDays, dayOf } from '../../../kernel/time.ts';
import { type FieldErrors, type FormValues, type RequestContext, type Route, form, redirect, show } from '../../../web/route.ts';
import { whenNow } from '../../../web/when.ts';
import { type ChildRecord, childName, readDescription, readRecord, recordPath } from '../../children/index.ts';
import {
  askTransfer,
  comeBack,
  discharge,
  giveLeave,
  nameSibling,
  recordDeath,
  recordTold,
  reportMissing,
  takeToHospital,
  withdrawTransfer,
} from './actions.ts';
import { admit, answerAsked } from './admission.ts';
import {
  admissionSchema,
  answerSchema,
  backSchema,
  deathSchema,
  dischargeSchema,
  hospitalSchema,
  leaveSchema,
  missingSchema,
  siblingSchema,
  toldSchema,
  transferSchema,
  withdrawSchema,
} from './form.ts';
import { type Choices, choicesFor } from './choices.ts';
import { AdmissionPage, AnswerPage } from './pages/admission-page.tsx';
import {
  BackPage,
  DeathPage,
  DischargePage,
  HospitalPage,
  LeavePage,
  MissingPage,
  SiblingPage,
  ToldPage,
  TransferPage,
  WithdrawPage,
} from './pages/act-pages.tsx';

export type Drawn = {
  view: RequestContext['view'];
  form: { values: FormValues; errors: FieldErrors };
  reference: string;
  name: string;
  choices: Choices;
};

type Act<Schema extends z.ZodType> = {
  name: string;
  schema: Schema;
  draw(props: Drawn): ReturnType<typeof LeavePage>;
  begin?(context: RequestContext): FormValues;
  save(context: RequestContext, reference: Reference, draft: z.output<Schema>): Promise<ChildRecord | Refusal | Refusal[]>;
};

function actRoute<Schema extends z.ZodType>({ name, schema, draw, begin, save }: Act<Schema>): Route {
  return form({
    path: `/residents/:reference/${name}`,
    permission: 'resident.act',
    audit: `resident.${name}`,
    purpose: 'care',
    schema,
    async show(context, { params, values, errors }) {
      const reference = readReference(params.reference ?? '');
      const record = reference ? await readRecord(context, { reference }, 'found') : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const { view } = context;
      const begun = Object.keys(values).length > 0 ? values : (begin?.(context) ?? whenNow(context.now));
      const child = childName(view, await readDescription(context, record.id));
      const choices = await choicesFor(context, record);
      const body = draw({ view, form: { values: begun, errors }, reference: record.reference, name: child, choices });
      return show(`${view.t(`institutions.act.${name}`)} ${record.reference}`, body);
    },
    async save(context, { params, draft }) {
      const reference = readReference(params.reference ?? '');
      if (!reference) return refuse('web.error.notFound');
      const record = await save(context, reference, draft);
      if (Array.isArray(record) || isRefusal(record)) return record;
      // The record of a discharged child is the home's no more, as soon as the worker heard of it.
      const next = name === 'answer' || name === 'discharge' ? '/tonight' : recordPath(record);
      return redirect(next, `institutions.done.${name}`);
    },
  });
}

const order = ({ now }: RequestContext): FormValues => ({ ...whenNow(now), orderedOn: dayOf(now) });

export const residentRoutes: readonly Route[] = [
  actRoute({
    name: 'admit',
    schema: admissionSchema,
    draw: AdmissionPage,
    begin: (context) => ({ ...order(context), orderedBy: 'committee' }),
    save: admit,
  }),
  actRoute({ name: 'answer', schema: answerSchema, draw: AnswerPage, begin: () => ({ answer: 'accepted' }), save: answerAsked }),
  actRoute({
    name: 'leave',
    schema: leaveSchema,
    draw: LeavePage,
    begin: ({ now }) => ({ ...whenNow(now), dueBackOn: addDays(dayOf(now), 7), dueBackAt: '18:00' }),
    save: giveLeave,
  }),
  actRoute({ name: 'hospital', schema: hospitalSchema, draw: HospitalPage, save: takeToHospital }),
  actRoute({ name: 'missing', schema: missingSchema, draw: MissingPage, save: reportMissing }),
  actRoute({ name: 'back', schema: backSchema, draw: BackPage, save: comeBack }),
  actRoute({ name: 'told', schema: toldSchema, draw: ToldPage, save: recordTold }),
  actRoute({
    name: 'transfer',
    schema: transferSchema,
    draw: TransferPage,
    begin: ({ now }) => ({ orderedOn: dayOf(now) }),
    save: askTransfer,
  }),
  actRoute({ name: 'sibling', schema: siblingSchema, draw: SiblingPage, begin: () => ({}), save: nameSibling }),
  actRoute({
    name: 'withdraw',
    schema: withdrawSchema,
    draw: WithdrawPage,
    save: (context, reference) => withdrawTransfer(context, reference),
  }),
  actRoute({ name: 'discharge', schema: dischargeSchema, draw: DischargePage, begin: order, save: discharge }),
  actRoute({ name: 'died', schema: deathSchema, draw: DeathPage, save: recordDeath }),
];
