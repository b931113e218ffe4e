/**
 * The value of a position for analysis: 1 support, −1 opposition, 0 neutral; a condition +0.5 or −0.5 by what holds
 * until it is met. `undefined` where there is none: an unstated condition, or no stance taken.
 */
export function positionValue(position: string, untilMet: string | null): number | undefined {
  switch (position) {
    case 'SUPPORT':
      return 1;
    case 'OPPOSE':
      return -1;
    case 'NEUTRAL':
      return 0;
    case 'CONDITIONAL':
      return untilMet === 'SUPPORT' ? 0.5 : untilMet === 'OPPOSE' ? -0.5 : undefined;
    default:
      return undefined;
  }
}
