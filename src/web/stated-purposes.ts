// Why an officer may open a record outside their own cases; what they state is kept in the access log.

export const statedPurposes = ['tracing', 'identification', 'inquiry', 'supervision', 'court-order'] as const;
