// The door of officers: who may do what, who sits where, and who is asking.
export {
  type OfficeKind,
  type Permission,
  type Role,
  isRole,
  may,
  officeKinds,
  officesFor,
  permissions,
  reachOf,
  roles,
  rolesThatMay,
} from './may.ts';
export type { Office } from './office.ts';
export { type Posting, actorOf } from './officer.ts';
export {
  type Jurisdiction,
  type Seat,
  officeForPlace,
  officersAt,
  officesOfKind,
  postingsOf,
  readOffice,
  responsibleOffice,
  responsibleOffices,
} from './store.ts';
export { type DirectoryEntry, type DirectorySearch, searchDirectory } from './directory-store.ts';
export { type Limits, identify } from './sessions.ts';
export { sessionCookieName } from './session.ts';
export { type SignInSettings, deskRoutes } from './desk.ts';
