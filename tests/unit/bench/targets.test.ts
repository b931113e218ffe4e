import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../bench/measure.js';
import type { CaseResults, SizeResults, Target } from '../../../bench/results.js';
import type { SubjectName } from '../../../bench/subjects/index.js';
import { targetsOf } from '../../../bench/targets.js';

/** A case by the p50 of each subject alone, and its requests a second at concurrency 16. */
function aCase(
  name: string,
  p50: Partial<Record<SubjectName, number | string>>,
  perSecond: Partial<Record<SubjectName, number>> = {},
  more: Partial<CaseResults> = {},
): CaseResults {
  const outcomes: Partial<Record<SubjectName, Map<number, Outcome>>> = {};
  for (const [subject, value] of Object.entries(p50) as [SubjectName, number | string][]) {
    const alone: Outcome =
      typeof value === 'string'
        ? { failed: value }
        : { requests: 100, p50: value, p95: value, perSecond: 1_000 / value };
    const together: Outcome = { requests: 100, p50: 1, p95: 1, perSecond: perSecond[subject] ?? 1 };
    outcomes[subject] = new Map([
      [1, alone],
      [16, together],
    ]);
  }
  return {
    name,
    title: name,
    ofOne: false,
    countedMs: undefined,
    sent: [['x']],
    ids: 1,
    first: undefined,
    blockedMs: undefined,
    outcomes,
    ...more,
  };
}

function size(cases: readonly CaseResults[], more: Partial<SizeResults> = {}): SizeResults {
  return {
    engine: 'Neo4j 5',
    statements: 100_000,
    loadSeconds: 1,
    cases,
    table: undefined,
    memory: undefined,
    exports: undefined,
    dashboard: undefined,
    loads: undefined,
    ...more,
  };
}

function target(sizes: readonly SizeResults[], name: RegExp): Target | undefined {
  return targetsOf(sizes).find((one) => name.test(one.name));
}

describe('the targets', () => {
  test.each([
    ['in time', 3.4, true],
    ['too slow', 3.6, false],
  ])('bare driver, %s', (_, service, met) => {
    expect(target([size([aCase('newest', { service, bare: 1 })])], /bare driver/)?.met).toBe(met);
  });

  test('generated API: the median counts, and none may be slower; what fails is not counted', () => {
    const fast = aCase('a', { service: 1, best: 10, bare: 0.5 });
    const same = aCase('b', { service: 1, natural: 6 });
    const slow = aCase('c', { service: 2, best: 1 });
    const failed = aCase('d', { service: 1, best: 'timeout' });
    expect(target([size([fast, same, failed])], /best form/)).toMatchObject({
      met: true,
      found: 'median 8.00× over 2 cases (the bare driver: 13×); none slower',
    });
    expect(target([size([fast, fast, slow])], /best form/)).toMatchObject({
      met: false,
      found: 'median 10× over 3 cases (the bare driver: 20×); slower: c 0.50×',
    });
    expect(target([size([aCase('a', { service: 1 })])], /best form/)?.met).toBeUndefined();
  });

  test('growth is told between two sizes only', () => {
    const small = size([aCase('newest', { service: 10 }), aCase('month', { service: 10 })]);
    const large = size([aCase('newest', { service: 12 }), aCase('month', { service: 14 })], {
      statements: 1_000_000,
    });
    expect(target([small], /within 1.3×/)).toBeUndefined();
    expect(target([small, large], /within 1.3×/)).toMatchObject({
      met: false,
      found: 'missed by 1 of 2: month 1.40×',
    });
  });

  test('a deep page, Express and the limit of a case', () => {
    const cases = [
      aCase('newest', { service: 10, express: 5 }, { service: 59, express: 100 }),
      aCase('deep', { service: 12 }),
      aCase('timeline', { service: 301 }, {}, { countedMs: 300 }),
    ];
    expect(target([size(cases)], /deep page/)?.met).toBe(true);
    expect(target([size(cases)], /Express/)).toMatchObject({
      met: false,
      found: 'missed by 1 of 1: newest 0.59×',
    });
    expect(target([size(cases)], /timeline/)).toMatchObject({ met: false, found: '301.0 ms' });
  });

  test('the embedded engine has limits of its own', () => {
    const cases = [
      aCase('newest', { service: 24 }),
      aCase('actor', { service: 6 }, {}, { ofOne: true }),
      aCase('search', { service: 900 }),
    ];
    const targets = targetsOf([size(cases, { engine: 'Grafeo 0.6.0' })]);
    expect(targets.map(({ name, met }) => [name.replace(/^.*embedded, /, ''), met])).toEqual([
      ['newest: p50 at most 25 ms', true],
      ['actor: p50 at most 5 ms', false],
    ]);
  });

  test('memory', () => {
    const memory = { requests: 100_000, residentMiB: [100, 101], secondHalfGrowth: 0.06 };
    expect(target([size([], { memory })], /memory/)?.met).toBe(false);
    expect(target([size([], { memory: { ...memory, requests: 1_000 } })], /memory/)?.met).toBeUndefined();
    expect(target([size([])], /memory/)?.met).toBeUndefined();
  });

  test('an answer that differs is a miss', () => {
    const wrong = aCase('newest', { service: 1, bare: 'other rows: 1 of 20 missing' });
    expect(target([size([wrong])], /answers alike/)).toMatchObject({
      met: false,
      found: expect.stringContaining('newest (bare): other rows'),
    });
  });
});
