// A part of a photograph for the notice: chosen by four numbers or from those offered, seen before it is kept, without a script. The whole stays as it was sent.
import { readReference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Crop, cutPhotograph, drawCut, isWhole, readPhotograph } from '../../../platform/photographs/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import { type FormValues, type Params, type RequestContext, type Route, form, page, redirect, show } from '../../../web/route.ts';
import type { View } from '../../../web/view.ts';
import { type ChildRecord, type Photograph, addCrop, auditWrite, photographsOf, purposeSuffix, readToChange, recordPath } from '../../children/index.ts'; // prettier-ignore
import { cropPath, cropSchema, offeredCrops } from './form.ts';

const ground = { permission: 'notice.publish', purpose: 'casework' } as const;
const sides = ['left', 'top', 'right', 'bottom'] as const;

type Asked = { record: ChildRecord; photograph: Photograph };

/** One of the record's own, as it was sent: of a part no further part is cut. */
async function photographAsked(context: RequestContext, params: Params): Promise<Asked | Refusal> {
  const reference = readReference(params['reference']!);
  const record = reference ? await readToChange(context, reference, 'missing') : refuse('web.error.notFound');
  if (isRefusal(record)) return record;
  const photographs = (await photographsOf(context, [record.id])).get(record.id) ?? [];
  const photograph = photographs.find((one) => one.id === params['photograph'] && one.croppedFrom === null);
  return photograph ? { record, photograph } : refuse('web.error.notFound');
}

const typedIn = (query: Params): Params => Object.fromEntries(sides.map((side) => [side, query[side] ?? '']));

/** The four numbers of an address; what is no number is none. */
function cropIn(values: FormValues | Params): Crop {
  const read = cropSchema.safeParse(typedIn(values as Params));
  return read.success ? read.data : offeredCrops.whole;
}

const queryOf = (crop: Crop): string => sides.map((side) => `${side}=${crop[side]}`).join('&');

type PageProps = { view: View; form: FormState; crop: Crop; suffix: string } & Asked;

function CropPage({ view, form: typed, crop, record, photograph, suffix }: PageProps) {
  const { t } = view;
  const here = cropPath(record, photograph);
  return (
    <>
      <ErrorSummary view={view} form={typed} />
      <p>
        <a href={`${recordPath(record)}/notice${suffix}`}>{t('notices.crop.back')}</a>
      </p>
      <h1>{t('notices.crop.title')}</h1>
      <p class="hint">{t('notices.crop.about')}</p>
      <p>
        <img src={`${here}.jpg?${queryOf(crop)}`} alt={t('notices.crop.shown')} />
      </p>
      <ul>
        {Object.entries(offeredCrops).map(([name, offered]) => (
          <li key={name}>
            <a href={`${here}?${queryOf(offered)}`}>{t(`notices.crop.offered.${name}`)}</a>
          </li>
        ))}
      </ul>
      <Form view={view} action={here} method="get">
        {sides.map((side) => (
          <TextInput key={side} view={view} form={typed} name={side} label={t(`notices.crop.${side}`)} width="short" optional />
        ))}
        <Button kind="secondary">{t('notices.crop.show')}</Button>
      </Form>
      {isWhole(crop) ? null : (
        <Form view={view} action={`${here}${suffix}`}>
          {sides.map((side) => (
            <Hidden key={side} name={side} value={String(crop[side])} />
          ))}
          <Button>{t('notices.crop.keep')}</Button>
        </Form>
      )}
    </>
  );
}

const chooseRoute = form({
  ...ground,
  path: '/missing/:reference/photographs/:photograph/crop',
  audit: 'notice.crop',
  schema: cropSchema,
  async show(context, { params, query, values, errors }) {
    const sent = Object.keys(values).length > 0 ? values : query;
    const asked = await photographAsked(context, params);
    if (isRefusal(asked)) return asked;
    const crop = cropIn(sent);
    const typed = { values: typedIn(sent as Params), errors };
    const { view } = context;
    return show(view.t('notices.crop.title'), CropPage({ view, form: typed, crop, suffix: purposeSuffix(query), ...asked }));
  },
  async save(context, { params, query, draft }) {
    const asked = await photographAsked(context, params);
    if (isRefusal(asked)) return asked;
    if (isWhole(draft)) return refuse('notices.error.cropWhole', {}, 'left');
    const whole = await readPhotograph(context.tools.photographDirectory, asked.photograph.name, 'full');
    const part = whole ? await cutPhotograph(whole, draft) : refuse('web.error.notFound');
    if (isRefusal(part)) return part;
    await auditWrite(context, asked.record.id);
    await addCrop(context, asked.photograph, part);
    return redirect(`${recordPath(asked.record)}/notice${purposeSuffix(query)}`, 'notices.done.cropped');
  },
});

const drawnRoute = page({
  ...ground,
  path: '/missing/:reference/photographs/:photograph/crop.jpg',
  audit: 'notice.cropDrawn',
  async answer(context, { params, query }) {
    const asked = await photographAsked(context, params);
    if (isRefusal(asked)) return asked;
    const whole = await readPhotograph(context.tools.photographDirectory, asked.photograph.name, 'full');
    if (!whole) return refuse('web.error.notFound');
    const body = await drawCut(whole, cropIn(query));
    return { kind: 'file', body, contentType: 'image/jpeg', cacheControl: 'private, no-store' };
  },
});

export const cropRoutes: readonly Route[] = [chooseRoute, drawnRoute];
