import assert from 'node:assert/strict';
import {
  burnCredits,
  creditReference,
  LocalCreditIssuer,
  type PayerStoreLike,
  PaymentIntegration,
} from '@agent-labs/sdk';
import { creditsFixture, creditsOf } from '../escrow/credits';
import { agentOn, escrowOn, tokenBalance } from '../fixtures/escrow';
import { assertSame } from '../registry/support';
import { payOut } from './stories';

describe('flow: credits', () => {
  it('are bought, set aside, earned by an agent and burned', async () => {
    const on = await creditsFixture('litesvm');
    const { chain, creditMint, deployment, issuer } = on;
    // a mandate of credits, of a payer whose purse was written past the mint; what it earns is real in the vault
    const escrow = await escrowOn(await agentOn({ ...on, mint: creditMint }));
    assertSame((await escrow.readMandate()).mint, creditMint);
    await escrow.settle({ cumulative: 60_000n, calls: 3 });
    await chain.advance({ seconds: 60, slots: 1 });
    await payOut(escrow);
    assert.equal(await tokenBalance(chain, escrow.payoutTokens), 59_400n);

    // the wallet's own side of it, by the interface of the architecture
    const payments = new PaymentIntegration({
      ...{ chain, deployment, wallet: on.buyer, session: issuer, budget: { deposit: 1n, perCallMax: 1n } },
      store: {} as PayerStoreLike,
      credits: new LocalCreditIssuer({ chain, deployment, issuer, feePayer: on.feePayer }),
    });
    const wish = { amount: 300n, reference: creditReference('shop', 'order-1') };
    const { signature } = await payments.mintCredits(wish);
    assert.ok(signature);
    assert.equal((await payments.mintCredits(wish)).signature, null);
    await payments.burnCredits(100n);
    const mine = creditsOf(on, on.buyer.publicKey);
    assert.equal(await tokenBalance(chain, mine), 200n);
    await burnCredits(chain, deployment, on.buyer, 200n, creditReference('shop', 'refund-1'));
    assert.equal(await tokenBalance(chain, mine), 0n);
    await assert.rejects(payments.mintCredits({ ...wish, amount: 1.5 }), TypeError);
  });

  it('are to be had from an issuer alone', async () => {
    const { buyer, chain, deployment, issuer } = await creditsFixture('litesvm');
    const payments = new PaymentIntegration({
      ...{ chain, deployment, wallet: buyer, session: issuer, budget: { deposit: 1n, perCallMax: 1n } },
      store: {} as PayerStoreLike,
    });
    const wish = { amount: 1n, reference: creditReference('shop', 'order-1') };
    await assert.rejects(payments.mintCredits(wish), TypeError);
  });
});
