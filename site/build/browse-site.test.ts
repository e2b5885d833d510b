import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type TestContext, test } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { needProgram } from '../../domain/testing/need-program.ts';
import { buildFixtureSite } from '../testing/build-fixture-site.ts';
import { hostileServer } from '../testing/fixture-hostile.ts';
import { serveSite } from './serve-site.ts';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const hostileSlug = hostileServer.tools[0]?.slug;
const pagesToCheck = [
  '/',
  '/servers/',
  '/tools/risk/critical/',
  '/servers/npm/@harbour/records/',
  '/servers/npm/needs-a-key/',
  '/tools/npm/@harbour/records/manage_records/',
  `/tools/npm/trapdoor-tools/${hostileSlug}/`,
  '/servers/npm/trapdoor-tools/',
  '/rules/deletes-data/',
  '/method/',
  '/coverage/',
];

test('A browser', async (t) => {
  const executablePath = needProgram(t, ['chromium', 'chromium-browser', 'google-chrome'], 'apt-get install chromium');
  if (!executablePath) return;
  const built = await buildFixtureSite();
  t.after(() => built.remove());
  const served = await serveSite({ folder: built.outDir, port: 0 });
  t.after(() => served.close());
  const browser = await chromium.launch({ executablePath, args: quiet });
  t.after(() => browser.close());
  await checkPages(t, browser, served.url);
  await checkSearch(t, browser, served.url);
  await checkCopying(t, browser, served.url);
  await checkWithoutScript(t, browser, served.url);
});

async function checkPages(t: TestContext, browser: Browser, url: string): Promise<void> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1440, 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const { page, faults } = await openPage(await context.newPage(), url);
    for (const path of pagesToCheck) {
      await t.test(`finds ${path} sound at ${width} px, ${colorScheme}.`, async () => {
        await page.goto(new URL(path, url).href);
        assert.deepEqual(await overflow(page), { horizontal: 0 });
        await page.evaluate(axe);
        assert.deepEqual(await page.evaluate(runAxe), []);
        assert.deepEqual(faults.splice(0), []);
      });
    }
    await context.close();
  }
}

async function checkSearch(t: TestContext, browser: Browser, url: string): Promise<void> {
  const { page, faults } = await openPage(await browser.newPage(), url);
  await t.test(
    'finds a tool by the keyboard alone, with its category and risk, in at most four requests.',
    async () => {
      await page.goto(url);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(new URL(request.url()).pathname));
      await page.keyboard.press('/');
      await page.keyboard.insertText('harbour manage');
      const found = page.locator('#search-results li:first-child > *');
      await found.first().waitFor();
      assert.deepEqual(await found.allTextContents(), [
        'manage_records',
        '@harbour/records',
        'Write',
        'critical',
        'destructive',
      ]);
      assert.equal(await page.locator('#search-status').textContent(), '1 result.');
      assert.ok(requests.length <= 4, requests.join(' '));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/tools/npm/@harbour/records/manage_records/');
    },
  );
  await t.test('shows hostile names in results as text.', async () => {
    await page.goto(`${url}?q=fetch`);
    const name = await page.locator('#search-results code').first().textContent();
    assert.match(name ?? '', /^fetch‹U\+202E›<script>alert\(1\)<\/script>/);
    assert.deepEqual(faults.splice(0), []);
  });
  await t.test('says when nothing is found.', async () => {
    await page.goto(`${url}?q=nosuchthing`);
    await page.getByText('Nothing found.').waitFor();
  });
}

async function checkCopying(t: TestContext, browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await t.test('copies a policy that is still valid JSON.', async () => {
    await page.goto(`${url}tools/npm/@harbour/records/run_query/`);
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.deepEqual(JSON.parse(copied).hide, ['run_query']);
  });
  await context.close();
}

async function checkWithoutScript(t: TestContext, browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await t.test('without scripts gets from the home page to a policy by links.', async () => {
    await page.goto(url);
    assert.equal(await page.locator('#search').isVisible(), false);
    await page.getByRole('link', { name: 'All servers with their tools' }).click();
    await page.getByRole('link', { name: 'run_query' }).click();
    assert.equal(await page.getByRole('button', { name: 'Copy' }).count(), 0);
    assert.match((await page.locator('#policy-json').textContent()) ?? '', /"hide": \[\s+"run_query"/);
  });
  await context.close();
}

/** The page, and everything that goes wrong on it: errors, dialogs, requests to other hosts. */
async function openPage(page: Page, url: string): Promise<{ page: Page; faults: string[] }> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => request.url().startsWith(url) || faults.push(`request to ${request.url()}`));
  page.on('dialog', (dialog) => faults.push(`dialog ${dialog.message()}`) && dialog.dismiss());
  return { page, faults };
}

function overflow(page: Page): Promise<{ horizontal: number }> {
  return page.evaluate(() => ({
    horizontal: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
}

/** Runs in the page. */
async function runAxe(): Promise<string[]> {
  const { axe } = window as unknown as { axe: typeof import('axe-core') };
  const { violations } = await axe.run();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
