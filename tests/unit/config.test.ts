import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MAX_STATEMENTS } from '../../src/analysis/stance-table/live-table.js';
import { DEFAULT_LIMITS } from '../../src/api/index.js';
import { type Config, loadConfig, SETTINGS, settingsTable } from '../../src/config.js';
import { DemarcheError } from '../../src/model/index.js';

/** What is refused, for each setting; every setting must be here. */
const CASES: Readonly<Record<string, Case>> = {
  PORT: {
    read: (config) => config.port,
    byDefault: 4000,
    allowed: { '0': 0, '65535': 65_535, ' 8080 ': 8080 },
    refused: ['65536', '-1', '80a', '1.5', '1e3', '0x50'],
  },
  HOST: {
    read: (config) => config.host,
    byDefault: '127.0.0.1',
    allowed: {
      '0.0.0.0': '0.0.0.0',
      '::1': '::1',
      'db-1.example.org': 'db-1.example.org',
      localhost: 'localhost',
    },
    refused: ['256.1.1.1', '127.0.0.1:4000', 'a b', '-x', 'http://localhost'],
  },
  DATA_DIR: {
    read: (config) => config.dataDir,
    byDefault: resolve('data'),
    allowed: { '/var/lib/demarche': '/var/lib/demarche', 'somewhere else': resolve('somewhere else') },
    refused: ['a\0b'],
  },
  NEO4J_URI: {
    read: (config) => config.neo4j?.uri,
    byDefault: undefined,
    allowed: Object.fromEntries(
      [
        'neo4j://h',
        'neo4j+s://h:7687',
        'neo4j+ssc://h',
        'bolt://127.0.0.1',
        'bolt+s://h',
        'bolt+ssc://[::1]:7687',
      ].map((uri) => [uri, uri]),
    ),
    refused: ['http://h', 'localhost:7687', 'neo4j:', 'neo4j://', 'bolt://user:secret@h', 'bolt://h:port'],
  },
  NEO4J_USERNAME: {
    read: (config) => config.neo4j?.username,
    beside: { NEO4J_URI: 'bolt://h' },
    byDefault: 'neo4j',
    allowed: { reader: 'reader' },
    refused: [],
  },
  NEO4J_PASSWORD: {
    read: (config) => config.neo4j?.password,
    beside: { NEO4J_URI: 'bolt://h' },
    byDefault: '',
    allowed: { ' p w ': ' p w ' },
    refused: [],
  },
  NEO4J_DATABASE: {
    read: (config) => config.neo4j?.database,
    beside: { NEO4J_URI: 'bolt://h' },
    byDefault: undefined,
    allowed: { 'demarche.2': 'demarche.2' },
    refused: ['ab', '1abc', 'a b c', 'x'.repeat(64)],
  },
  SEED: {
    read: (config) => config.seed,
    byDefault: 'auto',
    allowed: { none: 'none', auto: 'auto' },
    refused: ['yes', 'AUTO'],
  },
  LOG_LEVEL: {
    read: (config) => config.logLevel,
    byDefault: 'info',
    allowed: { debug: 'debug', silent: 'silent' },
    refused: ['loud', 'INFO'],
  },
  CORS_ORIGIN: {
    read: (config) => config.corsOrigin,
    byDefault: [],
    allowed: {
      '*': '*',
      'https://a.org, http://localhost:3000': ['https://a.org', 'http://localhost:3000'],
    },
    refused: [
      'https://a.org/',
      'a.org',
      'null',
      'https://a.org,,https://b.org',
      '*,https://a.org',
      'file:///x',
    ],
  },
  ALLOW_EMBEDDED_EXPOSED: {
    read: (config) => config.allowEmbeddedExposed,
    byDefault: false,
    allowed: { '0': false, '1': true },
    refused: ['true', 'yes', '2'],
  },
  TRUSTED_PROXIES: {
    read: (config) => config.trustedProxies,
    byDefault: [],
    allowed: {
      loopback: ['loopback'],
      '10.0.0.0/8, ::1,fd00::/8': ['10.0.0.0/8', '::1', 'fd00::/8'],
      uniquelocal: ['uniquelocal'],
    },
    refused: ['proxy.example.org', '10.0.0.0/33', '1', 'true', '10.0.0.1,', '::1/129', '10.0.0.0/x'],
  },
  METRICS: {
    read: (config) => config.metrics,
    byDefault: false,
    allowed: { '0': false, '1': true },
    refused: ['yes', '2'],
  },
  PERSISTED_QUERIES: {
    read: (config) => config.persistedQueries,
    byDefault: undefined,
    allowed: { examples: resolve('examples'), '/etc/queries.json': '/etc/queries.json' },
    refused: ['a\0b'],
  },
  RATE_LIMIT_PER_MINUTE: {
    read: (config) => config.limits.requestsPerMinute,
    byDefault: 0,
    allowed: { '0': 0, '60': 60, '1000000': 1_000_000 },
    refused: ['-1', '1000001', '10/s'],
  },
  MAX_CONCURRENT_REQUESTS: {
    read: (config) => config.limits.maxConcurrentRequests,
    byDefault: 32,
    allowed: { '1': 1, '1000': 1_000 },
    refused: ['0', '1001'],
  },
  MAX_CONCURRENT_COSTLY: {
    read: (config) => config.limits.maxConcurrentCostly,
    byDefault: 2,
    allowed: { '1': 1, '1000': 1_000 },
    refused: ['0', '1001'],
  },
  MAX_CONCURRENT_EXPORTS: {
    read: (config) => config.limits.maxConcurrentExports,
    byDefault: 200,
    allowed: { '1': 1 },
    refused: ['0', 'many'],
  },
  DOWNLOAD_PATIENCE_MS: {
    read: (config) => config.limits.downloadPatienceMs,
    byDefault: 30_000,
    allowed: { '1000': 1_000 },
    refused: ['x', '-1'],
  },
  MAX_QUEUED_REQUESTS: {
    read: (config) => config.limits.maxQueuedRequests,
    byDefault: 100,
    allowed: { '0': 0 },
    refused: ['-1', '10001'],
  },
  MAX_CONNECTIONS: {
    read: (config) => config.limits.maxConnections,
    byDefault: 1_000,
    allowed: { '10': 10 },
    refused: ['9', '100001'],
  },
  RECEIVE_TIMEOUT_MS: {
    read: (config) => config.limits.receiveTimeoutMs,
    byDefault: 1_500,
    allowed: { '100': 100, '60000': 60_000 },
    refused: ['99', '60001', '2s'],
  },
  REQUEST_TIMEOUT_MS: {
    read: (config) => config.limits.requestTimeoutMs,
    byDefault: DEFAULT_LIMITS.requestTimeoutMs,
    allowed: { '100': 100, '600000': 600_000 },
    refused: ['99', '600001', '30s'],
  },
  MAX_BODY_BYTES: {
    read: (config) => config.limits.maxBodyBytes,
    byDefault: 262_144,
    allowed: { '1024': 1024 },
    refused: ['1023', '1mb', '99999999999999999999'],
  },
  IMPORT_KEY: {
    read: (config) => config.import?.key,
    byDefault: undefined,
    allowed: { 'sixteen-letters!': 'sixteen-letters!' },
    refused: [],
  },
  MAX_IMPORT_BYTES: {
    read: (config) => config.import?.maxBytes,
    beside: { IMPORT_KEY: 'sixteen-letters!' },
    byDefault: 4_294_967_296,
    allowed: { '1024': 1024 },
    refused: ['1023', '4GB'],
  },
  MAX_QUERY_DEPTH: {
    read: (config) => config.limits.maxQueryDepth,
    byDefault: DEFAULT_LIMITS.maxQueryDepth,
    allowed: { '1': 1 },
    refused: ['0', '101'],
  },
  MAX_QUERY_COST: {
    read: (config) => config.limits.maxQueryCost,
    byDefault: DEFAULT_LIMITS.maxQueryCost,
    allowed: { '100': 100 },
    refused: ['99', '1e3'],
  },
  MAX_QUERY_TOKENS: {
    read: (config) => config.limits.maxQueryTokens,
    byDefault: DEFAULT_LIMITS.maxQueryTokens,
    allowed: { '10': 10 },
    refused: ['9', 'Infinity'],
  },
  MAX_PAGE_SIZE: {
    read: (config) => config.limits.maxPageSize,
    byDefault: DEFAULT_LIMITS.maxPageSize,
    allowed: { '1000': 1000 },
    refused: ['0', '1001'],
  },
  MAX_ALIASES: {
    read: (config) => config.limits.maxAliases,
    byDefault: DEFAULT_LIMITS.maxAliases,
    allowed: { '0': 0, '1000': 1_000 },
    refused: ['1001'],
  },
  MAX_DIRECTIVES: {
    read: (config) => config.limits.maxDirectives,
    byDefault: DEFAULT_LIMITS.maxDirectives,
    allowed: { '0': 0 },
    refused: ['1001'],
  },
  MAX_ROOT_FIELDS: {
    read: (config) => config.limits.maxRootFields,
    byDefault: DEFAULT_LIMITS.maxRootFields,
    allowed: { '1': 1 },
    refused: ['0', '1001'],
  },
  MAX_ANSWER_OBJECTS: {
    read: (config) => config.limits.maxAnswerObjects,
    byDefault: DEFAULT_LIMITS.maxAnswerObjects,
    allowed: { '100': 100 },
    refused: ['99', '10000001'],
  },
  MAX_TABLE_STATEMENTS: {
    read: (config) => config.maxTableStatements,
    byDefault: DEFAULT_MAX_STATEMENTS,
    allowed: { '0': 0, '50000000': 50_000_000 },
    refused: ['-1', '50000001', '5e6'],
  },
};

interface Case {
  readonly read: (config: Config) => unknown;
  readonly beside?: Readonly<Record<string, string>>;
  readonly byDefault: unknown;
  readonly allowed: Readonly<Record<string, unknown>>;
  readonly refused: readonly string[];
}

describe('the configuration', () => {
  it('has a case here for each setting', () => {
    expect(Object.keys(CASES).sort()).toEqual(SETTINGS.map(({ name }) => name).sort());
  });

  describe.each(SETTINGS)('$name', ({ name, allowed: words }) => {
    const { read, beside = {}, byDefault, allowed, refused } = caseOf(name);

    it('has its default when unset or empty', () => {
      expect(read(loadConfig(beside))).toEqual(byDefault);
      expect(read(loadConfig({ ...beside, [name]: '' }))).toEqual(byDefault);
    });

    it.each(Object.entries(allowed))('takes %j', (value, expected) => {
      expect(read(loadConfig({ ...beside, [name]: value }))).toEqual(expected);
    });

    it.each(refused.map((value) => [value]))(
      'refuses %j, naming itself, the value and what is allowed',
      (value) => {
        const message = refusal({ ...beside, [name]: value });
        expect(message).toMatch(new RegExp(`^${name} is "`));
        expect(message).toContain(words);
        if (!value.includes('@')) expect(message).toContain(JSON.stringify(value));
      },
    );
  });

  it('names all wrong values at once, one a line', () => {
    const lines = refusal({ PORT: 'x', SEED: 'y', NEO4J_URI: 'z' }).split('\n');
    expect(lines).toEqual([
      'PORT is "x"; allowed: a whole number from 0 to 65535',
      expect.stringMatching(/^NEO4J_URI is "z"; allowed: neo4j, /),
      'SEED is "y"; allowed: auto, none',
    ]);
  });

  it('shows no password, even one written into the address', () => {
    for (const uri of [
      'bolt://user:secret@h',
      'http://user:secret@h',
      'user:se@cret@h',
      'bolt://u:sec@ret/@h',
    ]) {
      expect(refusal({ NEO4J_URI: uri, NEO4J_PASSWORD: 'secret' })).not.toMatch(/secret|cret|sec|ret/);
    }
  });

  it('uses the embedded engine whatever else is said of Neo4j', () => {
    expect(loadConfig({ NEO4J_PASSWORD: 'p', NEO4J_DATABASE: 'abc' }).neo4j).toBeUndefined();
  });

  it('refuses a weak key without telling it', () => {
    for (const key of ['short-secret', 'a secret with spaces in it']) {
      expect(refusal({ IMPORT_KEY: key })).toMatch(/^IMPORT_KEY is not usable; allowed: at least 16/);
    }
  });

  it('limits each client where others than this machine can reach the service', () => {
    for (const host of ['127.0.0.1', '::1', 'localhost']) {
      expect(loadConfig({ HOST: host }).limits.requestsPerMinute).toBe(0);
    }
    expect(loadConfig({ HOST: '0.0.0.0' }).limits.requestsPerMinute).toBe(1_200);
    expect(loadConfig({ HOST: '0.0.0.0', RATE_LIMIT_PER_MINUTE: '0' }).limits.requestsPerMinute).toBe(0);
  });

  it('gives its table as Markdown, a row for each setting', () => {
    const rows = settingsTable().split('\n');
    expect(rows).toHaveLength(SETTINGS.length + 2);
    expect(rows[2]).toBe(
      '| `PORT` | `4000` | a whole number from 0 to 65535 | The port to listen on; 0 is any free one. |',
    );
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });
});

function caseOf(name: string): Case {
  const found = CASES[name];
  if (!found) throw new Error(`no case for ${name}`);
  return found;
}

function refusal(env: Readonly<Record<string, string>>): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof DemarcheError && error.code === 'BAD_CONFIGURATION') return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
