// What script adds at the desk: keys, live news, passkeys, alerts on a device, smaller pictures, what was typed kept through a change of language, a
// child's plan read aloud. Every page works without it.
import { enhanceForms } from './forms.ts';
import { listenForNews } from './live.ts';
import { keepTyped } from './keep.ts';
import { enhanceKeys } from './keys.ts';
import { passkey } from './passkey.ts';
import { push } from './push.ts';
import { readAloud } from './read-aloud.ts';

enhanceForms(document);
enhanceKeys(document);
keepTyped(document);
listenForNews(document);
for (const root of document.querySelectorAll<HTMLElement>('[data-island="passkey"]')) passkey(root);
for (const root of document.querySelectorAll<HTMLElement>('[data-island="push"]')) push(root);
for (const root of document.querySelectorAll<HTMLElement>('[data-island="read-aloud"]')) readAloud(root);
