import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { once } from '../../../model/index.js';

/** A code of CAMEO, with what PLOVER, its successor, calls the same. */
export interface CameoCode {
  /** with its leading zeros */
  readonly code: string;
  readonly root: string;
  readonly name: string;
  /** belongs to the type, never to one event */
  readonly goldstein: number;
  /** as an event carries them: `CAMEO:112`, `PLOVER:ACCUSE`, `PLOVER:ACCUSE:disapprove` */
  readonly codes: readonly string[];
  /** whether an event of this type is words (roots 01–05 and 09–13) */
  readonly isVerbal: boolean;
}

const FILE = fileURLToPath(new URL('../../../../schema/cameo.csv', import.meta.url));
const VERBAL_ROOTS = new Set(['01', '02', '03', '04', '05', '09', '10', '11', '12', '13']);

/** The codes of CAMEO, by themselves (`schema/cameo.csv`, whose makers and licences `schema/cameo.md` names). */
export const cameoCodes: () => ReadonlyMap<string, CameoCode> = once(() => {
  const rows: Record<string, string>[] = parse(readFileSync(FILE, 'utf8'), { columns: true });
  return new Map(rows.map((row) => [row.code ?? '', cameoCode(row)]));
});

function cameoCode(row: Record<string, string>): CameoCode {
  const { code = '', root = '', name = '', goldstein, plover_type, plover_mode, plover_contexts } = row;
  return {
    code,
    root,
    name,
    goldstein: Number(goldstein),
    codes: [`CAMEO:${code}`, ...ploverCodes(plover_type, plover_mode, plover_contexts?.split(';') ?? [])],
    isVerbal: VERBAL_ROOTS.has(root),
  };
}

/** As an event carries them: its type, the type with its mode, and each context. */
export function ploverCodes(
  type: string | undefined,
  mode: string | undefined,
  contexts: readonly string[],
): string[] {
  return [
    ...(type ? [`PLOVER:${type}`] : []),
    ...(type && mode ? [`PLOVER:${type}:${mode}`] : []),
    ...contexts.filter((context) => context !== '').map((context) => `PLOVER:CONTEXT:${context}`),
  ];
}
