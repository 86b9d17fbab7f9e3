// What is wrong with a form, at the top of the page: each line leads to the field it is about; what concerns the whole form leads nowhere.
import type { FormState } from '../form-state.ts';
import type { View } from '../view.ts';

type Props = { view: View; form: FormState; labelOf?: (name: string) => string };

/** `labelOf`: for forms of many fields that say no more than that they are to be filled. */
export function ErrorSummary({ view, form, labelOf }: Props) {
  const wrong = Object.entries(form.errors);
  if (wrong.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1}>
      <h2 id="error-summary-title">{view.t('web.form.errorTitle', { count: wrong.length })}</h2>
      <ul>
        {wrong.map(([name, error]) => (
          <li key={name}>{name === '' ? error : <a href={`#${name}`}>{labelOf ? `${labelOf(name)}: ${error}` : error}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
