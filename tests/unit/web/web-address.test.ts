import { expect, test } from 'vitest';
import { webAddress } from '../../../src/web/dashboard/data/web-address.js';

test.each(['https://example.org/a?b', 'http://example.org'])('%s is a link', (url) => {
  expect(webAddress(url)).toBe(url);
});

test.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'no address', '', null])(
  '%s is none',
  (url) => {
    expect(webAddress(url)).toBeUndefined();
  },
);
