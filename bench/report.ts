import type { Outcome } from './measure.js';
import type { CaseResults, LoadRun, Results, SizeResults } from './results.js';
import type { SubjectName } from './subjects/index.js';

const LEGEND = `first ms, MiB: the service's first answer to a case, and its resident memory after it
p50, p95, req/s: the service's, once warm; sent: database statements for one request
bare p50: the driver with the best Cypher for the same rows, and × how much longer the service takes
best, natural p50: @neo4j/graphql in that form, and × how much longer it takes than the service
Express req/s: a bare handler that runs the service's statements, and the service's share of that`;

/** The results as tables for a person. */
export function reportOf({ machine, versions, sizes, targets }: Results): string {
  const tables = sizes.flatMap((size) =>
    concurrencies(size).flatMap((concurrency) => [
      `\n${size.engine}, ${size.statements.toLocaleString('en')} statements, concurrency ${concurrency}\n`,
      table(casesTable(size, concurrency)),
    ]),
  );
  const counting = sizes.flatMap(({ engine, statements, table }) =>
    table
      ? [
          `${engine}, ${statements.toLocaleString('en')} statements: the stance table is read in ${table.seconds.toFixed(1)} s; resident memory ${table.residentMiB.join(' → ')} MiB`,
        ]
      : [],
  );
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB; ${machine.system}; Node ${versions.node}`,
    machine.loadBefore > 0.5
      ? `Other programs were at work (load ${machine.loadBefore.toFixed(1)}): take the ratios, not the times.`
      : '',
    LEGEND,
    ...tables,
    ...counting,
    ...sizes.flatMap(exportsReport),
    ...sizes.flatMap(loadsReport),
    failuresOf(sizes),
    '\nTargets\n',
    table([
      ['', 'target', 'found'],
      ...targets.map(({ met, name, found }) => [
        met === undefined ? '?' : met ? 'met' : 'MISSED',
        name,
        found,
      ]),
    ]),
    '',
  ].join('\n');
}

function exportsReport({ engine, statements, exports }: SizeResults): string[] {
  if (!exports) return [];
  const { bare, idleMiB, formats } = exports;
  return [
    `\n${engine}, ${statements.toLocaleString('en')} statements: the whole graph over HTTP\n`,
    bare
      ? `The bare driver streams ${bare.elements.rows.toLocaleString('en')} nodes and edges in ${bare.elements.seconds.toFixed(1)} s, and the table of statements, which the formats of tables hold too, in ${bare.table.seconds.toFixed(1)} s.`
      : '',
    table([
      ['format', 's', '× bare', 'MB', `MiB above ${idleMiB}`, 'small p95 ms'],
      ...formats.map(({ format, seconds, bareSeconds, megabytes, extraMiB, smallP95 }) => [
        format,
        seconds.toFixed(1),
        bareSeconds ? (seconds / bareSeconds).toFixed(2) : '–',
        megabytes.toFixed(0),
        String(extraMiB),
        smallP95.toFixed(1),
      ]),
    ]),
  ];
}

function loadsReport({ engine, loads }: SizeResults): string[] {
  if (!loads) return [];
  const { statements, bareSeconds, idleMiB, first, again, sameRecords, beside } = loads;
  const run = (name: string, { seconds, peakMiB }: LoadRun) => [
    name,
    seconds.toFixed(1),
    (seconds / bareSeconds).toFixed(2),
    String(peakMiB - idleMiB),
  ];
  return [
    `\n${engine}: demarche load of ${statements.toLocaleString('en')} statements\n`,
    `The driver alone sends the same batches in ${bareSeconds.toFixed(1)} s.`,
    table([
      ['load', 's', '× bare', `MiB above ${idleMiB}`],
      run('into an empty database', first),
      run('the same file again', again),
      run('the same records in another file', sameRecords),
      run('new statements, into a service', beside),
    ]),
  ];
}

function casesTable(size: SizeResults, concurrency: number): string[][] {
  const has = (subject: SubjectName) => size.cases.some(({ outcomes }) => outcomes[subject] !== undefined);
  const generated = has('natural') || has('best');
  const header = ['case', 'first ms', 'MiB', 'p50 ms', 'p95 ms', 'req/s', 'sent', 'bare p50', '×'];
  if (generated) header.push('best p50', '×', 'natural p50', '×');
  header.push('Express req/s', 'share');
  return [header, ...size.cases.map((one) => row(one, concurrency, generated))];
}

function row(
  { name, first, sent, outcomes }: CaseResults,
  concurrency: number,
  generated: boolean,
): string[] {
  const outcome = (subject: SubjectName) => outcomes[subject]?.get(concurrency);
  const service = outcome('service');
  const cells = [
    name,
    first?.ms.toFixed(0) ?? '–',
    String(first?.residentMiB ?? '–'),
    ms(service, 'p50'),
    ms(service, 'p95'),
    perSecond(service),
    String(sent.flat().length),
    ms(outcome('bare'), 'p50'),
    ratio(service, outcome('bare'), 'p50'),
  ];
  if (generated) {
    for (const form of ['best', 'natural'] as const) {
      cells.push(ms(outcome(form), 'p50'), ratio(outcome(form), service, 'p50'));
    }
  }
  cells.push(perSecond(outcome('express')), ratio(service, outcome('express'), 'perSecond'));
  return cells;
}

function ms(outcome: Outcome | undefined, quantile: 'p50' | 'p95'): string {
  if (!outcome) return '–';
  if ('failed' in outcome) return 'failed';
  const value = outcome[quantile];
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

function perSecond(outcome: Outcome | undefined): string {
  if (!outcome) return '–';
  return 'failed' in outcome ? 'failed' : outcome.perSecond.toFixed(outcome.perSecond < 10 ? 1 : 0);
}

function ratio(
  above: Outcome | undefined,
  below: Outcome | undefined,
  quantity: 'p50' | 'perSecond',
): string {
  if (!above || !below || 'failed' in above || 'failed' in below) return '';
  return (above[quantity] / below[quantity]).toFixed(2);
}

function failuresOf(sizes: readonly SizeResults[]): string {
  const lines = sizes.flatMap(({ statements, cases }) =>
    cases.flatMap(({ name, outcomes }) =>
      Object.entries(outcomes).flatMap(([subject, byConcurrency]) =>
        [...byConcurrency].flatMap(([concurrency, outcome]) =>
          'failed' in outcome
            ? [
                `  ${statements.toLocaleString('en')}, ${name}, ${subject} at ${concurrency}: ${outcome.failed}`,
              ]
            : [],
        ),
      ),
    ),
  );
  return lines.length === 0 ? '' : ['\nFailed', ...lines].join('\n');
}

function concurrencies({ cases }: SizeResults): number[] {
  return [
    ...new Set(
      cases.flatMap(({ outcomes }) => Object.values(outcomes).flatMap((found) => [...found.keys()])),
    ),
  ].sort((a, b) => a - b);
}

/** Columns side by side; all but the first and what is longer than a number to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 || width > 20 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
