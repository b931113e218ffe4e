import { expect, test } from 'vitest';
import { citationOf, licenceOf, termsOf, versionOf } from '../../../src/model/index.js';

/** What exports say of the data: nobody gives away what others wrote. */

const said = (seedVersion: string | null, seedRevision: number | null, revision: number) => {
  const state = { seedVersion, seedRevision, revision };
  return [versionOf(state), licenceOf(state), citationOf(state), termsOf(state)];
};

test('the dataset as it ships is under its own terms', () => {
  const [version, licence, citation] = said('1.0.0', 5, 5);
  expect([version, licence]).toEqual(['1.0.0', 'CC-BY-4.0']);
  expect(citation).toMatch(/\(version 1\.0\.0\) \[Data set\]\. CC-BY-4\.0\.$/);
});

test('what was added to it is not', () => {
  const [version, licence, citation, terms] = said('1.0.0', 5, 6);
  expect([version, licence]).toEqual(['1.0.0+modified', null]);
  expect(citation).toMatch(/\(version 1\.0\.0, CC-BY-4\.0, with changes to revision 6\) \[Data set\]\.$/);
  expect(terms).toMatch(
    /version 1\.0\.0, are under CC-BY-4\.0; .* added or changed since are not recorded\.$/,
  );
});

test('a corpus of one’s own has none that are known', () => {
  expect(said(null, null, 9)).toEqual([null, null, null, 'The terms of this corpus are not recorded.']);
});
