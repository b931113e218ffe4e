import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

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

export const hasBrowser = existsSync(CHROMIUM) || process.env.REQUIRE_BROWSER === '1';
if (!hasBrowser) {
  console.warn(
    `The pages are NOT tested: there is no ${CHROMIUM} (apt-get install chromium; REQUIRE_BROWSER=1 makes this a failure).`,
  );
}

/** Builds the pages into dist/web and starts a browser. */
export async function browserOnPages(): Promise<Browser> {
  // in a process of its own: Vitest's NODE_ENV would make it bundle React for development
  const env = { ...process.env, NODE_ENV: 'production' };
  const build = ['build', '--config', 'src/web/vite.config.ts'];
  await promisify(execFile)('node_modules/.bin/vite', build, { env });
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

export interface OpenPage {
  readonly page: Page;
  /** the address of everything the page asked for */
  readonly requested: readonly string[];
  /** errors on the console, uncaught ones, and what the content security policy kept back */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
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

/** Keeps a picture of the page in the folder that SCREENSHOTS names. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
