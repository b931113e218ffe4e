import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningService } from '../../src/main.js';
import { browserOnPages, hasBrowser, openPage, screenshot } from '../support/browser.js';
import { startService } from '../support/service.js';

const OPPOSED = 'Who opposed the 2020 snapback, in whose name, in which words, reported where?';

describe.skipIf(!hasBrowser)('the explorer', () => {
  let service: RunningService;
  let browser: Browser;

  beforeAll(async () => {
    browser = await browserOnPages();
    service = await startService();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  it.each(['light', 'dark'] as const)(
    'runs an example, with nothing from elsewhere, in %s',
    async (colorScheme) => {
      const { page, requested, complaints, close } = await openPage(browser, { colorScheme });
      await page.goto(`${service.url}/graphql`);

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
