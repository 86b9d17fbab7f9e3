// In which drive a child was rescued; or, where none is known yet, the raids of the district it can have been rescued in.
import { dayOf, timeOfDay } from '../../../kernel/time.ts';
import { formatDay } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import type { View } from '../../../web/view.ts';
import type { Drive, Raid } from '../drive.ts';

type Props = {
  view: View;
  reference: string;
  joined: { raid: Raid; drive: Drive } | null;
  offered: readonly (Raid & { driveName: string })[];
};

export function RaidOfChildPanel({ view, reference, joined, offered }: Props) {
  const { t } = view;
  const when = ({ raidedAt }: Raid): string => `${formatDay(view, dayOf(raidedAt))}, ${timeOfDay(raidedAt)}`;
  return (
    <section class="panel" aria-labelledby="drive-panel">
      <h2 id="drive-panel">{t('drives.panel.title')}</h2>
      {joined ? (
        <p>
          <a href={`/drives/${joined.drive.id}/raids/${joined.raid.id}`} dir="auto">
            {joined.drive.name}
          </a>
          <br />
          {joined.raid.place}, {when(joined.raid)}
        </p>
      ) : (
        <Form view={view} action={`/found/${reference}/raid`}>
          <Radios
            view={view}
            form={{ values: {}, errors: {} }}
            name="raid"
            label={t('drives.panel.which')}
            options={offered.map((raid) => ({ value: raid.id, label: `${raid.driveName}: ${raid.place}, ${when(raid)}` }))}
          />
          <Button kind="secondary">{t('drives.panel.save')}</Button>
        </Form>
      )}
    </section>
  );
}
