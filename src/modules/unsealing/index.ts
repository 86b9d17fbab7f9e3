// The door of unsealing: a sealed class of a child's file, opened to who needs it by two people of two offices.
export { openTo } from './actions.ts';
export { deskRoutes } from './desk.ts';
export { panels } from './panels.tsx';
export { type OpenClasses, type SealedClass, allOpen, nothingOpen } from './unsealing.ts';
