// Keys for an officer who lives in the page: / search, j k move, Enter open, y n u judge, . acknowledge, Ctrl K go to, ? the sheet.

/** A ticked box takes no letters: y, n and u work on from it. */
const noLetters = ['checkbox', 'radio', 'button', 'submit', 'file'];

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && noLetters.includes(target.type)) return false;
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** Moves to the next or previous row and puts the focus on its link, so that Enter opens it. */
function move(root: Document, by: number): void {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.classList.contains('at'));
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  if (!next) return;
  rows[at]?.classList.remove('at');
  next.classList.add('at');
  next.querySelector<HTMLElement>('a, button')?.focus();
  next.scrollIntoView({ block: 'nearest' });
}

/** Inside the row one stands on first, else anywhere on the page: "." acknowledges this row, not the first. */
function press(root: Document, key: string): boolean {
  const named = `[data-key="${CSS.escape(key)}"]`;
  const target = root.querySelector<HTMLElement>(`.at ${named}`) ?? root.querySelector<HTMLElement>(named);
  target?.click(); // what is missing, the answer says: facts may be ticked in place of a reason
  return target !== null;
}

function search(root: Document): boolean {
  const box = root.querySelector<HTMLInputElement>('[data-search]');
  box?.focus();
  box?.select();
  return box !== null;
}

function showSheet(root: Document): boolean {
  const sheet = root.querySelector<HTMLElement>('#keys');
  if (!sheet || !('togglePopover' in sheet)) return false;
  sheet.togglePopover();
  return true;
}

/** Returns whether the key meant something, so that the browser does not act on it too. */
function act(root: Document, key: string): boolean {
  if (key === '/') return search(root);
  if (key === '?') return showSheet(root);
  if (key !== 'j' && key !== 'k') return key.length === 1 && press(root, key);
  move(root, key === 'j' ? 1 : -1);
  return true;
}

export function enhanceKeys(root: Document): void {
  root.addEventListener('keydown', (event) => {
    const goTo = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (goTo && search(root)) return event.preventDefault();
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (act(root, event.key)) event.preventDefault();
  });
}
