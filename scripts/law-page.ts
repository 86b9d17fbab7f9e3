// Writes docs/law.md, the page of duties that lawyers read, from src/law.
import { writeFileSync } from 'node:fs';
import { law, provisions } from '../src/law/index.ts';
import { lawPage } from '../src/modules/obligations/law-page.ts';
import { wordsIn } from '../src/platform/i18n/index.ts';

const page = new URL('../docs/law.md', import.meta.url);
writeFileSync(page, lawPage(wordsIn('en'), law, provisions));
console.log(`docs/law.md: ${law.length} duties, ${law.reduce((sum, rule) => sum + rule.examples.length, 0)} worked examples`);
