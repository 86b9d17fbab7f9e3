// The main job, played through the doors: report → match → decision → reunion → poster gone. Each step's effect is seen through a door.
import { faceJpeg } from '../../seed/faces.ts';
import { type Figure, atMost, observed } from '../figures.ts';
import { pairPath, registerFound, signInAs } from './desk.ts';
import { type Page, type Person, personAt, words } from './person.ts';

export type Doors = { citizen: string; desk: string };
type Play = { rows: Figure[]; step(id: string, who: Person, work: () => Promise<boolean>): Promise<void> };

// A number nobody has (Indian mobiles begin with 6 to 9; 60000 is not issued), another one each run: codes are rationed per number.
const TELEPHONE = `60000${String(Date.now()).slice(-5)}`;
const WAIT_SECONDS = 10;
/** Tells this run's poster from an earlier run's at the same portal. */
const clothing = `red frock, slippers number ${Math.floor(performance.now())}`;

function play(say: (row: Figure) => void): Play {
  const rows: Figure[] = [];
  return {
    rows,
    async step(id, who, work) {
      const started = performance.now();
      const seen = await work();
      const row: Figure = { ...atMost(id, performance.now() - started, 'ms', 1, null), holds: seen };
      rows.push(row);
      say(row);
      if (!seen) throw new Error(`not seen: ${id}\n${seenBy(who)}`);
    },
  };
}

/** What the person had before them when a step failed. */
function seenBy(person: Person): string {
  const page = person.looksAt();
  return `${person.name} at ${page.url}, status ${page.status}: ${words(page).slice(0, 1500)}`;
}

async function codeFor(reader: Person): Promise<string> {
  const outbox = await reader.until('/outbox', (page) => /\b\d{6}\b/.test(words(page)), WAIT_SECONDS);
  return /\b(\d{6})\b/.exec(words(outbox))?.[1] ?? '';
}

/** Seven questions, a check, a code. Answers the report's reference. */
async function reportMissing(mother: Person, today: string): Promise<string> {
  await mother.open('/missing/report');
  await mother.open('/missing/report/who');
  await mother.send('/missing/report/who', { childName: 'আশা দাস', alias: 'Asha', sex: 'female', ageFrom: '9' });
  await mother.send('/missing/report/when', { lastSeenOn: today, lastSeenAt: '00:01' });
  await mother.send('/missing/report/where', { districtTyped: 'Howrah', lastSeenPlace: 'Howrah station, platform 9' });
  await mother.send('/missing/report/looks', { clothing, markKind: 'burn', markSite: 'forearm' });
  await mother.send('/missing/report/family', { fatherName: 'রতন দাস', motherName: 'Mala Das', languages: ['bn'] });
  await mother.send('/missing/report/photograph', {}, [{ field: 'photograph', name: 'asha.jpg', bytes: await faceJpeg(21, 'missing') }]);
  await mother.send('/missing/report/you', { informantName: 'Mala Das', informantRelation: 'mother', informantTelephone: TELEPHONE });
  await mother.send('/missing/report/check', {});
  const reader = personAt('reader', mother.door);
  await mother.open('/missing/report/code');
  const done = await mother.send('/missing/report/code', { code: await codeFor(reader) });
  const reference = /\/my\/(MC-[A-Z]{2}-\d{4}-\d+-[0-9A-Z])/.exec(done.url)?.[1];
  if (!reference) throw new Error(`the report was not taken (status ${done.status}, ${done.url}): ${words(done).slice(0, 600)}`);
  return reference;
}

const has = (page: Page, ...texts: string[]): boolean => texts.every((text) => words(page).includes(text));

/** Plays everything; throws at the first step whose effect is not seen. */
export async function playReunion(doors: Doors, today: string, say: (row: Figure) => void): Promise<Figure[]> {
  const { rows, step } = play(say);
  const [mother, das, superintendent, committee] = [
    personAt('mother', doors.citizen),
    personAt('investigating officer', doors.desk),
    personAt('superintendent of the home', doors.desk),
    personAt('member of the Committee', doors.desk),
  ];
  const stranger = personAt('passer-by', doors.citizen);
  const other = personAt('officer in Saran', doors.desk);
  const nodal = personAt('nodal officer', doors.desk);
  const auditor = personAt('auditor', doors.desk);
  let missing = '';
  let found = '';
  let pair = '';
  let poster = '';

  await step(
    'mother reports Asha missing by telephone, proves the number',
    mother,
    async () => (missing = await reportMissing(mother, today)) !== '',
  );
  await step('mother sees who was told and what is due', mother, async () => has(await mother.open(`/my/${missing}`), missing));
  await step('the duty to register the FIR stands on the officer’s first page', das, async () => {
    await signInAs(das, { office: 'PS Bantra', role: 'investigating-officer' });
    return (await das.open('/?show=all')).text.includes(missing);
  });
  await step('officer registers the FIR', das, async () => {
    await das.open(`/missing/${missing}/fir`);
    const page = await das.send(`/missing/${missing}/fir`, {
      paper: 'fir',
      paperNumber: String(Math.floor(performance.now())),
      sections: 'BNS 137(2)',
    });
    return page.status === 200 && page.url.includes(missing);
  });
  await step('officer assesses the risk', das, async () => {
    await das.open(`/missing/${missing}/risk`);
    const page = await das.send(`/missing/${missing}/risk`, {
      level: 'high',
      linesOfInquiry: 'CCTV of platform 9; trains towards Kharagpur',
    });
    return page.status === 200 && page.url.includes(missing);
  });
  await step('officer publishes a notice under an authority', das, async () => {
    await das.open(`/missing/${missing}/notice`);
    await das.send(`/missing/${missing}/notice`, { authority: 'police-tracing', orderNumber: 'PT-1', reasons: 'tracing' });
    const list = await stranger.open('/missing?district=Howrah');
    for (const [, path] of list.text.matchAll(/href="(\/missing\/[0-9a-z]{26})"/g)) {
      if ((await stranger.open(path!)).text.includes(clothing)) poster = path!;
    }
    return poster !== '' && (await stranger.open(poster)).status === 200 && das.looksAt().status === 200;
  });
  await step('the poster shows no parent, no address, no telephone', stranger, async () => {
    const page = await stranger.open(poster);
    return !['Mala', 'রতন', TELEPHONE, 'burn', 'platform'].some((secret) => page.text.includes(secret));
  });
  await step('home in Kozhikode registers a girl who says her name and a town', superintendent, async () => {
    await signInAs(superintendent, { office: 'Thanal', role: 'home-superintendent' });
    const told = {
      childName: 'ആശ',
      fatherName: 'രത്തൻ',
      sex: 'female',
      ageFrom: '9',
      ageTo: '10',
      ageBasis: 'apparent',
      languages: ['bn'],
      homeWords: 'Howrah',
    };
    const mark = { 'marks.0.kind': 'burn', 'marks.0.site': 'forearm', 'marks.0.side': 'left' };
    found = (await registerFound(superintendent, { ...told, ...mark, foundOn: today, foundAt: '00:02' })).reference;
    return found !== '';
  });
  await step('within seconds the officer in Howrah is shown the pair', das, async () => {
    const page = await das.until(
      `/missing/${missing}`,
      (record) => record.text.includes(found) && pairPath(record) !== undefined,
      WAIT_SECONDS,
    );
    for (const [path] of page.text.matchAll(/\/matches\/[0-9a-f-]{36}/g)) {
      if ((await das.open(path)).text.includes(found)) pair = path;
    }
    return pair !== '';
  });
  await step('officer reads why, and judges: the same child', das, async () => {
    await das.open(pair);
    const page = await das.send(pair, { verdict: 'same', reason: 'name, father and the burn agree; the home says she asks for Howrah' });
    return page.status === 200;
  });
  await step('the Committee in Kozhikode is asked for production', committee, async () => {
    await signInAs(committee, { office: '', role: 'cwc-member', district: 'KL-KZK' });
    return (await committee.until('/cwc', (page) => page.text.includes(`/cwc/${found}/production`), WAIT_SECONDS)).text.includes(found);
  });
  await step('identity cannot be confirmed before production', committee, async () => {
    await committee.open(`/cwc/${found}/identity`);
    const page = await committee.send(`/cwc/${found}/identity`, { answer: 'confirmed', basis: ['photograph'], reasons: 'too early' });
    return page.status === 409 || page.status === 422;
  });
  await step('Committee records the production', committee, async () => {
    await committee.open(`/cwc/${found}/production`);
    const page = await committee.send(`/cwc/${found}/production`, {
      sitting: 'committee',
      producedAt: '00:03',
      placedWith: 'children-home',
      childHeard: 'I want to go home to Howrah',
    });
    return page.status === 200;
  });
  await step('Committee confirms who the child is', committee, async () => {
    await committee.open(`/cwc/${found}/identity`);
    const page = await committee.send(`/cwc/${found}/identity`, {
      answer: 'confirmed',
      basis: ['parent-recognised', 'photograph'],
      reasons: 'mother recognised her on a video call',
    });
    return page.status === 200;
  });
  await step('the poster is gone: 410, and so is its picture', stranger, async () => {
    const [page, photo] = [await stranger.open(poster), await stranger.open(`${poster}/photo.jpg`)];
    return page.status === 410 && [404, 410].includes(photo.status) && !page.text.includes('আশা') && !page.text.includes(clothing);
  });
  await step('Committee records the restoration', committee, async () => {
    await committee.open(`/cwc/${found}/restoration`);
    const page = await committee.send(`/cwc/${found}/restoration`, { orderNumber: 'R-1', toRelation: 'parents', restoredAt: '00:04' });
    return page.status === 200;
  });
  await step('the missing report is still the officer’s to close: it is open', das, async () => {
    const page = await das.open(`/missing/${missing}`);
    return page.text.includes(`/missing/${missing}/close`);
  });
  await step('officer closes the case', das, async () => {
    await das.open(`/missing/${missing}/close`);
    const page = await das.send(`/missing/${missing}/close`, { outcome: 'restored', reason: 'restored by the Committee' });
    return page.status === 200;
  });
  await step('mother’s page says the case is closed', mother, async () => (await mother.open(`/my/${missing}`)).status === 200);
  await step('an officer of another district is refused, as if there were nothing', other, async () => {
    await signInAs(other, { office: 'PS Sonepur', role: 'investigating-officer' });
    const [page, nothing] = [await other.open(`/missing/${missing}`), await other.open('/missing/MC-WB-2020-000001-0')];
    return page.status === 404 && nothing.status === 404;
  });
  await step('nodal officer of Howrah was told at once and acknowledges', nodal, async () => {
    await signInAs(nodal, { office: '', role: 'district-nodal-officer', district: 'WB-HWH' });
    const alerts = await nodal.open('/alerts');
    const row = new RegExp(`${missing}[\\s\\S]*?(/alerts/[0-9a-f-]{36}/acknowledge)`).exec(alerts.text)?.[1];
    return alerts.text.includes(missing) && row !== undefined && (await nodal.send(row, {})).status === 200;
  });
  await step('auditor sees who looked', auditor, async () => {
    await signInAs(auditor, { office: '', role: 'auditor' });
    return has(await auditor.open(`/access/${missing}`), 'Bantra');
  });
  rows.push(
    observed(
      'every step seen through a door',
      rows.every((row) => row.holds),
    ),
  );
  return rows;
}
