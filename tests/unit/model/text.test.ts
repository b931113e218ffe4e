import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesWords, searchTextOf, wordsOf } from '../../../src/model/index.js';

describe('wordsOf', () => {
  test.each([
    ["Côte d'Ivoire", ['cote', 'd', 'ivoire']],
    ['Özil Straße ŁUKASIEWICZ Ærø', ['ozil', 'strasse', 'lukasiewicz', 'aero']],
    ['İstanbul', ['istanbul']],
    ['resolution 2231 (2015)', ['resolution', '2231', '2015']],
    ['Лавров: «снэпбэк»', ['лавров', 'снэпбэк']],
    ['عراقچی', ['عراقچی']],
    ['ﬁrst', ['first']],
    ['…—!', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('folding a folded word changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = wordsOf(text);
        expect(wordsOf(words.join(' '))).toEqual(words);
      }),
    );
  });
});

describe('searchTextOf', () => {
  test('holds each word once, between spaces', () => {
    expect(searchTextOf('Iran, Iran', undefined, null, 'nuclear IRAN')).toBe(' iran nuclear ');
    expect(searchTextOf(undefined, '…')).toBe('');
  });

  test('has every word of its texts, and the beginning of each last word', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const searchText = searchTextOf(...texts);
        for (const text of texts) {
          const words = wordsOf(text);
          expect(matchesWords(searchText, words)).toBe(true);
          const last = words.at(-1);
          if (last) expect(matchesWords(searchText, [...words.slice(0, -1), [...last][0] ?? ''])).toBe(true);
        }
      }),
    );
  });
});

test('all but the last word must match whole', () => {
  expect(matchesWords(' snapback sanctions ', ['snapback', 'sanc'])).toBe(true);
  expect(matchesWords(' snapback sanctions ', ['snap', 'sanctions'])).toBe(false);
  expect(matchesWords(' snapback ', ['back'])).toBe(false);
});
