import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFormats, verifyManifest, WRITERS } from '../../src/export/index.js';
import { loadSeed } from '../../src/ingest/index.js';
import type { RunningService } from '../../src/main.js';
import { DemarcheError } from '../../src/model/index.js';
import { openGrafeo } from '../../src/store/grafeo/index.js';
import type { Store } from '../../src/store/index.js';
import { loadRecords } from '../support/load-records.js';
import { post, startService } from '../support/service.js';
import { unzip } from '../support/unzip.js';
import { writeExport } from '../support/write-export.js';

/** `GET /export`, as a client sees it. */

const OF_GRAPHS = WRITERS.filter(({ format }) =>
  exportFormats().some((one) => one.format === format && one.url !== null),
);

let store: Store;
let service: RunningService;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demarche-http-export-'));
  store = await openGrafeo({});
  await store.applySchema();
  await loadSeed(store);
  service = await startService({ store });
}, 60_000);
afterAll(async () => {
  await service.close();
  await store.close();
  await rm(directory, { recursive: true });
});

const url = (path: string) => `${service.url}${path}`;
const errorOf = async (path: string, base = service.url) => {
  const response = await fetch(`${base}${path}`);
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  return [response.status, errors[0]?.extensions.code, errors[0]?.message] as const;
};

describe('what is sent', () => {
  it.each(OF_GRAPHS.filter(({ isPackage }) => !isPackage).map(({ format }) => format))(
    '%s is the file, with a telling name',
    async (format) => {
      const response = await fetch(url(`/export/${format}`));
      const [path = ''] = (await writeExport(store, format, directory)).values();
      expect(Buffer.from(await response.arrayBuffer()).equals(await readFile(path))).toBe(true);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="demarche-\d+\.\d+\.\d+\.[a-z]+"$/,
      );
      expect(response.headers.get('link')).toBe(
        `</export/${format}/ro-crate-metadata.json>; rel="describedby"; type="application/ld+json"`,
      );
    },
  );

  it.each(OF_GRAPHS.filter(({ isPackage }) => isPackage).map(({ format }) => format))(
    '%s is a zip of its files, the same each time',
    async (format) => {
      const [first, second] = await Promise.all(
        [1, 2].map(async () => Buffer.from(await (await fetch(url(`/export/${format}`))).arrayBuffer())),
      );
      expect(first).toBeDefined();
      expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
      const zipped = unzip(first ?? Buffer.alloc(0));
      const files = await writeExport(store, format, join(directory, format));
      expect([...zipped.keys()]).toEqual([...files.keys()]);
      for (const [name, path] of files) {
        expect(zipped.get(name)?.equals(await readFile(path))).toBe(true);
      }
    },
  );

  it('is one file of a package, where that is asked for', async () => {
    const response = await fetch(url('/export/csv/statements.csv?principals=actor:iran'));
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header, ...lines] = (await response.text()).trimEnd().split('\r\n');
    expect(header).toMatch(/^statement,act,date,/);
    expect(lines.length).toBeGreaterThan(10);
  });

  it('is compressed for a client that asks', async () => {
    const [plain, packed] = await Promise.all([
      raw('/export/ndjson', {}),
      raw('/export/ndjson', { 'accept-encoding': 'gzip' }),
    ]);
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect(packed.body.length).toBeLessThan(plain.body.length / 3);
    expect(
      (await raw('/export/csv', { 'accept-encoding': 'gzip' })).headers['content-encoding'],
    ).toBeUndefined();
  });

  it.each(['graphml', 'csv', 'ndjson'])(
    'as %s is what its manifest says, by curl and verify',
    async (format) => {
      const folder = await mkdtemp(join(directory, 'curl-'));
      const query = '?principals=actor:iran&acts=LETTER';
      for (const path of [`/export/${format}${query}`, `/export/${format}/ro-crate-metadata.json${query}`]) {
        await promisify(execFile)('curl', ['-sSfOJ', url(path)], { cwd: folder });
      }
      const names = await readdir(folder);
      const manifest = names.find((name) => name.endsWith('-ro-crate-metadata.json')) ?? '';
      const download = names.find((name) => name !== manifest) ?? '';
      expect(manifest).toBe(`${download}-ro-crate-metadata.json`);
      const path = join(folder, manifest);
      expect(await verifyManifest(path)).toEqual([{ name: download, state: 'UNCHANGED' }]);
      if (format !== 'csv') return;
      for (const [name, bytes] of unzip(await readFile(join(folder, download)))) {
        await writeFile(join(folder, name), bytes);
      }
      await rm(join(folder, download));
      expect((await verifyManifest(path)).map(({ state }) => state)).toEqual(Array(4).fill('UNCHANGED'));
      await rm(join(folder, 'nodes.csv'));
      expect(await verifyManifest(path)).toContainEqual({ name: 'nodes.csv', state: 'MISSING' });
    },
  );

  it('is described by a manifest with the hash of each file', async () => {
    for (const format of ['csv', 'graphml']) {
      const query = '?principals=actor:iran&stance.positions=SUPPORT';
      const crate = (await (await fetch(url(`/export/${format}/ro-crate-metadata.json${query}`))).json()) as {
        '@graph': Record<string, unknown>[];
      };
      const files = crate['@graph'].filter((entity) => entity['@type'] === 'File');
      expect(files.length).toBe(format === 'csv' ? 5 : 1);
      for (const file of files) {
        const path = file.isPartOf ? `/export/csv/${file['@id']}${query}` : `/export/${format}${query}`;
        const bytes = Buffer.from(await (await fetch(url(path))).arrayBuffer());
        expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(file.contentSize).toBe(String(bytes.length));
      }
    }
  });

  it('is the same for a filter as JSON and as single keys', async () => {
    const filter = JSON.stringify({ principals: ['actor:iran'], date: { from: '2020' }, hasQuote: true });
    const asJson = await (await fetch(url(`/export/ndjson?filter=${encodeURIComponent(filter)}`))).text();
    const asKeys = await (
      await fetch(url('/export/ndjson?principals=actor:iran&date.from=2020&hasQuote=true'))
    ).text();
    expect(asKeys).toBe(asJson);
    expect(asJson.length).toBeGreaterThan(1_000);
  });

  it('lists the formats', async () => {
    const { formats } = (await (await fetch(url('/export'))).json()) as { formats: { format: string }[] };
    expect(formats).toEqual(exportFormats());
  });

  it('has headers alone for HEAD', async () => {
    const response = await fetch(url('/export/graphml'), { method: 'HEAD' });
    expect([response.status, (await response.text()).length]).toEqual([200, 0]);
    expect(response.headers.get('content-disposition')).toContain('.graphml');
  });
});

describe('links of the API', () => {
  interface List {
    readonly exportUrl: string;
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly event: { readonly id: string } }[];
  }
  type Nested = { readonly page?: List; readonly parent?: { readonly page: List } };
  const ask = async <Data>(query: string) => {
    const { body } = await post(service.url, query);
    expect(body.errors).toBeUndefined();
    // the shape is the query's own
    return body.data as Data;
  };
  const listOf = async (query: string) => {
    const { page, parent } = await ask<Nested>(query);
    const list = page ?? parent?.page;
    if (!list) throw new Error(query);
    return list;
  };
  const nodesOf = async (path: string) => {
    const response = await fetch(url(path));
    expect(response.status).toBe(200);
    const { nodes } = (await response.json()) as { nodes: { key: string }[] };
    return nodes.map(({ key }) => key);
  };

  it('lead to every format of the whole', async () => {
    const { dataset } = await ask<{
      dataset: { exports: { format: string; mediaType: string; url: string | null }[] };
    }>('{ dataset { exports { format title mediaType hasTables hasNetworks url } } }');
    expect(dataset.exports.map(({ format }) => format)).toEqual(WRITERS.map(({ format }) => format));
    for (const { url: path, mediaType } of dataset.exports) {
      if (path === null) continue;
      const response = await fetch(url(path), { method: 'HEAD' });
      expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([
        200,
        mediaType,
      ]);
    }
  });

  it.each([
    ['{ page: statements(filter: {acts: [LETTER]})', '}'],
    ['{ page: statements(filter: {stance: {topics: ["topic:snapback"]}, not: {hasQuote: true}})', '}'],
    ['{ parent: actor(id: "actor:united-states") { page: statements(as: SPEAKER)', '} }'],
    [
      '{ parent: actor(id: "actor:iran") { page: statements(filter: {principals: ["actor:iran"], date: {from: "2025"}})',
      '} }',
    ],
    [
      '{ parent: topic(id: "topic:snapback") { page: statements(filter: {stance: {positions: [OPPOSE]}})',
      '} }',
    ],
    ['{ parent: topic(id: "topic:snapback") { page: statements(as: SUBJECT)', '} }'],
    ['{ parent: source(id: "source:iran-primer-2020-08-21-snapback") { page: statements', '} }'],
  ])('%s: the statements of the list', async (before, after) => {
    const { exportUrl, totalCount } = await listOf(
      `${before} { exportUrl(format: "graphology") totalCount } ${after}`,
    );
    expect(totalCount).toBeGreaterThan(0);
    const ids = (await nodesOf(exportUrl)).filter((id) => id.startsWith('statement:'));
    expect(ids.length).toBe(totalCount);
  });

  it.each([
    ['{ page: actors(first: 3)', '}'],
    ['{ page: topics(first: 3)', '}'],
    ['{ page: sources(first: 3)', '}'],
    ['{ page: publishers(first: 3)', '}'],
    ['{ page: events(first: 3)', '}'],
    ['{ page: disputes(first: 3)', '}'],
    ['{ page: conditions(first: 3)', '}'],
    ['{ page: search(query: "iran", first: 3)', '}'],
    ['{ parent: publisher(id: "publisher:tass") { page: sources', '} }'],
  ])('%s: the nodes of the page', async (before, after) => {
    const { exportUrl, nodes } = await listOf(
      `${before} { exportUrl(format: "graphology") nodes { ... on Node { id } } } ${after}`,
    );
    expect(nodes.length).toBeGreaterThan(0);
    expect(await nodesOf(exportUrl)).toEqual(expect.arrayContaining(nodes.map(({ id }) => id)));
  });

  it('lead to the table of stances, and to the events of votes', async () => {
    const { stances, actor } = await ask<{ stances: List; actor: { votes: List } }>(`{
      stances(filter: {principals: ["actor:iran"]}) { exportUrl totalCount }
      actor(id: "actor:china") { votes { exportUrl(format: "graphology") nodes { event { id } } } }
    }`);
    expect(stances.exportUrl).toMatch(/^\/export\/csv\?what=statements&filter=/);
    const table = await (await fetch(url(stances.exportUrl.replace('/csv?', '/csv/statements.csv?')))).text();
    expect(table.split('\r\n').length).toBeGreaterThan(20);
    const events = actor.votes.nodes.map(({ event }) => event.id);
    expect(await nodesOf(actor.votes.exportUrl)).toEqual(expect.arrayContaining(events));
  });

  it('lead to a network in every format that holds some', async () => {
    const input = '{nodes: ACTOR_ACTOR, aggregation: SUBTRACT, filter: {date: {from: "2020", to: "2020"}}}';
    const formats = exportFormats().filter(({ hasNetworks }) => hasNetworks);
    expect(formats.length).toBe(9);
    for (const { format } of formats) {
      const { network } = await ask<{ network: { exportUrl: string; nodes: { id: string }[] } }>(
        `{ network(input: ${input}) { exportUrl(format: "${format}") nodes { id } } }`,
      );
      const { status, headers } = await fetch(url(network.exportUrl), { method: 'HEAD' });
      expect([status, headers.get('content-disposition')]).toEqual([
        200,
        expect.stringMatching(/filename="demarche-1\.\d+\.\d+-network-actor-actor-subtract-2020-2020-/),
      ]);
      if (format === 'graphology') {
        const keys = network.nodes.map(({ id }) => id).sort();
        expect(await nodesOf(network.exportUrl)).toEqual(keys);
        const single = 'what=network&nodes=ACTOR_ACTOR&aggregation=SUBTRACT&date.from=2020&date.to=2020';
        expect(await (await fetch(url(`/export/graphology?${single}`))).text()).toBe(
          await (await fetch(url(network.exportUrl))).text(),
        );
      }
    }
    const { body } = await post(
      service.url,
      '{ network(input: {nodes: ACTOR_ACTOR}) { exportUrl(format: "turtle") } }',
    );
    expect(body.errors?.[0]?.message).toMatch(
      /^format: expected one of graphml, .*, dl with what=network, not turtle$/,
    );
  });

  it('are none for an empty page, and an error for no format', async () => {
    const { actors } = await ask<{ actors: List }>(
      '{ actors(filter: {ids: ["actor:nobody"]}) { exportUrl } }',
    );
    expect(actors.exportUrl).toBeNull();
    const { status, body } = await post(service.url, '{ statements { exportUrl(format: "pdf") } }');
    expect([status, body.data]).toEqual([400, undefined]);
    expect(body.errors?.[0]?.message).toMatch(/^format: expected one of graphml/);
  });
});

describe('what is refused', () => {
  it.each([
    ['/export/pdf', 404, 'NOT_FOUND', /^format: expected one of graphml, .*, not "pdf"$/],
    ['/export/csv/cells.csv', 404, 'NOT_FOUND', /^file: expected one of nodes\.csv, .*not "cells\.csv"$/],
    [
      '/export/csv?speaker=actor:iran',
      400,
      'BAD_USER_INPUT',
      /^speaker: expected no such key; known are what, .*speakers/,
    ],
    [
      '/export/csv?filter={"speaker":[]}',
      400,
      'BAD_USER_INPUT',
      /filter: expected no key "speaker"; known are ids, words, speakers, .*, not$/,
    ],
    ['/export/csv?filter={', 400, 'BAD_USER_INPUT', /^filter: expected a JSON object/],
    [
      '/export/csv?filter={}&acts=LETTER',
      400,
      'BAD_USER_INPUT',
      /^filter: expected JSON or single keys \(acts\), not both$/,
    ],
    [
      '/export/csv?acts=SHOUT',
      400,
      'BAD_USER_INPUT',
      /filter\.acts\[0\]: expected one of STATEMENT, [A-Z_, ]+$/,
    ],
    ['/export/csv?hasQuote=yes', 400, 'BAD_USER_INPUT', /^hasQuote: expected true or false, not "yes"$/],
    ['/export/csv?date.from=2020-13', 400, 'BAD_USER_INPUT', /filter\.date\.from: expected a date/],
    [
      '/export/csv?stance.minConfidence=high',
      400,
      'BAD_USER_INPUT',
      /^stance\.minConfidence: expected a number, not "high"$/,
    ],
    [
      '/export/csv?what=all',
      400,
      'BAD_USER_INPUT',
      /export\.what: expected graph, statements, neighbourhood or network/,
    ],
    ['/export/csv?what=graph&what=graph', 400, 'BAD_USER_INPUT', /^what: expected it once, not 2 times$/],
    ['/export/csv?depth=1', 400, 'BAD_USER_INPUT', /^depth: expected none with what=graph/],
    ['/export/csv?what=neighbourhood', 400, 'BAD_USER_INPUT', /^ids: expected the ids/],
    ['/export/csv?ids=iran', 400, 'BAD_USER_INPUT', /export\.ids\[0\]: expected an id/],
    [
      '/export/csv?ids=actor:nobody',
      400,
      'BAD_USER_INPUT',
      /^ids: expected ids of the graph; there is no actor:nobody$/,
    ],
    [
      '/export/csv?ids=actor:iran&depth=9',
      400,
      'BAD_USER_INPUT',
      /export\.depth: expected a whole number from 0 to 4/,
    ],
    [
      '/export/gexf?what=statements',
      400,
      'BAD_USER_INPUT',
      /^format: expected one of csv, csv-spreadsheet, parquet with what=statements/,
    ],
    [
      '/export/dl',
      400,
      'BAD_USER_INPUT',
      /^format: expected one of graphml, .*, ndjson with what=graph, not dl$/,
    ],
    [
      '/export/dl?what=network',
      400,
      'BAD_USER_INPUT',
      /^network\.nodes: expected one of ACTOR_TOPIC, ACTOR_ACTOR, TOPIC_TOPIC$/,
    ],
    [
      '/export/dl?network={"nodes":"ACTOR_ACTOR","exclude":{"actor":[]}}',
      400,
      'BAD_USER_INPUT',
      /^network\.exclude: expected no key "actor"; known are actors, topics, .*, types$/,
    ],
    [
      '/export/dl?nodes=ACTOR_TOPIC&aggregation=CONGRUENCE',
      400,
      'BAD_USER_INPUT',
      /^aggregation CONGRUENCE in a network of type ACTOR_TOPIC: expected one of IGNORE, SUBTRACT, COMBINE$/,
    ],
    [
      '/export/dl?what=network&nodes=ACTOR_ACTOR&ids=actor:iran',
      400,
      'BAD_USER_INPUT',
      /^ids: expected none with what=network/,
    ],
  ])('%s', async (path, status, code, message) => {
    expect(await errorOf(path)).toEqual([status, code, expect.stringMatching(message)]);
  });
});

describe('what goes wrong in the middle', () => {
  it.each(['graphml', 'ndjson', 'csv', 'parquet'])('of %s never looks whole', async (format) => {
    let reads = 0;
    const failing: Store = {
      ...store,
      read: (query, params, options) => {
        reads += 1;
        return reads > 25
          ? Promise.reject(new DemarcheError('DATABASE_UNAVAILABLE', 'Neo4j at 10.0.0.1 does not answer'))
          : store.read(query, params, options);
      },
    };
    await withService(failing, async (base) => {
      for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
        reads = 0;
        const { complete, body } = await raw(`/export/${format}`, headers, base);
        expect([complete, body.length > 1_000]).toEqual([false, true]);
      }
    });
  });

  it('is an answer where nothing was sent yet', async () => {
    const down: Store = {
      ...store,
      read: () =>
        Promise.reject(new DemarcheError('DATABASE_UNAVAILABLE', 'Neo4j at 10.0.0.1 does not answer')),
    };
    await withService(down, async (base) => {
      expect(await errorOf('/export/graphml', base)).toEqual([
        503,
        'DATABASE_UNAVAILABLE',
        'The database does not answer. Try again in a moment.',
      ]);
    });
  });

  it('is refused where the data changed meanwhile', async () => {
    let reads = 0;
    const changing: Store = {
      ...store,
      read: async (query, params, options) => {
        reads += 1;
        if (reads === 4) {
          await loadRecords(store, [
            { type: 'actor', id: `actor:new-${Date.now()}`, kind: 'STATE', name: 'New' },
          ]);
        }
        return store.read(query, params, options);
      },
    };
    await withService(changing, async (base) => {
      const small = '/export/ndjson?ids=actor:iran&depth=0';
      const [status, code, message] = await errorOf(small, base);
      expect([status, code]).toEqual([409, 'CONFLICT']);
      expect(message).toMatch(/^the data was changed while it was exported \(revision \d+, now \d+\)/);
      reads = 0;
      expect((await raw('/export/graphml', {}, base)).complete).toBe(false);
      expect((await raw('/export/graphml', {}, base)).complete).toBe(true);
    });
  });
});

describe('a client that leaves', () => {
  it.each(['ndjson', 'csv'])('ends the reading of %s', async (format) => {
    const signals: AbortSignal[] = [];
    const slow: Store = {
      ...store,
      read: async (query, params, options) => {
        if (options?.signal) signals.push(options.signal);
        await delay(20);
        return store.read(query, params, options);
      },
    };
    await withService(slow, async (base) => {
      const request = get(`${base}/export/${format}`);
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      await once(response, 'data');
      response.destroy();
      await expect.poll(() => signals.at(-1)?.aborted).toBe(true);
      const sent = signals.length;
      await delay(200);
      expect(signals.length).toBeLessThanOrEqual(sent + 1);
      expect((await raw('/healthz', {}, base)).complete).toBe(true);
    });
  });

  it('takes no more from the database than a slow client takes', async () => {
    let reads = 0;
    const counting: Store = {
      ...store,
      read: (query, params, options) => {
        reads += 1;
        return store.read(query, params, options);
      },
    };
    await withService(counting, async (base) => {
      const [response] = (await once(get(`${base}/export/graphml`), 'response')) as [IncomingMessage];
      response.pause();
      let waiting = -1;
      // until all that lies between has been filled
      await expect
        .poll(
          () => {
            const before = waiting;
            waiting = reads;
            return waiting - before;
          },
          { interval: 500, timeout: 20_000 },
        )
        .toBe(0);
      response.resume();
      await once(response, 'end');
      expect(reads).toBeGreaterThan(waiting);
    });
  });
});

describe('slow clients', () => {
  /** A client that asks for everything and reads nothing. */
  const idle = async (base: string) => {
    const [response] = (await once(get(`${base}/export/json-ld`), 'response')) as [IncomingMessage];
    response.pause();
    return response;
  };

  it('keep nobody from being served, a hundred of them', async () => {
    await withService(store, async (base) => {
      const slow = await Promise.all(Array.from({ length: 100 }, () => idle(base)));
      const [own, small] = await Promise.all([
        raw('/export/graphml', {}, base),
        raw('/export/ndjson?ids=actor:iran&depth=0', {}, base),
      ]);
      expect([own.complete, small.complete]).toEqual([true, true]);
      expect(own.body.length).toBeGreaterThan(1_000_000);
      for (const response of slow) response.destroy();
    });
  }, 120_000);

  it('are cut off, and those that keep up are not', async () => {
    await withService(
      store,
      async (base) => {
        const response = await idle(base);
        const ended = once(response.socket, 'close');
        const [steady] = (await once(get(`${base}/export/ndjson`), 'response')) as [IncomingMessage];
        for await (const _ of steady) await delay(1);
        expect(steady.complete).toBe(true);
        await expect.poll(() => response.socket.readableLength).toBeGreaterThan(0);
        await delay(1_000);
        response.on('error', () => undefined).resume();
        await ended;
        expect(response.complete).toBe(false);
      },
      { DOWNLOAD_PATIENCE_MS: '300' },
    );
  });
});

async function withService(
  own: Store,
  test: (base: string) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const running = await startService({ store: own, env });
  try {
    await test(running.url);
  } finally {
    await running.close();
  }
}

interface Raw {
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly complete: boolean;
}

/** An answer as it comes over the wire, whole or not. */
async function raw(path: string, headers: Record<string, string>, base = service.url): Promise<Raw> {
  const [response] = (await once(get(`${base}${path}`, { headers }), 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  response.on('data', (piece: Buffer) => pieces.push(piece)).on('error', () => undefined);
  await new Promise((resolve) => response.once('close', resolve));
  return { headers: response.headers, body: Buffer.concat(pieces), complete: response.complete };
}
