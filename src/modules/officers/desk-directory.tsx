// Route of the directory: which office serves a place, who sits there, how to reach them.
import { type Route, page, show } from '../../web/route.ts';
import { allDistricts } from '../places/index.ts';
import { type DirectorySearch, searchDirectory } from './directory-store.ts';
import { type OfficeKind, officeKinds } from './office-kind.ts';
import { DirectoryPage } from './pages/directory-page.tsx';

function searchIn({ q, kind, district }: Record<string, string>): DirectorySearch {
  return {
    text: q?.trim().slice(0, 100) || undefined,
    kind: (officeKinds as readonly string[]).includes(kind ?? '') ? (kind as OfficeKind) : undefined,
    districtCode: district || undefined,
  };
}

export const directoryRoutes: Route[] = [
  page({
    path: '/officers',
    permission: 'officers.read',
    audit: 'officers.directory',
    purpose: 'directory',
    async answer(context, { query }) {
      const { view } = context;
      const entries = await searchDirectory(context, searchIn(query));
      const districts = await allDistricts(context);
      return show(view.t('officers.directory.title'), DirectoryPage({ view, form: { values: query, errors: {} }, entries, districts }));
    },
  }),
];
