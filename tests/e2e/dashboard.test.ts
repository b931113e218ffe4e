import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSeed } from '../../src/ingest/index.js';
import type { RunningService } from '../../src/main.js';
import type { AnyRecord } from '../../src/model/index.js';
import type { Store } from '../../src/store/index.js';
import { browserOnPages, hasBrowser, openPage, screenshot } from '../support/browser.js';
import { loadRecords } from '../support/load-records.js';
import { startService } from '../support/service.js';
import { eachStore, type StoreFactory } from '../support/stores.js';

/** Each kind of page, by an address on the seed. */
const PAGES = {
  overview: '/',
  statements: '/statements',
  search: '/statements?q=snapback&position=OPPOSE&from=2025',
  topics: '/topics',
  issue: '/topic:snapback-2020',
  proposition: '/topic:us-snapback-2020',
  actors: '/actors',
  state: '/actor:iran',
  group: '/actor:e3',
  person: '/actor:sergei-lavrov',
  statement: '/statement:2020-09-01-lavrov-mediation',
  votes: '/votes',
  vote: '/event:unsc-2025-09-19',
  conditions: '/conditions',
  disputes: '/disputes',
  network: '/network',
  evidence: '/network?topic=topic:snapback-2025&node=actor:china&edge=actor:iran+actor:russia',
  compare: '/compare?actor=actor:e3&actor=actor:russia',
  nothing: '/actor:nobody',
};

const ENGINES = ['Grafeo in memory', 'Neo4j'];
const MOST_BYTES_OF_SCRIPT = 250_000;
/** Of polling: what is computed on a busy machine takes its time. */
const PATIENT = { timeout: 20_000 };
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const stores = await eachStore();
const engines = ENGINES.flatMap((name) => stores.filter((store) => store.name.startsWith(name)).slice(0, 1));

let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) browser = await browserOnPages();
}, 240_000);
afterAll(() => browser?.close());

describe.skipIf(!hasBrowser).each(engines)('on $name, an analyst finds out', (factory) => {
  const { at } = serving(factory, loadSeed);

  it('who opposed the 2020 snapback, in which words', async () => {
    const { page, clicks, click } = await start(at('/'));
    await click(page.getByRole('navigation').getByRole('link', { name: 'Topics' }));
    await click(page.getByRole('link', { name: 'The US attempt of 2020' }));
    const opposed = page.getByRole('row', { name: /^Opposition/ });
    for (const name of ['Iran', 'Russia', 'China', 'E3']) {
      await opposed.getByRole('link', { name, exact: true }).waitFor();
    }
    await click(opposed.getByRole('link', { name: 'Russia', exact: true }));
    await click(page.getByRole('link', { name: 'earliest first' }).or(page.getByLabel('Order')));
    const entry = page.getByRole('article').filter({ hasText: 'Vassily Nebenzia' }).first();
    await entry.locator('blockquote').waitFor();
    await sourceOf(entry);
    expect(clicks()).toBeLessThanOrEqual(5);
    await page.context().close();
  });

  it('what the E3 said of snapback in 2020 and in 2025: two questions', async () => {
    const { page, clicks, click } = await start(at('/'));
    await click(page.getByLabel('Find', { exact: true }));
    await page.getByRole('combobox', { name: 'Find' }).pressSequentially('E3');
    await click(page.getByRole('option', { name: /^E3/ }));
    const then = page.getByRole('row', { name: /^Reinstatement on the US notification \(2020\)/ });
    const now = page.getByRole('row', { name: /^Reinstatement on the E3 notification \(2025\)/ });
    expect(await then.textContent()).toMatch(/20 August 2020.*opposes/);
    expect(await now.textContent()).toMatch(/28 August 2025.*supports/);
    await click(then.getByRole('link', { name: /E3 opposes/ }).first());
    await page.locator('blockquote').first().waitFor();
    await sourceOf(page.getByRole('article').first());
    await page.goBack();
    await now.waitFor();
    expect(clicks()).toBeLessThanOrEqual(5);
    await page.context().close();
  });

  it('who stands closest to China on snapback in 2025', async () => {
    const { page, clicks, click } = await start(at('/'));
    await click(page.getByRole('navigation').getByRole('link', { name: 'Topics' }));
    await click(page.getByRole('link', { name: 'The E3 snapback of 2025' }));
    await click(page.getByRole('link', { name: /as a network/ }));
    const lines = page.getByRole('region', { name: 'Lines' }).getByRole('row');
    await click(lines.getByRole('link', { name: 'China', exact: true }).first());
    const closest = lines.nth(1);
    await closest.filter({ hasText: 'China' }).filter({ hasText: 'Iran' }).waitFor();
    await click(closest.getByRole('link', { name: /^statements/ }));
    await page.getByRole('heading', { name: /^Behind the line between China and Iran/ }).waitFor();
    await sourceOf(page.getByRole('article').first());
    expect(clicks()).toBeLessThanOrEqual(5);
    await page.context().close();
  });

  it('which statements are behind the edge between Russia and Iran, and undoes the step', async () => {
    const { page, clicks, click } = await start(at('/'));
    await click(page.getByRole('navigation').getByRole('link', { name: 'Network' }));
    await page.locator('.network-space canvas').first().waitFor();
    await click(page.getByRole('link', { name: 'statements behind Iran and Russia' }));
    const heading = page.getByRole('heading', { name: 'Behind the line between Iran and Russia' });
    await heading.waitFor();
    const speakers = await page.getByRole('article').locator('.who').allTextContents();
    expect(speakers.some((who) => who.includes('Iran'))).toBe(true);
    expect(speakers.some((who) => who.includes('Russia'))).toBe(true);
    await sourceOf(page.getByRole('article').first());
    expect(clicks()).toBeLessThanOrEqual(5);
    await page.goBack();
    await heading.waitFor({ state: 'detached' });
    await page.goForward();
    await heading.waitFor();
    await page.context().close();
  });

  it('what sources disagree about on 19 September 2025', async () => {
    const { page, clicks, click } = await start(at('/'));
    await click(page.getByRole('navigation').getByRole('link', { name: 'Disputes' }));
    const dispute = page
      .getByRole('region')
      .filter({ hasText: 'What did the Security Council decide on 19 September 2025?' });
    expect(await dispute.getByRole('heading').textContent()).toContain('19 September 2025');
    const claims = dispute.locator('ol > li');
    expect(await claims.count()).toBeGreaterThanOrEqual(2);
    for (const claim of await claims.all()) await sourceOf(claim);
    expect(clicks()).toBeLessThanOrEqual(5);
    await page.context().close();
  });

  it('who voted how, beside what they had said', async () => {
    const { page, click } = await start(at('/'));
    await click(page.getByRole('navigation').getByRole('link', { name: 'Votes' }));
    await click(page.getByRole('link', { name: /draft that would keep UN sanctions on Iran terminated/ }));
    await page.getByRole('row', { name: /^Slovenia Against.*opposes/ }).waitFor();
    await page.getByRole('row', { name: /^Somalia Against no record of its words/ }).waitFor();
    await click(page.getByRole('link', { name: /^Words on any question/ }));
    await page.getByRole('row', { name: /^Russia In favour.*opposes/ }).waitFor();
    await page.context().close();
  });

  it('a network grows step by step, goes back and forth, and is taken along as a picture', async () => {
    const { page, click } = await start(at('/network?node=actor:e3'));
    const lines = page.getByRole('region', { name: 'Lines' });
    const around = page.getByRole('list', { name: 'Around' }).getByRole('listitem');
    const rows = lines.locator('tbody tr');
    await page.locator('.network-space canvas').first().waitFor();
    for (const row of await rows.all()) expect(await row.textContent()).toContain('E3');
    const [undo, redo] = ['Undo', 'Redo'].map((name) => page.getByRole('button', { name, exact: true }));
    expect([await undo?.isDisabled(), await redo?.isDisabled()]).toEqual([true, true]);
    const before = await rows.count();
    await click(lines.getByRole('link', { name: 'China', exact: true }).first());
    await expect.poll(() => around.count(), PATIENT).toBe(2);
    await expect.poll(() => rows.count(), PATIENT).toBeGreaterThan(before);
    await undo?.click();
    await expect.poll(() => around.count(), PATIENT).toBe(1);
    await redo?.click();
    await expect.poll(() => around.count(), PATIENT).toBe(2);
    await around.filter({ hasText: 'E3' }).getByRole('button').click();
    await expect.poll(() => around.allTextContents(), PATIENT).toEqual([expect.stringContaining('China')]);

    await settled(page);
    await page.locator('button:enabled', { hasText: 'SVG' }).waitFor();
    const picture = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const svg = await picture('SVG');
    expect(svg.file).toBe('network.svg');
    expect(svg.bytes.toString()).toMatch(/^<svg [^>]*xmlns=.*<line .*<circle .*>China<\/text>/s);
    const png = await picture('PNG');
    expect(png.file).toBe('network.png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(10_000);
    await page.context().close();
  });

  it('a large network is all there again where it was moved to: its lines open what is behind them', async () => {
    const { page } = await start(at('/network?by=speak&edges=2000'));
    const space = page.locator('.network-space');
    await page.locator('button:enabled', { hasText: 'SVG' }).waitFor();
    await settled(page);
    await space.scrollIntoViewIfNeeded();
    const box = await space.boundingBox();
    if (!box) throw new Error('the network has no place on the page');
    const isMoving = () => space.evaluate(({ classList }) => classList.contains('is-moving'));
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    for (let step = 1; step <= 10; step++)
      await page.mouse.move(box.x + 20 + 6 * step, box.y + 20 + 2 * step);
    await expect.poll(isMoving, PATIENT).toBe(true);
    await page.mouse.up();
    await expect.poll(isMoving, PATIENT).toBe(false);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG', exact: true }).click(),
    ]);
    const free = freeMiddle((await readFile(await download.path())).toString());
    await space.click({ position: free });
    await page.getByRole('heading', { name: /^Behind the line between/ }).waitFor();
    await sourceOf(page.getByRole('article').first());
    await page.context().close();
  });

  it('who stands closest to an actor, and two actors through time', async () => {
    const { page, click } = await start(at('/actor:russia'));
    const nearest = page.getByRole('region', { name: /^Who stands closest/ });
    const closest = nearest.locator('div', {
      has: page.getByRole('heading', { name: 'Takes the same side' }),
    });
    await closest.getByRole('link', { name: 'China', exact: true }).last().waitFor();
    await click(closest.getByRole('link', { name: 'statements behind Russia and China' }).last());
    await page.getByRole('heading', { name: /^Behind the line between/ }).waitFor();
    await sourceOf(page.getByRole('article').first());

    await page.goto(at('/compare?actor=actor:e3&actor=actor:russia&from=2025&to=2025'));
    await page
      .getByRole('row', { name: /^Reinstatement on the E3 notification \(2025\).*differ$/ })
      .waitFor();
    expect(await page.getByRole('row', { name: /\(2020\)/ }).count()).toBe(0);
    await page.getByRole('region', { name: 'Over time' }).locator('figure, svg').nth(1).waitFor();
    await page.context().close();
  });

  it('searches as it is typed, counts, narrows, and takes the rest along as a file', async () => {
    const { page } = await start(at('/statements'));
    const total = page.getByRole('status').filter({ hasText: /^\d+ statements?$/ });
    await total.waitFor();
    const all = Number.parseInt((await total.textContent()) ?? '', 10);
    await page.getByLabel('Words').pressSequentially('snapb', { delay: 20 });
    await page.waitForURL(/q=snapb$/);
    await expect
      .poll(async () => Number.parseInt((await total.textContent()) ?? '', 10), PATIENT)
      .toBeLessThan(all);
    const oppose = page.getByRole('checkbox', { name: /^oppose \d+/ });
    const count = Number(/\d+$/.exec((await oppose.locator('..').textContent()) ?? '')?.[0]);
    await oppose.check();
    await expect.poll(() => total.textContent(), PATIENT).toBe(`${count} statements`);
    expect(await page.title()).toBe('Statements with “snapb” · Demarche');

    await page.getByLabel('Export as').selectOption('gexf');
    const link = page.getByRole('link', { name: 'Download' });
    await expect.poll(() => link.getAttribute('href'), PATIENT).toContain('/export/gexf?');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^<\?xml.*<gexf.*statement:/s);

    await page.getByText('The GraphQL query behind this').click();
    await page.getByRole('link', { name: 'Open in the explorer' }).click();
    await page.locator('.graphiql-container').getByText('StatementFields').first().waitFor();

    await page.goBack();
    await expect.poll(() => total.textContent(), PATIENT).toBe(`${count} statements`);
    await page.goBack();
    await expect.poll(() => oppose.isChecked(), PATIENT).toBe(false);
    await page.context().close();
  });

  it('gives the network that is shown as a file', async () => {
    const { page } = await start(at('/network?from=2020&to=2020'));
    await page.getByLabel('This network as').selectOption('dl');
    const link = page
      .locator('.export', { hasText: 'This network as' })
      .getByRole('link', { name: 'Download' });
    await expect.poll(() => link.getAttribute('href'), PATIENT).toContain('/export/dl?');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^demarche-.*-network-actor-actor-.*\.dl$/);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^dl n=\d+ format=fullmatrix\nlabels:\n"/);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('every page', () => {
  const { at } = serving(embedded(), loadSeed);

  it.each(Object.entries(PAGES))('%s: light, dark and on a phone', async (name, address) => {
    const views = {
      light: { colorScheme: 'light' },
      dark: { colorScheme: 'dark' },
      phone: { colorScheme: 'light', viewport: { width: 390, height: 844 } },
    } as const;
    for (const [view, options] of Object.entries(views)) {
      const { page, requested, complaints, close } = await openPage(browser, options);
      await page.goto(at(address));
      await settled(page);
      expect(await page.title(), view).toMatch(/.+ · Demarche$/);
      expect(await page.getByRole('heading', { level: 1 }).count(), view).toBe(1);
      expect(await violationsOn(page), view).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, `${view}: wider than the window`).toBeLessThanOrEqual(0);
      expect(complaints, view).toEqual([]);
      expect(requested.filter((url) => !url.startsWith(at('/')) && !url.startsWith('data:'))).toEqual([]);
      await screenshot(page, `${name}-${view}`);
      await close();
    }
  });

  it(`the first one needs at most ${MOST_BYTES_OF_SCRIPT / 1000} kB of script, as it is sent`, async () => {
    const { page, close } = await openPage(browser, {});
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') {
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
      }
    });
    await page.goto(at('/'));
    await settled(page);
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThanOrEqual(MOST_BYTES_OF_SCRIPT);
    await close();
  });

  it('scripts come from files of the service alone: none may be inline', async () => {
    const policy = (await fetch(at('/'), { headers: { accept: 'text/html' } })).headers.get(
      'content-security-policy',
    );
    expect(policy).toMatch(/script-src 'self';/);
  });

  it('a list goes on as it is scrolled, and its place is found again on the way back', async () => {
    const { page, close } = await openPage(browser, {});
    await page.goto(at('/statements?order=DATE_ASC'));
    await settled(page);
    expect(await page.getByRole('article').count()).toBeLessThan(40);
    const last = page.locator('li[aria-posinset]').last();
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 3000);
        return Number(await last.getAttribute('aria-posinset'));
      }, PATIENT)
      .toBeGreaterThan(90);
    await settled(page);
    // a wheel goes on turning for a while; then one in the middle of the window stays where it is
    let top: unknown;
    await expect
      .poll(async () => {
        const before = top;
        top = await page.evaluate('scrollY');
        return top === before;
      }, PATIENT)
      .toBe(true);
    await settled(page);
    const place = await page.evaluate<string>(
      "document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('li').ariaPosInSet",
    );
    const deep = page.locator(`li[aria-posinset="${place}"]`);
    const link = deep.locator('.when a');
    const address = await link.getAttribute('href');
    await link.click();
    await page.waitForURL(at(address ?? ''));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goBack();
    await deep.waitFor();
    expect(await deep.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900);
    await close();
  });

  it('is used by keyboard', async () => {
    const { page, close } = await openPage(browser, {});
    await page.goto(at('/'));
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.getByLabel('Find', { exact: true }).focus();
    await page.getByRole('combobox', { name: 'Find' }).pressSequentially('lavrov');
    await page.getByRole('option', { name: /Sergei Lavrov/ }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(at('/actor:sergei-lavrov'));
    await page.getByRole('heading', { level: 1, name: 'Sergei Lavrov' }).waitFor();
    await page.getByLabel('Find', { exact: true }).focus();
    await page.keyboard.type('legal effect');
    await page.keyboard.press('Enter');
    await page.waitForURL(at('/statements?q=legal+effect'));
    await close();
  });

  it('says so when the service cannot be reached, and goes on when it can', async () => {
    const { page, close } = await openPage(browser, {});
    await page.goto(at('/statements'));
    await settled(page);
    await page.context().setOffline(true);
    await page.getByLabel('Words').fill('sanctions');
    const problem = page.getByRole('alert').filter({ hasText: 'The service did not answer' }).first();
    await problem.waitFor();
    await page.context().setOffline(false);
    const retries = page.getByRole('button', { name: 'Try again' });
    while ((await retries.count()) > 0) await retries.first().click();
    await problem.waitFor({ state: 'detached' });
    await page.getByRole('article').filter({ hasText: 'sanctions' }).first().waitFor();
    await close();
  });

  it.each([
    '/',
    '/topic:snapback-2020',
    '/actor:iran',
    '/network',
    '/compare?actor=actor:e3&actor=actor:russia',
    '/votes',
    '/conditions',
    '/disputes',
  ])('%s without the service: a sentence, and the page when it is asked again', async (address) => {
    const { page, close } = await openPage(browser, {});
    // an address that asks for nothing: what the page needs besides data is there
    await page.goto(at('/nothing'));
    await settled(page);
    await page.route(API, (route) => route.abort());
    await page.goto(at(address));
    await page.getByRole('alert').filter({ hasText: 'The service did not answer' }).first().waitFor();
    await page.unroute(API);
    const retries = page.getByRole('button', { name: 'Try again' });
    await expect
      .poll(async () => {
        if ((await retries.count()) > 0) await retries.first().click();
        return page.getByRole('alert').count();
      }, PATIENT)
      .toBe(0);
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await close();
  });

  it("shows the API's own words where it refuses", async () => {
    const { page, close } = await openPage(browser, {});
    await page.goto(at('/statements?from=yesterday'));
    await page
      .getByRole('alert')
      .filter({ hasText: /date.*BAD_USER_INPUT/ })
      .first()
      .waitFor();
    await close();
  });
});

describe.skipIf(!hasBrowser)('hostile content', () => {
  const { at } = serving(embedded(), (store) => loadRecords(store, HOSTILE));

  it('is text', async () => {
    const { page, complaints, close } = await openPage(browser, {});
    let hasAlerted = false;
    page.on('dialog', (dialog) => {
      hasAlerted = true;
      return dialog.dismiss();
    });
    for (const address of [
      '/',
      '/statements',
      '/topics',
      '/actors',
      '/conditions',
      '/disputes',
      '/actor:hostile',
      '/topic:hostile',
      '/statement:hostile',
      '/statement:long',
      '/compare?actor=actor:hostile&actor=actor:%3Cscript%3E',
      `/statements?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`,
      '/<script>alert(1)</script>',
    ]) {
      await page.goto(at(address));
      await settled(page);
      expect(await page.locator('main img, main script, main iframe, b.hostile').count(), address).toBe(0);
      expect(await page.locator('a[href^="javascript"]').count(), address).toBe(0);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, address).toBeLessThanOrEqual(0);
      if (!address.includes('script')) expect(await violationsOn(page), address).toEqual([]);
    }
    await page.goto(at('/actor:hostile'));
    await page.getByRole('heading', { level: 1, name: MARKUP }).waitFor();
    expect(hasAlerted).toBe(false);
    expect(complaints.filter((line) => !line.includes('400'))).toEqual([]);
    await close();
  });

  it('the address of a merged actor leads to the one that remains, which says so', async () => {
    const { page, close } = await openPage(browser, {});
    await page.goto(at('/actor:merged'));
    await page.getByText(`Also recorded as Old ${MARKUP} (${MARKUP}, a coder, 2 January 2026)`).waitFor();
    expect(new URL(page.url()).pathname).toBe('/actor:hostile');
    await close();
  });

  it('a quotation has its own direction, and a long one does not fill the page', async () => {
    const { page, close } = await openPage(browser, {});
    await page.goto(at('/statements'));
    const words = page.locator('blockquote p', { hasText: ARABIC });
    await words.waitFor();
    expect(await words.evaluate((element) => element.matches(':dir(rtl)'))).toBe(true);
    const long = page.getByRole('article').filter({ hasText: 'word word' });
    expect((await long.textContent())?.length).toBeLessThan(2_000);
    await long.getByRole('button', { name: /Show all 40,\d{3} characters/ }).click();
    expect((await long.textContent())?.length).toBeGreaterThan(40_000);
    await close();
  });
});

/** What the pages ask. */
const API = /\/graphql(\?|$)/;

const MARKUP = '<b class="hostile">Hostile</b><img src=x onerror=alert(1)>';
const ARABIC = 'لن نقبل أي ابتزاز';
const HOSTILE = [
  { type: 'actor', id: 'actor:hostile', kind: 'STATE', name: MARKUP, aliases: [MARKUP], description: MARKUP },
  {
    type: 'topic',
    id: 'topic:hostile',
    kind: 'PROPOSITION',
    name: MARKUP,
    text: `${MARKUP}${'x'.repeat(2_000)}`,
  },
  { type: 'publisher', id: 'publisher:hostile', name: MARKUP, control: 'UNKNOWN' },
  {
    type: 'source',
    id: 'source:hostile',
    url: 'https://example.org/?"><script>alert(1)</script>',
    title: MARKUP,
    publisher: 'publisher:hostile',
  },
  ...[
    ['statement:hostile', ARABIC],
    ['statement:long', `${MARKUP} ${'word '.repeat(8_000)}`],
  ].map(([id, quote]) => ({
    type: 'statement',
    id,
    act: 'STATEMENT',
    date: '2024',
    speakers: [{ actor: 'actor:hostile', role: MARKUP, capacity: 'NATIONAL', asNamed: MARKUP }],
    onBehalfOf: [{ actor: 'actor:hostile', basis: 'OWN' }],
    summary: MARKUP,
    stances: [
      {
        topic: 'topic:hostile',
        position: 'CONDITIONAL',
        untilMet: 'OPPOSE',
        conditions: [{ text: MARKUP, askedOf: ['actor:hostile'] }],
        rationale: MARKUP,
        coding: 'adjudicated',
      },
    ],
    citations: [{ source: 'source:hostile', quote, attribution: 'VERBATIM', primary: true }],
  })),
  { type: 'actor', id: 'actor:merged', kind: 'STATE', name: `Old ${MARKUP}` },
  {
    type: 'merge',
    id: 'merge:hostile',
    from: 'actor:merged',
    into: 'actor:hostile',
    reason: MARKUP,
    by: 'a coder',
    at: '2026-01-02T03:04:05Z',
  },
  {
    type: 'dispute',
    id: 'dispute:hostile',
    question: MARKUP,
    status: 'UNRESOLVED',
    assessment: MARKUP,
    concerns: ['statement:hostile'],
    claims: [{ claim: MARKUP, sources: ['source:hostile'] }],
  },
] as AnyRecord[];

function embedded(): StoreFactory {
  const [first] = engines;
  if (!first) throw new Error('no engine');
  return first;
}

/** The service on a store of its own while the tests of a block run; `at` gives the address of a page. */
function serving(factory: StoreFactory, fill: (store: Store) => Promise<unknown>) {
  let store: Store | undefined;
  let service: RunningService | undefined;
  beforeAll(async () => {
    store = await factory.open();
    await fill(store);
    service = await startService({ store });
  }, 240_000);
  afterAll(async () => {
    await service?.close();
    await store?.close();
  });
  return { at: (path: string) => `${service?.url}${path}` };
}

/** A visit that counts its clicks. */
async function start(address: string) {
  const { page } = await openPage(browser, {});
  let count = 0;
  await page.goto(address);
  return {
    page,
    clicks: () => count,
    click: async (target: Locator) => {
      count++;
      await target.click();
    },
  };
}

/** That something ends at a source: a link out of the service. */
async function sourceOf(place: Locator): Promise<void> {
  expect(await place.locator('a.outward').first().getAttribute('href')).toMatch(/^https?:\/\//);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** In a drawn network, the middle of the heaviest line that passes no node there. */
function freeMiddle(svg: string): Point {
  const nodes = [...svg.matchAll(/<circle cx="([^"]*)" cy="([^"]*)"/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
  const middles = [...svg.matchAll(/<line x1="([^"]*)" y1="([^"]*)" x2="([^"]*)" y2="([^"]*)"/g)].map(
    ([, x1, y1, x2, y2]) => ({ x: (Number(x1) + Number(x2)) / 2, y: (Number(y1) + Number(y2)) / 2 }),
  );
  const room = ({ x, y }: Point) => Math.min(...nodes.map((node) => Math.hypot(node.x - x, node.y - y)));
  // lines are in the order of their weights
  const free = middles.find((middle) => room(middle) > 20);
  if (!free) throw new Error('no line of the network is free of nodes');
  return free;
}

/** Waits until the page has all it asks for. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.waiting, .is-stale').waitFor({ state: 'detached' });
}

/** What axe finds, as lines of text. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(WCAG)} })`,
  )) as axe.AxeResults;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}
