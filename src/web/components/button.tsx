// A button that sends its form. One primary button a page; a second choice is quieter.
import type { ComponentChildren } from 'preact';

export type ButtonKind = 'primary' | 'secondary';

/** `hotkey` is the single letter that presses it (y, n, u); it is shown on the button, so nobody has to learn it from a sheet. */
export type ButtonProps = { children: ComponentChildren; kind?: ButtonKind; name?: string; value?: string; hotkey?: string; form?: string };

export function Button({ children, kind = 'primary', name, value, hotkey, form }: ButtonProps) {
  return (
    <button type="submit" class={`button ${kind}`} name={name} value={value} form={form} data-key={hotkey} aria-keyshortcuts={hotkey}>
      {hotkey ? <kbd aria-hidden="true">{hotkey}</kbd> : null}
      {children}
    </button>
  );
}
