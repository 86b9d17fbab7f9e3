// Names as they sound: what the rest of the house may use of this folder.
export { type HeardName, type SoundToken, hearName, soundKeys, soundsOf, toLatin } from './sound.ts';
export { mayBegin, soundSimilarity } from './similarity.ts';
export { cleanName, scriptOf, wordsOf } from './script.ts';
export { isCallName } from './call-names.ts';
