import { expect, test } from 'vitest';
import { edgeResources } from '../../../src/export/rdf/resources.js';

test('positions in UTF-16 are not given out as those of Web Annotation, which count code points', () => {
  const resources = edgeResources({
    id: 'REPORTED_IN.statement:a.source:b.0',
    type: 'REPORTED_IN',
    source: 'statement:a',
    target: 'source:b',
    attributes: { ordinal: 0, quote: '🕊 peace', start: 7, end: 15, prefix: '🕊🕊 ', attribution: 'VERBATIM' },
    period: {},
  });
  const properties = resources.flatMap((resource) => resource.properties);
  const values = (term: string) => properties.flatMap(([own, value]) => (own === term ? [value] : []));
  expect(values('dem:start')).toEqual([{ text: '7', datatype: 'xsd:integer' }]);
  expect(values('dem:end')).toEqual([{ text: '15', datatype: 'xsd:integer' }]);
  expect(values('oa:exact')).toEqual([{ text: '🕊 peace' }]);
  expect([...values('oa:start'), ...values('oa:end')]).toEqual([]);
});
