import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openFormat, proposeMapping } from '../../../../src/ingest/index.js';
import { inputFile } from '../../../support/input-files.js';
import { readAll } from '../../../support/read-input.js';

const TABLE = `Key;When;Who;Land;Issue;Stance;Text;Ref
1;09/03/2020;Ann Lee;France;topic:a;SUPPORT;"Yes; we do.";https://example.org/1
2;09/14/2020;Ben Roy;Iran;topic:a;OPPOSE;No.;https://example.org/2
`;

test('columns are found by name and by look, the order of dates by their numbers', async () => {
  const proposed = await proposeMapping(await inputFile('My hearings.csv', TABLE));
  expect(parse(proposed)).toEqual({
    name: 'my-hearings',
    delimiter: 'semicolon',
    dates: 'MM/DD/YYYY',
    coding: 'adjudicated',
    columns: {
      id: 'Key',
      date: 'When',
      speaker: 'Who',
      quote: 'Text',
      topic: 'Issue',
      position: 'Stance',
      sourceUrl: 'Ref',
    },
  });
  expect(proposed).toContain('Columns not used: Land');
});

test('what is proposed reads the table, where nothing is left to decide', async () => {
  const path = await inputFile('hearings.csv', TABLE);
  const mapping = await inputFile('m.yaml', await proposeMapping(path));
  const { records, refused } = await readAll((await openFormat('table', path, { mapping })).input);
  expect(refused).toEqual([]);
  expect(
    records.flatMap((record) => (record.type === 'statement' ? [[record.id, record.date]] : [])),
  ).toEqual([
    ['statement:hearings-1', '2020-09-03'],
    ['statement:hearings-2', '2020-09-14'],
  ]);
});

test('what only a person can say is marked, and refused as long as it is', async () => {
  const path = await inputFile('t.csv', 'a,stance,topic\n1,pro,Talks\n');
  const proposed = await proposeMapping(path);
  expect(proposed).toMatch(/TODO columns: no column was found for date/);
  expect(parse(proposed).values).toEqual({
    position: { pro: expect.stringMatching(/^TODO/) },
    topic: { Talks: expect.stringMatching(/^TODO/) },
  });
  await expect(
    openFormat('table', path, { mapping: await inputFile('m.yaml', proposed) }),
  ).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(/values\.position\.pro: /),
  });
});

test('a row of a table that cannot be told is refused by its column', async () => {
  const mapping = await inputFile(
    'm.yaml',
    'name: t\ncolumns: { date: d, speaker: s, sourceUrl: u, position: p, topic: t }\ndates: DD.MM.YYYY\n',
  );
  const rows = [
    '30.02.2020,A,https://a.org/,,',
    '01.02.2020,,https://a.org/,,',
    '01.02.2020,A,ftp://a.org/,,',
    '01.02.2020,A,https://a.org/,perhaps,topic:a',
    '01.02.2020,A,https://a.org/,SUPPORT,Talks',
    '01.02.2020,A,https://a.org/,SUPPORT,topic:a',
    '01.02.2020,A,https://a.org/,CONDITIONAL,topic:a',
    '01.02.2020,"A"x,https://a.org/,,',
    '2020-02,A,https://a.org/,,topic:a',
  ];
  const path = await inputFile('t.csv', `d,s,u,p,t\n${rows.join('\n')}\n`);
  const { refused, rows: count } = await readAll((await openFormat('table', path, { mapping })).input);
  expect(refused.map(({ from, issues }) => [from, issues.map(({ field }) => field)])).toEqual([
    ['line 2', ['d']],
    ['line 3', ['s']],
    ['line 4', ['u']],
    ['line 5', ['p']],
    ['line 6', ['t']],
    ['line 8', ['stances[0].untilMet']],
    ['line 9', ['']],
  ]);
  expect(count).toBe(rows.length);
});
