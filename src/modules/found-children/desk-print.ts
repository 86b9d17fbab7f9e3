// Form 17 printed, for the office that has the child and those who decide about it.
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { print } from '../../web/print-route.ts';
import { readDescription, readToChange } from '../children/index.ts';
import { districtOf } from '../places/index.ts';
import { form17 } from './form-17.ts';
import { productionReportsOf } from './production-report-store.ts';
import { readFoundChild } from './store.ts';

/** The report filed last: of an earlier one the diary tells. */
export const form17Route = print({
  path: '/found/:reference/form-17.pdf',
  permission: 'foundChild.read',
  audit: 'foundChild.printForm17',
  purpose: 'casework',
  inPrintLanguages: true,
  async paper(context, { params }) {
    const reference = readReference(params['reference'] ?? '');
    const record = reference ? await readToChange(context, reference, 'found') : refuse('web.error.notFound');
    if (isRefusal(record)) return record;
    const report = (await productionReportsOf(context, record.id)).at(-1);
    const found = await readFoundChild(context, record.id);
    if (!report || !found) return refuse('web.error.notFound');
    const description = await readDescription(context, record.id);
    const home = description?.homeDistrict ? await districtOf(context, description.homeDistrict) : undefined;
    return form17(context.view, { record, report, found, description, homeDistrictName: home?.name ?? null });
  },
});
