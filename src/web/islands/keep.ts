// Another language is another page. What was typed goes with it in this tab alone, and is forgotten as soon as a next page is there, whichever that is:
// also the one after signing out.

const KEPT = 'typed';
type Typed = { name: string; value: string; ticked: boolean };
type Kept = { path: string; typed: Typed[] };
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Never a secret, a picture, or what the page itself put there. */
const FIELDS = [
  'textarea',
  'select',
  ...['text', 'tel', 'date', 'time', 'number', 'checkbox', 'radio'].map((type) => `input[type=${type}]`),
];

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);

function fieldsOf(root: Document): Field[] {
  const forms = [...root.querySelectorAll('main form[method=post]')].filter((form) => !form.querySelector('input[type=password]'));
  return forms.flatMap((form) => [...form.querySelectorAll<Field>(FIELDS.join(','))]);
}

function take(path: string): Typed[] {
  const text = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  const kept = text === null ? null : (JSON.parse(text) as Kept);
  return kept?.path === path ? kept.typed : [];
}

function putBack(root: Document, typed: readonly Typed[]): void {
  const left = [...typed];
  for (const field of fieldsOf(root)) {
    const at = left.findIndex(({ name, value }) => name === field.name && (!isTicked(field) || value === field.value));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) continue;
    const begun = isTicked(field) ? field.checked !== found.ticked : field.value !== found.value;
    if (isTicked(field)) field.checked = found.ticked;
    else field.value = found.value;
    const folded = field.closest('details');
    if (begun && folded) folded.open = true; // what was typed is in sight
  }
}

export function keepTyped(root: Document): void {
  const { pathname } = root.location;
  putBack(root, take(pathname));
  for (const link of root.querySelectorAll('nav.languages a'))
    link.addEventListener('click', () => {
      const typed = fieldsOf(root).map((field) => ({ name: field.name, value: field.value, ticked: isTicked(field) && field.checked }));
      if (typed.length > 0) sessionStorage.setItem(KEPT, JSON.stringify({ path: pathname, typed } satisfies Kept));
    });
}
