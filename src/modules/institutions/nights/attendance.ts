// The attendance sheet at the desk: a month of a home, for the home itself, its Committee and its child protection unit.
import { refuse } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import { type Route, page, show } from '../../../web/route.ts';
import { childName, readDescriptions, readRecords } from '../../children/index.ts';
import { homeSeen } from '../register/desk.ts';
import { AttendancePage } from './pages/attendance-page.tsx';
import { awayIn, staysIn } from './sheet-store.ts';
import { sheetOf } from './sheet.ts';

export const attendanceRoute: Route = page({
  path: '/homes/:office/attendance',
  permission: 'resident.read',
  audit: 'resident.attendance',
  purpose: 'care',
  async answer(context, { params, query }) {
    const { view, now } = context;
    const office = await homeSeen(context, params.office ?? '');
    if (!office) return refuse('web.error.notFound');
    const current = dayOf(now).slice(0, 7);
    const asked = /^20\d\d-(0[1-9]|1[0-2])$/.test(query.month ?? '') ? query.month! : current;
    const month = asked > current ? current : asked;
    const spans = await staysIn(context, office.id, month);
    const sheet = sheetOf(month, spans, await awayIn(context, office.id, month), now);
    const ids = [...new Set(spans.map(({ recordId }) => recordId))];
    const records = new Map((await readRecords(context, ids)).map((record) => [record.id, record]));
    const descriptions = await readDescriptions(context, [...records.keys()]);
    const children = sheet.rows.map((row) => {
      const record = records.get(row.recordId);
      return { ...row, reference: record?.reference ?? null, name: record ? childName(view, descriptions.get(record.id)) : null };
    });
    return show(
      `${view.t('institutions.attendance.title')} ${office.name}`,
      AttendancePage({ view, office, month, sheet, children, current }),
    );
  },
});
