// Alerts on a device, on an officer's own page: where they are on, and this browser's own switch.
import { Button } from '../../../web/components/button.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { KeptDevice } from '../device-store.ts';

/** `key` is what the browser ties the device to; null until a worker made it. */
type Props = { view: View; devices: KeptDevice[]; pushKey: string | null };

export function Devices({ view, devices, pushKey }: Props) {
  const { t } = view;
  return (
    <section
      data-island="push"
      data-key={pushKey}
      data-unsupported={t('officers.device.unsupported')}
      data-refused={t('officers.device.refused')}
      data-failed={t('officers.device.failed')}
    >
      <h2>{t('officers.device.title')}</h2>
      <p>{t('officers.device.about')}</p>
      <p class="field-error" role="alert" hidden />
      {pushKey === null ? <p>{t('officers.device.notYet')}</p> : <TurnOn view={view} />}
      {devices.length === 0 ? <p>{t('officers.device.none')}</p> : null}
      <ul class="plain">
        {devices.map((device) => (
          <Device view={view} device={device} key={device.id} />
        ))}
      </ul>
    </section>
  );
}

function TurnOn({ view }: { view: View }) {
  const { t } = view;
  return (
    <>
      <noscript>
        <p>{t('officers.device.script')}</p>
      </noscript>
      <Form view={view} action="/account/device/add" id="device-add">
        {['endpoint', 'p256dh', 'auth', 'browser'].map((name) => (
          <Hidden name={name} value="" key={name} />
        ))}
        <Button kind="secondary">{t('officers.device.turnOn')}</Button>
      </Form>
    </>
  );
}

function Device({ view, device }: { view: View; device: KeptDevice }) {
  const { t } = view;
  const { id, endpointHash, browser, addedAt } = device;
  return (
    <li>
      {t('officers.device.one', { browser: browser || t('officers.device.unnamed'), added: formatMoment(view, addedAt) })}{' '}
      <strong data-device={endpointHash} hidden>
        {t('officers.device.this')}
      </strong>{' '}
      <Form view={view} action="/account/device/test" inline>
        <Hidden name="device" value={id} />
        <Button kind="secondary">{t('officers.device.test')}</Button>
      </Form>{' '}
      <Form view={view} action="/account/device/remove" inline>
        <Hidden name="device" value={id} />
        <Button kind="secondary">{t('officers.device.turnOff')}</Button>
      </Form>
    </li>
  );
}
