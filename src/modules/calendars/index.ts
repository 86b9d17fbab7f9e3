// The door of calendars: which days offices of a State are closed, and the pages on which a State brings its list.
export { deskRoutes } from './desk.ts';
export { nation } from './holiday.ts';
export { kept } from './jobs.ts';
export { calendarPrints, readCalendars } from './store.ts';
