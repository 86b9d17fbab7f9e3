// The fact of a record that changes hands: whose a record is follows from its diary.

/** The office that holds the record from then on. */
export type MovedTo = { toOffice: string };
