// The door of places: States, districts, type-ahead and distance.
export { type District, type State } from './place.ts';
export type { LikelyDestination } from './rail.ts';
export { allDistricts, allStates, districtOf, findDistricts, likelyDestinations, spokenIn } from './store.ts';
export { districtInState, placeName } from './place-name.ts';
export { DistrictSelect } from './pages/district-select.tsx';
export { TypedDistrictField } from './pages/typed-district-field.tsx';
export { districtsTyped, settleDistrict } from './typed-district.ts';
export { placeRoutes as citizenRoutes, placeRoutes as deskRoutes } from './routes.ts';
