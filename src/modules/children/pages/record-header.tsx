// The head of every record's page: who the child is in a few words, how the record stands, since when, and whose it is.
import { formatWhen } from '../../../platform/i18n/index.ts';
import { VisibilityNote } from '../../../web/components/visibility-note.tsx';
import type { View } from '../../../web/view.ts';
import type { Description } from '../description.ts';
import type { ChildRecord } from '../record.ts';
import { RecordPhotograph } from './photograph.tsx';

export type RecordHeaderProps = {
  view: View;
  record: ChildRecord;
  description: Description | undefined;
  photographName?: string | null;
  officeName: string;
  districtName: string;
  /** When it happened, in words, where the record's own moment says more than was told. */
  happened?: string;
};

/** The child's name as given, first spelling first; without one, the plain truth that it is not known. */
export function childName(view: View, description: Description | undefined): string {
  const names = description?.names.filter((name) => name.bearer === 'child').map((name) => name.text) ?? [];
  return names.length > 0 ? names.join(' · ') : view.t('children.nameUnknown');
}

export function RecordHeader({ view, record, description, photographName, officeName, districtName, happened }: RecordHeaderProps) {
  const { t } = view;
  return (
    <header class="record-header">
      <RecordPhotograph view={view} name={photographName} size="record" />
      <div>
        <p class="reference">{record.reference}</p>
        <h1 dir="auto">{childName(view, description)}</h1>
        <p class="status">{t(`children.status.${record.status}`)}</p>
        <p>{t(`children.happened.${record.kind}`, { when: happened ?? formatWhen(view, record.happenedAt, view.now) })}</p>
        {record.closedAt ? <p>{t('children.closedAt', { when: formatWhen(view, record.closedAt, view.now) })}</p> : null}
        <VisibilityNote
          view={view}
          to={[officeName, t('children.visibleTo', { district: districtName })]}
          you={view.officer ? `${view.officer.role}, ${view.officer.office}` : ''}
        />
      </div>
    </header>
  );
}
