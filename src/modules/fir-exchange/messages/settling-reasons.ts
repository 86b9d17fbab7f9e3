// Why a message that can be read has not taken effect, or not yet: codes told in receipts and outcomes beside the reader's own (reasons.ts).

export const settlingReasons = {
  'not-your-node': 'Quarantined: `node` is not the node whose key signed the delivery.',
  'not-your-state': "Quarantined: the paper or station is of a State that is not this node's.",
  'message-id-reused': 'Quarantined: the id was used for other content. An id names one message for ever.',
  future: 'Quarantined: the event is more than five minutes after `sentAt`, or `sentAt` more than five minutes after we received it.',
  conflict: 'Quarantined: another message of the same sequence says something else, and stands. A person looks at both.',
  'unknown-station': 'Quarantined: the portal has no such station in that State.',
  'station-elsewhere': 'Quarantined: the portal has the station in another district, told as `expected`. Send it under that district.',
  'unknown-district': 'Quarantined: the portal has no such district.',
  'unknown-office': 'Quarantined: the portal has no such office in that State.',
  'unknown-child': 'Quarantined: no message of this paper told of a child of that number.',
  'not-missing': 'Quarantined: the child of that number was found, not reported missing.',
  forged: 'Quarantined: it was not taken by the door of the portal. Whoever runs the portal must look.',
  'too-late': 'Quarantined: what stands behind it in its paper was settled so long ago that it is kept no longer. A person looks at it.',
  fault: 'Quarantined: it could not be worked, three times. The fault is ours; a person sends it in again.',
  'key-revoked': 'Quarantined: it was held (`flood`) when the key that signed it was revoked.',
  flood:
    'Parked: far more new papers of this station, or messages of this paper, than ever came in a day. It takes effect later by itself; your nodal officer was told.',
  gap: 'Parked: a message before it has not come. It is waited for fifteen minutes.',
  'replay-wanted': 'Parked: the message before it still has not come. Send the missing sequence again.',
  'no-fir': 'Parked: nothing opened this paper yet. Send its `FIR.registered` or `UnidentifiedChild.found`.',
  older: 'Ignored: the same was said before.',
  'sent-anew': 'Ignored: it could not be taken, and a later message of yours at its place could.',
  dismissed: 'Ignored: an officer looked at it and set it aside.',
  resubmitted: 'Ignored: an officer put it right and sent it in again.',
} as const satisfies Record<string, string>;
