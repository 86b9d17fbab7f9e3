// The case history of a child: what is known under each head, who wrote it, and the way to write the next.
import { formatMoment } from '../../../../platform/i18n/index.ts';
import { Button } from '../../../../web/components/button.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../../web/components/form.tsx';
import { ButtonRow, LinkButton } from '../../../../web/components/link-button.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { type FormState, typedIn } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';
import type { SavedSince } from '../../pages/form-page.tsx';
import { type HistoryEntry, type HistoryPart, historyFields, historyParts, sealedParts } from '../history.ts';

export type HistoryPageProps = {
  view: View;
  reference: string;
  title: string;
  entries: ReadonlyMap<HistoryPart, HistoryEntry>;
  mayWrite: boolean;
  opensSealed: boolean;
};

export function HistoryPage({ view, reference, title, entries, mayWrite, opensSealed }: HistoryPageProps) {
  const { t } = view;
  const base = `/found/${reference}/history`;
  return (
    <>
      <p class="reference">
        <a href={`/found/${reference}/plan`}>{t('care-plans.back', { reference })}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('care-plans.history.why')}</p>
      {historyParts.map((part) => (
        <Part
          key={part}
          view={view}
          part={part}
          entry={entries.get(part)}
          href={mayWrite && (opensSealed || !sealedParts.has(part)) ? `${base}/${part}` : null}
        />
      ))}
      {entries.size > 0 ? (
        <ButtonRow>
          <LinkButton href={`/found/${reference}/form-43.pdf`}>{t('care-plans.print', { form: 43 })}</LinkButton>
        </ButtonRow>
      ) : null}
    </>
  );
}

type PartProps = { view: View; part: HistoryPart; entry: HistoryEntry | undefined; href: string | null };

function Part({ view, part, entry, href }: PartProps) {
  const { t } = view;
  const name = t(`care-plans.history.part.${part}`);
  const words = entry?.words as Record<string, string> | null | undefined;
  return (
    <section class="need" aria-label={name}>
      <h2>{name}</h2>
      {!entry ? <p class="quiet-text">{t('care-plans.history.empty')}</p> : null}
      {entry && words === null ? <p class="quiet-text">{t('care-plans.sealed')}</p> : null}
      {words ? (
        <dl class="need-words">
          {historyFields[part].map((field) =>
            words[field] ? (
              <div key={field}>
                <dt>{t(`care-plans.history.field.${field}`)}</dt>
                <dd dir="auto">{words[field]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      ) : null}
      {entry ? (
        <p class="quiet-text">
          {t('care-plans.history.savedBy', { who: entry.savedBy, office: entry.officeName, when: formatMoment(view, entry.savedAt) })}
        </p>
      ) : null}
      {href ? (
        <p>
          <a href={href}>
            {entry ? t('web.change') : t('care-plans.history.write')} <span class="unseen">{name}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}

type PartPageProps = { view: View; form: FormState; reference: string; title: string; part: HistoryPart; since: SavedSince | null };

export function HistoryPartPage({ view, form, reference, title, part, since }: PartPageProps) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}/history`}>{t('care-plans.history.back', { reference })}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('care-plans.history.partWhy')}</p>
      {since ? (
        <section class="rivals" aria-labelledby="since-title">
          <h2 id="since-title">{t('care-plans.since', { who: since.savedBy })}</h2>
          <dl class="need-words">
            {since.fields.map(({ name, theirs }) => (
              <div key={name}>
                <dt>{t(`care-plans.history.field.${name}`)}</dt>
                <dd dir="auto">{theirs}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <Form view={view} action={`/found/${reference}/history/${part}`}>
        <Hidden name="edit" value={typedIn(form, 'edit') || '0'} />
        {historyFields[part].map((name) => (
          <TextArea
            key={name}
            view={view}
            form={form}
            name={name}
            label={t(`care-plans.history.field.${name}`)}
            optional
            rows={4}
            maxLength={3000}
          />
        ))}
        <Button>{t('care-plans.save')}</Button>
      </Form>
    </>
  );
}
