// The report that goes with the child to the Committee (Form 17; MR r.18(2), 19(25)): what it says beside the record itself.
import type { Instant } from '../../kernel/time.ts';
import type { ProductionReportDraft } from './form.ts';

export type ProductionReport = Pick<ProductionReportDraft, 'effortsToTrace'> & {
  id: string;
  officeName: string;
  filedAt: Instant;
  /** Which description of the child it went with. */
  describedVersion: number;
  caseNumber: string | null;
  producedIn: string | null;
  producerName: string;
  producerDesignation: string | null;
  producerOrganisation: string | null;
  producerSex: NonNullable<ProductionReportDraft['producerSex']> | null;
  producerAge: number | null;
  producerAddress: string | null;
  producerTelephone: string | null;
  parentsAddress: string | null;
  parentsTelephone: string | null;
  parentsOccupation: string | null;
  homeReachedAt: Instant | null;
  childSigned: NonNullable<ProductionReportDraft['childSigned']> | null;
};
