// Worked examples of the duties this portal itself sets: each line is a test, and a row of docs/law.md.
import { endOf, entry, example, produced, reopened, traced } from './write.ts';

const alerted = (at: string) => entry(at, 'missing.nodalOfficersAlerted', { offices: 4 });
const acknowledged = (at: string) => entry(at, 'missing.alertAcknowledged', { officeKind: 'district-nodal' });
const proposed = (at: string, candidate = 'FC-1', band: 'likely' | 'possible' = 'likely') =>
  entry(at, 'match.proposed', { candidate, band });
const judged = (at: string, verdict: 'same' | 'different' | 'unsure', candidate = 'FC-1') =>
  entry(at, 'match.judged', { candidate, verdict });
const heldBack = (at: string) => entry(at, 'match.heldBack', { candidate: 'FC-1', band: 'likely' });
const opened = (at: string) => entry(at, 'match.opened', { candidate: 'FC-1' });
const withdrawn = (at: string) => entry(at, 'match.withdrawn', { candidate: 'FC-1' });
const reversed = (at: string) => entry(at, 'match.judgementReversed', { candidate: 'FC-1' });
const asked = (at: string) => entry(at, 'identity.productionAsked', { candidate: 'FC-1' });
const confirmed = (at: string) => entry(at, 'identity.confirmed', { candidate: 'FC-1' });
const refused = (at: string) => entry(at, 'identity.refused', { candidate: 'FC-1' });
const restored = (at: string) => entry(at, 'found.restored', { to: 'parents' });
const staysInCare = (at: string) => entry(at, 'found.closed', { outcome: 'in-care' });
const closed = (at: string) => entry(at, 'missing.closed', { outcome: 'restored' });
const policeSaid = (at: string, what: 'traced' | 'closed' | 'transferred') => entry(at, 'missing.policeReported', { what });
const denied = (at: string, what: 'traced' | 'closed' | 'transferred', by: 'station' | 'committee' = 'station') =>
  entry(at, 'missing.policeReportDenied', { what, by });
const goesOn = (at: string) => entry(at, 'missing.searchGoesOn', {});
const transferred = (at: string) => entry(at, 'missing.transferredToAntiTrafficking', { toOffice: 'AHTU-1' });

const MISMATCH_DUE = '2026-11-16 14:20';
const differs = (at: string, reference = 'R-1') => entry(at, 'missing.mismatchOpened', { list: 'differs', reference });
const agrees = (at: string, reference = 'R-1') => entry(at, 'missing.mismatchEnded', { list: 'differs', reference });
const unrecorded = (at: string) => entry(at, 'office.firsWithoutRecord', {});
const recorded = (at: string) => entry(at, 'office.firsRecorded', {});
const silent = (at: string) => entry(at, 'office.policeFellSilent', { reference: 'S-1' });
const gridSilent = (at: string) => entry(at, 'office.gridFellSilent', { reference: 'S-1' });
const spoke = (at: string, reference = 'S-1') => entry(at, 'office.policeSpoke', { reference });
const explained = (at: string) => entry(at, 'office.silenceExplained', { reference: 'S-1' });

const cameFromPast = (at: string) => entry(at, 'missing.cameFromPast', {});
const sentOut = (at: string) => entry(at, 'missing.sentToAgencies', { photograph: false });

const AT = '2026-11-13 14:20';
const PAST_DUE = endOf('2026-12-13');
const NEXT_DAY = '2026-11-14 14:20';

export const portalExamples = {
  P01: [
    example('Acknowledged in an hour', [alerted(AT), acknowledged('2026-11-13 15:20')], '2026-11-13 16:00', ['met', '2026-11-13 18:20']),
    example('Nobody answers: the State’s nodal officer is told', [alerted(AT)], '2026-11-13 18:21', ['late', '2026-11-13 18:20']),
    example('The child is traced first', [alerted(AT), traced('2026-11-13 15:00')], '2026-11-14 09:00', ['cancelled', '2026-11-13 18:20']),
  ],
  P02: [
    example('Judged the same evening', [proposed(AT), judged('2026-11-13 19:00', 'different')], '2026-11-14 09:00', ['met', NEXT_DAY]),
    example(
      'Another candidate’s judgement does not count',
      [proposed(AT), judged('2026-11-13 19:00', 'same', 'FC-2')],
      '2026-11-14 14:21',
      ['late', NEXT_DAY],
    ),
    example('A merely possible match sets no clock', [proposed(AT, 'FC-1', 'possible')], '2026-11-15 09:00', null),
  ],
  P03: [
    example('Production asked with the judgement', [judged(AT, 'same'), asked(AT)], '2026-11-13 15:00', ['met', NEXT_DAY]),
    example('Nothing asked', [judged(AT, 'same')], '2026-11-14 14:21', ['late', NEXT_DAY]),
    example('The judgement is taken back', [judged(AT, 'same'), reversed('2026-11-13 18:00')], '2026-11-15 09:00', ['cancelled', NEXT_DAY]),
    example('Judged unsure', [judged(AT, 'unsure')], '2026-11-15 09:00', null),
  ],
  P04: [
    example('Confirmed on the second day', [asked(AT), confirmed('2026-11-15 11:00')], '2026-11-16 09:00', ['met', '2026-11-16 14:20']),
    example('Refused is also an answer', [asked(AT), refused('2026-11-15 11:00')], '2026-11-16 09:00', ['met', '2026-11-16 14:20']),
    example('No answer in three days', [asked(AT)], '2026-11-16 14:21', ['late', '2026-11-16 14:20']),
  ],
  P05: [
    example('Recorded as traced the same day', [confirmed(AT), traced('2026-11-13 18:00', 'by-match')], '2026-11-14 09:00', [
      'met',
      NEXT_DAY,
    ]),
    example('Recorded before the Committee confirmed', [traced('2026-11-13 10:00'), confirmed(AT)], '2026-11-14 09:00', ['met', NEXT_DAY]),
    example('The Committee takes it back: another child', [confirmed(AT), reversed('2026-11-13 18:00')], '2026-11-15 09:00', [
      'cancelled',
      NEXT_DAY,
    ]),
    example('The police record still says missing', [confirmed(AT)], '2026-11-14 14:21', ['late', NEXT_DAY]),
    example(
      'Judged, taken back, judged again and confirmed: what was taken back before does not count',
      [judged('2026-11-10 10:00', 'same'), reversed('2026-11-11 10:00'), judged('2026-11-12 10:00', 'same'), confirmed(AT)],
      '2026-11-14 14:21',
      ['late', NEXT_DAY],
    ),
    example(
      'The report was closed before the Committee confirmed: nobody can record it there',
      [closed('2026-11-12 10:00'), confirmed(AT)],
      '2026-11-14 14:21',
      ['cancelled', NEXT_DAY],
    ),
  ],
  P06: [
    example('Home within the week', [confirmed(AT), restored('2026-11-18 12:00')], '2026-11-20 09:00', ['met', endOf('2026-11-28')]),
    example('Nothing recorded', [confirmed(AT)], '2026-11-29 00:00', ['late', endOf('2026-11-28')]),
    example('The Committee takes it back: another child', [confirmed(AT), reversed('2026-11-20 12:00')], '2026-11-29 00:00', [
      'cancelled',
      endOf('2026-11-28'),
    ]),
    example('The child stays in care', [confirmed(AT), staysInCare('2026-11-20 12:00')], '2026-11-29 00:00', [
      'cancelled',
      endOf('2026-11-28'),
    ]),
  ],
  P07: [
    example('Closed after the restoration', [traced(AT), restored('2026-11-18 12:00'), closed('2026-11-18 15:00')], '2026-11-20 09:00', [
      'met',
      endOf('2026-11-28'),
    ]),
    example('Left open', [traced(AT)], '2026-11-29 00:00', ['late', endOf('2026-11-28')]),
    example('It was not the child: opened again', [traced(AT), reopened('2026-11-15 10:00')], '2026-11-29 00:00', [
      'cancelled',
      endOf('2026-11-28'),
    ]),
  ],
  P08: [
    example('Opened to the police the same evening', [heldBack(AT), opened('2026-11-13 19:00')], '2026-11-14 09:00', ['met', NEXT_DAY]),
    example('Nobody decides', [heldBack(AT)], '2026-11-14 14:21', ['late', NEXT_DAY]),
    example('The report is closed meanwhile', [heldBack(AT), withdrawn('2026-11-13 19:00')], '2026-11-15 09:00', ['cancelled', NEXT_DAY]),
  ],
  P09: [
    example(
      'The station marks the child traced the same evening',
      [policeSaid(AT, 'traced'), traced('2026-11-13 19:00')],
      '2026-11-14 09:00',
      ['met', NEXT_DAY],
    ),
    example('Not so, says the station', [policeSaid(AT, 'traced'), denied('2026-11-14 10:00', 'traced')], '2026-11-14 15:00', [
      'met',
      NEXT_DAY,
    ]),
    example('The station is silent', [policeSaid(AT, 'traced')], '2026-11-14 14:21', ['late', NEXT_DAY]),
    example(
      'The Committee’s word is not the station’s',
      [policeSaid(AT, 'traced'), denied('2026-11-14 10:00', 'traced', 'committee')],
      '2026-11-14 14:21',
      ['late', NEXT_DAY],
    ),
    example(
      'Said again after it was denied: a duty anew',
      [policeSaid(AT, 'traced'), denied('2026-11-13 16:00', 'traced'), policeSaid('2026-11-15 09:00', 'traced')],
      '2026-11-16 09:01',
      ['met', NEXT_DAY],
      ['late', '2026-11-16 09:00'],
    ),
  ],
  P10: [
    example('Closed by the station', [policeSaid(AT, 'closed'), closed('2026-11-14 10:00')], '2026-11-14 15:00', ['met', NEXT_DAY]),
    example('Not so: the child is still missing', [policeSaid(AT, 'closed'), denied('2026-11-14 10:00', 'closed')], '2026-11-14 15:00', [
      'met',
      NEXT_DAY,
    ]),
    example('Closed as untraced: the search goes on', [policeSaid(AT, 'closed'), goesOn('2026-11-14 10:00')], '2026-11-14 15:00', [
      'met',
      NEXT_DAY,
    ]),
    example('Nobody answers', [policeSaid(AT, 'closed')], '2026-11-14 14:21', ['late', NEXT_DAY]),
  ],
  P11: [
    example('Transferred here too', [policeSaid(AT, 'transferred'), transferred('2026-11-13 18:00')], '2026-11-14 09:00', [
      'met',
      NEXT_DAY,
    ]),
    example('Traced meanwhile', [policeSaid(AT, 'transferred'), traced('2026-11-13 18:00')], '2026-11-14 15:00', ['cancelled', NEXT_DAY]),
    example('Nobody answers', [policeSaid(AT, 'transferred')], '2026-11-14 14:21', ['late', NEXT_DAY]),
  ],
  P12: [
    example('The child is produced', [policeSaid(AT, 'traced'), produced('2026-11-14 11:00')], '2026-11-14 15:00', ['met', NEXT_DAY]),
    example(
      'No such child was brought to the Committee',
      [policeSaid(AT, 'traced'), denied('2026-11-14 11:00', 'traced', 'committee')],
      '2026-11-14 15:00',
      ['met', NEXT_DAY],
    ),
    example('The station’s word is not the Committee’s', [policeSaid(AT, 'traced'), traced('2026-11-13 18:00')], '2026-11-14 14:21', [
      'late',
      NEXT_DAY,
    ]),
  ],
  P13: [
    example('Both tell the same again on the second day', [differs(AT), agrees('2026-11-15 11:00')], '2026-11-16 09:00', [
      'met',
      MISMATCH_DUE,
    ]),
    example('Another difference of the child ended, not this one', [differs(AT), agrees('2026-11-15 11:00', 'R-2')], '2026-11-16 14:21', [
      'late',
      MISMATCH_DUE,
    ]),
    example('The report is closed meanwhile: the two are still not one', [differs(AT), closed('2026-11-14 10:00')], '2026-11-16 14:21', [
      'late',
      MISMATCH_DUE,
    ]),
  ],
  P14: [
    example('The last of them is here the next day', [unrecorded(AT), recorded('2026-11-14 11:00')], '2026-11-15 09:00', [
      'met',
      MISMATCH_DUE,
    ]),
    example('Put right too late', [unrecorded(AT), recorded('2026-11-17 11:00')], '2026-11-18 09:00', ['met-late', MISMATCH_DUE]),
    example('Nobody looks: the district’s nodal officer is told', [unrecorded(AT)], '2026-11-16 14:21', ['late', MISMATCH_DUE]),
  ],
  P15: [
    example('The node speaks again in the evening', [silent(AT), spoke('2026-11-13 19:00')], '2026-11-14 09:00', ['met', NEXT_DAY]),
    example('A reason is given', [silent(AT), explained('2026-11-14 10:00')], '2026-11-14 15:00', ['met', NEXT_DAY]),
    example('Another silence ended, not this one', [silent(AT), spoke('2026-11-13 19:00', 'S-2')], '2026-11-14 14:21', ['late', NEXT_DAY]),
  ],
  P16: [
    example('Sent to other agencies in the first week', [cameFromPast(AT), sentOut('2026-11-17 11:00')], '2026-11-18 09:00', [
      'met',
      PAST_DUE,
    ]),
    example('A step of those years, written down only now', [sentOut('2022-03-02 10:00'), cameFromPast(AT)], '2026-11-18 09:00', [
      'met',
      PAST_DUE,
    ]),
    example('The report is closed', [cameFromPast(AT), closed('2026-11-20 10:00')], '2026-11-21 09:00', ['cancelled', PAST_DUE]),
    example('Nobody looks: the superintendent is told', [cameFromPast(AT)], '2026-12-14 00:00', ['late', PAST_DUE]),
  ],
  P17: [
    example('The grid speaks again in the evening', [gridSilent(AT), spoke('2026-11-13 19:00')], '2026-11-14 09:00', ['met', NEXT_DAY]),
    example('A reason is given', [gridSilent(AT), explained('2026-11-14 10:00')], '2026-11-14 15:00', ['met', NEXT_DAY]),
    example('Nobody says why', [gridSilent(AT)], '2026-11-14 14:21', ['late', NEXT_DAY]),
    example('A State’s silence is not the grid’s', [silent(AT)], '2026-11-14 14:21', null),
  ],
};
