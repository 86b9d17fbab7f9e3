// A duty with its clock: what the law makes whom do by when, and the one action that does it.
import type { ComponentChildren } from 'preact';
import type { Instant } from '../../kernel/time.ts';
import { formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../view.ts';
import { Clock } from './clock.tsx';
import { Icon } from './icon.tsx';

export type DutyProps = {
  view: View;
  /** A sentence with a verb: "Produce Asha before the CWC Howrah". */
  title: ComponentChildren;
  /** When it must be done; null for a duty without a date. */
  due: Instant | null;
  /** The rule: "JJ Act s.31(1), 24 h excluding the journey". */
  why: string;
  /** Where the record is. */
  href?: string;
  /** "escalated to nodal officer Howrah 11:40" */
  note?: string;
  /** The "Do it" link; `label` in place of "Do it". */
  action?: { href: string; label?: string };
  /** Set once done: the clock stops. */
  metAt?: Instant | null;
};

export function Duty({ view, title, due, why, href, note, action, metAt }: DutyProps) {
  return (
    <li class="duty" data-row>
      <div class="duty-clock">
        <DutyClock view={view} due={due} metAt={metAt} />
      </div>
      <div class="duty-what">
        <p class="duty-title">{href ? <a href={href}>{title}</a> : title}</p>
        <p class="quiet-text">{why}</p>
        {note ? <p class="quiet-text">{note}</p> : null}
      </div>
      {action && !metAt ? (
        <a class="button secondary" href={action.href}>
          {action.label ?? view.t('web.duty.do')}
        </a>
      ) : null}
    </li>
  );
}

function DutyClock({ view, due, metAt }: Pick<DutyProps, 'view' | 'due' | 'metAt'>) {
  if (metAt) {
    return (
      <span class="clock later">
        <Icon name="done" />
        {view.t('web.duty.met', { at: formatMoment(view, metAt) })}
      </span>
    );
  }
  return due ? <Clock view={view} due={due} /> : <span class="clock later">{view.t('web.duty.noDate')}</span>;
}

/** The list duties stand in: `<DutyList><Duty …/><Duty …/></DutyList>`. */
export function DutyList({ children }: { children: ComponentChildren }) {
  return <ol class="duties">{children}</ol>;
}
