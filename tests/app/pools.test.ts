import assert from 'node:assert/strict';
import { attestationIssue, readIncomePool } from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import { PublicKey } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser, sign, type WatchedPage } from './browser';
import { World } from './world';

const DAY = 86_400;

describe('the story of an income pool, on the page', function () {
  this.timeout(400_000);
  let world: World;
  let browser: Browser;
  let creator: Page;
  let member: Page;
  let watched: WatchedPage[] = [];
  let pool = '';

  before(async function () {
    requireBrowser(this);
    world = await World.start();
    browser = await launch();
    watched = [await openPage(browser, world.app.url), await openPage(browser, world.app.url)];
    [creator, member] = watched.map(({ page }) => page) as [Page, Page];
    for (const [at, name] of ['Payer', 'Owner'].entries()) {
      const { page } = watched[at] as WatchedPage;
      await page.goto('/settings');
      await connectBurner(page, name);
    }
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  const account = async () => {
    const found = await readIncomePool(world.chain, world.deployment, new PublicKey(pool));
    assert.ok(found);
    return found;
  };
  const later = async (seconds: number) => {
    await world.advance(seconds);
    for (const { page } of watched) await page.reload();
  };

  it('begins with none, and says what is missing', async () => {
    await creator.goto('/pools');
    await creator.getByRole('heading', { name: 'No pool yet' }).waitFor();
    await creator.getByRole('link', { name: 'Make a pool' }).click();
    const says = (text: string) => creator.getByText(text).first().waitFor();
    await says('Say who vouches for members.');
    await creator.getByLabel('Who vouches for members').fill('nobody');
    await says('The attestor is no address.');
    const attestor = world.localnet.personas.operator.publicKey.toBase58();
    await creator.getByLabel('Who vouches for members').fill(attestor);
    await says('Say what each member gets.');
    await creator.getByLabel('Each member gets').fill('5');
    await creator.getByLabel('Members at most').fill('0');
    await says('Say how many members it takes');
    await creator.getByLabel('Members at most').fill('3');
    await creator.getByLabel('Put in now').fill('9999999');
    await says('That is more than the wallet has. Nothing was charged.');
  });

  it('is made, with money for one epoch', async () => {
    await creator.getByLabel('Put in now').fill('5');
    await creator.getByRole('button', { name: 'Make the pool' }).click();
    await sign(creator, 'Make an income pool');
    await creator.waitForURL(/\/pools\/[1-9A-HJ-NP-Za-km-z]{32,}$/);
    pool = creator.url().split('/pools/')[1] ?? '';
    const { amount, free, maxMembers } = await account();
    assert.deepEqual([amount, free, maxMembers], [5_000_000n, 5_000_000n, 3]);
    await creator.getByText('What cannot be done now, and why').click();
    await creator.getByText(/^Its time has not come\. Possible in/).waitFor();
    await later(301);
    await creator.getByText('What cannot be done now, and why').click();
    await creator.getByText('It has no members.').waitFor();
  });

  it('is joined by whom its attestor vouches for', async () => {
    await member.goto(`/pools/${pool}`);
    await member.getByText('an attestation of this wallet').waitFor();
    assert.equal(await member.getByRole('button', { name: 'Join the pool' }).count(), 0);
    const { operator, owner } = world.localnet.personas;
    const { instruction } = await attestationIssue(world.deployment, {
      attestor: operator.publicKey,
      subject: owner.publicKey,
      expiresAt: (await world.chain.unixTime()) + BigInt(20 * DAY),
      evidence: new Uint8Array(32).fill(7),
    });
    await world.chain.send([instruction], { payer: operator });
    await member.reload();
    await member.getByRole('button', { name: 'Join the pool' }).click();
    await sign(member, 'Join the pool');
    assert.equal((await account()).members, 1);
  });

  it('pays an epoch once, and opens no other one before its time or without money', async () => {
    await creator.reload();
    await creator.getByRole('button', { name: /^Open it, 5\.00 tUSD/ }).click();
    await sign(creator, 'Open the epoch');
    await member.reload();
    await member.getByRole('button', { name: /^Claim 5\.00 tUSD/ }).click();
    await sign(member, 'Claim your income');
    await member.getByText('What cannot be done now, and why').click();
    await member.getByText(/^Nothing is coming now\. Possible in/).waitFor();
    assert.equal((await account()).paid, 5_000_000n);
    await later(7 * DAY + 1);
    await member.getByText('What cannot be done now, and why').click();
    await member.getByText('Its money does not cover one more epoch').waitFor();
    await creator.getByLabel('How much to put in').fill('12');
    await creator.getByRole('button', { name: /^Put in 12\.00 tUSD/ }).click();
    await sign(creator, 'Put money into the pool');
    await creator.getByText('2 more epochs').waitFor();
    await creator.getByRole('button', { name: /^Open it, 5\.00 tUSD/ }).click();
    await sign(creator, 'Open the epoch');
    await member.goto('/pools');
    await member.getByText('a member', { exact: true }).waitFor();
  });

  it('is left, with what was coming', async () => {
    await member.goto(`/pools/${pool}`);
    await member.getByRole('button', { name: 'Leave the pool' }).click();
    await member.getByText('no part in epochs that open after it').waitFor();
    await member.getByRole('button', { name: 'Leave the pool' }).click();
    await sign(member, 'Leave the pool');
    const { members, paid } = await account();
    assert.deepEqual([members, paid], [0, 10_000_000n]);
  });

  it('is stopped and ended, with what is free back', async () => {
    await creator.reload();
    await creator.getByRole('button', { name: /^Stop it, take 7\.00 tUSD out/ }).click();
    await creator.getByText('It cannot be started again.').waitFor();
    await creator.getByRole('button', { name: /^Stop it, take/ }).click();
    await sign(creator, 'Stop the pool');
    await creator.getByRole('button', { name: 'End it' }).click();
    await sign(creator, 'End the pool');
    await creator.getByRole('heading', { name: 'There is no pool here' }).waitFor();
  });

  it('reads well to all, wide and narrow, by day and by night', async () => {
    for (const path of ['/pools', '/pools?create=true', `/pools/${pool}`]) {
      await creator.goto(path);
      await creator.locator('h1').waitFor();
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ] as const) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await creator.setViewportSize({ width, height });
          await creator.emulateMedia({ colorScheme });
          // colours take a moment to change over
          await creator.waitForTimeout(300);
          const { violations } = await new AxeBuilder({ page: creator }).analyze();
          assert.deepEqual(
            violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
            [],
          );
          const wide = await creator.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${path} is ${wide} wide at ${width}`);
        }
      }
    }
    for (const { faults } of watched) assert.deepEqual(faults, []);
  });
});
