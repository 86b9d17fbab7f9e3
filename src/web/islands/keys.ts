// Keys for an officer who lives in the page: / search, j k move, Enter open, y n u judge, . acknowledge, Ctrl K go to, ? the sheet.

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

function rows(root: Document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-row]')];
}

function move(root: Document, by: number): void {
  const all = rows(root);
  const at = all.findIndex((row) => row.classList.contains('at'));
  const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
  all[at]?.classList.remove('at');
  next?.classList.add('at');
  next?.querySelector<HTMLElement>('a')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function press(root: Document, key: string): boolean {
  const target = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target instanceof HTMLInputElement) target.focus();
  else target.click();
  return true;
}

export function enhanceKeys(root: Document): void {
  root.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      press(root, '/');
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === 'j' || event.key === 'k') return move(root, event.key === 'j' ? 1 : -1);
    if (event.key === '?') return root.querySelector<HTMLDialogElement>('#keys')?.showModal();
    if (event.key.length === 1 && press(root, event.key)) event.preventDefault();
  });
}
