// What the last action came to, said once at the top of the page.
import { Icon } from '../components/icon.tsx';
import type { View } from '../view.ts';

export function Alert({ view }: { view: View }) {
  if (!view.alert) return null;
  const refused = view.alert.kind === 'refused';
  return (
    <div class={refused ? 'alert refused' : 'alert'} role={refused ? 'alert' : 'status'}>
      <Icon name={refused ? 'differs' : 'done'} />
      <p>{view.alert.text}</p>
    </div>
  );
}
