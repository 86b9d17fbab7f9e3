// The door of officers: who may do what, who sits where, and who is asking.
export type { OfficeKind } from './office-kind.ts';
export { type Role, may, officesFor, roles, rolesThatMay } from './may.ts';
export type { Permission } from './permissions.ts';
export type { Office } from './office.ts';
export { type Area, contains, widestArea } from './area.ts';
export { actorOf } from './officer.ts';
export { isOwnName } from './own-name.ts';
export {
  officeForPlace,
  officesAbove,
  officesOfKind,
  officesServing,
  readOffice,
  readOffices,
  responsibleOffices,
  stillHolds,
} from './store.ts';
export { sessionCookieName } from './session.ts';
export { identify } from './sessions.ts';
export { deskRoutes } from './desk.ts';
export { type DirectoryEntry, searchDirectory } from './directory-store.ts';
export { type InPost, type SignOfLife, noteSignOfLife, officersInPost, vacantAmong, vacantNodalPosts } from './post-store.ts';
export { kept } from './jobs.ts';
export { devicesOf, forgetDevice, readDevice } from './device-store.ts';
export { signatureOf, signaturePictures } from './signature/signature-store.ts';
