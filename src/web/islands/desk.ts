// What script adds at the desk: keys, live news, passkeys, smaller pictures. Every page works without it.
import { enhanceForms } from './forms.ts';
import { listenForNews } from './live.ts';
import { enhanceKeys } from './keys.ts';
import { passkey } from './passkey.ts';

enhanceForms(document);
enhanceKeys(document);
listenForNews(document);
for (const root of document.querySelectorAll<HTMLElement>('[data-island="passkey"]')) passkey(root);
