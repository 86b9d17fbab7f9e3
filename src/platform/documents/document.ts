// What a printed document is made of: plain values, already in the words of its language. Nothing here knows of children, or of PDF.
import type { Instant } from '../../kernel/time.ts';

/** A line or a few of running text. */
type Paragraph = { kind: 'paragraph'; text: string };
type Heading = { kind: 'heading'; text: string };
/** What is asked and what is answered, as on a paper form; an empty answer prints a line to write on. */
type Definitions = { kind: 'definitions'; rows: readonly { term: string; value: string }[] };
/** The header row comes again on every page; a row stays whole. Each row has a cell for every column. */
type Table = { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] };
/** Numbered, for an order refers to "condition 3". */
type Conditions = { kind: 'conditions'; items: readonly string[] };
/** Who signed; or, with `signedAt` null, room for a hand to sign. `textHash`: the digest of the words that were signed. `picture`: the bytes of a PNG of the signature; none: []. */
type Signature = { name: string; designation: string; signedAt: string | null; textHash: string | null; picture?: readonly number[] };
/** Side by side, the last at the end of the line. */
type Signatures = { kind: 'signatures'; of: readonly Signature[] };

type Block = Paragraph | Heading | Definitions | Table | Conditions | Signatures;

export type Document = {
  /** The number and the rule printed on a form of the rules; null for a paper that is no form of theirs. */
  form: { number: string; citation: string } | null;
  title: string;
  reference: string;
  /** The day it speaks of, in words. */
  date: string;
  parties: readonly { role: string; name: string }[];
  body: readonly Block[];
  /** Stands on every page, so that a copy found in the street tells whose it was. */
  printed: { by: string; at: Instant; purpose: string; /** What whoever holds it must know. */ caution: string };
};
