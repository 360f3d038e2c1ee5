import assert from 'node:assert/strict';
import { ensureMandate } from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import { Keypair, PublicKey } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser } from './browser';
import { PRICE, World } from './world';

describe('every page of the dashboard', function () {
  this.timeout(240_000);
  let world: World;
  let browser: Browser;
  let pages: [name: string, path: string][] = [];

  before(async function () {
    requireBrowser(this);
    world = await World.start();
    const { payer } = world.localnet.personas;
    const { mandate } = await ensureMandate(world.chain, world.deployment, {
      payer,
      session: Keypair.generate(),
      mint: new PublicKey(world.localnet.info.mint),
      perCallMax: PRICE,
      dailyCap: 100n * PRICE,
      totalCap: 1_000n * PRICE,
      lifetime: 86_400n,
      deposit: 500n * PRICE,
    });
    const agent = `/agents/${world.agent.toBase58()}`;
    pages = [
      ['registry', '/?unproven=true'],
      ['registry, nothing found', '/?q=nothing-of-that-name'],
      ['agent', agent],
      ['agent, call', `${agent}?tab=call`],
      ['agent, versions', `${agent}?tab=versions`],
      ['agent, stake', `${agent}?tab=stake`],
      ['agent, receipts', `${agent}?tab=receipts`],
      ['agent, activity', `${agent}?tab=activity`],
      ['publish', '/publish'],
      ['mandates', '/mandates'],
      ['mandate', `/mandates/${mandate.toBase58()}`],
      ['channels', '/channels'],
      ['channels, paid', '/channels?as=payee'],
      ['jobs', '/jobs'],
      ['jobs, an offer', '/jobs?offer=true'],
      ['payments', '/payments'],
      ['credits', '/credits'],
      ['stake', '/stake'],
      ['activity', '/activity'],
      ['settings', '/settings'],
      ['no agent there', `/agents/${Keypair.generate().publicKey.toBase58()}`],
      ['no such page', '/nowhere'],
    ];
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  const settled = async (page: Page) => {
    await page.locator('main h1, main h2').first().waitFor();
    await page.waitForFunction(() => document.querySelector('main .skeleton.line') === null);
  };

  for (const dark of [false, true]) {
    for (const width of [390, 1440]) {
      it(`is clean to axe and fits, ${dark ? 'dark' : 'light'} at ${width} pixels`, async () => {
        const { page, context, faults } = await openPage(browser, world.app.url, { dark, width });
        await page.goto('/');
        await connectBurner(page, 'Payer');
        for (const [name, path] of pages) {
          await page.goto(path);
          await settled(page);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
          );
          assert.deepEqual(found, [], name);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(over, 0, `${name} is wider than the screen`);
        }
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  }

  it('is used by keys alone, from the search to a signature', async () => {
    const { page } = await openPage(browser, world.app.url);
    await page.goto('/settings');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the page');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('analyst');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/agents/**');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');

    await page.getByRole('button', { name: 'Connect a wallet' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Payer (burner)' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Wallet Payer/ }).waitFor();
    await page.goto('/mandates');
    await page.getByRole('button', { name: 'Open a mandate' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /under these limits$/ }).focus();
    await page.keyboard.press('Enter');
    const review = page.getByRole('dialog', { name: 'Review: Open a mandate' });
    await review.waitFor();
    // the dialog has the focus, and keeps it
    assert.ok(await review.evaluate((dialog) => dialog.contains(document.activeElement)));
    await page.keyboard.press('Escape');
    await page.locator('.toast.declined').waitFor();
  });

  it('keeps to the theme that was chosen', async () => {
    const { page } = await openPage(browser, world.app.url);
    await page.goto('/settings');
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByText('Dark', { exact: true }).click();
    const dark = await ground();
    assert.notEqual(dark, light);
    await page.reload();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    assert.equal(await ground(), dark);
  });
});
