/** How far a load is: bytes while it checks, records while it writes. */
export interface Progress {
  readonly phase: 'check' | 'write';
  readonly done: number;
  readonly total: number;
  /** milliseconds since the phase began */
  readonly ms: number;
}
