import assert from 'node:assert/strict';
import {
  associatedTokens,
  creditIssuerSet,
  creditMintAddress,
  creditsInitialize,
  creditsMint,
} from '@agent-labs/sdk';
import { AxeBuilder } from '@axe-core/playwright';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  getAccount,
  TOKEN_PROGRAM_ID,
} from '@solana/spl-token';
import { Connection, Keypair, LAMPORTS_PER_SOL, SystemProgram } from '@solana/web3.js';
import type { Browser } from 'playwright-core';
import { connectBurner, launch, openPage, requireBrowser, sign } from './browser';
import { World } from './world';

const UNIT = 1_000_000n;

describe('credits on the page', function () {
  this.timeout(200_000);
  let world: World;
  let browser: Browser;

  before(async function () {
    requireBrowser(this);
    world = await World.start({ indexer: true });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });

  const held = async () => {
    const { personas, rpcUrl } = world.localnet;
    const at = associatedTokens(creditMintAddress(world.deployment), personas.payer.publicKey);
    return (await getAccount(new Connection(rpcUrl, 'confirmed'), at)).amount;
  };

  it('says so where there are none, and burns what a wallet has once there are', async () => {
    const watched = await openPage(browser, world.app.url);
    const { page } = watched;
    await page.goto('/settings');
    await connectBurner(page, 'Payer');
    await page.goto('/credits');
    await page.getByText('No credits on this cluster yet').waitFor();

    const { chain, deployment, localnet } = world;
    const { operator, payer } = localnet.personas;
    const issuer = Keypair.generate();
    const fund = SystemProgram.transfer({
      ...{ fromPubkey: operator.publicKey, toPubkey: issuer.publicKey, lamports: LAMPORTS_PER_SOL },
    });
    await chain.send([fund], { payer: operator, signers: [] });
    const admins = { admin: operator.publicKey, rentPayer: operator.publicKey };
    const terms = { issuer: issuer.publicKey, dailyCap: 50n * UNIT, active: true };
    const made = await creditsInitialize(deployment, admins, 6);
    const named = await creditIssuerSet(deployment, admins, terms);
    await chain.send([made.instruction, named.instruction], { payer: operator, signers: [] });
    const account = associatedTokens(made.mint, payer.publicKey);
    const minting = await creditsMint(deployment, {
      ...{ issuer: issuer.publicKey, rentPayer: issuer.publicKey, wallet: payer.publicKey },
      ...{ amount: 20n * UNIT, reference: new Uint8Array(32).fill(9) },
    });
    const opening = createAssociatedTokenAccountIdempotentInstruction(
      issuer.publicKey,
      account,
      payer.publicKey,
      made.mint,
      TOKEN_PROGRAM_ID,
    );
    await chain.send([opening, minting.instruction], { payer: issuer, signers: [] });

    await page.reload();
    await page.getByRole('heading', { name: 'Burn credits' }).waitFor();
    await page.locator('tr', { hasText: 'Active' }).filter({ hasText: '30.00' }).waitFor();
    await page.getByLabel('How much').fill('20.01');
    await page.getByText('The wallet has less than that. Nothing was burned.').waitFor();
    assert.ok(await page.getByRole('button', { name: 'Burn them' }).isDisabled());
    await page.getByLabel('How much').fill('7.5');
    await page.getByRole('button', { name: 'Burn them' }).click();
    await sign(page, 'Burn credits');
    await page.getByText('Your wallet has 12.50 credits.').waitFor();
    assert.equal(await held(), 12_500_000n);
    await page.locator('tr', { hasText: '7.50' }).waitFor();

    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          [],
        );
      }
    }
    assert.deepEqual(watched.faults, []);
  });
});
