// The service worker of the desk: shows an alert that was pushed to this device and opens the desk when it is pressed. It reads no page and keeps nothing.

type Shown = { id: string; title: string; text: string; open: string; alarm: boolean };
type Client = { url: string; focus(): Promise<unknown>; navigate(url: string): Promise<unknown> };
type Waits = { waitUntil(work: Promise<unknown>): void };
/** What is used of a service worker's own world, which the types of a page do not know. */
type Worker = {
  registration: { showNotification(title: string, options: Record<string, unknown>): Promise<void> };
  clients: { matchAll(options: { type: 'window' }): Promise<Client[]>; openWindow(url: string): Promise<unknown> };
  addEventListener(type: 'push', hear: (event: Waits & { data: { json(): Shown } | null }) => void): void;
  addEventListener(
    type: 'notificationclick',
    hear: (event: Waits & { notification: { close(): void; data: { open: string } } }) => void,
  ): void;
};

const worker = self as unknown as Worker;

worker.addEventListener('push', (event) => {
  const said = event.data?.json();
  if (!said) return;
  const options = { body: said.text, tag: said.id, data: { open: said.open }, requireInteraction: said.alarm };
  event.waitUntil(worker.registration.showNotification(said.title, options));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.open));
});

/** Only pages of the desk are opened, in a window of it if there is one. */
async function open(address: string): Promise<unknown> {
  const asked = new URL(address, self.location.origin);
  const url = asked.origin === self.location.origin ? asked.href : self.location.origin;
  const [there] = await worker.clients.matchAll({ type: 'window' });
  if (!there) return worker.clients.openWindow(url);
  await there.focus();
  return there.navigate(url);
}
