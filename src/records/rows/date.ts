import { parseEdtf } from '../../model/index.js';

/** The days a date can mean, as sorting and ranges use them. */
export function dateProperties(date: string): { readonly dateFrom: string; readonly dateTo: string } {
  const range = parseEdtf(date);
  if (!range)
    throw new RangeError(`dateProperties: a date of a validated record was expected, found ${date}`);
  return { dateFrom: range.from, dateTo: range.to };
}
