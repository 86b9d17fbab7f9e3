// A name as it was given, in its own script, with a Latin reading beside it. Never translated.
import type { View } from '../view.ts';

/** `given` null: nobody knows the name. `latin` may be the same as `given`, and is then not repeated. */
export type NameShown = { given: string | null; latin?: string | null };

export function PersonName({ view, name }: { view: View; name: NameShown }) {
  if (!name.given) return <span class="no-name">{view.t('web.person.noName')}</span>;
  return (
    <span class="person-name">
      <bdi>{name.given}</bdi>
      {name.latin && name.latin !== name.given ? <bdi class="latin"> · {name.latin}</bdi> : null}
    </span>
  );
}

/** The same as plain text, for titles and the words read for a photograph. */
export function nameInText(view: View, name: NameShown): string {
  if (!name.given) return view.t('web.person.noName');
  return name.latin && name.latin !== name.given ? `${name.given} · ${name.latin}` : name.given;
}
