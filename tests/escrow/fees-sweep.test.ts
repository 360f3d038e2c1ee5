import assert from 'node:assert/strict';
import { channelPayout, feesSweep, mandateKill, mandateWithdraw } from '@agent-labs/sdk';
import { createAssociatedTokenAccountInstruction } from '@solana/spl-token';
import { type EscrowFixture, escrowOn, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key, patch } from '../registry/support';
import { arriveAt, assertBooks, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow fees_sweep', () => {
  const { escrow, onBothChains } = sharedChain();
  const sweeping = ({ deployment, mandateRef, treasury }: EscrowFixture) =>
    feesSweep(deployment, mandateRef, treasury.publicKey);
  /** Pays 100,001 to the agent: 1,001 of it is the fee. */
  const accrue = async (on: EscrowFixture): Promise<EscrowFixture> => {
    const { chain, channelRef, deployment, mint, payoutOwner, send } = on;
    await on.settle({ cumulative: 100_001n, calls: 3 });
    await chain.advance({ seconds: 60, slots: 1 });
    await send(await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey));
    return on;
  };

  onBothChains('pays the treasury what has accrued, whoever asks', async (registry, kind) => {
    const on = await accrue(await escrowOn(registry));
    const { chain, mandate, mint, readMandate, send, treasury, treasuryTokens, vault } = on;
    const before = await readMandate();
    assert.equal(before.feesAccrued, 1_001n);
    const outcome = await send(await sweeping(on));
    assertSame(await readMandate(), { ...before, feesAccrued: 0n });
    assert.equal(await tokenBalance(chain, treasuryTokens), 1_001n);
    assert.equal(await tokenBalance(chain, vault), 1_000_000n - 100_001n);
    await assertBooks(on);
    assertRecorded(kind, outcome, 'feesSwept', {
      mandate,
      treasury: treasury.publicKey,
      mint,
      amount: 1_001n,
    });
  });

  refusesForgeries(
    async () => {
      const on = await accrue(await escrow());
      return { chain: on.chain, instruction: await sweeping(on), signers: [] };
    },
    {
      twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' },
    },
  );

  it('goes on while paused, killed and expired', async () => {
    const on = await accrue(await escrow());
    const { chain, deployment, mandateRef, payer, readMandate, send } = on;
    await send(await mandateKill(deployment, mandateRef), payer);
    await arriveAt(chain, (await readMandate()).expiresAt);
    await whilePaused(on, async () => send(await sweeping(on)));
  });

  it('NoFees: sweeps once, and no money but the fees', async () => {
    const on = await escrow();
    await tokenAccount(on.chain, on.mint, on.mandate, 1_000_050n, { at: on.vault });
    await expectRefused(on.chain, await sweeping(on), [], 'NoFees');
    await accrue(on);
    await on.send(await sweeping(on));
    await expectRefused(on.chain, await sweeping(on), [], 'NoFees');
    await assertBooks(on, [on.channel], 50n);
  });

  it("DestinationMismatch: pays into the treasury's associated account alone, while it is the treasury's", async () => {
    const on = await accrue(await escrow());
    const { chain, deployment, mandateRef, mint, mintAuthority, payerTokens, treasury, treasuryTokens } = on;
    const to = async (destination: typeof payerTokens) =>
      expectRefused(
        chain,
        await feesSweep(deployment, mandateRef, treasury.publicKey, destination),
        [],
        'DestinationMismatch',
      );
    await to(payerTokens);
    await to(await tokenAccount(chain, mint, treasury.publicKey, 0n, { at: key() }));
    const other = await createMint(chain, mintAuthority.publicKey);
    await to(await tokenAccount(chain, other, treasury.publicKey, 0n));
    const official = await chain.getAccount(treasuryTokens);
    await tokenAccount(chain, mint, key(), 0n, { at: treasuryTokens });
    await to(treasuryTokens);
    await chain.setAccount(treasuryTokens, official);
  });

  it("VaultMismatch, attack 41: takes from no vault but the mandate's", async () => {
    const on = await accrue(await escrow());
    const another = await accrue(await escrow());
    const unofficial = await tokenAccount(on.chain, on.mint, on.mandate, 5_000n);
    for (const pubkey of [another.vault, unofficial]) {
      await expectRefused(
        on.chain,
        withAccount(await sweeping(on), 'vault', { pubkey }),
        [],
        'VaultMismatch',
      );
    }
  });

  it('ConfigMismatch, attack 4: pays no treasury of another config', async () => {
    const on = await accrue(await escrow());
    const { chain, config, deployment, mandateRef, mint, treasury } = on;
    const [copy, thief] = [key(), key()];
    await chain.setAccount(copy, await chain.getAccount(config));
    await patch(chain, copy, (data) =>
      data.set(thief.toBytes(), data.indexOf(treasury.publicKey.toBuffer())),
    );
    await tokenAccount(chain, mint, thief, 0n);
    const sweep = await feesSweep(deployment, mandateRef, thief);
    await expectRefused(chain, withAccount(sweep, 'config', { pubkey: copy }), [], 'ConfigMismatch');
    await expectRefused(chain, sweep, [], 'DestinationMismatch');
  });

  it('attack 42: a frozen or missing treasury account stops only the sweep', async () => {
    const on = await accrue(await escrow());
    const { chain, deployment, feePayer, mandateRef, mint, payer, send, treasury, treasuryTokens } = on;
    await tokenAccount(chain, mint, treasury.publicKey, 0n, { frozen: true });
    await expectRefused(chain, await sweeping(on), [], 'token:AccountFrozen');
    await send(await mandateWithdraw(deployment, mandateRef, 5n), payer);
    await chain.setAccount(treasuryTokens, null);
    await expectRefused(chain, await sweeping(on), [], 'AccountNotInitialized');
    // anyone can make it
    const make = [feePayer.publicKey, treasuryTokens, treasury.publicKey, mint] as const;
    await send([createAssociatedTokenAccountInstruction(...make), await sweeping(on)]);
    assert.equal(await tokenBalance(chain, treasuryTokens), 1_001n);
  });

  it('InvariantBroken: pays no fees out of money that is owed to others', async () => {
    const on = await accrue(await escrow());
    await rewrite(on.chain, 'mandate', on.mandate, { feesAccrued: 5_000n });
    await expectRefused(on.chain, await sweeping(on), [], 'InvariantBroken');
  });
});
