import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  channelSettle,
  createMessageSigner,
  encodeVoucher,
  ensureChannel,
  ensureMandate,
  mandateAddress,
  readChannel,
  readMandate,
} from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import { Keypair, PublicKey } from '@solana/web3.js';
import type { Browser, Page } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser, sign, type WatchedPage } from './browser';
import { PRICE, World } from './world';

const DAY = 86_400;
/** The mandate that software of the payer has, beside those opened on the page. */
const SOFTWARE = 7n;

describe('money of a wallet, on the page', function () {
  this.timeout(400_000);
  let world: World;
  let browser: Browser;
  let page: Page;
  let payee: Page;
  let watched: WatchedPage[] = [];
  let mandate: PublicKey;
  let channel: PublicKey;
  const session = Keypair.generate();

  before(async function () {
    requireBrowser(this);
    world = await World.start({ indexer: true });
    await prepare();
    browser = await launch();
    watched = [await openPage(browser, world.app.url), await openPage(browser, world.app.url)];
    [page, payee] = watched.map((one) => one.page) as [Page, Page];
    for (const [at, name] of ['Payer', 'Owner'].entries()) {
      const { page: own } = watched[at] as WatchedPage;
      await own.goto('/settings');
      await connectBurner(own, name);
    }
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** A mandate of the payer's software, with a channel on which three calls are settled. */
  async function prepare(): Promise<void> {
    const { chain, deployment } = world;
    const { payer } = world.localnet.personas;
    ({ mandate } = await ensureMandate(chain, deployment, {
      payer,
      session,
      mint: new PublicKey(world.localnet.info.mint),
      id: SOFTWARE,
      perCallMax: PRICE,
      dailyCap: 200n * PRICE,
      totalCap: 1_000n * PRICE,
      lifetime: 30n * BigInt(DAY),
      deposit: 300n * PRICE,
    }));
    const wish = { payer, session, mandate, agent: world.agent, allotment: 50n * PRICE, least: 1n };
    ({ channel } = await ensureChannel(chain, deployment, {
      ...wish,
      lifetime: 2n * BigInt(DAY),
      leastLifetime: 1n,
    }));
    await settle(3);
  }

  async function settle(calls: number): Promise<void> {
    const { chain, deployment } = world;
    const { tag } = await ledger();
    const signer = createMessageSigner(session.secretKey);
    const message = encodeVoucher({
      tag: Uint8Array.from(tag),
      cumulative: BigInt(calls) * PRICE,
      calls,
      expires: Number(await chain.unixTime()) + DAY,
      transcript: new Uint8Array(32).fill(calls),
    });
    const voucher = { channel, message, publicKey: signer.publicKey, signature: signer.sign(message) };
    await chain.send(channelSettle(deployment, [voucher]), { payer: world.localnet.personas.operator });
  }

  const ledger = async () => {
    const found = await readChannel(world.chain, world.deployment, channel);
    assert.ok(found);
    return found;
  };
  const budget = async (at: PublicKey) => {
    const found = await readMandate(world.chain, world.deployment, at);
    assert.ok(found);
    return found;
  };
  const opened = () => mandateAddress(world.deployment, world.localnet.personas.payer.publicKey, 1n);

  describe('a mandate', () => {
    it('is not signed with limits that the chain would refuse: the page says which', async () => {
      await page.goto('/mandates');
      await page.getByRole('button', { name: 'Open a mandate' }).click();
      const open = page.getByRole('button', { name: /under these limits$/ });
      await page.getByLabel('At most a call').fill('5');
      await page.getByText('A call may cost more than a day allows').waitFor();
      assert.ok(await open.isDisabled());
      await page.getByLabel('At most a call').fill('0.02');
      await page.getByLabel('At most in all').fill('1');
      await page.getByText('A day allows more than is allowed in all').waitFor();
      await page.getByLabel('At most in all').fill('50');
      await page.getByLabel('Set aside').fill('900000');
      await page.getByText('That is more than the wallet has.').waitFor();
      await page.getByLabel('Set aside').fill('20');
      await page.getByText('Whom it may pay').click();
      await page.getByLabel('Score of an agent, at least').fill('9');
      await page.getByText('Type a score from 1 to 5').waitFor();
      assert.ok(await open.isDisabled());
      await page.getByLabel('Score of an agent, at least').fill('4.25');
      await page.getByLabel('Good for').selectOption('until');
      await page.getByLabel('Until', { exact: true }).fill('2020-01-01T12:00');
      await page.getByText('Choose a time that is still to come.').waitFor();
      assert.ok(await open.isDisabled());
    });

    it('names agents that were found by search, by keys alone', async () => {
      const search = page.getByRole('combobox', { name: 'Agents that may be paid' });
      const found = page.getByRole('listbox', { name: 'Agents found' }).getByRole('option');
      await search.focus();
      await page.keyboard.type('nothing-of-that-name');
      await page.getByText('No other agent of that name.').waitFor();
      await search.fill('');
      await page.keyboard.type('document');
      await found.first().waitFor();
      await page.keyboard.press('Enter');
      const chosen = page.getByRole('list', { name: 'Agents that may be paid' });
      await chosen.getByText('document-analyst').waitFor();
      await chosen.getByRole('button', { name: /off the list$/ }).click();
      await chosen.waitFor({ state: 'detached' });
      await search.fill(world.agent.toBase58());
      await found.first().click();
      await chosen.getByText('document-analyst').waitFor();
    });

    it('is opened with every limit that there is, and shows each', async () => {
      await page.getByLabel('Stake behind an agent, at least').fill('1500');
      await page.getByLabel('Until', { exact: true }).fill('2031-05-04T12:30');
      await page.getByRole('button', { name: 'Set aside 20 under these limits' }).click();
      await sign(page, 'Open a mandate');
      await page.waitForURL(`**/mandates/${opened().toBase58()}`);
      const limits = await budget(opened());
      assert.deepEqual(
        [limits.perCallMax, limits.dailyCap, limits.totalCap, limits.minStake, limits.minScore, limits.free],
        [20_000n, 2_000_000n, 50_000_000n, 1_500_000_000n, 4_250, 20_000_000n],
      );
      assert.deepEqual(limits.allowList.map(String), [world.agent.toBase58()]);
      const until = await page.evaluate(() => new Date('2031-05-04T12:30').getTime() / 1_000);
      assert.equal(Number(limits.expiresAt), until);
      const sheet = page.locator('.sheet', { has: page.getByRole('heading', { name: 'Limits' }) });
      for (const text of [
        '1,500.00',
        'at least 4.25 of 5',
        'document-analyst',
        '4 May 2031',
        'in this browser',
      ]) {
        await sheet.getByText(text).first().waitFor();
      }
      await page.getByText(/^anew at \d\d:\d\d/).waitFor();
    });

    it('takes more in, and gives free money back', async () => {
      await page.getByLabel('Set more aside').fill('900000');
      await page.getByText('The wallet has less than that.').waitFor();
      await page.getByLabel('Set more aside').fill('5');
      await page.getByRole('button', { name: 'Set aside', exact: true }).click();
      await sign(page, 'Set more aside');
      await page.getByText('25.00').first().waitFor();
      assert.equal((await budget(opened())).free, 25_000_000n);
      await page.getByLabel('Take free money out').fill('26');
      await page.getByText('Less than that is free.').waitFor();
      await page.getByRole('button', { name: 'All of it' }).click();
      await page.getByRole('button', { name: 'Take out' }).click();
      await sign(page, 'Take free money out');
      assert.equal((await budget(opened())).free, 0n);
    });

    it('gets another session key after it is said what that does', async () => {
      const before = (await budget(opened())).sessionKey;
      await page.getByRole('button', { name: 'Replace the session key' }).click();
      await page.getByText('The old one allots nothing more.').waitFor();
      await page.getByRole('button', { name: 'Replace it' }).click();
      await sign(page, 'Replace the session key');
      assert.notEqual((await budget(opened())).sessionKey.toBase58(), before.toBase58());
    });

    it('is listed beside others, each with what was allotted of it today', async () => {
      await page.goto('/mandates');
      const row = page.getByRole('row').filter({ hasText: `Mandate ${SOFTWARE}` });
      await row.getByText('0.50').first().waitFor();
      await row.getByText('of 2.00').waitFor();
      await page.getByRole('link', { name: 'Mandate 1', exact: true }).waitFor();
      await page.getByText(/Limits of a day begin anew at \d\d:\d\d/).waitFor();
    });
  });

  describe('a channel', () => {
    it('is listed by where it stands, at an address that can be shared', async () => {
      await page.goto('/channels');
      const table = page.getByRole('region', { name: 'Channels' });
      await table.getByText('document-analyst').waitFor();
      await page.getByText('Closing', { exact: false }).first().click();
      await page.waitForURL('**/channels?state=closing');
      await page.getByRole('heading', { name: 'None is closing' }).waitFor();
      await page.getByRole('button', { name: 'Show all' }).click();
      await table.getByText('3 calls at').waitFor();
      await page.goto('/channels?state=open');
      await table.getByText('3 calls at').waitFor();
      await payee.goto('/channels?as=payee');
      await payee.getByText('paid by').first().waitFor();
    });

    it('gets more allotted, for longer, by the payer’s wallet', async () => {
      await page.goto(`/channels/${channel.toBase58()}`);
      const before = await ledger();
      await page.getByLabel('How much more').fill('3');
      await page.getByText(/^Today's limit does not allow that/).waitFor();
      await page.getByLabel('How much more').fill('0.25');
      await page.getByLabel('Good until').selectOption({ label: 'as long as can be' });
      await page.getByRole('button', { name: /^Allot 0.25 tUSD more$/ }).click();
      await sign(page, 'Allot more to the agent');
      const after = await ledger();
      assert.equal(after.allotted - before.allotted, 250_000n);
      assert.ok(after.expiresAt > before.expiresAt + 4n * BigInt(DAY));
    });

    it('pays out what has matured, and says before when it will', async () => {
      await world.advance(61);
      await page.reload();
      await page.getByText('0.03 tUSD now, before the fee.').waitFor();
      await page.getByRole('button', { name: 'Pay out', exact: true }).click();
      const account = page.getByRole('dialog', { name: 'Review: Make a token account' });
      const pay = page.getByRole('dialog', { name: 'Review: Pay out' });
      await account.or(pay).waitFor();
      if (await account.isVisible()) await sign(page, 'Make a token account');
      await sign(page, 'Pay out');
      await page.getByText('All that was settled is paid out.').waitFor();
    });

    it('is closed and taken back by its payer alone', async () => {
      await payee.goto(`/channels/${channel.toBase58()}`);
      await payee.getByText('Only its payer closes it while the mandate stands.').waitFor();
      await payee.getByText(/^The agent may settle until it expires.*Possible in/).waitFor();
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await sign(page, 'Close the channel');
      await payee.getByText('Only its payer takes a closing back.').waitFor();
      await page.getByRole('button', { name: 'Take it back' }).click();
      await sign(page, 'Take the closing back');
      assert.equal((await ledger()).closingEndsAt, 0n);
    });

    it('is wound down to its end: rest returned by anyone, then off the chain', async () => {
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      await sign(page, 'Close the channel');
      // an earlier closing's toast may still be there: the chain says when this one has landed
      while ((await ledger()).closingEndsAt === 0n) await page.waitForTimeout(100);
      const { closeGrace, claimWindow } = await ledger();
      await world.advance(Number(closeGrace) + 1);
      await payee.reload();
      await payee.getByRole('button', { name: 'Return the rest' }).click();
      await sign(payee, 'Return what is left');
      await page.reload();
      await page.getByText('It can still be disputed.').waitFor();
      await world.advance(Number(claimWindow) + 1);
      await page.reload();
      await page.getByRole('button', { name: 'Take off the chain' }).click();
      await sign(page, 'Take the channel off the chain');
      await page.getByRole('heading', { name: 'There is no channel here' }).waitFor();
      assert.equal((await budget(mandate)).channels, 0);
    });
  });

  describe('the history', () => {
    const line = (on: Page, text: string) => on.getByRole('row').filter({ hasText: text }).first();

    it('tells what moved, the latest first, with its transaction', async () => {
      await page.goto('/payments');
      await page.getByRole('row').filter({ hasText: 'Set aside in a mandate' }).getByText('−3.00').waitFor();
      await line(page, 'Earned by the agent').getByText('0.03').waitFor();
      await line(page, 'Paid out to the agent').getByText(/fee/).waitFor();
      await line(page, 'Taken out of a mandate').getByText('+25.00').waitFor();
      await page.getByText(/payments shown: all of them$/).waitFor();
      const kinds = await page.getByRole('rowheader').allTextContents();
      const at = (text: string) => kinds.findIndex((kind) => kind.startsWith(text));
      assert.ok(at('Paid out to the agent') < at('Earned by the agent'));
    });

    it('tells the one who is paid its own side of it', async () => {
      await payee.goto('/payments?show=work');
      await line(payee, 'Earned, not paid out yet').getByText('0.03').waitFor();
      await line(payee, 'Paid out to you').getByText('+').waitFor();
      await payee.goto('/payments?show=stake');
      await line(payee, 'Staked').getByText('tSTAKE').waitFor();
      await payee.goto('/payments?show=disputes');
      await payee.getByRole('heading', { name: 'Nothing of that kind' }).waitFor();
    });

    it('is saved as a file that says the same', async () => {
      await page.getByRole('radio', { name: 'In and out of mandates' }).check({ force: true });
      await page.waitForURL('**/payments?show=budgets');
      await line(page, 'Taken out of a mandate').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save as CSV' }).click(),
      ]);
      const lines = readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\r\n');
      const [head = '', ...rows] = lines;
      const columns = head.split(',');
      const cells = rows.map((row) =>
        Object.fromEntries(row.split(',').map((cell, at) => [columns[at], cell])),
      );
      assert.deepEqual(
        cells.map(({ what, amount, amount_base_units, token }) => [what, amount, amount_base_units, token]),
        [
          ['withdrawal', '25.00', '25000000', 'tUSD'],
          ['deposit', '5.00', '5000000', 'tUSD'],
          ['deposit', '20.00', '20000000', 'tUSD'],
          ['deposit', '3.00', '3000000', 'tUSD'],
        ],
      );
      await page.getByText('4 payments saved').waitFor();
    });
  });

  // in suites of their own: what stands beside suites runs before them
  describe('a switch', () => {
    it('stops a mandate, and says first what that means', async () => {
      const { payer } = world.localnet.personas;
      await ensureChannel(world.chain, world.deployment, {
        ...{ payer, session, mandate, agent: world.agent, allotment: 50n * PRICE, least: 1n },
        lifetime: 2n * BigInt(DAY),
        leastLifetime: 1n,
      });
      await page.goto(`/mandates/${mandate.toBase58()}`);
      await page.getByText('0 calls at').waitFor();
      await page.getByRole('button', { name: 'Stop all spending' }).click();
      const told = page.locator('.stop');
      await told.getByText('Nothing more is allotted, for good.').waitFor();
      await told.getByText('0.50 tUSD').waitFor();
      await told.getByRole('button', { name: 'Keep it' }).click();
      await told.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Stop all spending' }).click();
      await told.getByRole('button', { name: 'Stop all spending' }).click();
      await sign(page, 'Stop all spending');
      await page.getByText('It is stopped. 1 channel is still open').waitFor();
      await page.getByRole('button', { name: 'Close it', exact: true }).click();
      await sign(page, 'Close the channel');
      await page.getByText('Closing').first().waitFor();
    });
  });

  describe('every page of it', () => {
    for (const dark of [false, true]) {
      for (const width of [390, 1440]) {
        it(`is clean to axe and fits, ${dark ? 'dark' : 'light'} at ${width} pixels`, async () => {
          const own = await openPage(browser, world.app.url, { dark, width });
          await own.page.goto('/settings');
          await connectBurner(own.page, 'Payer');
          for (const path of [
            '/mandates',
            `/mandates/${opened().toBase58()}`,
            `/mandates/${mandate.toBase58()}`,
            '/channels',
            `/channels/${channel.toBase58()}`,
            '/payments',
            '/payments?show=disputes',
          ]) {
            await own.page.goto(path);
            await own.page.locator('main h1').first().waitFor();
            await own.page.waitForFunction(() => document.querySelector('main .skeleton.line') === null);
            if (path === '/mandates') {
              await own.page.getByRole('button', { name: 'Open a mandate' }).click();
              await own.page.getByText('Whom it may pay').click();
            }
            const { violations } = await new AxeBuilder({ page: own.page }).analyze();
            const found = violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
            );
            assert.deepEqual(found, [], path);
            const over = await own.page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            assert.equal(over, 0, `${path} is wider than the screen`);
            if (process.env.SHOTS !== undefined) {
              const name = path.replaceAll('/', '_').replaceAll('?', '-').slice(0, 24);
              await own.page.screenshot({
                path: `${process.env.SHOTS}/${name}-${width}-${dark ? 'dark' : 'light'}.png`,
                fullPage: true,
              });
            }
          }
          assert.deepEqual(own.faults, []);
          await own.context.close();
        });
      }
    }

    it('breaks no script and no policy on the way', () => {
      const faults = watched.flatMap((one) => one.faults);
      assert.deepEqual(
        faults.filter((text) => !text.startsWith('Failed to load resource')),
        [],
      );
    });
  });
});
