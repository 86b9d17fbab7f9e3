// Who can see this page and why you can: "Visible to: PS Bantra, CWC Howrah. You: investigating officer."
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

/** `to` and `you` already in words. `lookedHref` leads to who looked. */
export type VisibilityNoteProps = { view: View; to: readonly string[]; you: string; lookedHref?: string };

export function VisibilityNote({ view, to, you, lookedHref }: VisibilityNoteProps) {
  return (
    <p class="visibility">
      <Icon name="eye" />
      <span>
        {view.t('web.visibility', { to: to.join(', '), you })}
        {lookedHref ? (
          <>
            {' '}
            <a href={lookedHref}>{view.t('web.visibility.looked')}</a>
          </>
        ) : null}
      </span>
    </p>
  );
}
