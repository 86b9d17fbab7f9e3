// What waits for the Committee beside its cause list: placements to ratify, children to hear, orders to sign.
import { Duty, DutyList } from '../../../web/components/duty.tsx';
import type { View } from '../../../web/view.ts';
import { type DocketRow, docketKinds } from '../docket.ts';

export function Docket({ view, rows }: { view: View; rows: readonly DocketRow[] }) {
  const { t } = view;
  return (
    <>
      {docketKinds.map((kind) => {
        const own = rows.filter((row) => row.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind}>
            <h2>{t(`cwc-sittings.docket.${kind}`, { count: own.length })}</h2>
            <DutyList>
              {own.map((row) => (
                <Duty
                  key={row.href}
                  view={view}
                  title={t(`cwc-sittings.docketRow.${kind}`, { name: row.name })}
                  due={row.due}
                  why={row.order ? `${row.reference} · ${row.order}` : row.reference}
                  href={
                    view.may('committeeFile.read') && row.kind !== 'transfer' ? `/cwc/${row.reference}/file` : `/found/${row.reference}`
                  }
                  action={{ href: row.href, label: t(`cwc-sittings.do.${kind}`) }}
                />
              ))}
            </DutyList>
          </section>
        );
      })}
    </>
  );
}
