// Every happening has its sentence in every shipped language, for every value its facts may take; corrections stand beside what they correct.
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Happening } from '../../kernel/happenings.ts';
import { careHappenings } from '../../kernel/happenings/care.ts';
import { foundHappenings } from '../../kernel/happenings/found.ts';
import { missingHappenings } from '../../kernel/happenings/missing.ts';
import { recordHappenings } from '../../kernel/happenings/record.ts';
import { sightingHappenings } from '../../kernel/happenings/sighting.ts';
import type { Instant } from '../../kernel/time.ts';
import { type Locale, shippedLocales, wordsIn } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import { DiaryTimeline, happeningSentence } from './pages/timeline.tsx';
import type { TimelineEntry } from './store.ts';

const at = (time: string) => `2026-11-24T${time}:00.000Z` as Instant;

function viewIn(locale: Locale): View {
  return {
    ...wordsIn(locale),
    now: at('12:00'),
    door: 'desk',
    path: '/',
    demo: true,
    idempotencyKey: '',
    assets: { styles: '', islands: '' },
    officer: null,
    may: () => false,
  };
}

/** Values of facts, by happening where it matters; all of each are tried. */
const facts: Partial<Record<Happening, Record<string, unknown>[]>> = {
  'missing.reported': ['walk-in', 'telephone', 'citizen-door', 'childline', 'railway', 'other-station', 'police-system', 'home'].map(
    (source) => ({
      source,
    }),
  ),
  'missing.firRegistered': ['fir', 'zero-fir', 'general-diary'].flatMap((paper) =>
    [true, false].map((trafficking) => ({ paper, trafficking })),
  ),
  'missing.riskAssessed': ['standard', 'high'].map((level) => ({ level })),
  'missing.nodalOfficersAlerted': [{ offices: 1 }, { offices: 4 }],
  'missing.movedToStation': [{ toOffice: 'o' }],
  'missing.transferredToAntiTrafficking': [{ toOffice: 'o' }],
  'missing.progressReported': ['informant', 'legal-services'].map((to) => ({ to })),
  'sighting.movedToStation': [{ toOffice: 'o' }],
  'missing.sentToAgencies': [{ photograph: true }, { photograph: false }],
  'missing.alertAcknowledged': [{ officeKind: 'district-nodal' }],
  'missing.noticePublished': ['cwc', 'jjb', 'court', 'police-tracing'].map((authority) => ({ authority })),
  'missing.noticeWithdrawn': ['traced', 'authority-withdrawn', 'expired', 'offence-link', 'corrected'].map((because) => ({ because })),
  'missing.traced': ['by-police', 'by-family', 'by-match'].flatMap((how) => [true, false].map((alive) => ({ how, alive }))),
  'missing.closed': ['restored', 'in-care', 'deceased', 'false-report', 'duplicate', 'entered-in-error', 'before-the-portal'].map(
    (outcome) => ({ outcome }),
  ),
  'missing.policeReported': ['traced', 'closed', 'transferred'].map((what) => ({ what })),
  'missing.policeReportTakenBack': ['traced', 'closed', 'transferred'].map((what) => ({ what })),
  'missing.mismatchOpened': ['no-record', 'no-paper', 'traced-in-one', 'differs', 'duplicate'].map((list) => ({ list, reference: 'R-1' })),
  'missing.mismatchEnded': ['no-record', 'no-paper', 'traced-in-one', 'differs', 'duplicate'].map((list) => ({ list, reference: 'R-1' })),
  'missing.policeReportConfirmed': ['traced', 'closed', 'transferred'].flatMap((what) =>
    ['station', 'committee'].map((by) => ({ what, by })),
  ),
  'missing.policeReportDenied': ['traced', 'closed', 'transferred'].flatMap((what) => ['station', 'committee'].map((by) => ({ what, by }))),
  'found.informationGiven': ['childline', 'police', 'cwc', 'dcpu', 'cci'].map((to) => ({ to })),
  'found.registered': ['police', 'cci', 'railway', 'childline', 'dcpu', 'cwc'].map((place) => ({ place })),
  'found.journeyRecorded': [{ minutes: 95 }],
  'found.produced': ['committee', 'single-member'].map((sitting) => ({ sitting })),
  'found.placed': ['children-home', 'open-shelter', 'adoption-agency', 'fit-person', 'fit-facility', 'parents-pending-inquiry'].map(
    (kind) => ({ with: kind }),
  ),
  'found.restored': ['parents', 'guardian', 'relative'].map((to) => ({ to })),
  'found.closed': ['restored', 'in-care', 'transferred', 'not-a-child'].map((outcome) => ({ outcome })),
  'inquiry.keptOvernight': [{ dueOn: '' }, { dueOn: '2026-11-24 10:00' }],
  'care.admitted': [{ home: 'o' }],
  'care.transferred': [{ home: 'o' }],
  'care.wentAway': ['leave', 'hospital'].map((kind) => ({ for: kind })),
  'care.cameBack': ['leave', 'hospital'].map((from) => ({ from })),
  'care.absenceReported': ['police', 'committee', 'parents', 'portal'].map((to) => ({ to })),
  'care.sponsorshipStopped': ['eighteen', 'means', 'in-a-home', 'absence', 'other'].map((because) => ({ because })),
  'care.sponsorshipStopSeen': ['eighteen', 'means', 'in-a-home', 'absence'].map((because) => ({ because })),
  'adoption.reportUploaded': ['child-study', 'medical-examination'].map((what) => ({ what })),
  'sighting.reported': ['citizen-door', 'telephone', 'childline', 'railway'].map((source) => ({ source })),
  'sighting.answered': ['child-found', 'nobody-there', 'no-concern', 'hoax'].map((outcome) => ({ outcome })),
  'record.described': [{ version: 2 }],
  'record.corrected': [{ field: 'age' }],
  'match.proposed': ['likely', 'possible'].map((band) => ({ candidate: 'c', band })),
  'match.judged': ['same', 'different', 'unsure'].map((verdict) => ({ candidate: 'c', verdict })),
  'identity.joined': [{ records: 2, members: 'a b' }],
  'identity.parted': [1, 2].map((records) => ({ records, members: 'a' })),
  'obligation.waived': [{ rule: 'M07', orderNumber: 'SP/12' }],
  'obligation.suspended': [{ rule: 'M07', orderNumber: 'SP/12' }],
  'obligation.resumed': [{ rule: 'M07', orderNumber: 'SP/12' }],
  'obligation.handedOver': [{ rule: 'M07', duty: 'd', toOffice: 'o' }],
};

const ofHomes = new Set<string>(['admitted', 'transferred', 'wentAway', 'cameBack', 'missingFromHome', 'absenceReported', 'backInHome', 'released', 'died'].map((what) => `care.${what}`)); // prettier-ignore
const nights = ['inquiry.keptOvernight', 'inquiry.takenOverByPolice', 'inquiry.notTakenOver'] as const;
const ofFamilies = new Set<string>(careHappenings.filter((happening) => /^care\.(foster|kin|aftercare|sponsorship)/.test(happening)));
/** What the parts of the portal that exist write down. */
const written = [
  ...missingHappenings,
  ...foundHappenings,
  ...careHappenings.filter((happening) => ofHomes.has(happening) || ofFamilies.has(happening)),
  'adoption.reportUploaded' as const,
  ...nights,
  ...sightingHappenings,
  ...recordHappenings,
];
const cases = shippedLocales.flatMap((locale) => written.map((happening) => [locale, happening] as const));
test.each(cases)('in %s: %s', (locale, happening) => {
  const view = viewIn(locale);
  for (const values of facts[happening] ?? [{ candidate: 'c' }]) {
    const sentence = happeningSentence(view, { happening, facts: values } as Parameters<typeof happeningSentence>[1]);
    expect(sentence).toMatch(/\S[.।]$/);
    expect(sentence).not.toMatch(/[{}]|undefined/);
  }
});

test('an answer to a sighting says that it was the child on the notice, where the officer said so', () => {
  const said = (facts: object) => happeningSentence(viewIn('en'), { happening: 'sighting.answered', facts } as Parameters<typeof happeningSentence>[1]); // prettier-ignore
  expect(said({ outcome: 'nobody-there', childOfNotice: true })).toContain('it was the child on the notice');
  expect(said({ outcome: 'nobody-there' })).not.toContain('notice');
});

test('a correction stands beside the entry it corrects, which is struck through', () => {
  const entry = {
    happening: 'found.found',
    facts: {},
    byOffice: null,
    byOfficerName: null,
    byOfficeName: 'RPF Asansol',
    enteredAt: null,
    door: 'desk',
    paperKind: null,
    paperId: null,
  } as const;
  const entries = [
    { ...entry, entryId: 'one', happenedAt: at('03:00'), recordedAt: at('10:00'), corrects: null },
    { ...entry, entryId: 'two', happenedAt: at('02:20'), recordedAt: at('11:00'), corrects: 'one' },
  ] as TimelineEntry[];
  const markup = render(<DiaryTimeline view={viewIn('en')} entries={entries} />);
  expect(markup.match(/<s>/g)).toHaveLength(1);
  expect(markup).toContain('Correction of the entry of 24 Nov 2026, 15:30: The child was found.');
  expect(markup).toContain('RPF Asansol');
});

test('what another system wrote down shows three moments, and whose entry it is; where it came at once, two', () => {
  const entry = {
    entryId: 'one',
    happening: 'missing.firRegistered',
    facts: { paper: 'fir', trafficking: false },
    happenedAt: at('03:00'),
    byOffice: 'office',
    byOfficerName: null,
    byOfficeName: 'PS Bantra',
    door: 'worker',
    paperKind: null,
    paperId: null,
    corrects: null,
  } as const;
  const shown = (enteredAt: Instant | null) => {
    const entries = [{ ...entry, enteredAt, recordedAt: at('06:00') }] as TimelineEntry[];
    return render(<DiaryTimeline view={viewIn('en')} entries={entries} />)
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ');
  };
  expect(shown(at('05:20'))).toContain(
    'In the police’s own system: 24 Nov 2026, 10:50 2 h 20 min later Here: 24 Nov 2026, 11:30 40 min later',
  );
  expect(shown(at('05:20'))).toContain('PS Bantra, told by the police’s own system');
  expect(shown(at('06:00'))).toContain('24 Nov 2026, 11:30 3 h later');
  expect([shown(null), shown(at('06:00'))].filter((text) => text.includes('Here:'))).toEqual([]);
  expect(shown(null)).not.toContain('told by');
});
