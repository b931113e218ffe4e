import type { Measurement, Outcome } from './measure.js';
import type { CaseResults, SizeResults, Target } from './results.js';
import type { SubjectName } from './subjects/index.js';

/** What the project promises of its speed, held against what a run found. */
export function targetsOf(sizes: readonly SizeResults[]): Target[] {
  const onNeo4j = sizes.filter(({ engine }) => engine.startsWith('Neo4j'));
  return [
    ...sizes.flatMap(sameRows),
    ...onNeo4j.flatMap(againstGenerated),
    ...onNeo4j.map(againstDriver),
    ...growthTargets(onNeo4j),
    ...onNeo4j.map(deepPage),
    ...onNeo4j.flatMap(againstExpress),
    ...onNeo4j.flatMap(aggregateLimits),
    ...onNeo4j.flatMap(blockLimit),
    ...sizes.filter((size) => !onNeo4j.includes(size)).flatMap(embeddedLimits),
    ...onNeo4j.map(flatMemory),
    ...onNeo4j.flatMap(exportLimits),
    ...sizes.flatMap(dashboardLimits),
    ...sizes.flatMap(loadLimits),
  ];
}

const DRIVER_RATIO = 1.5;
const DRIVER_EXTRA_MS = 2;
const GENERATED_RATIO = 5;
const GROWTH_RATIO = 1.3;
const GROWTH_CASES = ['newest', 'month', 'actor-latest', 'topic-statements', 'busiest-latest'];
const DEEP_RATIO = 1.2;
const EXPRESS_SHARE = 0.6;
const EMBEDDED_ONE_MS = 5;
const EMBEDDED_NEWEST_MS = 25;
const BLOCKED_MS = 50;
const EXPORT_RATIO = 2;
const EXPORT_MIB = 200;
const LOAD_SHARE = 0.7;
const LOAD_AGAIN = 3;
const LOAD_MIB = 200;
const LOADING_RATIO = 3;
const LARGEST_PAINT_MS = 1_500;
const SCRIPT_KILOBYTES = 250;
const INTERACTION_MS = 200;
const FRAMES_PER_SECOND = 50;
const MEMORY_GROWTH = 0.05;
const MEMORY_REQUESTS = 100_000;
/** Latencies are compared where requests do not wait for each other, throughput where they do. */
const ALONE = 1;
const TOGETHER = 16;

function sameRows({ cases, statements }: SizeResults): Target[] {
  const failed = cases.flatMap(({ name, outcomes }) =>
    (['service', 'bare'] as const).flatMap((subject) =>
      [...(outcomes[subject]?.values() ?? [])].flatMap((outcome) =>
        'failed' in outcome ? [`${name} (${subject}): ${outcome.failed}`] : [],
      ),
    ),
  );
  if (failed.length === 0) return [];
  return [{ name: `${at(statements)}every case answers alike`, found: failed.join('; '), met: false }];
}

function againstGenerated({ cases, statements }: SizeResults): Target[] {
  return (['best', 'natural'] as const).map((form) => {
    const ratios = cases.flatMap(({ name, outcomes }) => {
      const service = measured(outcomes, 'service', ALONE);
      const other =
        measured(outcomes, form, ALONE) ??
        (form === 'best' && outcomes.best === undefined ? measured(outcomes, 'natural', ALONE) : undefined);
      const bare = measured(outcomes, 'bare', ALONE);
      if (!service || !other) return [];
      return [{ name, ratio: other.p50 / service.p50, most: other.p50 / (bare ?? service).p50 }];
    });
    const slower = ratios.filter(({ ratio }) => ratio < 1);
    const median = medianOf(ratios.map(({ ratio }) => ratio));
    const most = medianOf(ratios.map(({ most }) => most));
    return {
      name: `${at(statements)}@neo4j/graphql, ${form} form: no case slower, median ${GENERATED_RATIO}× faster`,
      found:
        ratios.length === 0
          ? 'not measured'
          : `median ${times(median)} over ${ratios.length} cases (the bare driver: ${times(most)}); ${
              slower.length === 0 ? 'none slower' : `slower: ${named(slower)}`
            }`,
      met: ratios.length === 0 ? undefined : slower.length === 0 && median >= GENERATED_RATIO,
    };
  });
}

function againstDriver({ cases, statements }: SizeResults): Target {
  const compared = cases.flatMap(({ name, outcomes }) => {
    const service = measured(outcomes, 'service', ALONE);
    const bare = measured(outcomes, 'bare', ALONE);
    if (!service || !bare) return [];
    return [
      {
        name,
        ratio: service.p50 / bare.p50,
        over: service.p50 > DRIVER_RATIO * bare.p50 + DRIVER_EXTRA_MS,
      },
    ];
  });
  return allOf(
    `${at(statements)}bare driver: p50 at most ${DRIVER_RATIO}× + ${DRIVER_EXTRA_MS} ms`,
    compared,
    compared.filter(({ over }) => over),
  );
}

function growthTargets(sizes: readonly SizeResults[]): Target[] {
  const [small, ...larger] = sizes;
  const large = larger.at(-1);
  if (!small || !large) return [];
  const compared = GROWTH_CASES.flatMap((name) => {
    const before = measured(caseOf(small, name)?.outcomes, 'service', ALONE);
    const after = measured(caseOf(large, name)?.outcomes, 'service', ALONE);
    return before && after ? [{ name, ratio: after.p50 / before.p50 }] : [];
  });
  return [
    allOf(
      `p50 at ${number(large.statements)} statements within ${GROWTH_RATIO}× of that at ${number(small.statements)}`,
      compared,
      compared.filter(({ ratio }) => ratio > GROWTH_RATIO),
    ),
  ];
}

function deepPage(size: SizeResults): Target {
  const first = measured(caseOf(size, 'newest')?.outcomes, 'service', ALONE);
  const deep = measured(caseOf(size, 'deep')?.outcomes, 'service', ALONE);
  const ratio = first && deep && deep.p50 / first.p50;
  return {
    name: `${at(size.statements)}a deep page within ${DEEP_RATIO}× of the first`,
    found: ratio === undefined ? 'not measured' : times(ratio),
    met: ratio === undefined ? undefined : ratio <= DEEP_RATIO,
  };
}

function againstExpress({ cases, statements }: SizeResults): Target[] {
  const compared = cases.flatMap(({ name, outcomes }) => {
    const service = measured(outcomes, 'service', TOGETHER);
    const express = measured(outcomes, 'express', TOGETHER);
    return service && express ? [{ name, ratio: service.perSecond / express.perSecond }] : [];
  });
  return [
    allOf(
      `${at(statements)}requests/s at concurrency ${TOGETHER} at least ${EXPRESS_SHARE} of a bare Express handler's`,
      compared,
      compared.filter(({ ratio }) => ratio < EXPRESS_SHARE),
    ),
  ];
}

function aggregateLimits({ cases, statements }: SizeResults): Target[] {
  return cases.flatMap(({ name, countedMs, outcomes }) => {
    const service = measured(outcomes, 'service', ALONE);
    if (countedMs === undefined || !service) return [];
    return [within(`${at(statements)}${name}: p50 at most ${countedMs} ms`, service, countedMs)];
  });
}

function blockLimit({ cases, statements }: SizeResults): Target[] {
  const blocked = cases.flatMap(({ name, blockedMs }) =>
    blockedMs === undefined ? [] : [{ name, blockedMs }],
  );
  if (blocked.length === 0) return [];
  return [
    {
      name: `${at(statements)}event loop never blocked for more than ${BLOCKED_MS} ms while networks and counts are computed`,
      found: blocked.map(({ name, blockedMs }) => `${name} ${blockedMs.toFixed(0)} ms`).join(', '),
      met: blocked.every(({ blockedMs }) => blockedMs <= BLOCKED_MS),
    },
  ];
}

function embeddedLimits({ cases, statements }: SizeResults): Target[] {
  const limited = cases.flatMap(({ name, ofOne, outcomes }) => {
    const limitMs = name === 'newest' ? EMBEDDED_NEWEST_MS : ofOne ? EMBEDDED_ONE_MS : undefined;
    const service = measured(outcomes, 'service', ALONE);
    return service && limitMs !== undefined ? [{ name, limitMs, service }] : [];
  });
  return limited.map(({ name, limitMs, service }) =>
    within(`${at(statements)}embedded, ${name}: p50 at most ${limitMs} ms`, service, limitMs),
  );
}

function flatMemory({ memory, statements }: SizeResults): Target {
  const name = `${at(statements)}memory over ${number(MEMORY_REQUESTS)} requests: growth in the second half at most ${percent(MEMORY_GROWTH)}`;
  if (!memory) return { name, found: `not measured (--memory ${MEMORY_REQUESTS})`, met: undefined };
  return {
    name,
    found: `${percent(memory.secondHalfGrowth)} over ${number(memory.requests)} requests; ${memory.residentMiB.at(-1)} MiB at the end`,
    met: memory.requests < MEMORY_REQUESTS ? undefined : memory.secondHalfGrowth <= MEMORY_GROWTH,
  };
}

function exportLimits({ exports, statements }: SizeResults): Target[] {
  if (!exports) return [];
  const { formats } = exports;
  const timed = formats.flatMap(({ format, seconds, bareSeconds }) =>
    bareSeconds === undefined ? [] : [{ name: format, ratio: seconds / bareSeconds }],
  );
  const most = Math.max(...formats.map(({ extraMiB }) => extraMiB));
  return [
    allOf(
      `${at(statements)}export of everything: at most ${EXPORT_RATIO}× of the bare driver streaming the same`,
      timed,
      timed.filter(({ ratio }) => ratio > EXPORT_RATIO),
    ),
    {
      name: `${at(statements)}export of everything: memory at most ${EXPORT_MIB} MiB above idle`,
      found: `${most} MiB`,
      met: most <= EXPORT_MIB,
    },
  ];
}

function dashboardLimits({ dashboard, statements }: SizeResults): Target[] {
  if (!dashboard) return [];
  const {
    largestPaintMs,
    scriptKilobytes,
    typingMs,
    filterMs,
    framesPerSecond,
    networkNodes,
    networkEdges,
    heapMiB,
    heapGrowth,
  } = dashboard;
  const name = (what: string) => `${at(statements)}dashboard: ${what}`;
  return [
    {
      name: name(
        `largest contentful paint of a first visit at most ${LARGEST_PAINT_MS} ms, the processor 4× slower`,
      ),
      found: `${largestPaintMs.toFixed(0)} ms`,
      met: largestPaintMs <= LARGEST_PAINT_MS,
    },
    {
      name: name(`script on a first visit at most ${SCRIPT_KILOBYTES} kB`),
      found: `${scriptKilobytes.toFixed(0)} kB`,
      met: scriptKilobytes <= SCRIPT_KILOBYTES,
    },
    {
      name: name(`interaction to next paint at most ${INTERACTION_MS} ms`),
      found: `typing ${typingMs} ms, a filter ${filterMs} ms`,
      met: Math.max(typingMs, filterMs) <= INTERACTION_MS,
    },
    {
      name: name(`a network pans and zooms at ${FRAMES_PER_SECOND} frames/s or more`),
      found: `${framesPerSecond.toFixed(0)} frames/s with ${networkNodes} nodes and ${networkEdges} edges`,
      met: framesPerSecond >= FRAMES_PER_SECOND,
    },
    {
      name: name(
        `memory flat over ${heapMiB.length} rounds through the pages: growth in the second half at most ${percent(MEMORY_GROWTH)}`,
      ),
      found: `${percent(heapGrowth)}; ${heapMiB.at(-1)?.toFixed(1)} MiB at the end`,
      met: heapGrowth <= MEMORY_GROWTH,
    },
  ];
}

function loadLimits({ loads }: SizeResults): Target[] {
  if (!loads) return [];
  const { statements, bareSeconds, idleMiB, first, again, sameRecords, idleP95, loadingP95 } = loads;
  const name = (what: string) => `${at(statements)}load: ${what}`;
  const share = bareSeconds / first.seconds;
  const faster = first.seconds / again.seconds;
  const peak = Math.max(first.peakMiB, sameRecords.peakMiB) - idleMiB;
  const slower = loadingP95 / idleP95;
  return [
    {
      name: name(`statements/s at least ${LOAD_SHARE} of the driver's alone, sending prepared batches`),
      found: `${share.toFixed(2)}: ${number(Math.round(statements / first.seconds))} of ${number(Math.round(statements / bareSeconds))}`,
      met: share >= LOAD_SHARE,
    },
    {
      name: name(`the second time at least ${LOAD_AGAIN}× faster`),
      found: `${times(faster)}; the same records in another file ${times(first.seconds / sameRecords.seconds)}`,
      met: faster >= LOAD_AGAIN,
    },
    {
      name: name(`memory at most ${LOAD_MIB} MiB above idle`),
      found: `${peak} MiB`,
      met: peak <= LOAD_MIB,
    },
    {
      name: name(`p95 of a service's small queries meanwhile under ${LOADING_RATIO}× of idle`),
      found: `${times(slower)}: ${loadingP95.toFixed(1)} of ${idleP95.toFixed(1)} ms`,
      met: slower < LOADING_RATIO,
    },
  ];
}

function within(name: string, { p50 }: Measurement, limitMs: number): Target {
  return { name, found: `${p50.toFixed(1)} ms`, met: p50 <= limitMs };
}

function allOf(name: string, compared: readonly Ratio[], missed: readonly Ratio[]): Target {
  if (compared.length === 0) return { name, found: 'not measured', met: undefined };
  return {
    name,
    found:
      missed.length === 0
        ? `all: ${named(compared)}`
        : `missed by ${missed.length} of ${compared.length}: ${named(missed)}`,
    met: missed.length === 0,
  };
}

interface Ratio {
  readonly name: string;
  readonly ratio: number;
}

function named(ratios: readonly Ratio[]): string {
  return ratios.map(({ name, ratio }) => `${name} ${times(ratio)}`).join(', ');
}

function measured(
  outcomes: CaseResults['outcomes'] | undefined,
  subject: SubjectName,
  concurrency: number,
): Measurement | undefined {
  const outcome: Outcome | undefined = outcomes?.[subject]?.get(concurrency);
  return outcome && !('failed' in outcome) ? outcome : undefined;
}

function caseOf({ cases }: SizeResults, name: string): CaseResults | undefined {
  return cases.find((one) => one.name === name);
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function at(statements: number): string {
  return `${number(statements)}: `;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
