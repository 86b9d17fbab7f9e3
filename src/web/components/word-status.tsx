// A state in words with a sign: done, under way, waiting, late, soon. Only time is coloured.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type StatusKind = 'done' | 'doing' | 'waiting' | 'late' | 'soon';

const signs: Record<StatusKind, IconName> = { done: 'done', doing: 'doing', waiting: 'waiting', late: 'late', soon: 'clock' };

export function WordStatus({ kind, children }: { kind: StatusKind; children: ComponentChildren }) {
  return (
    <span class={`word-status ${kind}`}>
      <Icon name={signs[kind]} />
      <span>{children}</span>
    </span>
  );
}

/** A list of states, one line each, as on a parent's status page. */
export function StatusList({ items }: { items: readonly { kind: StatusKind; text: ComponentChildren }[] }) {
  return (
    <ul class="status-list">
      {items.map((item, index) => (
        <li key={index}>
          <WordStatus kind={item.kind}>{item.text}</WordStatus>
        </li>
      ))}
    </ul>
  );
}
