import assert from 'node:assert/strict';
import { associatedTokens, lockAddress, readAgent, readLock } from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import { createTransferCheckedInstruction } from '@solana/spl-token';
import { PublicKey } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser, sign, type WatchedPage } from './browser';
import { World } from './world';

const DAY = 86_400;

describe('the story of a lock, on the page', function () {
  this.timeout(400_000);
  let world: World;
  let browser: Browser;
  let funder: Page;
  let recipient: Page;
  let watched: WatchedPage[] = [];
  let lock = '';

  before(async function () {
    requireBrowser(this);
    world = await World.start();
    browser = await launch();
    watched = [await openPage(browser, world.app.url), await openPage(browser, world.app.url)];
    [funder, recipient] = watched.map(({ page }) => page) as [Page, Page];
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

  const owner = () => world.localnet.personas.owner.publicKey.toBase58();
  const account = async () => {
    const found = await readLock(world.chain, world.deployment, new PublicKey(lock));
    assert.ok(found);
    return found;
  };
  const later = async (seconds: number) => {
    await world.advance(seconds);
    for (const { page } of watched) await page.reload();
  };

  it('begins with an empty page that leads on', async () => {
    await funder.goto('/locks?as=funder');
    await funder.getByRole('heading', { name: 'This wallet has locked nothing' }).waitFor();
    await funder.getByRole('link', { name: 'Lock money' }).click();
    await funder.getByRole('heading', { name: 'Lock money' }).waitFor();
    await recipient.goto('/locks');
    await recipient.getByRole('heading', { name: 'Nothing is locked for this wallet' }).waitFor();
    await recipient.goto('/locks?as=approver');
    await recipient.getByRole('heading', { name: 'Nothing to approve' }).waitFor();
  });

  it('says what is missing or wrong before anything is signed', async () => {
    const says = (text: string) => funder.getByText(text).first().waitFor();
    await says('Say who it is for.');
    await funder.getByLabel('Recipient', { exact: true }).fill('nobody');
    await says('That is no address');
    await funder.getByLabel('Recipient', { exact: true }).fill(owner());
    await says('Say how much.');
    await funder.getByLabel('How much', { exact: true }).fill('999999999');
    await says('That is more than the wallet has. Nothing was charged.');
    await funder.getByLabel('How much', { exact: true }).fill('100');
    await funder.getByRole('button', { name: '12 monthly steps' }).click();
    await funder.getByLabel('One step every').selectOption({ label: 'a week' });
    await says('The time is no whole number of steps');
    await funder.getByRole('button', { name: '30 days, by the second' }).click();
    await funder.getByLabel('Nothing is released for').selectOption({ label: 'a year' });
    await says('It begins to release before it ends');
    assert.ok(await funder.getByRole('button', { name: /^Lock 100/ }).isDisabled());
  });

  it('is made with its curve shown before', async () => {
    await funder.getByLabel('Nothing is released for').selectOption({ label: 'a day' });
    await funder.locator('.curve').getByText('100.00').waitFor();
    await funder.getByLabel('Who can stop it').selectOption({ label: 'you' });
    await funder.getByLabel('Who can change the recipient').selectOption({ label: 'the recipient' });
    await funder.getByLabel('You can add to it later').check();
    await funder.getByRole('button', { name: /^Lock 100\.00 tUSD/ }).click();
    await sign(funder, 'Lock money');
    await funder.waitForURL(/\/locks\/[1-9A-HJ-NP-Za-km-z]{32,}$/);
    lock = funder.url().split('/locks/')[1] ?? '';
    const { deposited, cancel, change, topUp, schedule } = await account();
    assert.deepEqual(
      [deposited, cancel, change, topUp, schedule.kind],
      [100_000_000n, 'Creator', 'Recipient', true, 'Linear'],
    );
    await funder.getByText('who funds it').first().waitFor();
    await funder.getByText('What cannot be done now, and why').click();
    await funder.getByText(/^Nothing is due yet\. Possible in/).waitFor();
  });

  it('pays nothing the second before, and what is due after, by anyone', async () => {
    await recipient.goto(`/locks/${lock}`);
    await recipient.getByText('Nothing is due yet.').waitFor({ state: 'attached' });
    await later(10 * DAY);
    await funder.getByText('Due now').first().waitFor();
    await funder.getByRole('button', { name: /^Pay out 33\.3/ }).click();
    await sign(funder, 'Claim what is due');
    const { claimed } = await account();
    assert.ok(claimed >= 33_333_333n && claimed < 33_400_000n, `claimed ${claimed}`);
    await recipient.reload();
    await recipient.getByText('its recipient').first().waitFor();
  });

  it('is added to by its funder', async () => {
    await funder.getByLabel('How much to add').fill('50');
    await funder.getByRole('button', { name: /^Add 50\.00 tUSD/ }).click();
    await sign(funder, 'Lock more');
    assert.equal((await account()).deposited, 150_000_000n);
  });

  it('is offered to another wallet, which takes it over', async () => {
    const payer = world.localnet.personas.payer.publicKey.toBase58();
    await recipient.reload();
    await recipient.getByLabel('Offer it to').fill(payer);
    await recipient.getByRole('button', { name: 'Offer it' }).click();
    await recipient.getByText('theirs once they take it over').waitFor();
    await recipient.getByRole('button', { name: 'Offer it' }).click();
    await sign(recipient, 'Offer the lock');
    await recipient.getByRole('button', { name: 'Take the offer back' }).waitFor();
    await funder.reload();
    await funder.getByRole('button', { name: /^Take it over/ }).click();
    await sign(funder, 'Take the lock over');
    assert.equal((await account()).recipient.toBase58(), payer);
  });

  it('is stopped: what is released stays, the rest goes back', async () => {
    await later(5 * DAY);
    await funder.getByRole('button', { name: /^Stop it, 74\.9/ }).click();
    await funder.getByText('Nothing more is released after this, for good.').waitFor();
    await funder.getByRole('button', { name: /^Stop it, / }).click();
    await sign(funder, 'Stop the lock');
    const { deposited, claimed, returned, stoppedAt } = await account();
    assert.ok(stoppedAt > 0n && returned > 74_000_000n && deposited > claimed + returned);
    await funder.getByText('Stopped, to be paid').first().waitFor();
  });

  it('is claimed and ended, with nothing left', async () => {
    await funder.getByRole('button', { name: /^Pay out / }).click();
    await sign(funder, 'Claim what is due');
    await funder.getByRole('button', { name: 'End it' }).click();
    await sign(funder, 'End the lock');
    await funder.getByRole('heading', { name: 'There is no lock here' }).waitFor();
    assert.equal(await readLock(world.chain, world.deployment, new PublicKey(lock)), null);
  });

  it('goes by milestones, approved by somebody else in order', async () => {
    const payer = world.localnet.personas.payer.publicKey.toBase58();
    await recipient.goto('/locks?create=true');
    await recipient.getByLabel('Recipient', { exact: true }).fill(owner());
    await recipient.getByText('By milestones').click();
    await recipient.getByText('Say what the first milestone releases.').waitFor();
    for (const amount of ['10', '15']) {
      await recipient.getByLabel(/^Milestone \d releases/).fill(amount);
      await recipient.getByRole('button', { name: 'Add milestone' }).click();
    }
    await recipient.getByText('Say who approves the milestones.').waitFor();
    await recipient.getByLabel('Approver').fill(owner());
    await recipient.getByText('The recipient cannot be the one who approves.').waitFor();
    await recipient.getByLabel('Approver').fill(payer);
    await recipient.getByRole('button', { name: /^Lock 25\.00 tUSD/ }).click();
    await sign(recipient, 'Lock money');
    await recipient.waitForURL(/\/locks\/[1-9A-HJ-NP-Za-km-z]{32,}$/);
    lock = recipient.url().split('/locks/')[1] ?? '';

    await funder.goto('/locks?as=approver');
    await funder.getByRole('link', { name: 'See the lock' }).click();
    assert.equal(await funder.getByRole('button', { name: /^Approve milestone 2/ }).count(), 0);
    await funder.getByRole('button', { name: /^Approve milestone 1: 10\.00/ }).click();
    await funder.getByText('cannot be taken back').waitFor();
    await funder.getByRole('button', { name: /^Approve milestone 1/ }).click();
    await sign(funder, 'Approve milestone 1');
    await funder.getByRole('button', { name: /^Approve milestone 2: 15\.00/ }).waitFor();
    await later(40 * DAY);
    await funder.getByRole('button', { name: 'End it' }).click();
    await sign(funder, 'End the lock');
    const { returned } = await account();
    assert.equal(returned, 15_000_000n);
    await recipient.reload();
    await recipient.getByRole('button', { name: /^Pay out 10\.00/ }).click();
    await sign(recipient, 'Claim what is due');
  });

  it('takes the payouts of an agent that is registered so', async () => {
    const software = await world.runSoftware('translator');
    await recipient.goto('/publish');
    await recipient.getByLabel('Manifest file').setInputFiles({
      name: 'manifest.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(software.manifest)),
    });
    await recipient.getByLabel('Let this server keep it').check();
    await recipient.getByLabel('Agent key').fill(software.key.publicKey.toBase58());
    await recipient.getByLabel('Payouts reach you').selectOption({ label: 'locked, over 30 days' });
    await recipient.getByRole('button', { name: /^Register translator/ }).click();
    await sign(recipient, 'Register translator');
    await recipient.getByRole('link', { name: 'See its page' }).click();
    await recipient.waitForURL(/\/agents\//);
    const agent = new PublicKey(recipient.url().split('/agents/')[1]?.split('?')[0] ?? '');
    const registered = await readAgent(world.chain, world.deployment, agent);
    assert.ok(registered);
    const intake = registered.payoutOwner;
    assert.notEqual(intake.toBase58(), owner());

    const { payer } = world.localnet.personas;
    const mint = new PublicKey(world.localnet.info.mint);
    const [from, to] = [associatedTokens(mint, payer.publicKey), associatedTokens(mint, intake)];
    const paid = createTransferCheckedInstruction(from, mint, to, payer.publicKey, 5_000_000n, 6);
    await world.chain.send([paid], { payer });
    await recipient.goto('/locks');
    await recipient.getByRole('heading', { name: 'Payouts that are locked for you' }).waitFor();
    await recipient.getByRole('link', { name: 'See what it has locked' }).click();
    await recipient.getByRole('button', { name: /^Lock 5\.00 tUSD now/ }).click();
    await sign(recipient, 'Lock what waits');
    await recipient.getByRole('link', { name: 'See the lock' }).click();
    lock = recipient.url().split('/locks/')[1] ?? '';
    const { creator, id, deposited } = await account();
    assert.equal(lockAddress(world.deployment, creator, id).toBase58(), lock);
    assert.deepEqual([creator.toBase58(), deposited], [intake.toBase58(), 5_000_000n]);
    await later(31 * DAY);
    await recipient.getByRole('button', { name: /^Pay out 5\.00 tUSD/ }).click();
    await sign(recipient, 'Claim what is due');
  });

  it('reads well to all, wide and narrow, by day and by night', async () => {
    for (const path of ['/locks', '/locks?as=funder&create=true', `/locks/${lock}`]) {
      await recipient.goto(path);
      await recipient.locator('h1').waitFor();
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ] as const) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await recipient.setViewportSize({ width, height });
          await recipient.emulateMedia({ colorScheme });
          // colours take a moment to change over
          await recipient.waitForTimeout(300);
          const { violations } = await new AxeBuilder({ page: recipient }).analyze();
          assert.deepEqual(
            violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
            [],
          );
          const wide = await recipient.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${path} is ${wide} wide at ${width}`);
        }
      }
    }
    for (const { faults } of watched) assert.deepEqual(faults, []);
  });
});
