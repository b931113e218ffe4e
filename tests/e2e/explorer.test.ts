import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningService } from '../../src/main.js';
import { startService } from '../support/service.js';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const OPPOSED = 'Who opposed the 2020 snapback, in whose name, in which words, reported where?';

const canRun = existsSync(CHROMIUM) || process.env.REQUIRE_BROWSER === '1';
if (!canRun) {
  console.warn(
    `The explorer is NOT tested: there is no ${CHROMIUM} (apt-get install chromium; REQUIRE_BROWSER=1 makes this a failure).`,
  );
}

describe.skipIf(!canRun)('the explorer', () => {
  let service: RunningService;
  let browser: Browser;

  beforeAll(async () => {
    // in a process of its own: Vitest's NODE_ENV would make it bundle React for development
    const env = { ...process.env, NODE_ENV: 'production' };
    await promisify(execFile)('node_modules/.bin/vite', ['build', '--config', 'src/web/vite.config.ts'], {
      env,
    });
    service = await startService();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  it.each(['light', 'dark'] as const)(
    'runs an example, with nothing from elsewhere, in %s',
    async (colorScheme) => {
      const { page, requested, complaints, close } = await openPage(browser, colorScheme);
      await page.goto(service.url);
      expect(page.url()).toBe(`${service.url}/graphql`);

      await page.getByRole('button', { name: OPPOSED }).waitFor();
      await page.getByRole('button', { name: /^Find people/ }).click();
      await answerOf(page, 'Sergei Lavrov');
      await page.getByRole('button', { name: OPPOSED }).click();
      await answerOf(page, '"statements"');
      await screenshot(page, `explorer-${colorScheme}`);
      await page.getByRole('tab', { name: 'SearchForLavrov' }).waitFor();

      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page.getByText('What can be asked.').or(page.getByText('Root Types')).first().waitFor();

      expect(await themeOf(page)).toBe(colorScheme);
      expect(
        requested.filter((url) => !url.startsWith(`${service.url}/`) && !url.startsWith('data:')),
      ).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
    60_000,
  );
});

interface OpenPage {
  readonly page: Page;
  /** the address of everything the page asked for */
  readonly requested: readonly string[];
  /** errors on the console, uncaught ones, and what the content security policy kept back */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

async function openPage(browser: Browser, colorScheme: 'light' | 'dark'): Promise<OpenPage> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  const requested: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('websocket', (socket) => requested.push(socket.url()));
  return { page, requested, complaints, close: () => context.close() };
}

/** Waits until the answer's pane shows these words. */
async function answerOf(page: Page, words: string): Promise<void> {
  await page.locator('.graphiql-response').getByText(words).first().waitFor();
}

async function themeOf(page: Page): Promise<'light' | 'dark'> {
  const background = await page.evaluate(
    'getComputedStyle(document.querySelector(".graphiql-container")).backgroundColor',
  );
  const [red = 0] = String(background).match(/\d+/g) ?? [];
  return Number(red) < 128 ? 'dark' : 'light';
}

async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
