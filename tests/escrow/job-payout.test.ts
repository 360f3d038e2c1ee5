import assert from 'node:assert/strict';
import { jobPayout, jobSplit, mandateKill } from '@agent-labs/sdk';
import { TOKEN_2022_PROGRAM_ID } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import { escrowOn, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, openJobOn } from '../fixtures/jobs';
import { createMint } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { advanceTo, assertJobBooks, jobAt, refuses } from './jobs';
import { rewrite, sharedChain, whilePaused } from './shared';

/** 1 % of it, the fee of the fixture's config. */
const FEE = 1_000n;

describe('escrow job_payout', () => {
  const shared = sharedChain();
  const { escrow, onBothChains } = shared;

  const paying = (on: JobFixture, destination?: PublicKey) =>
    jobPayout(on.deployment, on.jobRef, on.mint, on.payoutOwner.publicKey, destination);

  onBothChains('pays what is earned, less the fee, whoever asks', async (registry, kind) => {
    const on = await advanceTo(await openJobOn(await escrowOn(registry, { channel: null })), 'released');
    const [before, mandateBefore] = [await on.readJob(), await on.readMandate()];
    assert.equal(on.settings.feeBps, 100);
    const outcome = await on.payOut();
    const paidAt = await on.chain.unixTime();
    assertSame(await on.readJob(), { ...before, paidGross: AMOUNT, lastPayoutAt: paidAt });
    assertSame(await on.readMandate(), { ...mandateBefore, allotted: 0n, feesAccrued: FEE });
    assert.equal(await tokenBalance(on.chain, on.payoutTokens), AMOUNT - FEE);
    assert.equal(await tokenBalance(on.chain, on.vault), 1_000_000n - AMOUNT + FEE);
    await assertJobBooks(on);
    assertRecorded(kind, outcome, 'jobPaid', {
      ...on.jobRef,
      payoutOwner: on.payoutOwner.publicKey,
      ...{ gross: AMOUNT, fee: FEE, net: AMOUNT - FEE, paidGrossBefore: 0n, paidGrossAfter: AMOUNT, paidAt },
    });
  });

  refusesForgeries(
    async () => {
      const on = await jobAt(shared, 'released');
      return { chain: on.chain, instruction: await paying(on), signers: [] };
    },
    {
      twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' },
    },
  );

  it('rounds the fee up, and takes none twice where it pays in parts', async () => {
    const on = await jobAt(shared, 'delivered', { amount: 3n });
    await rewrite(on.chain, 'job', on.job, { status: 3, claimed: 2n, earned: 1n });
    const before = await tokenBalance(on.chain, on.payoutTokens);
    await on.payOut();
    assert.equal(await tokenBalance(on.chain, on.payoutTokens), before);
    await refuses(on, paying(on), 'JobNothingPayable');
    await rewrite(on.chain, 'job', on.job, { status: 7, earned: 3n, endedAt: 1n });
    await on.payOut();
    // one unit of fee on three, not one on each part
    assert.equal(await tokenBalance(on.chain, on.payoutTokens), before + 2n);
    assert.equal((await on.readMandate()).feesAccrued, 1n);
  });

  it('goes on while paused and killed', async () => {
    const on = await jobAt(shared, 'released');
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await whilePaused(on, () => on.payOut());
  });

  it('JobNothingPayable: pays nothing before it is earned, nothing twice, and nothing where none was', async () => {
    for (const stage of ['funded', 'accepted', 'delivered'] as const) {
      const on = await jobAt(shared, stage);
      await refuses(on, paying(on), 'JobNothingPayable');
    }
    const on = await jobAt(shared, 'released');
    await on.payOut();
    await refuses(on, paying(on), 'JobNothingPayable');
    const none = await jobAt(shared, 'accepted');
    const { deployment, jobRef, payer, payoutOwner, send } = none;
    const split = await jobSplit(deployment, jobRef, payer.publicKey, payoutOwner.publicKey, 0n);
    await send(split, payer, payoutOwner);
    await refuses(none, paying(none), 'JobNothingPayable');
  });

  it('DestinationMismatch, attack 41: pays the payout owner’s associated account alone', async () => {
    const on = await jobAt(shared, 'released');
    const { chain, mint, payoutOwner } = on;
    const other = await createMint(chain, on.mintAuthority.publicKey);
    const loose = await tokenAccount(chain, mint, payoutOwner.publicKey, 0n, { at: key() });
    const foreign = await tokenAccount(chain, other, payoutOwner.publicKey, 0n);
    for (const destination of [on.payerTokens, on.vault, loose, foreign]) {
      await refuses(on, paying(on, destination), 'DestinationMismatch');
    }
    // given away by its owner
    await tokenAccount(chain, mint, on.payer.publicKey, 0n, { at: on.payoutTokens });
    await refuses(on, paying(on), 'DestinationMismatch');
    await tokenAccount(chain, mint, payoutOwner.publicKey, 0n);
    await on.payOut();
  });

  it('attack 42: a frozen payee is not paid, and stops neither another job nor a withdrawal', async () => {
    const on = await jobAt(shared, 'released');
    await tokenAccount(on.chain, on.mint, on.payoutOwner.publicKey, 0n, { frozen: true });
    await refuses(on, paying(on), 'token:AccountFrozen');
    const next = await advanceTo(await openJobOn(on, { id: 2n }), 'released');
    assert.equal((await next.readJob()).status, 'Released');
    await assertJobBooks(on, [on.job, next.job]);
    await tokenAccount(on.chain, on.mint, on.payoutOwner.publicKey, 0n);
    await on.payOut();
  });

  it('MandateMismatch, VaultMismatch, MintMismatch, TokenProgramMismatch: takes the job’s own', async () => {
    const [on, another] = [await jobAt(shared, 'released'), await escrow()];
    const wrong = async (name: string, pubkey: PublicKey) => withAccount(await paying(on), name, { pubkey });
    await refuses(on, wrong('vault', another.vault), 'VaultMismatch');
    const mint = await createMint(on.chain, on.mintAuthority.publicKey);
    await refuses(on, wrong('mint', mint), 'MintMismatch');
    await refuses(on, wrong('token_program', TOKEN_2022_PROGRAM_ID), 'TokenProgramMismatch');
    const both = async () =>
      withAccount(await wrong('vault', another.vault), 'mandate', { pubkey: another.mandate });
    await refuses(on, both(), 'MandateMismatch');
  });
});
