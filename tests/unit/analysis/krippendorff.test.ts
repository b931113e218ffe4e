import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../../src/analysis/index.js';

/** Turns the published tables (a row a coder, `.` for a missing value) into units. */
function units(...coders: readonly string[]): number[][] {
  const rows = coders.map((row) => row.split(' '));
  const length = rows[0]?.length ?? 0;
  return Array.from({ length }, (_, unit) =>
    rows
      .map((row) => row[unit])
      .flatMap((value) => (value === undefined || value === '.' ? [] : [Number.parseInt(value, 36)])),
  );
}

describe("the worked examples of Krippendorff (2011), 'Computing Krippendorff's Alpha-Reliability'", () => {
  test('A: binary data, two coders, none missing', () => {
    const data = units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(krippendorffAlpha(data, 'nominal').alpha).toBeCloseTo(0.095, 3);
  });

  test('B: nominal data, two coders, none missing', () => {
    const data = units('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    expect(krippendorffAlpha(data, 'nominal').alpha).toBeCloseTo(0.692, 3);
  });

  const fourCoders = units(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  );
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('C: four coders, some values missing, %s', (metric, alpha) => {
    expect(krippendorffAlpha(fourCoders, metric)).toEqual({ alpha: expect.closeTo(alpha, 3), units: 11 });
  });
});

describe('alpha', () => {
  const data = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }), { maxLength: 30 });

  test('is 1 where all agree, and not defined without variation or without pairs', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        'ordinal',
      ).alpha,
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'ordinal',
      ),
    ).toEqual({ alpha: null, units: 2 });
    expect(krippendorffAlpha([[1], [2], []], 'ordinal')).toEqual({ alpha: null, units: 0 });
  });

  test('never exceeds 1, and does not depend on the order of units or of coders', () => {
    fc.assert(
      fc.property(data, fc.constantFrom('nominal', 'ordinal', 'interval'), (values, metric) => {
        const { alpha } = krippendorffAlpha(values, metric);
        const turned = krippendorffAlpha(
          [...values].reverse().map((unit) => [...unit].reverse()),
          metric,
        );
        if (alpha === null) expect(turned.alpha).toBeNull();
        else {
          expect(alpha).toBeLessThanOrEqual(1);
          expect(turned.alpha).toBeCloseTo(alpha, 9);
        }
      }),
    );
  });

  test('by nominal and by ordinal metric is the same for two categories', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 3 })), (values) => {
        const nominal = krippendorffAlpha(values, 'nominal').alpha;
        const ordinal = krippendorffAlpha(values, 'ordinal').alpha;
        if (nominal === null || ordinal === null) expect(ordinal).toBe(nominal);
        else expect(ordinal).toBeCloseTo(nominal, 9);
      }),
    );
  });
});
