// `npm run match -- <verb> …`: the matcher on files, for anyone who has two spreadsheets and no portal. Each verb is a file in match/.
import { rankFiles } from './match/rank.ts';
import { Mistake } from './match/mistake.ts';

type Verb = { says: string; run: (args: string[]) => Promise<void> };

const verbs: Readonly<Record<string, Verb>> = {
  rank: {
    says: 'rank --corpus c.tsv --queries q.tsv --top 50 --out o.tsv   ranks names in any script against a list of names',
    run: rankFiles,
  },
};

async function main([name = '', ...args]: string[]): Promise<void> {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb) return verb.run(args);
  const lines = Object.values(verbs).map(({ says }) => `  npm run match -- ${says}`);
  process.stderr.write(`${name === '' ? 'Say what to do:' : `There is no verb "${name}". There are:`}\n${lines.join('\n')}\n`);
  process.exitCode = 2;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const parsing = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof Mistake) && !parsing) throw error;
  process.stderr.write(`match: ${(error as Error).message}\n`);
  process.exitCode = 2;
}
