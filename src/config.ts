import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback } from './exposure.js';
import { DemarcheError } from './model/index.js';

/** What the service and the commands are told by the environment; nothing else reads it. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** absolute */
  readonly dataDir: string;
  /** where left out, the embedded engine is used */
  readonly neo4j?: Neo4jConfig;
  readonly seed: 'auto' | 'none';
  readonly logLevel: LogLevel;
  readonly allowEmbeddedExposed: boolean;
  /** the origins whose pages may read answers; `*` is any */
  readonly corsOrigin: '*' | readonly string[];
  /** addresses, networks and their names (`loopback`) whose word on a client's address is believed */
  readonly trustedProxies: readonly string[];
  readonly metrics: boolean;
  /** where left out, nothing can be loaded through the service */
  readonly import?: { readonly key: string; readonly maxBytes: number };
  /** absolute; where given, only these queries are run */
  readonly persistedQueries?: string;
  /** the most statements that aggregates are computed on */
  readonly maxTableStatements: number;
  readonly limits: Limits;
}

export interface Neo4jConfig {
  readonly uri: string;
  readonly username: string;
  /** empty for a server without authentication */
  readonly password: string;
  /** the server's home database where left out */
  readonly database?: string;
}

/** How much one request may ask for, and how many there may be. */
export interface Limits {
  readonly requestTimeoutMs: number;
  readonly maxBodyBytes: number;
  readonly maxQueryDepth: number;
  readonly maxQueryCost: number;
  readonly maxQueryTokens: number;
  readonly maxPageSize: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxRootFields: number;
  readonly maxAnswerObjects: number;
  readonly maxConcurrentRequests: number;
  readonly maxConcurrentCostly: number;
  readonly maxConcurrentExports: number;
  readonly downloadPatienceMs: number;
  readonly maxQueuedRequests: number;
  readonly maxConnections: number;
  readonly receiveTimeoutMs: number;
  /** of one client; 0 is no limit */
  readonly requestsPerMinute: number;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One environment variable, in words; the README's table and the error messages are made of it. */
export interface Setting {
  readonly name: string;
  /** as it would be written in the environment */
  readonly default?: string;
  /** what it is when it is not set, where that is not a value */
  readonly unset?: string;
  readonly allowed: string;
  readonly description: string;
  /** its value is in no message */
  readonly secret?: boolean;
}

/** Twenty a second, all minute long: a page of a dashboard asks for a dozen. */
const PUBLIC_RATE_LIMIT = 1_200;

type Definition<Value> = Omit<Setting, 'name'> & { readonly schema: z.ZodType<Value, string | undefined> };

const DEFINITIONS = {
  PORT: wholeNumber(0, 65_535, '4000', 'The port to listen on; 0 is any free one.'),
  HOST: {
    schema: z.string().refine(isHost),
    default: '127.0.0.1',
    allowed: 'an address of this machine or a host name',
    description:
      'The address to listen on. Beyond loopback the service needs Neo4j, or `ALLOW_EMBEDDED_EXPOSED`.',
  },
  DATA_DIR: {
    schema: z.string().refine((path) => !path.includes('\0')),
    default: './data',
    allowed: 'a path of a folder; it is made when missing',
    description: 'Where the embedded database is kept.',
  },
  NEO4J_URI: {
    schema: z.string().refine(isNeo4jUri).optional(),
    unset: 'the embedded database',
    allowed:
      'neo4j, neo4j+s, neo4j+ssc, bolt, bolt+s or bolt+ssc, then ://host and :port; no user or password in it',
    description: 'The Neo4j to use.',
  },
  NEO4J_USERNAME: {
    schema: z.string(),
    default: 'neo4j',
    allowed: 'any text',
    description: 'The user on that Neo4j.',
  },
  NEO4J_PASSWORD: {
    schema: z.string().optional(),
    unset: 'no authentication',
    allowed: 'any text',
    description: 'The password of that user.',
    secret: true,
  },
  NEO4J_DATABASE: {
    schema: z
      .string()
      .regex(/^[a-z][a-z0-9.-]{2,62}$/i)
      .optional(),
    unset: "the server's own default",
    allowed: 'the name of a database: 3 to 63 letters, digits, dots and dashes, a letter first',
    description: 'The database on that Neo4j.',
  },
  SEED: oneOf(
    ['auto', 'none'],
    'auto',
    '`auto` loads the JCPOA dataset into an empty graph; `none` does not.',
  ),
  LOG_LEVEL: oneOf(
    LOG_LEVELS,
    'info',
    'The least important messages to log. Logs are JSON lines on standard error.',
  ),
  CORS_ORIGIN: {
    schema: z.string().transform(origins).optional(),
    unset: 'none',
    allowed: '* or origins such as https://example.org, with commas between them',
    description: 'Sites whose pages may call the API from a browser.',
  },
  ALLOW_EMBEDDED_EXPOSED: {
    schema: z.enum(['0', '1']).transform((value) => value === '1'),
    default: '0',
    allowed: '0 or 1',
    description:
      '`1` lets the embedded database be served beyond loopback. It cannot end a costly query once it runs: for trusted networks only.',
  },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .transform((value) => value.split(',').map((network) => network.trim()))
      .refine((networks) => networks.every(isNetwork))
      .optional(),
    unset: 'none',
    allowed:
      'addresses, networks such as 10.0.0.0/8, or loopback, linklocal, uniquelocal; commas between them',
    description: 'Proxies whose `X-Forwarded-For` says who the client is.',
  },
  METRICS: {
    schema: z.enum(['0', '1']).transform((value) => value === '1'),
    default: '0',
    allowed: '0 or 1',
    description: '`1` gives counts, durations and queue lengths at `GET /metrics`, for Prometheus.',
  },
  PERSISTED_QUERIES: {
    schema: z
      .string()
      .refine((path) => !path.includes('\0'))
      .optional(),
    unset: 'any query is run',
    allowed: 'a path of a folder of .graphql files, or of a JSON file of texts by their SHA-256',
    description: 'The only queries that are run.',
  },
  RATE_LIMIT_PER_MINUTE: {
    schema: wholeNumberFrom(0, 1_000_000).optional(),
    unset: `0 on loopback, ${PUBLIC_RATE_LIMIT} beyond`,
    allowed: 'a whole number from 0 to 1000000',
    description: 'Most requests of one client in a minute; 0 is no limit.',
  },
  MAX_CONCURRENT_REQUESTS: wholeNumber(1, 1_000, '32', 'Most GraphQL requests that run at a time.'),
  MAX_CONCURRENT_COSTLY: wholeNumber(
    1,
    1_000,
    '2',
    'Most that run at a time of those that cost more than a quarter of `MAX_QUERY_COST`; and most exports whose next bytes are being made.',
  ),
  MAX_CONCURRENT_EXPORTS: wholeNumber(
    1,
    10_000,
    '200',
    'Most exports that are under way at a time, those that wait for their clients among them.',
  ),
  DOWNLOAD_PATIENCE_MS: wholeNumber(
    100,
    600_000,
    '30000',
    'Milliseconds after which a client is cut off that lets an export wait and takes less than 16 kB a second of it.',
  ),
  MAX_QUEUED_REQUESTS: wholeNumber(
    0,
    10_000,
    '100',
    'Most that wait, for a second and a half, until one of those ends.',
  ),
  MAX_CONNECTIONS: wholeNumber(10, 100_000, '1000', 'Most open connections; further ones are closed.'),
  RECEIVE_TIMEOUT_MS: wholeNumber(
    100,
    60_000,
    '1500',
    'Milliseconds until a request must be here; a body may go on as long as it comes at 16 kB a second.',
  ),
  REQUEST_TIMEOUT_MS: wholeNumber(100, 600_000, '30000', 'Milliseconds until a request is given up.'),
  MAX_BODY_BYTES: wholeNumber(1_024, 16_777_216, '262144', "Most bytes of a request's body."),
  IMPORT_KEY: {
    schema: z
      .string()
      .regex(/^[!-~]{16,}$/)
      .optional(),
    unset: 'nothing is loaded through the service',
    allowed: 'at least 16 characters, without spaces',
    description: 'The key with which records can be loaded through `POST /import`.',
    secret: true,
  },
  MAX_IMPORT_BYTES: wholeNumber(
    1_024,
    1_000_000_000_000,
    '4294967296',
    'Most bytes that one `POST /import` sends, packed or not.',
  ),
  MAX_QUERY_DEPTH: wholeNumber(1, 100, '15', 'Deepest nesting of fields in a query.'),
  MAX_QUERY_COST: wholeNumber(
    100,
    10_000_000,
    '20000',
    'Most a query may cost, as estimated before it is run: about one for each object it asks for.',
  ),
  MAX_QUERY_TOKENS: wholeNumber(10, 20_000, '2000', 'Most lexical tokens of a query.'),
  MAX_ALIASES: wholeNumber(0, 1_000, '30', 'Most aliases in a query.'),
  MAX_DIRECTIVES: wholeNumber(0, 1_000, '30', 'Most directives in a query.'),
  MAX_ROOT_FIELDS: wholeNumber(1, 1_000, '20', 'Most fields of `Query` that one query asks for.'),
  MAX_PAGE_SIZE: wholeNumber(1, 1_000, '100', 'Most nodes on a page of a list.'),
  MAX_ANSWER_OBJECTS: wholeNumber(
    100,
    10_000_000,
    '25000',
    'Most objects in the lists of an answer, counted while it is made.',
  ),
  MAX_TABLE_STATEMENTS: wholeNumber(
    0,
    50_000_000,
    '5000000',
    'Most statements in the graph for which facets, timelines and networks are computed; they are kept in memory for it, some 180 bytes each.',
  ),
} satisfies Record<string, Definition<unknown>>;

type Definitions = typeof DEFINITIONS;
type Values = { readonly [Name in keyof Definitions]: z.output<Definitions[Name]['schema']> };

export const SETTINGS: readonly Setting[] = Object.entries<Definition<unknown>>(DEFINITIONS).map(
  ([name, { schema: _, ...words }]) => ({ name, ...words }),
);

/**
 * Reads the configuration. An empty value counts as none. Throws one BAD_CONFIGURATION that has a line for each
 * wrong value: the variable, what it was and what is allowed.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries<Definition<unknown>>(DEFINITIONS)) {
    const given = definition.secret ? env[name] : env[name]?.trim();
    const result = definition.schema.safeParse(given || definition.default);
    if (result.success) values[name] = result.data;
    else wrong.push(`${name} is ${shown(definition, given ?? '')}; allowed: ${definition.allowed}`);
  }
  if (wrong.length > 0) throw new DemarcheError('BAD_CONFIGURATION', wrong.join('\n'));
  // each value is what its own schema made of it
  return toConfig(values as Values);
}

/** The settings as a Markdown table, for the README. */
export function settingsTable(): string {
  const rows = SETTINGS.map((setting) => [
    `\`${setting.name}\``,
    setting.default === undefined ? (setting.unset ?? '') : `\`${setting.default}\``,
    setting.allowed,
    setting.description,
  ]);
  return [['variable', 'default', 'allowed', 'meaning'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function toConfig(values: Values): Config {
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    ...(values.NEO4J_URI !== undefined && {
      neo4j: {
        uri: values.NEO4J_URI,
        username: values.NEO4J_USERNAME,
        password: values.NEO4J_PASSWORD ?? '',
        ...(values.NEO4J_DATABASE !== undefined && { database: values.NEO4J_DATABASE }),
      },
    }),
    seed: values.SEED,
    logLevel: values.LOG_LEVEL,
    allowEmbeddedExposed: values.ALLOW_EMBEDDED_EXPOSED,
    corsOrigin: values.CORS_ORIGIN ?? [],
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    metrics: values.METRICS,
    ...(values.PERSISTED_QUERIES !== undefined && { persistedQueries: resolve(values.PERSISTED_QUERIES) }),
    ...(values.IMPORT_KEY !== undefined && {
      import: { key: values.IMPORT_KEY, maxBytes: values.MAX_IMPORT_BYTES },
    }),
    maxTableStatements: values.MAX_TABLE_STATEMENTS,
    limits: {
      requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
      maxBodyBytes: values.MAX_BODY_BYTES,
      maxQueryDepth: values.MAX_QUERY_DEPTH,
      maxQueryCost: values.MAX_QUERY_COST,
      maxQueryTokens: values.MAX_QUERY_TOKENS,
      maxPageSize: values.MAX_PAGE_SIZE,
      maxAliases: values.MAX_ALIASES,
      maxDirectives: values.MAX_DIRECTIVES,
      maxRootFields: values.MAX_ROOT_FIELDS,
      maxAnswerObjects: values.MAX_ANSWER_OBJECTS,
      maxConcurrentRequests: values.MAX_CONCURRENT_REQUESTS,
      maxConcurrentCostly: values.MAX_CONCURRENT_COSTLY,
      maxConcurrentExports: values.MAX_CONCURRENT_EXPORTS,
      downloadPatienceMs: values.DOWNLOAD_PATIENCE_MS,
      maxQueuedRequests: values.MAX_QUEUED_REQUESTS,
      maxConnections: values.MAX_CONNECTIONS,
      receiveTimeoutMs: values.RECEIVE_TIMEOUT_MS,
      requestsPerMinute: values.RATE_LIMIT_PER_MINUTE ?? (isLoopback(values.HOST) ? 0 : PUBLIC_RATE_LIMIT),
    },
  };
}

/** Whatever stands before an `@` may be a user's password, however wrong the rest is. */
function shown({ secret }: Pick<Setting, 'secret'>, value: string): string {
  return secret ? 'not usable' : JSON.stringify(value.replace(/^([a-z0-9+]*:\/\/)?.*@/is, '$1***@'));
}

function wholeNumber(least: number, most: number, byDefault: string, description: string) {
  return {
    schema: wholeNumberFrom(least, most),
    default: byDefault,
    allowed: `a whole number from ${least} to ${most}`,
    description,
  };
}

function wholeNumberFrom(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

function oneOf<const Word extends string>(words: readonly Word[], byDefault: Word, description: string) {
  return { schema: z.enum(words), default: byDefault, allowed: words.join(', '), description };
}

function isNetwork(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true;
  const [, address = '', bits = '0'] = value.match(/^([^/]+)(?:\/(\d{1,3}))?$/) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
}

function isHost(value: string): boolean {
  if (isIP(value) !== 0) return true;
  const isName = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?$/i.test(value);
  return isName && !/^[\d.]+$/.test(value);
}

function isNeo4jUri(value: string): boolean {
  if (!/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s/?#]+/i.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

function origins(value: string, context: z.RefinementCtx): '*' | readonly string[] {
  if (value === '*') return '*';
  const named = value.split(',').map((origin) => origin.trim());
  if (!named.every(isOrigin)) context.addIssue({ code: 'custom' });
  return named;
}

function isOrigin(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).origin === value;
}
