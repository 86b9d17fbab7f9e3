// `npm run match -- <verb> …`: the matcher on files, for anyone who has two spreadsheets and no portal. Each verb is a file in match/.
import { evaluatePairs } from './match/evaluate.ts';
import { explainPair } from './match/explain.ts';
import { learnFromPortal } from './match/learn.ts';
import { linkFiles } from './match/link.ts';
import { Mistake } from './match/mistake.ts';
import { rankFiles } from './match/rank.ts';
import { trainOnFiles } from './match/train.ts';
import { say } from './match/say.ts';
import { tryOrServeWeights } from './match/weights.ts';

type Verb = { says: string; run: (args: string[]) => Promise<void> };

const verbs: Readonly<Record<string, Verb>> = {
  rank: {
    says: 'rank --corpus c.tsv --queries q.tsv --top 50 --out o.tsv   ranks names in any script against a list of names',
    run: rankFiles,
  },
  link: {
    says: 'link --left a.csv [--right b.csv] --out pairs.tsv [--mapping m.json] [--id column] [--truth column] [--review review.csv] [--clusters clusters.tsv] [--one-to-one] [--threshold 0.01] [--model m.json] [--threads 2]   finds the pairs of two spreadsheets, or the repeats within one; interrupted, it goes on when run again',
    run: linkFiles,
  },
  train: { says: 'train --left a.csv [--right b.csv] --out model.json   learns weights from the files and keeps them', run: trainOnFiles },
  evaluate: { says: 'evaluate --pairs pairs.tsv --truth truth.tsv [--one-file]   scores pairs against true pairs', run: evaluatePairs },
  explain: { says: 'explain --left a.csv [--right b.csv] --pair idLeft,idRight [--model m.json]   one pair in words', run: explainPair },
  learn: {
    says: 'learn --out weights.json [--database url] [--force]   what officers’ verdicts in a portal teach, as weights to try and serve',
    run: learnFromPortal,
  },
  weights: {
    says: 'weights --try weights.json | --serve weights.json|previous|code --who name [--yes] [--withdraw n] [--database url] [--sample 500]   what other weights would change in a portal; with --serve and --yes they serve from then on',
    run: tryOrServeWeights,
  },
};

async function main([name = '', ...args]: string[]): Promise<void> {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb) return verb.run(args);
  const lines = Object.values(verbs).map(({ says }) => `  npm run match -- ${says}`);
  say(`${name === '' ? 'Say what to do:' : `There is no verb "${name}". There are:`}\n${lines.join('\n')}`);
  process.exitCode = 2;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const parsing = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof Mistake) && !parsing) throw error;
  say(`match: ${(error as Error).message}`);
  process.exitCode = 2;
}
