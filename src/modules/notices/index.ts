// The door of notices: what the public may see of a missing child, put up by an order and taken down.
export { putUpNotice, withdrawLiveNotice } from './actions.ts';
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
export { tellObjections } from './objections/jobs.ts';
export { partnerRoutes } from './partners/partner-routes.ts';
export { alarmUnanswered, sendRecalls } from './partners/recalling.ts';
export { type NoticeDraft, type WithdrawNoticeDraft, noticeSchema, withdrawNoticeSchema } from './form.ts';
export { expireNotices } from './jobs.ts';
export { kept, networkOf } from './budget/budget.ts';
export { checkingKey, signingKey } from './manifest/manifest.ts';
export { openShowing, renewManifest } from './manifest/showing.ts';
export { authoritiesFor, isLive } from './notice.ts';
export { type NoticeChoices, NoticeFields, WithdrawNoticeFields } from './pages/notice-fields.tsx';
export type { Kit } from './kit/kit-file.ts';
export { KitLinks } from './kit/kit-links.tsx';
export { NoticesOfRecord } from './pages/notices-of-record.tsx';
export { type Notice, noticesOf, ownLiveNotice, recordOfNotice, shownAmong } from './store.ts';
