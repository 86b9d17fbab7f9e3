// A record the comparison faults on is told and passed over, once, until it changes; every other is held and compared.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Nation, startNation, worker } from '../../../../tests/database/tools.ts';
import type { Context } from '../../../platform/context.ts';
import { type ChildRecord, changeDescription, peekRecord, readDescription } from '../../children/index.ts';
import { registerFoundChild } from '../../found-children/actions.ts';
import { foundChildSchema } from '../../found-children/form.ts';
import { catchUp, scoreContext } from '../jobs.ts';
import { forgetPrepared } from './prepared-records.ts';
import { currentRegister, openAmong } from './register.ts';

// Stands for a fault of ours that some record's words bring about.
vi.mock('../prepare.ts', async (original) => {
  const real = await original<typeof import('../prepare.ts')>();
  const prepare: typeof real.prepare = (description, circumstances) => {
    if (description.clothing === 'coat of faults') throw new Error('a fault');
    return real.prepare(description, circumstances);
  };
  return { ...real, prepare };
});

// And for one of the engine's, met when half of a record is added already.
vi.mock('../ranking/index.ts', async (original) => {
  const real = await original<typeof import('../ranking/index.ts')>();
  const addRecord: typeof real.addRecord = (index, particulars) => {
    const number = real.addRecord(index, particulars);
    if ([particulars.name].flat().includes('Half Added')) throw new Error('a fault');
    return number;
  };
  return { ...real, addRecord };
});

let nation: Nation;
let told: string[];
const intake = {
  foundOn: '2026-11-18',
  foundAt: '09:00',
  districtCode: '560',
  foundPlace: 'Kozhikode station',
  broughtBy: 'railway-police',
};
const child = { ageFrom: '8', ageTo: '9', sex: 'female' };
const here = <T>(work: (context: Context) => Promise<T>) => nation.ask(worker, work);
const register = (childName: string) =>
  nation.ask('investigating-officer Kozhikode', (context) =>
    registerFoundChild(context, foundChildSchema.parse({ ...intake, ...child, childName }), []),
  ) as Promise<ChildRecord>;

const heldOf = (...records: ChildRecord[]) =>
  here(async (context) => {
    const held = await currentRegister(context, await scoreContext(context), (id) => forgetPrepared(context.tools, id));
    const open = openAmong(
      held,
      'missing',
      records.map(({ id }) => id),
    );
    return records.map(({ id }) => open.includes(id));
  });

const clothes = ({ id }: ChildRecord, clothing: string) =>
  here(async (context) => {
    const { version } = (await peekRecord(context, { id }))!;
    await changeDescription(context, id, version, { ...(await readDescription(context, id))!, clothing });
  });

beforeEach(async () => {
  nation = await startNation();
  told = [];
  nation.tools('worker').passedOver = (recordId) => told.push(recordId);
});
afterEach(() => nation.stop());

test('at the first reading of the register, and when it changes later; put right, it is held', async () => {
  const [first, faulty, last] = [await register('Puja'), await register('Zubeida'), await register('Karthika')];
  await clothes(faulty, 'coat of faults');
  expect(await heldOf(first, faulty, last)).toEqual([true, false, true]);
  await clothes(last, 'coat of faults');
  expect(await heldOf(first, faulty, last)).toEqual([true, false, false]);
  expect(await heldOf(first, faulty, last)).toEqual([true, false, false]);
  expect(told).toEqual([faulty.id, last.id]); // once each
  await clothes(faulty, 'coat');
  expect(await heldOf(first, faulty, last)).toEqual([true, true, false]);
});

test('every record is caught up with, the faulty one told and left uncompared until it changes', async () => {
  const faulty = await register('Puja');
  for (const name of ['Zubeida', 'Karthika', 'Manpreet']) await register(name);
  await clothes(faulty, 'coat of faults');
  const faults: Error[] = [];
  expect(await catchUp(here, (error) => faults.push(error))).toBe(4);
  expect(faults).toEqual([]);
  expect(new Set(told)).toEqual(new Set([faulty.id]));
  expect(await catchUp(here, (error) => faults.push(error))).toBe(0);
});

test('a record already held that faults when its words change is found no more by the old ones', async () => {
  const [first, other] = [await register('Puja'), await register('Zubeida')];
  expect(await heldOf(first, other)).toEqual([true, true]);
  await clothes(first, 'coat of faults');
  expect(await heldOf(first, other)).toEqual([false, true]);
});

test('where one faults half added, that question fails and the next makes a whole copy without it', async () => {
  const [first, half, last] = [await register('Puja'), await register('Half Added'), await register('Karthika')];
  await expect(heldOf(first, half, last)).rejects.toThrow('a fault');
  expect(await heldOf(first, half, last)).toEqual([true, false, true]);
  expect(told).toEqual([half.id]);
});
