// The code of a private check, as it is spoken: PC-7K2M-9QXT-B4RN-X. 60 random bits and a check character, so that a slip is told before anything is asked.
import { newPublicId } from '../../kernel/ids.ts';
import { checkCharacter } from '../../kernel/reference.ts';

const SHAPE = /^PC([0-9A-HJKMNP-TV-Z]{12})([0-9A-Z])$/;

function spoken(random: string): string {
  return `PC-${random.match(/.{4}/g)!.join('-')}-${checkCharacter(`PC${random}`)}`;
}

export function newTrackingCode(): string {
  return spoken(newPublicId().slice(-12).toUpperCase());
}

/** As typed, in any case, with or without hyphens. Undefined if its shape or its check character is wrong. */
export function readTrackingCode(typed: string): string | undefined {
  const [, random, check] = SHAPE.exec(typed.toUpperCase().replace(/[\s\-\u2010-\u2015]/g, '')) ?? [];
  const code = random && spoken(random);
  return code?.at(-1) === check ? code : undefined;
}
