// Two columns on a desk: left, what to do next; right, why, and the record. One on a phone and on paper.
import type { ComponentChildren } from 'preact';

export function Columns({ children, aside }: { children: ComponentChildren; aside: ComponentChildren }) {
  return (
    <div class="columns">
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  );
}
