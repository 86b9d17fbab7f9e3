// The pages of a long list: before, after, and where we are.
import type { View } from '../view.ts';

/** Pages count from 1. `href` gives the address of a page. */
export type PaginationProps = { view: View; page: number; pages: number; href: (page: number) => string };

export function Pagination({ view, page, pages, href }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={view.t('web.pages.label')}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          {view.t('web.pages.before')}
        </a>
      ) : null}
      <span>{view.t('web.pages.here', { page, pages })}</span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          {view.t('web.pages.after')}
        </a>
      ) : null}
    </nav>
  );
}
