// What stands where there is nothing yet: what would be here, and how it gets here.
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';

export type EmptyStateProps = { view: View; title: string; text: string; children?: ComponentChildren };

export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
      {children}
    </div>
  );
}
