// The door of places: States, districts, type-ahead and distance.
export { type District, type State } from './place.ts';
export { allDistricts, allStates, districtOf, findDistricts } from './store.ts';
export { DistrictSelect } from './pages/district-select.tsx';
export { placeRoutes as citizenRoutes, placeRoutes as deskRoutes } from './routes.ts';
