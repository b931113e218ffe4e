import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const compose = parse(read('docker-compose.yml'));
const dockerfile = read('Dockerfile');

test('docker-compose.yml follows the Compose Specification', () => {
  // compose-spec.json is the specification's own schema: see tests/support/compose-spec.md
  const schema = JSON.parse(read('tests/support/compose-spec.json'));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile({
    ...schema,
    $schema: 'http://json-schema.org/draft-07/schema#',
  });
  validate(compose);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ services: { demarche: { imagge: 'x' } } })).toBe(false);
});

test('both services have health checks, and the service waits for a healthy Neo4j', () => {
  expect(Object.keys(compose.services)).toEqual(['demarche', 'neo4j']);
  expect(compose.services.demarche.depends_on.neo4j.condition).toBe('service_healthy');
  expect(compose.services.neo4j.healthcheck.test).toBeDefined();
  expect(dockerfile).toMatch(/^HEALTHCHECK /m);
});

test('no port is open beyond this machine, and no password has a default', () => {
  const ports = Object.values<{ ports?: string[] }>(compose.services).flatMap(
    (service) => service.ports ?? [],
  );
  expect(ports.length).toBeGreaterThan(0);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  for (const use of read('docker-compose.yml').matchAll(/\$\{NEO4J_PASSWORD([^}]*)\}/g)) {
    expect(use[1]).toMatch(/^:\?/);
  }
  expect(read('.env.example')).toMatch(/^NEO4J_PASSWORD=$/m);
});

test('every named volume is declared', () => {
  const used = Object.values<{ volumes?: string[] }>(compose.services)
    .flatMap((service) => service.volumes ?? [])
    .map((volume) => volume.split(':')[0]);
  expect(Object.keys(compose.volumes).sort()).toEqual(used.sort());
});

test('the image does not run as root, and is built on Debian', () => {
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  expect(last).toMatch(/^USER [1-9]\d*(:[1-9]\d*)?$/m);
  for (const [, image] of dockerfile.matchAll(/^FROM (\S+)/gm)) {
    expect(image).toMatch(/^node:20\S*-bookworm-slim$|^[a-z]+$/);
  }
});
