// The section of docs/law.md on how soon an entry is made: hours by happening and authority, all of them the portal's own.
import { uploadPolicy } from '../../law/index.ts';
import type { Words } from '../../platform/i18n/index.ts';

export function uploadSection(words: Words): string {
  const rows = uploadPolicy.map(({ id, happenings, officeKinds, hours, from, kind, stateOverrides, confidence }) =>
    [
      words.t(`timeliness.upload.${id}`),
      happenings.map((happening) => words.t(`law.happening.${happening}`)).join('; '),
      officeKinds.map((office) => words.t(`officers.office.${office}`)).join('; '),
      words.t('obligations.period.hours', { count: hours }),
      from,
      stateOverrides.map((own) => `${own.stateCode} from ${own.from}: ${own.hours} h (${own.citation})`).join('; ') || 'none known',
      `${words.t(`law.kind.${kind}`)}, **${confidence}**`,
    ].join(' | '),
  );
  const sources = [...new Set(uploadPolicy.map(({ citation }) => citation))];
  return `## How soon an entry is made

Hours from the happening to its entry. Nobody is refused an entry because it is late; a late one is counted, and the office is asked why.
Source: ${sources.join(' · ')}.

| Entry | Happenings | Authority | Within | What happened from | States that differ | Kind |
|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join('\n')}
`;
}
