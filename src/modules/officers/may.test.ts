// The role matrix, written out by hand from the domain sheet: who is meant to be able to do each thing, and nobody else.
import { describe, expect, test } from 'vitest';
import { deskPages } from '../../web/layout/desk-pages.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { type Role, may, officesFor, reachOf, roles, rolesThatMay } from './may.ts';
import { type Permission, permissions } from './permissions.ts';

const expected: Record<Permission, string> = {
  'carePlan.read': 'cwc-chairperson cwc-member home-superintendent home-worker child-protection-officer',
  'carePlan.readSealed': 'cwc-chairperson cwc-member home-superintendent child-protection-officer',
  'carePlan.write': 'home-superintendent home-worker child-protection-officer',
  'carePlan.decide': 'cwc-chairperson cwc-member',
  'sexualOffence.read': `station-in-charge investigating-officer child-welfare-police-officer juvenile-police-head
    cwc-chairperson cwc-member home-superintendent home-worker child-protection-officer`,
  'sexualOffence.record': 'station-in-charge investigating-officer child-welfare-police-officer juvenile-police-head',
  'sexualOffence.decide': 'cwc-chairperson cwc-member',
  'supportPerson.report': 'cwc-chairperson cwc-member child-protection-officer',
  'sealed.ask': `station-in-charge investigating-officer child-welfare-police-officer juvenile-police-head
    home-superintendent home-worker child-protection-officer`,
  'sealed.agree': 'cwc-chairperson cwc-member child-protection-officer',
  // What a foster family earns and where it lives: the unit and the Committee of the district, nobody else; the police never.
  'familyCare.read': 'cwc-chairperson cwc-member child-protection-officer',
  'familyCare.write': 'child-protection-officer',
  'familyCare.decide': 'cwc-chairperson cwc-member',
  'familyCare.handOff': 'child-protection-officer',
  'duties.read': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member jjb-magistrate jjb-member home-superintendent home-worker child-protection-officer
    district-nodal-officer state-nodal-officer national-nodal-officer legal-services-officer`,
  'duties.act': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member jjb-magistrate jjb-member home-superintendent home-worker child-protection-officer
    district-nodal-officer state-nodal-officer national-nodal-officer legal-services-officer`,
  'children.search': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer`,
  'missingReport.register': 'station-in-charge investigating-officer child-welfare-police-officer duty-officer railway-officer',
  'missingReport.read': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer legal-services-officer`,
  'missingReport.act': 'station-in-charge investigating-officer child-welfare-police-officer duty-officer anti-trafficking-officer',
  'missingReport.transfer': 'station-in-charge investigating-officer juvenile-police-head anti-trafficking-officer',
  'notice.publish': 'station-in-charge investigating-officer anti-trafficking-officer cwc-chairperson cwc-member',
  'notice.withdraw': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer
    cwc-chairperson cwc-member`,
  'photograph.read': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member home-superintendent home-worker child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer`,
  'photograph.add': `station-in-charge investigating-officer child-welfare-police-officer duty-officer anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member home-superintendent home-worker child-protection-officer`,
  'foundChild.register': `station-in-charge investigating-officer child-welfare-police-officer duty-officer anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member home-superintendent home-worker child-protection-officer`,
  'foundChild.read': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member home-superintendent home-worker child-protection-officer`,
  'foundChild.act': `station-in-charge investigating-officer child-welfare-police-officer duty-officer anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member home-superintendent home-worker child-protection-officer`,
  'sighting.read': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    child-protection-officer`,
  'sighting.answer':
    'station-in-charge investigating-officer child-welfare-police-officer duty-officer anti-trafficking-officer railway-officer',
  'sighting.register': `station-in-charge investigating-officer child-welfare-police-officer duty-officer anti-trafficking-officer railway-officer
    child-protection-officer`,
  // A parent's private check: the protection unit compares and calls back; the district's nodal officer sees which nobody called.
  'check.read': 'child-protection-officer district-nodal-officer',
  'check.call': 'child-protection-officer',
  'match.read': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer
    cwc-chairperson cwc-member child-protection-officer`,
  'match.judge': 'station-in-charge investigating-officer child-welfare-police-officer anti-trafficking-officer',
  'match.contradictions': 'district-nodal-officer state-nodal-officer national-nodal-officer',
  'production.read': 'cwc-chairperson cwc-member home-superintendent child-protection-officer',
  'production.record': 'cwc-chairperson cwc-member',
  'identity.confirm': 'cwc-chairperson cwc-member',
  'restoration.record': 'cwc-chairperson cwc-member',
  'committeeFile.read': 'cwc-chairperson cwc-member',
  'committeeFile.keep': 'cwc-chairperson cwc-member',
  'socialReport.write': 'home-superintendent child-protection-officer',
  'socialReport.readSealed': 'cwc-chairperson cwc-member',
  'committeeOrder.read': 'cwc-chairperson cwc-member home-superintendent child-protection-officer',
  'alert.read': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer legal-services-officer`,
  'alert.acknowledge': `station-in-charge child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer legal-services-officer`,
  'accessLog.read': 'cwc-chairperson cwc-member district-nodal-officer auditor',
  'timeliness.read': `cwc-chairperson child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer ministry-official`,
  'timeliness.answer': `station-in-charge investigating-officer child-welfare-police-officer duty-officer anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member home-superintendent home-worker child-protection-officer`,
  'timeliness.certify': 'child-protection-officer',
  'return.read': `cwc-chairperson cwc-member jjb-magistrate child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer
    ministry-official`,
  'return.matters': 'cwc-chairperson cwc-member',
  'return.sign': 'cwc-chairperson jjb-magistrate',
  'return.review': 'district-nodal-officer',
  'outbox.read': roles.join(' '),
  'officers.read': roles.join(' '),
  'drive.read': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer ministry-official`,
  'drive.make': 'district-nodal-officer state-nodal-officer national-nodal-officer ministry-official',
  'drive.raid': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    child-protection-officer`,
  'drive.join': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member child-protection-officer`,
  'drive.children': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer
    cwc-chairperson cwc-member child-protection-officer`,
  'drive.accused':
    'station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer railway-officer',
  'directive.read': roles.join(' '),
  'directive.answer': `station-in-charge juvenile-police-head anti-trafficking-officer railway-officer cwc-chairperson jjb-magistrate home-superintendent
    conflict-home-head child-protection-officer legal-services-officer district-nodal-officer state-nodal-officer national-nodal-officer ministry-official`,
  'directive.compliance': 'child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer ministry-official',
  'directive.issue': 'state-nodal-officer national-nodal-officer ministry-official',
  'nodalPost.manage': 'state-nodal-officer national-nodal-officer',
  'roster.manage': `station-in-charge railway-officer juvenile-police-head anti-trafficking-officer cwc-chairperson child-protection-officer
    legal-services-officer district-nodal-officer state-nodal-officer national-nodal-officer`,
  'calendar.read': roles.join(' '),
  'calendar.manage': 'state-nodal-officer national-nodal-officer',
  'noticePartner.keep': 'state-nodal-officer national-nodal-officer',
  'institution.read': `home-superintendent home-worker cwc-chairperson cwc-member child-protection-officer district-nodal-officer state-nodal-officer
    national-nodal-officer ministry-official`,
  'institution.keep': 'child-protection-officer',
  'resident.read': 'home-superintendent home-worker cwc-chairperson cwc-member child-protection-officer',
  'resident.act': 'home-superintendent home-worker',
  'inspection.record': 'cwc-chairperson cwc-member child-protection-officer',
  'inspection.mend': 'home-superintendent',
  'fitBody.read':
    'cwc-chairperson cwc-member child-protection-officer district-nodal-officer state-nodal-officer national-nodal-officer ministry-official',
  'fitBody.enter': 'cwc-chairperson cwc-member child-protection-officer',
  'fitBody.decide': 'cwc-chairperson cwc-member',
  'conflict.read':
    'jjb-magistrate jjb-member station-in-charge child-welfare-police-officer juvenile-police-head probation-officer conflict-home-head',
  'conflict.open': 'station-in-charge child-welfare-police-officer juvenile-police-head',
  'conflict.report': 'probation-officer',
  'conflict.keep': 'conflict-home-head',
  'conflict.decide': 'jjb-magistrate jjb-member',
  'conflict.destroy': 'jjb-magistrate jjb-member',
  'exchangeNode.read': 'state-nodal-officer national-nodal-officer ministry-official',
  'exchangeNode.keep': 'state-nodal-officer national-nodal-officer',
  'exchangeNode.confirm': 'national-nodal-officer',
  'exchange.read': 'district-nodal-officer state-nodal-officer national-nodal-officer ministry-official',
  'exchangeMismatch.read': `station-in-charge investigating-officer child-welfare-police-officer duty-officer juvenile-police-head anti-trafficking-officer
    railway-officer district-nodal-officer state-nodal-officer national-nodal-officer`,
  'exchangeSilence.explain': 'state-nodal-officer national-nodal-officer',
  'quarantine.settle': 'station-in-charge state-nodal-officer national-nodal-officer',
  'firList.bring': 'station-in-charge investigating-officer child-welfare-police-officer duty-officer district-nodal-officer',
};

const reach: Record<Role, string> = {
  'station-in-charge': 'office',
  'investigating-officer': 'office',
  'child-welfare-police-officer': 'office',
  'duty-officer': 'office',
  'juvenile-police-head': 'district',
  'anti-trafficking-officer': 'office',
  'railway-officer': 'office',
  'cwc-chairperson': 'district',
  'cwc-member': 'district',
  'jjb-magistrate': 'none',
  'jjb-member': 'none',
  'conflict-home-head': 'none',
  'probation-officer': 'none',
  'home-superintendent': 'office',
  'home-worker': 'office',
  'child-protection-officer': 'district',
  'district-nodal-officer': 'district',
  'state-nodal-officer': 'state',
  'national-nodal-officer': 'nation',
  'legal-services-officer': 'office',
  'ministry-official': 'none',
  auditor: 'none',
};

function officer(role: string, officeKind: string): OfficerActor {
  return {
    kind: 'officer',
    officerId: 'o' as OfficerActor['officerId'],
    name: 'Invented',
    postingId: 'p',
    role,
    officeId: 'f' as OfficerActor['officeId'],
    officeName: 'Invented office',
    officeKind,
    districtCode: null,
    stateCode: null,
    reach: 'none',
  };
}

describe('each permission', () => {
  test.each(permissions)('%s', (permission) => {
    expect(rolesThatMay(permission).toSorted()).toEqual(expected[permission].trim().split(/\s+/).toSorted());
  });
});

test.each(roles)('%s reaches as far as it should, and may what the table says from its own kind of office only', (role) => {
  expect(reachOf(role)).toBe(reach[role]);
  const [home] = officesFor(role);
  for (const permission of permissions) {
    const meant = expected[permission].split(/\s+/).includes(role);
    expect(may(officer(role, home!), permission), permission).toBe(meant);
    expect(may(officer(role, home === 'audit' ? 'ministry' : 'audit'), permission), permission).toBe(false);
  }
});

test('nobody else may anything', () => {
  for (const permission of permissions) {
    expect(may({ kind: 'citizen', reporterKey: 'k' }, permission)).toBe(false);
    expect(may({ kind: 'system', name: 'worker' }, permission)).toBe(false);
    expect(may(officer('minister', 'ministry'), permission)).toBe(false);
    expect(may(officer('constructor', 'ministry'), permission)).toBe(false);
  }
  expect(may(officer('station-in-charge', 'police-station'), 'children.destroy')).toBe(false);
});

test('the desk offers its pages by permissions that exist', () => {
  const known: readonly string[] = permissions;
  expect(deskPages.flatMap(({ needs }) => needs).filter((permission) => !known.includes(permission))).toEqual([]);
});
