// What each type of message says beside its envelope: the items of IIF-I, the missing-person form, Form 17 and the final report.
import { actCodes } from './acts.ts';
import { MOST_CHILDREN, foundChild, missingChild } from './child-fields.ts';
import {
  accusedKinds, broughtBy, careKinds, circumstances, closings, handoverReasons, informationTypes, nilReasons, sources, tracedConditions,
} from './codes.ts'; // prettier-ignore
import { type GroupValue, day, group, instant, listOf, may, must, oneOf, text, whole, written, yesNo } from './field.ts';
import { numberForm, sectionForm } from './forms.ts';
import { arrest, district, informant, investigatingOfficer, office, paper, station, telephone } from './places-and-people.ts';

const charge = group('Charge', {
  act: must(oneOf(actCodes), 'The Act. It must have been in force: penal Acts on a day of the offence, Acts of procedure at registration.', 'IIF-I item 2, Act'),
  section: must(written(sectionForm, 20), 'One section; each further one is an item of its own.', 'IIF-I item 2, Sections'),
}); // prettier-ignore

const placeOfOccurrence = group('PlaceOfOccurrence', {
  words: must(text(300), 'The place, in words.', 'IIF-I item 5(b), Address'),
  district: may(district, 'Its district.', 'IIF-I item 5(c)'),
  beat: may(text(60), 'The beat.', 'IIF-I item 5(a), Beat No.'),
  directionAndDistance: may(text(100), 'Direction and distance from the station.', 'IIF-I item 5(a)'),
});

const lastSeen = group('LastSeen', {
  at: may(instant, 'When the child was last seen. Not with `onlyDay`.', 'Missing person form, Date and time'),
  onlyDay: may(day, 'The day alone, where nobody knows the time. Both left out: nobody knows.', 'Missing person form, Date'),
  place: must(text(300), 'Where, in words.', 'Missing person form, Place'),
  district: must(district, 'The district of that place.', 'Missing person form, Place, district'),
  with: may(text(300), 'With whom.', 'Missing person form, Last seen with'),
});

const firRegistered = group('FirRegisteredBody', {
  informationReceivedAt: must(instant, 'When the station heard of it.', 'IIF-I item 3(b)'),
  registeredAt: must(instant, 'When the FIR (or diary entry) was written.', 'IIF-I item 1, Date'),
  occurredFrom: may(instant, 'The earliest the offence may have happened.', 'IIF-I item 3(a), from'),
  occurredTo: may(instant, 'The latest.', 'IIF-I item 3(a), to'),
  generalDiaryNumber: may(written(numberForm, 30), 'The entry of the general diary.', 'IIF-I item 3(c), Entry No.'),
  generalDiaryAt: may(instant, 'When that entry was written.', 'IIF-I item 3(c), Time'),
  informationType: may(oneOf(informationTypes), 'How it was told.', 'IIF-I item 4'),
  source: may(oneOf(sources), 'By what way it came.', 'MWCD report form, Source'),
  actsAndSections: must(listOf('charge', charge, 30), 'Acts and sections, one item for each section.', 'IIF-I item 2'),
  placeOfOccurrence: may(placeOfOccurrence, 'Where it happened.', 'IIF-I item 5'),
  informant: may(informant, 'Who told it.', 'IIF-I item 6'),
  accused: may(oneOf(accusedKinds), 'Whether a suspect is known. No name of an accused is sent.', 'IIF-I item 7'),
  delayReason: may(text(1000), 'Why it was told late.', 'IIF-I item 8'),
  lastSeen: must(lastSeen, 'When and where the children were last seen.', 'Missing person form'),
  previousEpisodes: may(yesNo, 'Whether a child of this paper went missing before.', 'Missing person form'),
  contents: may(text(8000), 'What the FIR says.', 'IIF-I item 12'),
  arrests: may(listOf('arrest', arrest, 30), 'Arrests made so far.', 'IIF-3'),
  investigatingOfficer: may(investigatingOfficer, 'Who investigates.', 'IIF-I item 13'),
  transferredFrom: may(paper, 'The Zero FIR this one carries on.', 'IIF-I item 13(4)'),
  children: must(listOf('child', missingChild, MOST_CHILDREN), 'Each missing child of this paper.', 'Missing person form'),
});

const zeroTransferred = group('FirZeroTransferredBody', {
  transferredAt: must(instant, 'When the Zero FIR was sent on.', 'IIF-I item 13(4)'),
  to: must(station, 'To which station.', 'IIF-I item 13(4), P.S. and district'),
  registeredAs: may(paper, 'The FIR the other station registered, once its number is known.', 'IIF-I item 1'),
  registeredAt: may(instant, 'When it did.', 'IIF-I item 1, Date'),
  reason: may(text(500), 'Why that station.'),
});

const missingPersonUpdated = group('MissingPersonUpdatedBody', {
  child: must(missingChild, 'The whole child anew, not only what changed: what is left out is no longer said.', 'Missing person form'),
  lastSeen: may(lastSeen, 'When and where the child was last seen, if that changed.', 'Missing person form'),
});

const missingPersonTraced = group('MissingPersonTracedBody', {
  childNumber: must(whole(1, MOST_CHILDREN), 'Which child of this paper.', 'Missing person form, serial'),
  tracedAt: must(instant, 'When the child was traced.', 'Traced person form, Date and time'),
  condition: must(oneOf(tracedConditions), 'Whether the child is alive.', 'Traced person form'),
  place: may(text(300), 'Where, in words.', 'Traced person form, Place'),
  district: may(district, 'The district of that place.', 'Traced person form, Place, district'),
  tracedBy: may(text(300), 'Who traced the child.', 'Traced person form, Traced by'),
  circumstance: may(oneOf(circumstances), 'Why the child was missing, as it turned out.', 'Traced person form, Reason'),
  inCareOf: may(oneOf(careKinds), 'With whom the child is now.', 'Traced person form, Handed over to'),
  details: may(text(4000), 'What else is to be known.', 'Traced person form, Remarks'),
});

const unidentifiedChildFound = group('UnidentifiedChildFoundBody', {
  foundAt: must(instant, 'When the child was found.', 'Form 17, date and time found'),
  place: must(text(300), 'Where, in words.', 'Form 17, place found'),
  district: must(district, 'The district of that place.', 'Form 17'),
  with: may(text(300), 'With whom the child was.', 'Form 17, person found with'),
  circumstances: may(text(2000), 'How the child was found.', 'Form 17, circumstances'),
  broughtBy: must(oneOf(broughtBy), 'Who brought the child.', 'Form 17, producer'),
  broughtByName: may(text(200), 'The name of who did.', 'Form 17, producer'),
  broughtByTelephone: may(telephone, 'Where that person can be called.', 'Form 17, producer'),
  allegationOfOffence: may(yesNo, 'Whether an offence against the child is alleged.', 'Form 17, allegation'),
  treatment: may(text(500), 'Treatment given.', 'Form 17, treatment'),
  keptAt: may(office, 'The office or home where the child is now.', 'Form 17'),
  children: must(listOf('child', foundChild, MOST_CHILDREN), 'Each child found.', 'Form 17'),
});

const childNumbers = listOf('childNumber', whole(1, MOST_CHILDREN), MOST_CHILDREN);

const transferredToAhtu = group('CaseTransferredToAhtuBody', {
  transferredAt: must(instant, 'When the case went to the unit.', 'Case diary'),
  unit: may(office, "The unit's code in the portal's list of offices.", 'Case diary'),
  unitName: may(text(200), 'Its name, where it has no code.', 'Case diary'),
  reason: must(oneOf(handoverReasons), 'Why.', 'Case diary'),
  words: may(text(1000), 'The reason in words.', 'Case diary'),
  childNumbers: may(childNumbers, 'For which children of this paper. Left out: for all.'),
});

const caseClosed = group('CaseClosedBody', {
  closedAt: must(instant, 'When the police closed it.', 'IIF-5, Date'),
  outcome: must(oneOf(closings), 'With what outcome.', 'IIF-5, Type of final report'),
  childNumbers: may(childNumbers, 'For which children of this paper. Left out: for all.'),
  finalReportNumber: may(written(numberForm, 30), 'The number of the final report.', 'IIF-5, No.'),
  details: may(text(4000), 'What else is to be known.', 'IIF-5'),
});

const nilReport = group('StationNilReportBody', {
  station: must(station, 'Which station.', 'Daily report'),
  day: must(day, 'Of which day, in India. It must be over.', 'Daily report'),
  reason: must(oneOf(nilReasons), 'Why there is nothing.', 'Daily report'),
  words: may(text(1000), 'The reason in words.', 'Daily report'),
});

/** `about`: whether it is of a paper, with its number and sequence, or of a station's day. */
export const bodies = {
  'FIR.registered': { about: 'paper', body: firRegistered, says: 'An FIR, Zero FIR or diary entry of one or several missing children.' },
  'FIR.zeroTransferred': { about: 'paper', body: zeroTransferred, says: 'A Zero FIR went to the station of the place; later, what it became there.' },
  'MissingPerson.updated': { about: 'paper', body: missingPersonUpdated, says: 'A missing child described anew.' },
  'MissingPerson.traced': { about: 'paper', body: missingPersonTraced, says: 'The police say that a missing child is traced.' },
  'UnidentifiedChild.found': { about: 'paper', body: unidentifiedChildFound, says: 'Children in hand whose family is not known.' },
  'Case.transferredToAHTU': { about: 'paper', body: transferredToAhtu, says: 'The case went to the Anti-Human Trafficking Unit.' },
  'Case.closed': { about: 'paper', body: caseClosed, says: 'The police say that the case is closed.' },
  'Station.nilReport': { about: 'station', body: nilReport, says: 'A station had no case on a day, with the reason.' },
} as const; // prettier-ignore

export type Bodies = { [Type in keyof typeof bodies]: GroupValue<(typeof bodies)[Type]['body']['fields']> };
export type FirRegisteredBody = Bodies['FIR.registered'];
