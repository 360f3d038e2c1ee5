import assert from 'node:assert/strict';
import { mandateDeposit, mandateKill, PauseBit, UNCAPPED } from '@agent-labs/sdk';
import { getAssociatedTokenAddressSync } from '@solana/spl-token';
import { escrowOn, PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { arriveAt, assertBooks, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow mandate_deposit', () => {
  const { escrow, onBothChains } = sharedChain();

  onBothChains('adds to the free money alone', async (registry, kind) => {
    const on = await escrowOn(registry);
    const { chain, deployment, mandate, mandateRef, payer, payerTokens, readMandate, send, vault } = on;
    const before = await readMandate();
    const outcome = await send(await mandateDeposit(deployment, mandateRef, 123n), payer);
    assertSame(await readMandate(), { ...before, free: 800_123n });
    assert.equal(await tokenBalance(chain, vault), 1_000_123n);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - 1_000_123n);
    await assertBooks(on);
    assertRecorded(kind, outcome, 'mandateDeposited', {
      mandate,
      payer: payer.publicKey,
      amount: 123n,
      freeBefore: 800_000n,
      freeAfter: 800_123n,
    });
  });

  it('takes from another source that the payer may spend from', async () => {
    const { chain, deployment, mandateRef, mint, payer, readMandate, send } = await escrow();
    const source = await tokenAccount(chain, mint, payer.publicKey, 50n, { at: key() });
    await send(await mandateDeposit(deployment, mandateRef, 50n, source), payer);
    assert.equal((await readMandate()).free, 800_050n);
    assert.equal(await tokenBalance(chain, source), 0n);
  });

  refusesForgeries(
    async () => {
      const { chain, deployment, mandateRef, payer } = await escrow();
      return { chain, instruction: await mandateDeposit(deployment, mandateRef, 5n), signers: [payer] };
    },
    {
      twice: { 'vault as source': 'VaultMismatch', 'source as vault': 'VaultMismatch' },
    },
  );

  it('Paused: takes nothing while depositing is paused', async () => {
    const on = await escrow();
    const { chain, deployment, mandateRef, payer, send } = on;
    const deposit = await mandateDeposit(deployment, mandateRef, 5n);
    await whilePaused(on, () => expectRefused(chain, deposit, [payer], 'Paused'), PauseBit.Deposit);
    await whilePaused(on, () => send(deposit, payer), 127 & ~PauseBit.Deposit);
  });

  it('AmountZero, attack 14: takes neither nothing nor more than there is', async () => {
    const { chain, deployment, mandateRef, payer, vault } = await escrow();
    const held = PURSE - 1_000_000n;
    for (const [amount, error] of [
      [0n, 'AmountZero'],
      [held + 1n, 'token:InsufficientFunds'],
      [UNCAPPED, 'token:InsufficientFunds'],
    ] as const) {
      const deposit = await mandateDeposit(deployment, mandateRef, amount);
      await expectRefused(chain, deposit, [payer], error, [vault]);
    }
  });

  it('MathOverflow, attack 14: refuses a sum beyond 64 bits', async () => {
    const { chain, deployment, mandate, mandateRef, payer } = await escrow();
    await rewrite(chain, 'mandate', mandate, { free: UNCAPPED - 4n });
    const deposit = await mandateDeposit(deployment, mandateRef, 5n);
    await expectRefused(chain, deposit, [payer], 'MathOverflow');
    // and where each term fits, but not their sum
    await rewrite(chain, 'mandate', mandate, { free: UNCAPPED - 6n });
    await expectRefused(chain, deposit, [payer], 'InvariantBroken');
  });

  it('InvariantBroken: refuses to go on with a vault that does not cover its mandate', async () => {
    const { chain, deployment, mandate, mandateRef, payer } = await escrow();
    await rewrite(chain, 'mandate', mandate, { free: 800_001n });
    const deposit = await mandateDeposit(deployment, mandateRef, 5n);
    await expectRefused(chain, deposit, [payer], 'InvariantBroken');
  });

  it('MandateKilled: takes nothing once killed', async () => {
    const { chain, deployment, mandateRef, payer, send } = await escrow();
    await send(await mandateKill(deployment, mandateRef), payer);
    await expectRefused(chain, await mandateDeposit(deployment, mandateRef, 5n), [payer], 'MandateKilled');
  });

  it('MandateExpired: takes the last deposit one second before its end', async () => {
    const { chain, deployment, mandateRef, payer, readMandate, send } = await escrow();
    const { expiresAt } = await readMandate();
    const deposit = await mandateDeposit(deployment, mandateRef, 5n);
    await arriveAt(chain, expiresAt - 1n);
    await send(deposit, payer);
    await arriveAt(chain, expiresAt);
    await expectRefused(chain, deposit, [payer], 'MandateExpired');
  });

  it('PayerMismatch: takes nothing from the session key or a stranger', async () => {
    const { chain, deployment, mandateRef, mint, session, feePayer } = await escrow();
    for (const signer of [session, feePayer]) {
      const source = await tokenAccount(chain, mint, signer.publicKey, 50n);
      const deposit = await mandateDeposit(deployment, mandateRef, 5n, source);
      const signed = withAccount(deposit, 'payer', { pubkey: signer.publicKey });
      await expectRefused(chain, signed, [signer], 'PayerMismatch');
    }
  });

  it("VaultMismatch, attack 41: pays into no vault but the mandate's", async () => {
    const { chain, deployment, mandate, mandateRef, mint, payer } = await escrow();
    const deposit = await mandateDeposit(deployment, mandateRef, 5n);
    const another = await escrow();
    const unofficial = await tokenAccount(chain, mint, mandate, 0n);
    for (const pubkey of [another.vault, unofficial]) {
      await expectRefused(chain, withAccount(deposit, 'vault', { pubkey }), [payer], 'VaultMismatch');
    }
  });

  it('MintMismatch, attack 41: takes no other mint', async () => {
    const { chain, deployment, mandateRef, mintAuthority, payer } = await escrow();
    const other = await createMint(chain, mintAuthority.publicKey);
    await tokenAccount(chain, other, payer.publicKey, 100n);
    const source = getAssociatedTokenAddressSync(other, payer.publicKey);
    const deposit = await mandateDeposit(deployment, mandateRef, 5n, source);
    await expectRefused(chain, deposit, [payer], 'MintMismatch');
  });

  it("attack 1: spends from no one else's token account, nor from a frozen one", async () => {
    const { chain, deployment, mandateRef, mint, payer } = await escrow();
    const foreign = await tokenAccount(chain, mint, key(), 100n);
    const frozen = await tokenAccount(chain, mint, payer.publicKey, 100n, { at: key(), frozen: true });
    for (const [source, error] of [
      [foreign, 'token:OwnerMismatch'] as const,
      [frozen, 'token:AccountFrozen'] as const,
    ]) {
      const deposit = await mandateDeposit(deployment, mandateRef, 5n, source);
      await expectRefused(chain, deposit, [payer], error);
    }
  });
});
