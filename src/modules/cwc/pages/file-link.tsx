// The sheet of Form 26 at the top of the child's page, and the way to the file.
import { LinkButton } from '../../../web/components/link-button.tsx';
import type { View } from '../../../web/view.ts';
import { MonitoringSheet, type SheetShown } from '../schedule/pages/schedule-page.tsx';

export function FileLink({ view, sheet }: { view: View; sheet: SheetShown }) {
  return (
    <>
      <MonitoringSheet view={view} shown={sheet} />
      <p>
        <LinkButton href={`/cwc/${sheet.reference}/file`}>{view.t('cwc.file.open')}</LinkButton>
      </p>
    </>
  );
}
