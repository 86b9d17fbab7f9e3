// A nil return: an office that entered nothing of a month says why. One that says nothing is listed as silent (Delhi WCD advisory, January 2026 [C-n]).
export const nilCodes = ['nothing-happened', 'entered-elsewhere', 'no-connectivity', 'portal-down', 'staff-absent', 'other'] as const;
export type NilCode = (typeof nilCodes)[number];
