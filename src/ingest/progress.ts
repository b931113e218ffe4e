/** How far a load is: bytes while it reads a file of another format or checks records, records while it writes. */
export interface Progress {
  readonly phase: 'read' | 'check' | 'write';
  readonly done: number;
  readonly total: number;
  /** milliseconds since the phase began */
  readonly ms: number;
}
