import assert from 'node:assert/strict';
import { type CreditsMintParams, creditIssuerSet, PauseBit, UNCAPPED } from '@agent-labs/sdk';
import { MintLayout } from '@solana/spl-token';
import { SystemProgram } from '@solana/web3.js';
import { tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, dataOf, key, nonCanonical } from '../registry/support';
import {
  type CreditsFixture,
  creditsFixture,
  creditsOf,
  creditsOn,
  DAILY_CAP,
  newReference,
  withoutCredits,
} from './credits';
import { arriveAt, whilePaused } from './shared';

const DAY = 86_400n;

describe('escrow credits_mint', () => {
  let shared: CreditsFixture;
  let on: CreditsFixture;
  before(async () => {
    shared = await creditsFixture('bankrun');
  });
  beforeEach(async () => {
    on = await creditsOn(shared);
  });

  const refused = async (error: string, changes: Partial<CreditsMintParams> = {}) => {
    const { instruction } = await on.minting(changes);
    const watched = [on.creditMint, on.creditIssuer];
    await expectRefused(on.chain, instruction, [on.issuer, on.feePayer], error, watched);
  };

  for (const kind of ['bankrun', 'litesvm'] as const) {
    it(`mints to a wallet’s account, counts it, and records the payment (${kind})`, async () => {
      const fixture = kind === 'bankrun' ? on : await creditsFixture(kind);
      const { buyer, buyerTokens, chain, creditIssuer, creditMint, issuer, minting, readIssuer } = fixture;
      const reference = newReference();
      const before = await readIssuer();
      const { supply } = MintLayout.decode(await dataOf(chain, creditMint));
      const { instruction, payment } = await minting({ amount: 250n, reference });
      const outcome = await fixture.send(instruction, issuer);
      const now = await chain.unixTime();
      const day = Number(now / DAY);

      assert.equal(await tokenBalance(chain, buyerTokens), 250n);
      assert.equal(MintLayout.decode(await dataOf(chain, creditMint)).supply, supply + 250n);
      assertSame(await readIssuer(), { ...before, day, mintedToday: 250n, minted: 250n, payments: 1n });
      const { bump, ...record } = await fixture.readPayment(reference);
      assert.ok(bump > 0);
      assertSame(record, {
        ...{ version: 1, issuer: issuer.publicKey, reference: Uint8Array.from(reference) },
        ...{ wallet: buyer.publicKey, amount: 250n, mintedAt: now },
      });
      assertRecorded(kind, outcome, 'creditsMinted', {
        ...{ mint: creditMint, issuer: issuer.publicKey, account: creditIssuer, payment },
        ...{
          reference: [...reference],
          wallet: buyer.publicKey,
          destination: buyerTokens,
          amount: 250n,
          day,
        },
        ...{ mintedTodayBefore: 0n, mintedTodayAfter: 250n, mintedBefore: 0n, mintedAfter: 250n },
        mintedAt: now,
      });
    });
  }

  refusesForgeries(
    async () => {
      const fixture = await creditsOn(shared);
      const { instruction } = await fixture.minting();
      return { chain: fixture.chain, instruction, signers: [fixture.issuer, fixture.feePayer] };
    },
    {
      // the mint and the payment are known by their addresses before anything else
      apart: ['mint', 'payment'],
      twice: {
        'credit_issuer as payment': 'ConstraintSeeds',
        'credit_issuer as mint': 'CreditMintMismatch',
        'credit_issuer as destination': 'AccountOwnedByWrongProgram',
        'payment as mint': 'CreditMintMismatch',
        'mint as payment': 'ConstraintSeeds',
        'destination as payment': 'ConstraintSeeds',
        'destination as mint': 'CreditMintMismatch',
        'mint as destination': 'InvalidAccountData',
      },
    },
  );

  it('CreditPaymentUsed: mints once for a payment, also to another wallet or another amount', async () => {
    const { amount, reference } = await on.credit(10n);
    const other = await funded(on.chain);
    await tokenAccount(on.chain, on.creditMint, other.publicKey, 0n);
    for (const changes of [{ amount }, { amount: 11n }, { wallet: other.publicKey }]) {
      await refused('CreditPaymentUsed', { ...changes, reference });
    }
    // a payment of the same number with another issuer is another payment
    const another = await creditsOn(shared);
    await another.credit(10n, { reference });
    assert.equal(await tokenBalance(on.chain, on.buyerTokens), 10n);
  });

  it('IssuerCapExceeded: mints up to the day’s cap, which begins again at midnight UTC', async () => {
    const now = await on.chain.unixTime();
    const midnight = (now / DAY + 1n) * DAY;
    await on.credit(DAILY_CAP - 1n);
    await refused('IssuerCapExceeded', { amount: 2n });
    await on.credit(1n);
    await refused('IssuerCapExceeded', { amount: 1n });
    await arriveAt(on.chain, midnight - 1n);
    await refused('IssuerCapExceeded', { amount: 1n });
    await arriveAt(on.chain, midnight);
    await refused('IssuerCapExceeded', { amount: DAILY_CAP + 1n });
    await on.credit(DAILY_CAP);
    await refused('IssuerCapExceeded', { amount: 1n });
    assertSame((await on.readIssuer()).minted, 2n * DAILY_CAP);
  });

  it('IssuerInactive: mints nothing for an issuer that was stopped, until it may again', async () => {
    const { admin, admins, deployment, issuer, send } = on;
    const terms = { issuer: issuer.publicKey, dailyCap: DAILY_CAP };
    await send((await creditIssuerSet(deployment, admins, { ...terms, active: false })).instruction, admin);
    await refused('IssuerInactive');
    await send((await creditIssuerSet(deployment, admins, { ...terms, active: true })).instruction, admin);
    await on.credit(1n);
  });

  it('NotIssuer: mints for who signs alone, against its own cap', async () => {
    const another = await creditsOn(shared);
    const { instruction } = await on.minting();
    const wrong = withAccount(instruction, 'credit_issuer', { pubkey: another.creditIssuer });
    await expectRefused(on.chain, wrong, [on.issuer, on.feePayer], 'NotIssuer');
    // whom nobody named has no account
    const stranger = await funded(on.chain);
    const nobodys = await on.minting({ issuer: stranger.publicKey });
    const signers = [stranger, on.feePayer];
    await expectRefused(on.chain, nobodys.instruction, signers, 'AccountOwnedByWrongProgram');
  });

  it('AmountZero, CreditReferenceMissing: mints something, for something', async () => {
    await refused('AmountZero', { amount: 0n });
    await refused('CreditReferenceMissing', { reference: new Uint8Array(32) });
  });

  it('MathOverflow, attack 14: counts no sum beyond 64 bits', async () => {
    const terms = { issuer: on.issuer.publicKey, dailyCap: UNCAPPED, active: true };
    await on.send((await creditIssuerSet(on.deployment, on.admins, terms)).instruction, on.admin);
    await on.credit(1n);
    await refused('MathOverflow', { amount: UNCAPPED });
  });

  it('Paused: minting is new risk', async () => {
    await whilePaused(on, () => refused('Paused'), PauseBit.Deposit);
    await whilePaused(on, () => on.credit(1n), 127 & ~PauseBit.Deposit);
  });

  it('DestinationMismatch: mints into the wallet’s associated account alone, while it is the wallet’s', async () => {
    const { buyer, buyerTokens, chain, creditMint, issuer, feePayer, mintAuthority, payoutOwner } = on;
    const { instruction } = await on.minting();
    const other = await createMint(chain, mintAuthority.publicKey);
    for (const pubkey of [
      await tokenAccount(chain, creditMint, payoutOwner.publicKey, 0n),
      await tokenAccount(chain, creditMint, buyer.publicKey, 0n, { at: key() }),
      await tokenAccount(chain, other, buyer.publicKey, 0n),
    ]) {
      const wrong = withAccount(instruction, 'destination', { pubkey });
      await expectRefused(chain, wrong, [issuer, feePayer], 'DestinationMismatch');
    }
    await tokenAccount(chain, creditMint, key(), 0n, { at: buyerTokens });
    await refused('DestinationMismatch');
  });

  it('attack 5: records no payment at another address', async () => {
    const { chain, deployment, feePayer, issuer } = on;
    const reference = newReference();
    const { instruction } = await on.minting({ reference });
    const seeds = [Buffer.from('credit_payment'), issuer.publicKey.toBytes(), reference];
    for (const pubkey of [nonCanonical(seeds, deployment.escrow), (await on.minting()).payment, key()]) {
      const wrong = withAccount(instruction, 'payment', { pubkey });
      await expectRefused(chain, wrong, [issuer, feePayer], 'ConstraintSeeds');
    }
    const mint = withAccount(instruction, 'mint', { pubkey: on.stakeMint });
    await expectRefused(chain, mint, [issuer, feePayer], 'CreditMintMismatch');
  });

  it('attack 11: records a payment where somebody sent lamports before', async () => {
    const reference = newReference();
    const { payment } = await on.minting({ reference });
    const empty = { owner: SystemProgram.programId, data: new Uint8Array(), executable: false };
    await on.chain.setAccount(payment, { ...empty, lamports: 1n });
    await on.credit(3n, { reference });
    assert.equal((await on.readPayment(reference)).amount, 3n);
  });

  it('CreditsMissing: mints nothing where no credits were made', async () => {
    const bare = await creditsOn(await withoutCredits('litesvm'));
    const { instruction } = await bare.minting();
    await expectRefused(bare.chain, instruction, [bare.issuer, bare.feePayer], 'CreditsMissing');
    assert.ok(creditsOf(bare, bare.buyer.publicKey).equals(bare.buyerTokens));
  });
});
