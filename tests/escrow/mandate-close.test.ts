import assert from 'node:assert/strict';
import { channelSettle, feesSweep, mandateClose, mandateOpen } from '@agent-labs/sdk';
import { ACCOUNT_SIZE, AccountLayout, NATIVE_MINT } from '@solana/spl-token';
import { type PublicKey, SystemProgram } from '@solana/web3.js';
import { type EscrowFixture, escrowOn, PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, SOL } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, donation, key, lamportsOf } from '../registry/support';
import { finished, openAnother, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow mandate_close', () => {
  const { escrow, onBothChains } = sharedChain();
  const closing = ({ deployment, mandateRef }: EscrowFixture) => mandateClose(deployment, mandateRef);
  /** The fixture's mandate once more, at the same address. */
  const reopening = async ({ chain, deployment, mint, payer, session }: EscrowFixture) =>
    mandateOpen(deployment, {
      payer: payer.publicKey,
      mint,
      id: 1n,
      sessionKey: session.publicKey,
      perCallMax: 50_000n,
      dailyCap: 400_000n,
      totalCap: 900_000n,
      expiresAt: (await chain.unixTime()) + 900n,
      deposit: 200_000n,
    });

  onBothChains('gives out every token, donations included, and all rent', async (registry, kind) => {
    const on = await escrowOn(registry, { channel: null });
    const { chain, mandate, mint, payer, payerTokens, readMandate, send, vault } = on;
    await tokenAccount(chain, mint, mandate, 1_000_050n, { at: vault });
    await send(donation(on.feePayer.publicKey, mandate, 3n));
    const rent = (await lamportsOf(chain, mandate)) + (await lamportsOf(chain, vault));
    const { generation } = await readMandate();
    const before = await lamportsOf(chain, payer.publicKey);
    const outcome = await send(await closing(on), payer);
    assert.equal(await chain.getAccount(mandate), null);
    assert.equal(await chain.getAccount(vault), null);
    assert.equal(await lamportsOf(chain, payer.publicKey), before + rent);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE + 50n);
    assertRecorded(kind, outcome, 'mandateClosed', {
      mandate,
      payer: payer.publicKey,
      generation,
      withdrawn: 1_000_050n,
      destination: payerTokens,
    });
  });

  refusesForgeries(
    async () => {
      const on = await escrow({ channel: null });
      return { chain: on.chain, instruction: await closing(on), signers: [on.payer] };
    },
    {
      twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' },
    },
  );

  it('ends an empty mandate, to any account of the mint, while paused', async () => {
    const on = await escrow({ channel: null, mandate: { deposit: 0n } });
    const { chain, deployment, mandate, mandateRef, mint, payer, send } = on;
    const destination = await tokenAccount(chain, mint, key(), 4n);
    const close = await mandateClose(deployment, mandateRef, destination);
    await whilePaused(on, () => send(close, payer));
    assert.equal(await chain.getAccount(mandate), null);
    assert.equal(await tokenBalance(chain, destination), 4n);
  });

  it('ChannelsRemain: ends no mandate whose channel is there, even drained', async () => {
    const on = await escrow();
    await expectRefused(on.chain, await closing(on), [on.payer], 'ChannelsRemain');
    await finished(on);
    await on.send(await closing(on), on.payer);
    assert.equal(await tokenBalance(on.chain, on.payerTokens), PURSE);
  });

  it('FeesRemain: ends no mandate that owes fees', async () => {
    const on = await escrow();
    const { chain, deployment, mandateRef, payer, payerTokens, payoutTokens, send, treasury } = on;
    await finished(on, 100_000n);
    await expectRefused(chain, await closing(on), [payer], 'FeesRemain');
    await send(await feesSweep(deployment, mandateRef, treasury.publicKey));
    await send(await closing(on), payer);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - 100_000n);
    assert.equal(await tokenBalance(chain, payoutTokens), 99_000n);
  });

  it('InvariantBroken: ends no mandate that owes more than its vault holds', async () => {
    const on = await escrow({ channel: null });
    await rewrite(on.chain, 'mandate', on.mandate, { free: 1_000_001n });
    await expectRefused(on.chain, await closing(on), [on.payer], 'InvariantBroken');
    await rewrite(on.chain, 'mandate', on.mandate, { free: 1_000_000n, allotted: 1n });
    await expectRefused(on.chain, await closing(on), [on.payer], 'InvariantBroken');
  });

  it('PayerMismatch: is neither for the session key nor for a stranger', async () => {
    const on = await escrow({ channel: null });
    for (const signer of [on.session, on.feePayer]) {
      const signed = withAccount(await closing(on), 'payer', { pubkey: signer.publicKey });
      await expectRefused(on.chain, signed, [signer], 'PayerMismatch');
    }
  });

  it('VaultMismatch, attack 41: empties no other vault', async () => {
    const [on, another] = [await escrow({ channel: null }), await escrow({ channel: null })];
    const unofficial = await tokenAccount(on.chain, on.mint, on.mandate, 100n);
    for (const pubkey of [another.vault, unofficial]) {
      const other = withAccount(await closing(on), 'vault', { pubkey });
      await expectRefused(on.chain, other, [on.payer], 'VaultMismatch');
    }
  });

  it('MintMismatch, attack 41: pays into no account of another mint', async () => {
    const { chain, deployment, mandateRef, mintAuthority, payer } = await escrow({ channel: null });
    const other = await createMint(chain, mintAuthority.publicKey);
    const destination = await tokenAccount(chain, other, payer.publicKey, 0n);
    const close = await mandateClose(deployment, mandateRef, destination);
    await expectRefused(chain, close, [payer], 'MintMismatch');
  });

  it('DestinationMismatch: cannot lose its tokens with its vault', async () => {
    const { chain, deployment, mandateRef, payer, vault } = await escrow({ channel: null });
    const close = await mandateClose(deployment, mandateRef, vault);
    await expectRefused(chain, close, [payer], 'DestinationMismatch');
  });

  it('attack 42: a frozen destination stops only what goes there', async () => {
    const on = await escrow({ channel: null });
    const { chain, deployment, mandateRef, mint, payer, send } = on;
    const frozen = await tokenAccount(chain, mint, payer.publicKey, 0n, { at: key(), frozen: true });
    await expectRefused(
      chain,
      await mandateClose(deployment, mandateRef, frozen),
      [payer],
      'token:AccountFrozen',
    );
    await send(await closing(on), payer);
  });

  it('ClosedInOpeningSlot, attack 10: lets no generation recur', async () => {
    const on = await escrow({ channel: null });
    const { chain, mandate, payer, readMandate, send } = on;
    const first = (await readMandate()).generation;
    const again = await reopening(on);
    // closed and opened again in one transaction, and once more
    const [close, open] = [await closing(on), again.instruction];
    await expectRefused(chain, [close, open, close], [payer], 'ClosedInOpeningSlot');
    await send([close, open], payer);
    const { generation, free, totalCharged } = await readMandate(mandate);
    assert.ok(generation > first);
    assert.deepEqual([free, totalCharged], [200_000n, 0n]);
    await expectRefused(chain, close, [payer], 'ClosedInOpeningSlot');
    await chain.advance({ slots: 1 });
    await send(close, payer);
  });

  it('attack 9: leaves nothing to revive by lamports sent in the same transaction', async () => {
    const on = await escrow({ channel: null });
    const { chain, mandate, payer, send, vault } = on;
    const revive = [mandate, vault].map((at) => donation(on.feePayer.publicKey, at, SOL / 100n));
    await send([await closing(on), ...revive], payer);
    for (const at of [mandate, vault]) {
      const state = await chain.getAccount(at);
      assertSame([state?.owner, state?.data.length], [SystemProgram.programId, 0]);
    }
    // and what is closed is closed
    await expectRefused(chain, await closing(on), [payer], 'AccountOwnedByWrongProgram');
    await send((await reopening(on)).instruction, payer);
    assert.equal((await on.readMandate()).free, 200_000n);
  });

  it('attack 10: gives vouchers of an earlier mandate no hold on the next at its address', async () => {
    const on = await escrow();
    const { chain, channel, deployment, payer, readChannel, send } = on;
    const old = await on.voucher({ cumulative: 100_000n, calls: 2 });
    const first = (await readChannel()).generation;
    await finished(on);
    await send([await closing(on), (await reopening(on)).instruction], payer);
    assertSame(await openAnother(on, { amount: 200_000n }), channel);
    assert.ok((await readChannel()).generation > first);
    await expectRefused(chain, channelSettle(deployment, [old]), [], 'WrongTag');
  });

  it('attack 11: gives back wrapped SOL, and lamports that were at the vault before', async () => {
    const { chain, deployment, mint, payer, send, session } = await escrow({ channel: null });
    await chain.setAccount(NATIVE_MINT, await chain.getAccount(mint));
    const [own, rent] = [await tokenAccount(chain, NATIVE_MINT, payer.publicKey, 0n), await tokenRent(chain)];
    await wrap(chain, own, 500n);
    const { instruction, mandate, vault } = await mandateOpen(deployment, {
      payer: payer.publicKey,
      mint: NATIVE_MINT,
      id: 2n,
      sessionKey: session.publicKey,
      perCallMax: 1n,
      dailyCap: 1n,
      totalCap: 1n,
      expiresAt: (await chain.unixTime()) + 900n,
      deposit: 500n,
    });
    const surplus = 77n;
    await send(donation(payer.publicKey, vault, rent + surplus), payer);
    await send(instruction, payer);
    assert.equal(await tokenBalance(chain, vault), 500n + surplus);
    // lamports that the token program does not know of
    await send(donation(payer.publicKey, vault, 11n), payer);
    await chain.advance({ slots: 1 });
    const before = await lamportsOf(chain, payer.publicKey);
    const state = await lamportsOf(chain, mandate);
    const close = await mandateClose(deployment, { mandate, payer: payer.publicKey, mint: NATIVE_MINT });
    await send(close, payer);
    assert.equal(await tokenBalance(chain, own), 500n + surplus);
    assert.equal(await lamportsOf(chain, payer.publicKey), before + state + rent + 11n);
  });
});

const tokenRent = (chain: TestChain) => chain.rentExemption(ACCOUNT_SIZE);

/** Makes a token account one of wrapped SOL, with `amount` lamports above its rent. */
async function wrap(chain: TestChain, at: PublicKey, amount: bigint): Promise<void> {
  const account = await chain.getAccount(at);
  const rent = await tokenRent(chain);
  assert.ok(account);
  const data = Buffer.from(account.data);
  AccountLayout.encode({ ...AccountLayout.decode(data), isNativeOption: 1, isNative: rent, amount }, data);
  await chain.setAccount(at, { ...account, data, lamports: rent + amount });
}
