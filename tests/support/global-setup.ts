/**
 * Gives the test files the Neo4j servers they run against: the one of NEO4J_TEST_URI, or one of each release
 * that can run here, started for this run. Every project that needs servers names this file; they share them.
 */
import type { TestProject } from 'vitest/node';
import { type Neo4jServer, startNeo4j } from '../../scripts/lib/neo4j.mjs';
import { type Neo4jVersion, whatIsMissing } from '../../scripts/lib/neo4j-jars.mjs';
import type { Neo4jTestServer } from './neo4j.js';

const RELEASES: readonly Neo4jVersion[] = ['5.26.28', '2025.10.1'];

// Each project loads this file anew; what they share is kept where all of them see it.
const shared: typeof globalThis & { demarcheTestServers?: Promise<Neo4jServer[]> } = globalThis;

export async function setup(project: TestProject): Promise<void> {
  project.provide('neo4jServers', given() ?? (await started()));
}

export async function teardown(): Promise<void> {
  const servers = await shared.demarcheTestServers?.catch(() => []);
  await Promise.all((servers ?? []).map((server) => server.stop()));
}

function given(): Neo4jTestServer[] | undefined {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USERNAME = '', NEO4J_TEST_PASSWORD = '' } = process.env;
  if (!uri) return undefined;
  return [{ name: 'Neo4j', uri, username: NEO4J_TEST_USERNAME, password: NEO4J_TEST_PASSWORD }];
}

async function started(): Promise<Neo4jTestServer[]> {
  shared.demarcheTestServers ??= Promise.all(
    releasesThatRun().map((version) => startNeo4j({ version, heap: '512m', progress: console.error })),
  );
  const servers = await shared.demarcheTestServers;
  return servers.map(({ version, uri, username, password }) => ({
    name: `Neo4j ${version}`,
    uri,
    username,
    password,
  }));
}

function releasesThatRun(): Neo4jVersion[] {
  const releases = RELEASES.filter((version) => {
    const missing = whatIsMissing(version);
    if (missing) console.error(`${missing}\nNothing is tested on it.`);
    return !missing;
  });
  if (releases.length === 0 && process.env.REQUIRE_NEO4J === '1') {
    throw new Error('REQUIRE_NEO4J=1, and no Neo4j can run here.');
  }
  return releases;
}
