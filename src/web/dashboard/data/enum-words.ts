/** An enumeration's value as a reader would say it: `EXPLANATION_OF_VOTE` is "explanation of vote". */
export function enumWords(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

export const VOTE_WORDS = {
  YES: 'In favour',
  NO: 'Against',
  ABSTAIN: 'Abstained',
  NOT_VOTING: 'Did not vote',
} as const;

export const CAPACITY_WORDS = {
  NATIONAL: '',
  PRESIDING: 'presiding, takes no side',
  COORDINATOR: 'as coordinator of the group',
  PERSONAL: 'speaking for nobody else',
} as const;

export const BASIS_WORDS = {
  OWN: '',
  JOINT: 'jointly',
  MANDATE: 'under its mandate',
  CLAIMED: 'as claimed',
} as const;

export const CONTROL_WORDS = {
  STATE: 'state-controlled',
  PUBLIC: 'public broadcaster or agency',
  INDEPENDENT: 'independent',
  PARTY: 'of a party or movement',
  UNKNOWN: 'control unknown',
} as const;
