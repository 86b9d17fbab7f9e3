// The ranking engine: among millions of records, those that fit a query, in milliseconds. Pure, in memory.
export { best } from './best.ts';
export { type Particulars, type RankingIndex, addRecord, closeRecord, settle, startIndex } from './ranking-index.ts';
export { rank } from './rank.ts';
export { type TextRanking, addText, rankText, settleTexts, startTextRanking } from './text-ranking.ts';
