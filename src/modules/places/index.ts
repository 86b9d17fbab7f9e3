// The door of places: States, districts, type-ahead and distance.
export { type District, type State, kilometresBetween } from './place.ts';
export { allDistricts, allStates, districtOf, findDistricts } from './store.ts';
export { type DistrictSelectProps, DistrictSelect } from './pages/district-select.tsx';
export { placesRoutes } from './routes.ts'; // mounted by the citizen and the desk door
