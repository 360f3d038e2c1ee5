import assert from 'node:assert/strict';
import { mandateAddress } from '@agent-labs/sdk';
import type { Browser, Page, Route } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser } from './browser';
import { World } from './world';

/** What a call of JSON-RPC asks, and what comes back. */
type Change = (method: string, answer: { result: never }) => void;

/** A node at another address that tells what ours does. */
const SECOND = 'http://127.0.0.1:9';

describe('what the dashboard refuses to sign', function () {
  this.timeout(120_000);
  let world: World;
  let browser: Browser;

  before(async function () {
    requireBrowser(this);
    world = await World.start({ page: ({ rpcUrls }) => ({ rpcUrls: [...rpcUrls, SECOND] }) });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  /** Answers for a node at an address, as ours does but for what is changed. */
  async function node(page: Page, url: string, change: Change): Promise<void> {
    await page.route(`${url}/**`, async (route: Route) => {
      const request = route.request();
      const asked = request.postDataJSON() as { method: string } | { method: string }[] | null;
      const response = await fetch(world.localnet.rpcUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: request.postData() ?? '',
      });
      const answer = (await response.json()) as { result: never } | { result: never }[];
      const [methods, answers] = [[asked].flat(), [answer].flat()];
      for (const [at, one] of answers.entries()) change(methods[at]?.method ?? '', one);
      await route.fulfill({
        json: answer,
        headers: { 'access-control-allow-origin': '*' },
      });
    });
  }

  /** A page whose payer is about to open a mandate. */
  async function atReview({
    habit,
    first,
    second,
  }: {
    habit?: string;
    first?: Change;
    second?: Change;
  } = {}): Promise<Page> {
    const { page } = await openPage(browser, world.app.url);
    await node(page, SECOND, second ?? (() => undefined));
    if (first !== undefined) await node(page, world.localnet.rpcUrl, first);
    if (habit !== undefined) {
      await page.addInitScript((name) => localStorage.setItem('agent-labs:burner-habit', name), habit);
    }
    await page.goto('/mandates');
    await connectBurner(page, 'Payer');
    await page.getByRole('button', { name: 'Open a mandate' }).first().click();
    await page.getByRole('button', { name: /under these limits$/ }).click();
    return page;
  }

  const review = (page: Page) => page.getByRole('dialog', { name: 'Review: Open a mandate' });
  const toast = (page: Page, phase: string) => page.locator(`.toast.${phase}`);

  /** That the chain has no mandate of the payer. */
  async function nothingHappened(): Promise<void> {
    const { payer } = world.localnet.personas;
    assert.equal(await world.chain.getAccount(mandateAddress(world.deployment, payer.publicKey, 1n)), null);
  }

  it('what its user does not want', async () => {
    const page = await atReview();
    await review(page).getByRole('button', { name: 'Do not sign' }).click();
    await toast(page, 'declined').getByText('Not signed. Nothing was charged.').waitFor();
    await nothingHappened();
  });

  it('what the wallet rejects', async () => {
    const page = await atReview({ habit: 'reject' });
    await review(page).getByRole('button', { name: /^Sign/ }).click();
    await toast(page, 'declined')
      .getByText(/did not sign.*Nothing was charged/)
      .waitFor();
    await nothingHappened();
  });

  it('another message than was shown', async () => {
    const page = await atReview({ habit: 'change' });
    await review(page).getByRole('button', { name: /^Sign/ }).click();
    await toast(page, 'failed')
      .getByText(/signed another message than it was shown. Nothing was sent/)
      .waitFor();
    await nothingHappened();
  });

  it('what has expired before it was approved', async () => {
    const page = await atReview();
    await review(page)
      .getByText(/^expires in/)
      .waitFor();
    await world.localnet.node.advance({ slots: 400 });
    await review(page).getByText('Expired. Nothing was charged. Try again.').waitFor();
    assert.equal(await review(page).getByRole('button', { name: /^Sign/ }).count(), 0);
    await review(page).getByRole('button', { name: 'Close' }).click();
    await toast(page, 'expired').getByText('Expired. Nothing was charged. Try again.').waitFor();
    await nothingHappened();
  });

  it('what expired in the wallet, which signed too late', async () => {
    const page = await atReview({ habit: 'delay' });
    await review(page).getByRole('button', { name: /^Sign/ }).click();
    await toast(page, 'signing').getByText('Waiting for the wallet.').waitFor();
    await world.localnet.node.advance({ slots: 400 });
    await toast(page, 'expired').getByText('Expired. Nothing was charged. Try again.').waitFor();
    await nothingHappened();
  });

  it('a simulation that is not what the bytes say', async () => {
    const page = await atReview({
      first: (method, { result }) => {
        if (method !== 'simulateTransaction') return;
        const { value } = result as { value: { accounts: ({ data: string[] } | null)[] } };
        // token accounts show more than they would hold
        for (const account of value.accounts) {
          const data = Buffer.from(account?.data[0] ?? '', 'base64');
          if (account === null || data.length !== 165) continue;
          data.writeBigUInt64LE(data.readBigUInt64LE(64) + 1_000_000n, 64);
          account.data[0] = data.toString('base64');
        }
      },
    });
    await review(page).getByText("The node's word and the bytes disagree").first().waitFor();
    assert.ok(await review(page).getByRole('button', { name: 'Blocked' }).isDisabled());
    await nothingHappened();
  });

  it('balances that a second node tells otherwise', async () => {
    const page = await atReview({
      second: (method, { result }) => {
        if (method !== 'getMultipleAccounts') return;
        const { value } = result as { value: ({ data: string[] } | null)[] };
        for (const account of value) {
          const data = Buffer.from(account?.data[0] ?? '', 'base64');
          if (account === null || data.length !== 165) continue;
          data.writeBigUInt64LE(1n, 64);
          account.data[0] = data.toString('base64');
        }
      },
    });
    await review(page).getByText('Two nodes tell different balances').first().waitFor();
    assert.ok(await review(page).getByRole('button', { name: 'Blocked' }).isDisabled());
    await nothingHappened();
  });

  it('a node of another cluster', async () => {
    const { page } = await openPage(browser, world.app.url);
    await node(page, world.localnet.rpcUrl, (method, answer) => {
      if (method === 'getGenesisHash') {
        (answer as { result: unknown }).result = '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d';
      }
    });
    await page.goto('/');
    await page.getByText('ClusterMismatch').first().waitFor();
  });

  it('a wallet of another cluster', async () => {
    const { page } = await openPage(browser, world.app.url);
    await page.addInitScript(() => {
      const account = {
        address: '11111111111111111111111111111111',
        publicKey: new Uint8Array(32),
        chains: ['solana:devnet'],
        features: ['solana:signTransaction'],
      };
      const wallet = {
        version: '1.0.0',
        name: 'Elsewhere',
        icon: 'data:image/svg+xml;base64,',
        chains: ['solana:devnet'],
        accounts: [account],
        features: {
          'standard:connect': { version: '1.0.0', connect: async () => ({ accounts: [account] }) },
          'solana:signTransaction': { version: '1.0.0', signTransaction: async () => [] },
        },
      };
      const register = ({ register: add }: { register: (...wallets: unknown[]) => void }) => add(wallet);
      addEventListener('wallet-standard:app-ready', (event) => register((event as CustomEvent).detail));
      dispatchEvent(new CustomEvent('wallet-standard:register-wallet', { detail: register }));
    });
    await page.goto('/');
    await page.getByRole('button', { name: 'Connect a wallet' }).click();
    await page.getByRole('button', { name: 'Elsewhere' }).click();
    await page.getByText('WalletOnOtherCluster').waitFor();
    await page.getByText(/offers solana:devnet; this page is on solana:localnet/).waitFor();
  });

  it('and signs what a slow wallet signs in time, once', async () => {
    const page = await atReview({ habit: 'delay' });
    await review(page).getByRole('button', { name: /^Sign/ }).click();
    await toast(page, 'signing').waitFor();
    await toast(page, 'confirmed').waitFor();
    assert.equal(await page.locator('.toast').count(), 1);
    const { payer } = world.localnet.personas;
    assert.notEqual(
      await world.chain.getAccount(mandateAddress(world.deployment, payer.publicKey, 1n)),
      null,
    );
  });
});
