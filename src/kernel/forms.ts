// The forms of the JJ Model Rules 2016 (domain sheet §3.1): each by what it is for, since States number them anew.

/** C-f: the rule is printed on the form as seen; M: known from memory, to be read again in the Gazette. */
type Tag = 'C-f' | 'M';

export type Form = {
  number: number;
  /** What it is for, in the portal's own word. */
  purpose: string;
  /** Of the Model Rules; null where nobody has read it. */
  rule: string | null;
  tag: Tag;
  /** The module that keeps what the form says; null while none does. */
  module: string | null;
};

function seen(number: number, purpose: string, rule: string, module: string | null = null): Form {
  return { number, purpose, rule, tag: 'C-f', module };
}

function remembered(number: number, purpose: string, module: string | null = null): Form {
  return { number, purpose, rule: null, tag: 'M', module };
}

export const forms: readonly Form[] = [
  remembered(1, 'social-background-report', 'jjb'),
  remembered(2, 'undertaking-at-apprehension', 'jjb'),
  seen(3, 'supervision-order', 'r.10(1)(iii)', 'jjb'),
  seen(4, 'placement-in-institution-pending-inquiry', 'r.10(1)(iv)', 'jjb'),
  seen(5, 'order-for-social-report-in-conflict', 'r.10(2)', 'jjb'),
  remembered(6, 'social-report-in-conflict', 'jjb'),
  seen(7, 'care-plan', 'r.11(3), 13(7)(vi), 13(8)(ii), 19(4), 19(17), 62(6)(vii), 62(6)(x), 69-I(3)', 'care-plans'),
  seen(8, 'bond', 'r.11(6)', 'jjb'),
  seen(9, 'bond-of-child', 'r.11(7)', 'jjb'),
  seen(10, 'probation-report', 'r.11(9), 64(3)(xiii)', 'jjb'),
  remembered(11, 'board-monitoring'),
  remembered(12, 'board-quarterly-return', 'jjb'),
  remembered(13, 'board-follow-up'),
  remembered(14, 'rehabilitation-card', 'care-plans'),
  seen(15, 'case-summary', 'r.17(1)(i)', 'cwc'),
  remembered(16, 'committee-quarterly-return', 'returns'),
  seen(17, 'production-report', 'r.18(2), 19(25)', 'found-children'),
  remembered(18, 'placement-in-institution', 'cwc'),
  seen(19, 'placement-with-person-pending-inquiry', 'r.18(8)', 'cwc'),
  seen(20, 'undertaking-of-carer', 'r.18(8), 19(7)', 'cwc'),
  seen(21, 'order-for-social-report', 'r.19(3)', 'cwc'),
  seen(22, 'social-report', 'r.19(8)', 'cwc'),
  seen(23, 'surrender-application', 'r.19(22)', 'cwc'),
  seen(24, 'surrender-deed', 'r.19(22)', 'cwc'),
  seen(25, 'free-for-adoption-certificate', 'r.19(29)', 'cwc'),
  seen(26, 'monitoring-sheet', 'r.20(1)', 'cwc'),
  remembered(27, 'institution-or-open-shelter-registration'),
  remembered(28, 'institution-or-open-shelter-registration'),
  remembered(29, 'institution-or-open-shelter-registration'),
  seen(30, 'home-study', 'r.23(9)', 'family-care'),
  seen(31, 'child-study', 'r.23(4)', 'family-care'),
  seen(32, 'foster-order', 'r.23(15)', 'family-care'),
  seen(33, 'foster-undertaking', 'r.23(16)', 'family-care'),
  seen(34, 'foster-record', 'r.23(17)', 'family-care'),
  seen(35, 'foster-inspection', 'r.23(18)', 'family-care'),
  seen(36, 'sponsorship-order', 'r.24(5)', 'family-care'),
  seen(37, 'aftercare-order', 'r.25(2)', 'family-care'),
  seen(38, 'fit-facility-application', 'r.27(2)', 'institutions'),
  seen(39, 'fit-facility-certificate', 'r.27(4)', 'institutions'),
  remembered(40, 'visit'),
  remembered(41, 'leave', 'institutions'),
  seen(42, 'overnight-stay', 'r.69-D(4)', 'institutions'),
  remembered(43, 'case-history', 'care-plans'),
  seen(44, 'release-and-restoration', 'r.82(1)', 'cwc'),
  seen(45, 'escort-order', 'r.82(4)', 'cwc'),
  remembered(46, 'inspection', 'institutions'),
];

/** What is printed at the head of one. Throws on a purpose no form, or more than one, is for: a mistake of ours. */
export function headOfForm(purpose: string): { number: string; citation: string } {
  const [form, ...others] = forms.filter((one) => one.purpose === purpose);
  if (!form || others.length > 0) throw new Error(`No one form is for ${purpose}`);
  const rule = form.rule ? `, ${form.rule}` : '';
  return { number: String(form.number), citation: `JJ Model Rules 2016${rule}` };
}
