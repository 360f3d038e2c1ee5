import assert from 'node:assert/strict';
import { creditsBurn, UNCAPPED } from '@agent-labs/sdk';
import { AccountLayout, MintLayout } from '@solana/spl-token';
import { tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, dataOf, key } from '../registry/support';
import { type CreditsFixture, creditsFixture, creditsOn, newReference } from './credits';
import { whilePaused } from './shared';

describe('escrow credits_burn', () => {
  let shared: CreditsFixture;
  let on: CreditsFixture;
  before(async () => {
    shared = await creditsFixture('bankrun');
  });
  beforeEach(async () => {
    on = await creditsOn(shared);
    await on.credit(100n);
  });

  const burning = (amount: bigint, fixture = on) =>
    creditsBurn(fixture.deployment, fixture.buyer.publicKey, amount);
  const supply = async ({ chain, creditMint } = on) =>
    MintLayout.decode(await dataOf(chain, creditMint)).supply;

  for (const kind of ['bankrun', 'litesvm'] as const) {
    it(`burns the holder’s credits, in part or all (${kind})`, async () => {
      const fixture = kind === 'bankrun' ? on : await creditsFixture(kind);
      if (kind === 'litesvm') await fixture.credit(100n);
      const { buyer, buyerTokens, chain, creditMint, deployment, send } = fixture;
      const [before, reference] = [await supply(fixture), newReference()];
      const outcome = await send(await creditsBurn(deployment, buyer.publicKey, 60n, reference), buyer);
      assert.equal(await tokenBalance(chain, buyerTokens), 40n);
      assert.equal(await supply(fixture), before - 60n);
      assertRecorded(kind, outcome, 'creditsBurned', {
        ...{ mint: creditMint, holder: buyer.publicKey, source: buyerTokens, amount: 60n },
        ...{ reference: [...reference], supplyBefore: before, supplyAfter: before - 60n },
      });
      await send(await burning(40n, fixture), buyer);
      assert.equal(await tokenBalance(chain, buyerTokens), 0n);
    });
  }

  refusesForgeries(
    async () => {
      const fixture = await creditsOn(shared);
      await fixture.credit(50n);
      return { chain: fixture.chain, instruction: await burning(5n, fixture), signers: [fixture.buyer] };
    },
    // no account of it is a program's state: the mint is known by its address
    {
      copies: 'CreditMintMismatch',
      twice: { 'mint as source': 'InvalidAccountData', 'source as mint': 'InvalidAccountData' },
    },
  );

  it('AmountZero, attack 14: burns neither nothing nor more than there is', async () => {
    const { buyer, chain, creditMint } = on;
    for (const [amount, error] of [
      [0n, 'AmountZero'],
      [101n, 'token:InsufficientFunds'],
      [UNCAPPED, 'token:InsufficientFunds'],
    ] as const) {
      await expectRefused(chain, await burning(amount), [buyer], error, [creditMint]);
    }
  });

  it('attack 1: burns nobody else’s, not for the issuer either, and for a delegate what it may spend', async () => {
    const { buyerTokens, chain, deployment, issuer, payoutOwner, send } = on;
    for (const other of [issuer, payoutOwner]) {
      const burn = await creditsBurn(deployment, other.publicKey, 5n, new Uint8Array(32), buyerTokens);
      await expectRefused(chain, burn, [other], 'token:OwnerMismatch');
    }
    const state = await chain.getAccount(buyerTokens);
    assert.ok(state);
    const data = Buffer.from(state.data);
    const lent = { ...AccountLayout.decode(data), delegateOption: 1 as const, delegatedAmount: 9n };
    AccountLayout.encode({ ...lent, delegate: payoutOwner.publicKey }, data);
    await chain.setAccount(buyerTokens, { ...state, data });
    await send(
      await creditsBurn(deployment, payoutOwner.publicKey, 9n, new Uint8Array(32), buyerTokens),
      payoutOwner,
    );
    assert.equal(await tokenBalance(chain, buyerTokens), 91n);
  });

  it('MintMismatch, CreditMintMismatch: burns no other tokens', async () => {
    const { buyer, chain, deployment, mintAuthority } = on;
    const other = await createMint(chain, mintAuthority.publicKey);
    const source = await tokenAccount(chain, other, buyer.publicKey, 100n);
    const burn = await creditsBurn(deployment, buyer.publicKey, 5n, new Uint8Array(32), source);
    await expectRefused(chain, burn, [buyer], 'MintMismatch');
    const both = withAccount(burn, 'mint', { pubkey: other });
    await expectRefused(chain, both, [buyer], 'CreditMintMismatch');
    const none = withAccount(await burning(5n), 'source', { pubkey: key() });
    await expectRefused(chain, none, [buyer], 'AccountNotInitialized');
  });

  it('is an exit: no pause stops it', async () => {
    await whilePaused(on, async () => on.send(await burning(5n), on.buyer));
  });
});
