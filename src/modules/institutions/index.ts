// The door of homes for children.
export { deskRoutes } from './desk.ts';
