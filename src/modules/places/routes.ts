// Type-ahead of districts, for any door: a few letters in, at most twelve districts out. Places are no secret.
import { type Route, page } from '../../web/route.ts';
import { findDistricts } from './store.ts';

/** GET /places?q= answers `[{code, name, nativeName, state}]`. */
export function placeRoutes(): Route[] {
  return [
    page({
      path: '/places',
      permission: 'anyone',
      audit: 'places.find',
      purpose: 'form',
      async answer(context, { query }) {
        const found = await findDistricts(context, (query['q'] ?? '').slice(0, 60));
        return {
          kind: 'json',
          value: found.map(({ code, name, nativeName, stateName }) => ({ code, name, nativeName, state: stateName })),
        };
      },
    }),
  ];
}
