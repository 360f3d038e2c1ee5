import assert from 'node:assert/strict';
import { mandateKill, mandateWithdraw, UNCAPPED } from '@agent-labs/sdk';
import { escrowOn, PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { arriveAt, assertBooks, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow mandate_withdraw', () => {
  const { escrow, onBothChains } = sharedChain();

  onBothChains('takes free money out, to any account of the mint', async (registry, kind) => {
    const on = await escrowOn(registry);
    const { chain, deployment, mandate, mandateRef, mint, payer, payerTokens, readMandate, send, vault } = on;
    const before = await readMandate();
    const destination = await tokenAccount(chain, mint, key(), 7n);
    const outcome = await send(await mandateWithdraw(deployment, mandateRef, 300n, destination), payer);
    assertSame(await readMandate(), { ...before, free: 799_700n });
    assert.equal(await tokenBalance(chain, destination), 307n);
    assert.equal(await tokenBalance(chain, vault), 999_700n);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - 1_000_000n);
    await assertBooks(on);
    assertRecorded(kind, outcome, 'mandateWithdrawn', {
      mandate,
      payer: payer.publicKey,
      destination,
      amount: 300n,
      freeBefore: 800_000n,
      freeAfter: 799_700n,
    });
  });

  refusesForgeries(
    async () => {
      const { chain, deployment, mandateRef, payer } = await escrow();
      return { chain, instruction: await mandateWithdraw(deployment, mandateRef, 5n), signers: [payer] };
    },
    {
      twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' },
    },
  );

  it('goes on while paused, killed and expired, to the last unit', async () => {
    const on = await escrow();
    const { chain, deployment, mandateRef, payer, payerTokens, readMandate, send } = on;
    await whilePaused(on, async () => send(await mandateWithdraw(deployment, mandateRef, 1n), payer));
    await send(await mandateKill(deployment, mandateRef), payer);
    await send(await mandateWithdraw(deployment, mandateRef, 2n), payer);
    await arriveAt(chain, (await readMandate()).expiresAt);
    await send(await mandateWithdraw(deployment, mandateRef, 799_997n), payer);
    assert.equal((await readMandate()).free, 0n);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - 200_000n);
    await assertBooks(on);
  });

  it('AmountZero, InsufficientFree, attack 14: takes neither nothing nor what is not free', async () => {
    const on = await escrow();
    const { chain, deployment, mandateRef, payer, vault } = on;
    // a donation is not free money: only a close gives it out
    await tokenAccount(chain, on.mint, on.mandate, 1_000_050n, { at: vault });
    for (const [amount, error] of [
      [0n, 'AmountZero'],
      [800_001n, 'InsufficientFree'],
      [1_000_000n, 'InsufficientFree'],
      [UNCAPPED, 'InsufficientFree'],
    ] as const) {
      await expectRefused(chain, await mandateWithdraw(deployment, mandateRef, amount), [payer], error);
    }
    await assertBooks(on, [on.channel], 50n);
  });

  it('InvariantBroken: pays no one out of money that is owed to others', async () => {
    const { chain, deployment, mandate, mandateRef, payer } = await escrow();
    await rewrite(chain, 'mandate', mandate, { free: 900_000n });
    const withdraw = await mandateWithdraw(deployment, mandateRef, 900_000n);
    await expectRefused(chain, withdraw, [payer], 'InvariantBroken');
  });

  it('PayerMismatch: pays neither the session key nor a stranger, nor another payer', async () => {
    const { chain, deployment, mandateRef, session, feePayer } = await escrow();
    const another = await escrow();
    for (const signer of [session, feePayer, another.payer]) {
      const withdraw = await mandateWithdraw(deployment, mandateRef, 5n, another.payerTokens);
      const signed = withAccount(withdraw, 'payer', { pubkey: signer.publicKey });
      await expectRefused(chain, signed, [signer], 'PayerMismatch');
    }
  });

  it('VaultMismatch, attack 41: pays out of no other vault', async () => {
    const { chain, deployment, mandate, mandateRef, mint, payer } = await escrow();
    const another = await escrow();
    const unofficial = await tokenAccount(chain, mint, mandate, 100n);
    const withdraw = await mandateWithdraw(deployment, mandateRef, 5n);
    for (const pubkey of [another.vault, unofficial]) {
      await expectRefused(chain, withAccount(withdraw, 'vault', { pubkey }), [payer], 'VaultMismatch');
    }
    // nor in another payer's name
    const theirs = withAccount(withdraw, 'mandate', { pubkey: another.mandate });
    const both = withAccount(theirs, 'vault', { pubkey: another.vault });
    await expectRefused(chain, both, [payer], 'PayerMismatch');
  });

  it('MintMismatch, attack 41: pays into no account of another mint, and not out of a vault of another', async () => {
    const { chain, deployment, mandate, mandateRef, mintAuthority, payer } = await escrow();
    const other = await createMint(chain, mintAuthority.publicKey);
    const destination = await tokenAccount(chain, other, payer.publicKey, 0n);
    const withdraw = await mandateWithdraw(deployment, mandateRef, 5n, destination);
    await expectRefused(chain, withdraw, [payer], 'MintMismatch');
    const pubkey = await tokenAccount(chain, other, mandate, 100n);
    await expectRefused(chain, withAccount(withdraw, 'vault', { pubkey }), [payer], 'VaultMismatch');
  });

  it('DestinationMismatch: leaves no money in the vault off the books', async () => {
    const { chain, deployment, mandateRef, payer, vault } = await escrow();
    const withdraw = await mandateWithdraw(deployment, mandateRef, 5n, vault);
    await expectRefused(chain, withdraw, [payer], 'DestinationMismatch');
  });

  it('attack 42: a frozen destination stops only what goes there', async () => {
    const { chain, deployment, mandateRef, mint, payer, send } = await escrow();
    const frozen = await tokenAccount(chain, mint, payer.publicKey, 0n, { at: key(), frozen: true });
    const withdraw = await mandateWithdraw(deployment, mandateRef, 5n, frozen);
    await expectRefused(chain, withdraw, [payer], 'token:AccountFrozen');
    await send(await mandateWithdraw(deployment, mandateRef, 5n), payer);
  });
});
