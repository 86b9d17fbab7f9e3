// Alerts on this device: asks the browser, and sends what it gives with the form. Says which device of the list this one is.

type Kept = { endpoint: string; keys: { p256dh: string; auth: string } };

/** Unsupported is not refused: a browser without push, or one that keeps it from pages not served over TLS. */
const can = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

function say(root: HTMLElement, problem: 'unsupported' | 'refused' | 'failed'): void {
  const place = root.querySelector<HTMLElement>('[role="alert"]');
  if (!place) return;
  place.textContent = root.dataset[problem] ?? '';
  place.hidden = false;
}

/** `root` carries the portal's public key in `data-key`, and the form that adds a device. */
export function push(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>('#device-add');
  if (!form) return;
  if (!can()) {
    form.hidden = true;
    return say(root, 'unsupported');
  }
  void markThisDevice(root, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    turnOn(root.dataset['key'] ?? '').then(
      (kept) => (kept ? send(form, kept) : say(root, 'refused')),
      () => say(root, 'failed'),
    );
  });
}

async function turnOn(key: string): Promise<Kept | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const registration = await navigator.serviceWorker.register('/push-worker.js');
  await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return subscription.toJSON() as Kept;
}

function send(form: HTMLFormElement, { endpoint, keys }: Kept): void {
  const values: Record<string, string> = { endpoint, p256dh: keys.p256dh, auth: keys.auth, browser: browserName(navigator.userAgent) };
  for (const [name, value] of Object.entries(values)) form.querySelector<HTMLInputElement>(`input[name="${name}"]`)!.value = value;
  form.submit(); // does not raise another submit event
}

/** "Firefox, Windows": enough to tell one's own devices apart. */
export function browserName(agent: string): string {
  const named = (names: [RegExp, string][]): string => names.find(([mark]) => mark.test(agent))?.[1] ?? '';
  const browser = named([
    [/Edg/, 'Edge'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/OPR/, 'Opera'],
    [/SamsungBrowser/, 'Samsung Internet'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]);
  const system = named([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux|X11/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(', ');
}

async function markThisDevice(root: HTMLElement, form: HTMLFormElement): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/push-worker.js');
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint));
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const own = root.querySelector<HTMLElement>(`[data-device="${hash}"]`);
  if (!own) return;
  own.hidden = false;
  form.hidden = true;
}
