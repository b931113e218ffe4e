import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { growth } from './memory.js';
import type { DashboardResults } from './results.js';

/** Where Debian has it; another one is named by CHROMIUM. */
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];
const VIEWPORT = { width: 1400, height: 900 };
const SLOWDOWN = 4;
const FIRST_VISITS = 5;
const PAN_MS = 5_000;
const ROUNDS = 60;
const LONGEST_MS = 120_000;

/** What a person waits for on the pages, in Chromium. */
export async function measureDashboard(
  origin: string,
  say: (line: string) => void,
): Promise<DashboardResults> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    say('Dashboard: first visits of Overview …');
    const visits: FirstVisit[] = [];
    for (let visit = 0; visit < FIRST_VISITS; visit++) visits.push(await firstVisit(browser, origin));
    say('Dashboard: typing, and changing a filter …');
    const search = await onPage(browser, `${origin}/statements`, searching);
    say('Dashboard: panning and zooming the network …');
    const network = await onPage(browser, 'about:blank', (page) => panning(page, origin));
    say('Dashboard: clicking from page to page …');
    const heapMiB = await onPage(browser, origin, clicking);
    return {
      largestPaintMs: median(visits.map(({ largestPaintMs }) => largestPaintMs)),
      scriptKilobytes: Math.max(...visits.map(({ scriptKilobytes }) => scriptKilobytes)),
      ...search,
      ...network,
      heapMiB,
      heapGrowth: growth(heapMiB.slice(heapMiB.length / 2)),
    };
  } finally {
    await browser.close();
  }
}

// What runs in the page is text: here there are no types of a browser's.

const FIRST_VISIT = `(async () => {
  const largestPaintMs = await new Promise((resolve) =>
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
      type: 'largest-contentful-paint', buffered: true }));
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
  return { largestPaintMs, scriptKilobytes: scripts.reduce((sum, one) => sum + one.encodedBodySize, 0) / 1000 };
})()`;

const WATCH_INTERACTIONS = `
  globalThis.waits = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) waits.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

const COUNTS = `(({ nodes, edges }) => ({ networkNodes: Number(nodes), networkEdges: Number(edges) }))(
  document.querySelector('.network-space').dataset)`;

const COUNT_FRAMES = `new Promise((resolve) => {
  const began = performance.now();
  let frames = 0;
  const next = () => {
    frames++;
    const passed = performance.now() - began;
    if (passed < ${PAN_MS}) requestAnimationFrame(next);
    else resolve((frames * 1000) / passed);
  };
  requestAnimationFrame(next);
})`;

async function onPage<T>(
  browser: Browser,
  url: string,
  work: (page: Page, devtools: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST_MS);
    const devtools = await context.newCDPSession(page);
    await page.goto(url);
    return await work(page, devtools);
  } finally {
    await context.close();
  }
}

interface FirstVisit {
  readonly largestPaintMs: number;
  readonly scriptKilobytes: number;
}

/** With an empty cache and a processor four times as slow. */
function firstVisit(browser: Browser, origin: string): Promise<FirstVisit> {
  return onPage(browser, 'about:blank', async (page, devtools) => {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.goto(origin, { waitUntil: 'networkidle' });
    return page.evaluate<FirstVisit>(FIRST_VISIT);
  });
}

/** How long it takes until the page shows that something was typed or chosen: the slowest of all interactions. */
async function searching(page: Page): Promise<Pick<DashboardResults, 'typingMs' | 'filterMs'>> {
  await page.getByRole('article').first().waitFor();
  await page.evaluate(WATCH_INTERACTIONS);
  const slowest = async () => {
    await delay(1_000);
    return page.evaluate<number>('Math.max(0, ...waits.splice(0))');
  };
  await page.getByLabel('Words').pressSequentially('sanctions inspection', { delay: 80 });
  await page.waitForLoadState('networkidle');
  const typingMs = await slowest();
  await page.getByLabel('Words').fill('');
  await page.waitForLoadState('networkidle');
  await slowest();
  const box = page.locator('.filters input[type=checkbox]');
  for (const place of [0, 1, 2]) {
    await box.nth(place).click();
    await page.waitForLoadState('networkidle');
  }
  return { typingMs, filterMs: await slowest() };
}

const NETWORK_NODES = 2_000;
const NETWORK_EDGES = 10_000;

interface NetworkAnswer {
  readonly data: {
    readonly network: {
      readonly nodes: readonly { readonly id: string; readonly name: string }[];
      readonly edges: readonly { readonly weight: number }[];
    };
  };
}

/** The service's answer with so many nodes and edges in it: no corpus has just these. */
function grown({ data: { network } }: NetworkAnswer): NetworkAnswer {
  const nodes = Array.from({ length: NETWORK_NODES }, (_, i) => ({
    ...network.nodes[i % network.nodes.length],
    id: `actor:n${i}`,
    name: `Actor ${i}`,
  }));
  const edges = Array.from({ length: NETWORK_EDGES }, (_, i) => ({
    source: nodes[i % NETWORK_NODES],
    // the steps differ from round to round, so that no two have the same ends
    target: nodes[(i + 1 + 37 * Math.floor(i / NETWORK_NODES)) % NETWORK_NODES],
    weight: 1 + (i % 7),
  }));
  return { data: { network: { ...network, nodes, edges } } };
}

/** Frames a second while the picture is dragged, then zoomed. */
async function panning(
  page: Page,
  origin: string,
): Promise<Pick<DashboardResults, 'networkNodes' | 'networkEdges' | 'framesPerSecond'>> {
  await page.route(/graphql\?query=query\+Network%28/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: grown((await response.json()) as NetworkAnswer) });
  });
  await page.goto(`${origin}/network?by=speak&edges=${NETWORK_EDGES}`);
  const canvas = page.locator('.network-space canvas').first();
  await canvas.waitFor();
  await page.waitForLoadState('networkidle');
  await delay(3_000);
  const counts = await page.evaluate<Pick<DashboardResults, 'networkNodes' | 'networkEdges'>>(COUNTS);
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the network has no place on the page');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const counting = page.evaluate<number>(COUNT_FRAMES);
  const until = performance.now() + PAN_MS;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; performance.now() < until - PAN_MS / 2; step++) {
    await page.mouse.move(x + 150 * Math.sin(step / 10), y + 100 * Math.cos(step / 10));
  }
  await page.mouse.up();
  for (let step = 0; performance.now() < until; step++) await page.mouse.wheel(0, step % 20 < 10 ? -60 : 60);
  return { ...counts, framesPerSecond: await counting };
}

const STOPS = ['Statements', 'Topics', 'Actors', 'Network', 'Votes', 'Overview'];

/** Memory that is in use after each round through the pages. In MiB. */
async function clicking(page: Page, devtools: CDPSession): Promise<number[]> {
  await devtools.send('Performance.enable');
  const heapMiB: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of STOPS) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
      await page.waitForLoadState('networkidle');
    }
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    heapMiB.push((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 2 ** 20);
  }
  return heapMiB;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
