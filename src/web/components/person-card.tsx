// A child at a glance: photograph, name, age, place, reference.
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';
import { PersonName, type NameShown, nameInText } from './person-name.tsx';
import { Photo, type PhotoOf } from './photo.tsx';

export type PersonCardProps = {
  view: View;
  name: NameShown;
  photo: PhotoOf;
  /** In words: "8 when lost, 9–10 now". Null if not known. */
  age: string | null;
  place: string | null;
  reference?: string;
  href?: string;
  /** More lines beneath: marks, clothes, last happening. */
  children?: ComponentChildren;
  /** Rank of the name among the page's headings. */
  level?: 2 | 3;
};

export function PersonCard({ view, name, photo, age, place, reference, href, children, level = 3 }: PersonCardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class="person-card" data-row={href ? '' : undefined}>
      <Photo view={view} photo={photo} of={nameInText(view, name)} />
      <div>
        <Heading>
          {href ? (
            <a href={href}>
              <PersonName view={view} name={name} />
            </a>
          ) : (
            <PersonName view={view} name={name} />
          )}
        </Heading>
        <p>{age ?? view.t('web.person.noAge')}</p>
        <p>{place ?? view.t('web.person.noPlace')}</p>
        {reference ? <p class="reference">{reference}</p> : null}
        {children}
      </div>
    </article>
  );
}

/** Cards side by side where there is room. */
export function PersonCards({ children }: { children: ComponentChildren }) {
  return <div class="person-cards">{children}</div>;
}
