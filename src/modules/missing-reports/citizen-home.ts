// The first page of the citizen door: two things to do, one's own report, and the children still missing nearby.
import { page, show } from '../../web/route.ts';
import { CitizenHomePage } from './pages/citizen-home-page.tsx';

export const homeRoute = page({
  path: '/',
  permission: 'anyone',
  audit: 'citizen.home',
  purpose: 'reporting',
  async answer({ view }) {
    return show(view.t('missing-reports.home.title'), CitizenHomePage({ view }));
  },
});
