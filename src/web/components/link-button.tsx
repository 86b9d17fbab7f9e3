// A link that looks like a button: it goes somewhere and changes nothing.
import type { ComponentChildren } from 'preact';
import type { ButtonKind } from './button.tsx';

export type LinkButtonProps = { href: string; children: ComponentChildren; kind?: ButtonKind; hotkey?: string };

export function LinkButton({ href, children, kind = 'secondary', hotkey }: LinkButtonProps) {
  return (
    <a class={`button ${kind}`} href={href} data-key={hotkey}>
      {children}
    </a>
  );
}

/** Two or three buttons side by side, stacked on a phone. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}
