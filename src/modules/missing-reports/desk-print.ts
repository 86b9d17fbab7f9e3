// The paper for the family, printed at the station that has the report.
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { print } from '../../web/print-route.ts';
import { readDescription, readToChange } from '../children/index.ts';
import { districtOf } from '../places/index.ts';
import { familyPaper } from './family-paper.ts';
import { investigatorOf, readComplaint, readMissingReport } from './store.ts';

/** It speaks for the station, to a family that stands before its officer: only where the report is theirs. */
export const familyPaperRoute = print({
  path: '/missing/:reference/print.pdf',
  permission: 'missingReport.act',
  audit: 'missingReport.print',
  purpose: 'casework',
  async paper(context, { params }) {
    const reference = readReference(params['reference']!);
    const record = reference ? await readToChange(context, reference, 'missing') : refuse('web.error.notFound');
    if (isRefusal(record)) return record;
    const report = (await readMissingReport(context, record.id))!;
    const description = await readDescription(context, record.id);
    const home = description?.homeDistrict ? await districtOf(context, description.homeDistrict) : undefined;
    return familyPaper(context.view, {
      record,
      report,
      description,
      complaint: (await readComplaint(context, report.complaintId))!,
      homeDistrictName: home?.name ?? null,
      districtName: (await districtOf(context, record.districtCode))?.name ?? '',
      investigator: (await investigatorOf(context, record.id))!,
    });
  },
});
