import assert from 'node:assert/strict';
import { type ConsentGrantAccount, consentIdl, decodeConsentGrant } from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import { utils } from '@coral-xyz/anchor';
import { Connection } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser, sign, type WatchedPage } from './browser';
import { World } from './world';

const DAY = 86_400;
const PURPOSE = 'Reading my invoices';
const TERMS = 'Only to book them, and for a year.';

describe('consents, on the page', function () {
  this.timeout(300_000);
  let world: World;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;

  before(async function () {
    requireBrowser(this);
    world = await World.start();
    browser = await launch();
    watched = await openPage(browser, world.app.url);
    ({ page } = watched);
    await page.goto('/settings');
    await connectBurner(page, 'Payer');
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** Grants on the chain, as its node lists them. */
  async function grants(): Promise<ConsentGrantAccount[]> {
    const connection = new Connection(world.localnet.rpcUrl, 'confirmed');
    const { discriminator } = consentIdl.accounts.find(({ name }) => name === 'consentGrant') ?? {};
    const bytes = utils.bytes.bs58.encode(Buffer.from(discriminator ?? []));
    const found = await connection.getProgramAccounts(world.deployment.consent, {
      filters: [{ memcmp: { offset: 0, bytes } }],
    });
    return found.map(({ account }) => decodeConsentGrant(account.data));
  }
  const only = async () => {
    const [grant, ...others] = await grants();
    assert.ok(grant);
    assert.equal(others.length, 0);
    return grant;
  };
  const card = (on = page) => on.getByRole('article', { name: 'Consent' });

  it('says what will be here', async () => {
    await page.goto('/approvals');
    await page.getByRole('link', { name: 'Consents' }).click();
    await page.getByRole('heading', { name: 'You have consented to nothing' }).waitFor();
  });

  it('is given to somebody, for one purpose, under terms', async () => {
    const controller = world.localnet.personas.owner.publicKey.toBase58();
    await page.getByText('Say to whom.').waitFor();
    await page.getByLabel('To whom').fill('somebody');
    await page.getByText('That is no address.').waitFor();
    await page.getByLabel('To whom').fill(world.localnet.personas.payer.publicKey.toBase58());
    await page.getByText('That is your own wallet.').waitFor();
    await page.getByLabel('To whom').fill(controller);
    await page.getByText('Say for what.').waitFor();
    await page.getByLabel('For what').fill(PURPOSE);
    await page.getByText('Say to which terms.').waitFor();
    await page.getByLabel('Terms', { exact: true }).fill(TERMS);
    await page.getByLabel('For how long').selectOption('30');
    await page.getByRole('button', { name: 'Give this consent' }).click();
    await sign(page, 'Give consent');
    await card().getByRole('heading', { name: PURPOSE }).waitFor();
    await card().getByText(TERMS).waitFor();
    await card().getByText('counts').waitFor();
    const grant = await only();
    assert.equal(grant.controller.toBase58(), controller);
    assert.deepEqual([grant.termsVersion, grant.revokedAt], [1, 0n]);
    const seen = Buffer.from([...grant.purpose, ...grant.termsHash]).toString('utf8');
    assert.ok(!seen.includes('invoices'), 'no word of it is on the chain');
  });

  it('is a hash where the words are not kept', async () => {
    const other = await openPage(browser, world.app.url);
    await other.page.goto('/settings');
    await connectBurner(other.page, 'Payer');
    await other.page.goto('/consents');
    await card(other.page).getByText('the words are not in this browser').waitFor();
    assert.equal(await other.page.getByText(PURPOSE).count(), 0);
    await other.context.close();
  });

  it('is changed: other terms are another version', async () => {
    await card().getByRole('button', { name: 'Change it' }).click();
    await card().getByLabel('Terms', { exact: true }).fill('To book them, for two years.');
    await card().getByText('Other terms are another version: count it up.').waitFor();
    await card().getByLabel('Version of the terms').fill('2');
    await card().getByRole('button', { name: 'Give it under these terms' }).click();
    await sign(page, 'Give consent');
    await card().getByText('To book them, for two years.').waitFor();
    const { termsVersion, revision } = await only();
    assert.deepEqual([termsVersion, revision], [2, 2]);
  });

  it('is taken back after its effect was said, and counts no more', async () => {
    await card().getByRole('button', { name: 'Take it back' }).click();
    await card().getByText('From that moment it counts no more').waitFor();
    await card().getByRole('button', { name: 'Keep it' }).click();
    await card().getByRole('button', { name: 'Take it back' }).click();
    await card().getByRole('button', { name: 'Take it back' }).click();
    await sign(page, 'Take the consent back');
    await card().getByText('taken back', { exact: true }).waitFor();
    assert.notEqual((await only()).revokedAt, 0n);
    await card().getByText('Its rent can be had back in').waitFor();
    assert.equal(
      await card()
        .getByRole('button', { name: /get the rent back/ })
        .count(),
      0,
    );
  });

  it('is given anew, runs out, and leaves the chain with its rent', async () => {
    await card().getByRole('button', { name: 'Give it anew' }).click();
    await card().getByLabel('For how long').selectOption('1');
    await card().getByRole('button', { name: 'Give it under these terms' }).click();
    await sign(page, 'Give consent');
    await card().getByText('counts', { exact: true }).waitFor();
    await world.advance(DAY);
    await page.reload();
    await card().getByText('over', { exact: true }).waitFor();
    await card().getByText('Its rent can be had back in').waitFor();
    await world.advance(DAY);
    await page.reload();
    await card()
      .getByRole('button', { name: /get the rent back/ })
      .click();
    await sign(page, 'Take the consent off the chain');
    await page.getByRole('heading', { name: 'You have consented to nothing' }).waitFor();
    assert.deepEqual(await grants(), []);
  });

  for (const dark of [false, true]) {
    it(`is clean to axe and fits, ${dark ? 'dark' : 'light'}`, async () => {
      if (!dark) {
        await page.getByLabel('To whom').fill(world.localnet.personas.owner.publicKey.toBase58());
        await page.getByLabel('For what').fill(PURPOSE);
        await page.getByLabel('Terms', { exact: true }).fill(TERMS);
        await page.getByRole('button', { name: 'Give this consent' }).click();
        await sign(page, 'Give consent');
      }
      for (const width of [390, 1440]) {
        const own = await openPage(browser, world.app.url, { dark, width });
        await own.page.goto('/settings');
        await connectBurner(own.page, 'Payer');
        await own.page.goto('/consents');
        await card(own.page).waitFor();
        const { violations } = await new AxeBuilder({ page: own.page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
        );
        assert.deepEqual(found, []);
        const over = await own.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(over, 0, 'wider than the screen');
        if (process.env.SHOTS !== undefined) {
          const shot = `${process.env.SHOTS}/consents-${width}-${dark ? 'dark' : 'light'}.png`;
          await own.page.screenshot({ path: shot, fullPage: true });
        }
        assert.deepEqual(own.faults, []);
        await own.context.close();
      }
    });
  }

  it('breaks no script and no policy on the way', () => {
    assert.deepEqual(
      watched.faults.filter((text) => !text.startsWith('Failed to load resource')),
      [],
    );
  });
});
