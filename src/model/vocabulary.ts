/**
 * The closed vocabularies of the record format and of the API (design.md, "The graph").
 * Each is a tuple of its values, in the order in which they are documented.
 */
export const ACTOR_KINDS = ['STATE', 'ORGANIZATION', 'PERSON'] as const;
export const TOPIC_KINDS = ['ISSUE', 'PROPOSITION'] as const;
export const ACTS = [
  'STATEMENT',
  'EXPLANATION_OF_VOTE',
  'ANNOUNCEMENT',
  'LETTER',
  'NOTIFICATION',
  'AGREEMENT',
  'WITHDRAWAL',
  'SANCTION',
] as const;
export const EVENT_KINDS = [
  'MEETING',
  'VOTE',
  'RESOLUTION',
  'AGREEMENT',
  'NOTIFICATION',
  'WITHDRAWAL',
  'SANCTION',
  'STRIKE',
  'CODED',
] as const;
export const DATE_BASES = ['PRINTED', 'INFERRED'] as const;
/** In which function the speaker spoke. Only `NATIONAL` and `PERSONAL` words can be a position of the speaker. */
export const CAPACITIES = ['NATIONAL', 'PRESIDING', 'COORDINATOR', 'PERSONAL'] as const;
/** On what ground words count for a principal: `JOINT` each named party speaks, `MANDATE` an organ speaks, `CLAIMED` asserted for others. */
export const BASES = ['OWN', 'JOINT', 'MANDATE', 'CLAIMED'] as const;
/** `NO_STANCE` is a coder's finding (read, takes none); it is never counted as a position. */
export const POSITIONS = ['SUPPORT', 'OPPOSE', 'NEUTRAL', 'CONDITIONAL', 'NO_STANCE'] as const;
/** What a `CONDITIONAL` position is until its condition is met. */
export const UNTIL_MET = ['SUPPORT', 'OPPOSE', 'UNSTATED'] as const;
export const ATTRIBUTIONS = ['VERBATIM', 'PARAPHRASE', 'READOUT', 'LEAKED'] as const;
export const CONTROLS = ['STATE', 'PUBLIC', 'INDEPENDENT', 'PARTY', 'UNKNOWN'] as const;
export const RESPONSE_KINDS = ['REPLY', 'DENIES', 'WITHDRAWS', 'REAFFIRMS'] as const;
export const VOTES = ['YES', 'NO', 'ABSTAIN', 'NOT_VOTING'] as const;
export const YES_MEANS = ['SUPPORT', 'OPPOSE'] as const;
export const INVOLVEMENT_ROLES = ['SOURCE', 'TARGET', 'PARTICIPANT'] as const;
export const DISPUTE_STATUSES = ['RESOLVED', 'UNRESOLVED'] as const;

/** The coding set an analysis reads unless it names another. */
export const DEFAULT_CODING = 'adjudicated';
