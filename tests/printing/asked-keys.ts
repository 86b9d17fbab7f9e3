// Every key a printed paper asks for: each paper is drawn with every choice it knows, and what it asked the catalogue for is written down.
import { ageBases } from '../../src/kernel/age.ts';
import type { Day, Instant } from '../../src/kernel/time.ts';
import { renderToString } from 'preact-render-to-string';
import { TogetherPage } from '../../src/modules/care-plans/pages/together-page.tsx';
import { carePlanPaper } from '../../src/modules/care-plans/papers/care-plan-paper.ts';
import { releaseWords } from '../../src/modules/care-plans/form.ts';
import { type Need, type Plan, concerns, domains, hearings, ladder, measures } from '../../src/modules/care-plans/plan.ts';
import { type Progress, marks, progressWords, reviewOutcomes } from '../../src/modules/care-plans/progress.ts';
import { childName, descriptionLines } from '../../src/modules/children/index.ts';
import {
  type Description,
  builds,
  complexions,
  emptyDescription,
  markKinds,
  markSites,
  sexes,
} from '../../src/modules/children/description.ts';
import type { Order } from '../../src/modules/cwc/orders/order.ts';
import { escorts, followers, orderTypes, suitabilities } from '../../src/modules/cwc/orders/order-type.ts';
import { composed, templateOf } from '../../src/modules/cwc/orders/wording.ts';
import { placements } from '../../src/modules/cwc/identity.ts';
import { certificatePaper, reportPaper, sheetPaper, summaryPaper, surrenderPaper } from '../../src/modules/cwc/papers/file-papers.ts';
import { orderPaper } from '../../src/modules/cwc/papers/order-paper.ts';
import { ageEvidences } from '../../src/modules/cwc/schedule/form.ts';
import { sheetSteps } from '../../src/modules/cwc/schedule/sheet.ts';
import { reportFields } from '../../src/modules/cwc/social-reports/report-fields.ts';
import { visits } from '../../src/modules/cwc/transfers/form.ts';
import { childSignings, producerSexes } from '../../src/modules/found-children/form.ts';
import { form17 } from '../../src/modules/found-children/form-17.ts';
import { broughtByKinds } from '../../src/modules/found-children/found-child.ts';
import { posterOf } from '../../src/modules/notices/kit/kit.ts';
import { givenToTypesetter } from '../../src/platform/documents/render.ts';
import type { Locale, Words } from '../../src/platform/i18n/index.ts';
import { wordsIn } from '../../src/platform/i18n/index.ts';
import type { Document } from '../../src/platform/documents/index.ts';
import type { View } from '../../src/web/view.ts';

const now = '2026-11-24T06:30:00.000Z' as Instant;
const on = '2026-11-24' as Day;
const child = { name: 'Asha', reference: 'WB-2026-000001' };
type Paper = Omit<Document, 'printed'>;

export const printed = { by: 'Meera Nair', at: now, purpose: '', caution: '' };

export function orders(words: Words): Paper[] {
  const view = { ...words, now } as View;
  const about = { ...child, committee: 'CWC', producedOn: on };
  const draft = (fields: object) => ({ body: '…', language: words.locale, signers: [], ...fields }) as never;
  const write = (fields: object, body = '…') =>
    composed({ about, number: '3/2026', now, draft: { ...(draft(fields) as object), body } as never, toOfficeName: 'Unit' }, words);
  const paper = (fields: Partial<Order>, text: string) =>
    orderPaper(view, {
      childName: child.name,
      pictures: new Map(),
      order: { year: 2026, number: 3, draftedAt: now, madeAt: now, withdrawnAt: null, text,
        signers: [{ officerId: '', name: 'Meera', signedAt: now }, { officerId: '', name: 'Anil', signedAt: null }], ...fields } as Order, // prettier-ignore
    });
  const plain = orderTypes.map((type) => paper({ type }, write({ type, dueOn: on }, templateOf(words, type, about))));
  const chosen = [
    ...placements.map((placedWith) => ({ type: 'interim-custody', placedWith })),
    ...followers.map((followUp) => ({ type: 'case-worker', followUp })),
    ...escorts.map((escortOf) => ({ type: 'escort', escortOf })),
    ...suitabilities.map((suitableBy) => ({ type: 'restoration', suitableBy })),
  ].map((fields) => paper(fields as Partial<Order>, write(fields)));
  return [...plain, ...chosen, paper({ type: 'final', madeAt: null }, ''), paper({ type: 'final', withdrawnAt: now }, '')];
}

export function form22(words: Words): Paper {
  const answers = new Map(
    reportFields.map((field) => {
      const value = 'options' in field ? field.options.join(',') : '…';
      return [field.name, { value, by: '', at: now }] as const;
    }),
  );
  const report = { submittedAt: now, submittedBy: 'Ravi', officeName: 'Unit' };
  return reportPaper({ ...words, now } as View, child, report as never, answers as never);
}

export function fileForms(words: Words): Paper[] {
  const view = { ...words, now } as View;
  const made = orderTypes.map((type) => ({ type, year: 2026, number: 3, madeAt: now, withdrawnAt: null, signers: [] }));
  const summary = summaryPaper(view, child, {
    productions: [{ producedAt: now, producedBy: null }] as never,
    hearings: [{ heardAt: now, nextOn: on }] as never,
    orders: made as never,
    reports: [{ dueOn: on, submittedAt: null, officeName: 'Unit' }] as never,
  });
  const sheets = ageEvidences.map((ageEvidence) =>
    sheetPaper(view, child, {
      lines: sheetSteps.map((step) => ({ step, plannedFor: on, doneOn: on })),
      unscheduled: sheetSteps.map((step) => ({ step, doneOn: on })),
      sheet: { ageEvidence, medicalOn: on },
      producedOn: on,
    } as never),
  );
  const certified = { givenOn: on, basis: '…' };
  const surrender = { surrenderedBy: '…', surrenderReasons: '…', deedOn: on, appliedOn: null };
  const last = made[0]! as never;
  return [
    summary,
    ...sheets,
    certificatePaper(view, child, certified as never, last),
    surrenderPaper(view, child, 'application', surrender as never),
    surrenderPaper(view, child, 'deed', surrender as never),
  ];
}

function described(view: View): void {
  const name = { alias: false, text: 'Asha' };
  const full: Description = {
    ...emptyDescription,
    names: (['child', 'father', 'mother', 'guardian', 'sibling'] as const).map((bearer) => ({ ...name, bearer })),
    birthDate: on,
    heightCentimetres: { low: 100, high: 110 },
    languages: ['bn'],
    clothing: '…',
    disability: '…',
    homeWords: ['…'],
    wordsRepeated: '…',
    marks: markKinds.flatMap((kind) => markSites.flatMap((site) => (['left', 'right'] as const).map((side) => ({ kind, site, side, text: null })))),
  }; // prettier-ignore
  const draw = (fields: Partial<Description>) => descriptionLines(view, { ...full, ...fields }, 'Home');
  for (const sex of sexes) draw({ sex });
  for (const complexion of complexions) draw({ complexion });
  for (const build of builds) draw({ build });
  for (const basis of ageBases)
    for (const [years, day] of [
      [9, '2026-11-24'],
      [9, '2020-11-24'],
      [0, '2026-11-24'],
    ] as const)
      // prettier-ignore
      draw({ age: { lowMonths: years * 12, highMonths: years * 12 + 12, on: day as Day, basis } });
  childName(view, emptyDescription);
}

export function forms17(words: Words): Paper[] {
  const view = { ...words, now } as View;
  described(view);
  const full = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, '…']));
  const report = {
    ...full('effortsToTrace caseNumber producedIn producerName producerAddress producerTelephone parentsAddress parentsTelephone parentsOccupation'),
    producerAge: 30,
    homeReachedAt: now,
    filedAt: now,
    describedVersion: 1,
  }; // prettier-ignore
  const found = full('foundPlace foundWith circumstances condition treatment belongings');
  const draw = (more: object, finding: object) =>
    form17(view, {
      record: { reference: child.reference, version: 2, happenedAt: now } as never,
      description: { ...emptyDescription, names: [{ bearer: 'child', text: child.name, alias: false }], sex: 'female' },
      found: { ...found, ...finding } as never,
      report: { ...report, ...more } as never,
      homeDistrictName: null,
    });
  return [
    ...broughtByKinds.map((broughtBy) => draw({}, { broughtBy, allegationOfOffence: true, policeInformed: false })),
    ...producerSexes.map((producerSex) => draw({ producerSex }, {})),
    ...childSignings.map((childSigned) => draw({ childSigned }, {})),
  ];
}

const need = (domain: Need['domain'], fields: Partial<Need>) =>
  ({ domain, concern: 'low', measure: null, scheme: null, startsOn: on, reviewOn: on, words: { concern: '…' }, ...fields }) as Need;

export function forms7(words: Words): Paper[] {
  const view = { ...words, now } as View;
  const draw = (plan: Partial<Plan>, more: object = {}) =>
    carePlanPaper(view, child, {
      plan: { version: 2, officeName: 'Home', words: {}, wishesLanguage: 'bn', needs: [], madeAt: now, madeBy: 'Ravi', heard: null, ladder: null, decision: null, ...plan } as Plan,
      child: [], admission: { number: '7', on, home: 'Home' }, reports: [], reviews: [], releases: [], followUps: [], opensSealed: true, ...more,
    } as never); // prettier-ignore
  const progress = domains.flatMap((domain) => marks.map((mark) =>
    ({ fromOn: on, toOn: on, interviewedOn: on, words: Object.fromEntries(progressWords.map((word) => [word, '…'])), marks: { [domain]: mark } }) as Progress)); // prettier-ignore
  const followUps = visits.map((visit) => ({ visit, visitedOn: on, found: '…', officeName: 'Unit' }));
  const told = Object.fromEntries(releaseWords.map((name) => [name, '…']));
  return [
    draw({ words: { wishes: '…', caseWorker: 'Ravi' } }, { opensSealed: false }),
    draw({ words: { notHeardBecause: '…' } }),
    ...concerns.map((concern) => draw({ needs: domains.map((domain) => need(domain, { concern })) })),
    ...measures.map((measure) => draw({ needs: [need('health', { measure }), need('other', { words: null })] })),
    ...hearings.map((heard) => draw({ heard })),
    ...ladder.map((rung) => draw({ ladder: rung })),
    ...(['approved', 'returned'] as const).map((decision) => draw({ decision, decidedAt: now, decidedBy: 'Meera' })),
    draw({}, { reports: progress, followUps, releases: [{ plannedFor: on, words: told }] }),
    draw({}, { reviews: reviewOutcomes.map((outcome) => ({ outcome, reviewedOn: on, words: { sat: '…', found: '…' } })) }),
  ];
}

/** The child's own page of the plan can be had in these languages too. */
export function together(words: Words): void {
  const plan = { words: { wishes: '…' }, needs: domains.map((domain) => need(domain, { words: { goal: '…', who: 'Ravi' } })) };
  const courses = marks.map((mark) => ({ domain: 'education', points: [{ on, mark }] }));
  renderToString(
    TogetherPage({ view: { ...words, now } as View, reference: child.reference, plan: plan as Plan, courses, offered: [] } as never),
  );
}

export function posters(words: Words): void {
  const view = { ...words, now } as View;
  const notice = {
    authorisedAt: now,
    expiresAt: now,
    name: 'Asha',
    clothing: '…',
    districtName: '…',
    lastSeenOn: on,
    officeName: '…',
    officeTelephone: '…',
  };
  for (const sex of sexes)
    for (const months of [6, 108])
      posterOf(view, { ...notice, sex, ageLowMonths: months, ageHighMonths: months, ageOn: on } as never, '', Buffer.of(0));
}

/** `around`: what every paper has at its head and foot, whatever stands between. */
export function askedKeys(locale: Locale, around: readonly string[]): Set<string> {
  const asked = new Set(around);
  const words = wordsIn(locale);
  const noting: Words = { ...words, t: (key, values) => (asked.add(key), words.t(key, values)) };
  for (const paper of [...orders(noting), ...fileForms(noting), ...forms17(noting), form22(noting), ...forms7(noting)])
    givenToTypesetter({ ...paper, printed }, locale);
  posters(noting);
  together(noting);
  return asked;
}
