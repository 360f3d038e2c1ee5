import assert from 'node:assert/strict';
import {
  type CreditIssuer,
  CreditPaymentConflict,
  CreditsNotIssued,
  CreditsUncertain,
  CrossmintCreditIssuer,
  type CrossmintCreditIssuerOptions,
  creditPaymentAddress,
  creditReference,
  LocalCreditIssuer,
} from '@agent-labs/sdk';
import { type CreditsFixture, creditsFixture, creditsOf, creditsOn, DAILY_CAP } from '../escrow/credits';
import { tokenBalance } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { assertSame } from '../registry/support';
import { API_KEY, CrossmintServer, LOCATOR } from './crossmint-server';

describe('credit issuers', () => {
  let shared: CreditsFixture;
  let on: CreditsFixture;
  let server: CrossmintServer;
  let order = 0;
  before(async () => {
    shared = await creditsFixture('litesvm');
  });
  beforeEach(async () => {
    on = await creditsOn(shared);
    server = await CrossmintServer.start(on.chain, on.issuer);
  });
  afterEach(() => server.stop());

  const wish = (amount = 10n) => {
    order += 1;
    return { wallet: on.buyer.publicKey, amount, reference: creditReference('crossmint', `order-${order}`) };
  };
  const held = () => tokenBalance(on.chain, on.buyerTokens);
  const local = () => new LocalCreditIssuer({ ...on, issuer: on.issuer, feePayer: on.feePayer });
  const crossmint = (changes: Partial<CrossmintCreditIssuerOptions> = {}) =>
    new CrossmintCreditIssuer({
      ...{ chain: on.chain, deployment: on.deployment, latestBlockhash: () => on.chain.latestBlockhash() },
      ...{ apiKey: API_KEY, url: server.url, walletLocator: LOCATOR, issuer: on.issuer.publicKey },
      ...{ pollSeconds: 0.01, patienceSeconds: 0.3, timeoutSeconds: 0.3, longestWaitSeconds: 0.2 },
      ...changes,
    });
  const posts = () => server.requests.filter(({ method }) => method === 'POST');

  for (const [name, make] of [
    ['local', local],
    ['crossmint', crossmint],
  ] as [string, () => CreditIssuer][]) {
    it(`${name}: mints once for a payment, however often it is asked, and makes the wallet’s account`, async () => {
      const wallet = (await funded(on.chain)).publicKey;
      const wanted = { ...wish(25n), wallet };
      const issued = await make().issue(wanted);
      assert.ok(issued.signature);
      assertSame(issued.payment, creditPaymentAddress(on.deployment, on.issuer.publicKey, wanted.reference));
      assertSame([issued.credited.wallet, issued.credited.amount], [wallet, 25n]);
      // another process, later
      const again = await make().issue(wanted);
      assertSame([again.signature, again.credited], [null, issued.credited]);
      assert.equal(await tokenBalance(on.chain, creditsOf(on, wallet)), 25n);
    });

    it(`${name}: two at once mint once`, async () => {
      const wanted = wish(5n);
      await Promise.all([make().issue(wanted), make().issue(wanted)]);
      assert.equal(await held(), 5n);
    });

    it(`${name}: a payment credited otherwise is a conflict, and mints nothing`, async () => {
      const wanted = wish(5n);
      await make().issue(wanted);
      for (const other of [{ amount: 6n }, { wallet: on.creator.publicKey }]) {
        await assert.rejects(make().issue({ ...wanted, ...other }), CreditPaymentConflict);
      }
      assert.equal(await held(), 5n);
    });
  }

  const refusal = async (
    error: Promise<unknown>,
    kind: typeof CreditsNotIssued | typeof CreditsUncertain,
  ) => {
    const thrown = await error.then(
      () => assert.fail('it was issued'),
      (reason: unknown) => reason,
    );
    assert.ok(thrown instanceof kind, String(thrown));
    return thrown;
  };

  it('hands over the mint transaction with the key of its attempt, and believes the chain alone', async () => {
    const wanted = wish();
    await crossmint().issue(wanted);
    const [post] = posts();
    assert.equal(post?.key, `${Buffer.from(wanted.reference).toString('hex')}-0`);
    assert.deepEqual(Object.keys(JSON.parse(post?.body ?? '')), ['params']);
    server.ends.push('lies');
    const { reason } = await refusal(crossmint().issue(wish()), CreditsUncertain);
    assert.equal(reason, 'NotOnChain');
  });

  it('a wrong key mints nothing, says so, and is not tried again', async () => {
    const error = await refusal(crossmint({ apiKey: 'sk_other' }).issue(wish()), CreditsNotIssued);
    assert.equal(error.reason, 'Unauthorized');
    assert.match(error.message, /nothing was minted/);
    assert.ok(!error.message.includes('sk_other'));
    assert.equal(server.requests.length, 1);
    assert.equal(await held(), 0n);
  });

  it('waits as 429 says, and gives up where that is too long', async () => {
    server.mishaps.push({ status: 429, retryAfter: '0' }, { status: 429 });
    await crossmint().issue(wish());
    assert.equal(await held(), 10n);
    server.mishaps.push({ status: 429, retryAfter: '60' });
    const error = await refusal(crossmint().issue(wish()), CreditsNotIssued);
    assert.ok(error instanceof CreditsNotIssued);
    assertSame([error.reason, error.retryAfter], ['Busy', 60]);
    const date = new Date(Date.now() + 90_000).toUTCString();
    server.mishaps.push({ status: 429, retryAfter: date });
    const dated = await refusal(crossmint().issue(wish()), CreditsNotIssued);
    assert.ok(dated instanceof CreditsNotIssued && dated.retryAfter !== null && dated.retryAfter > 80);
    assert.equal(await held(), 10n);
  });

  it('tries again under the same key where it is not answered, and mints once', async () => {
    for (const mishap of [{ status: 503 }, 'hang up', 'hang up after the work', 'silence'] as const) {
      const before = await held();
      const from = posts().length;
      server.mishaps.push(mishap);
      await crossmint().issue(wish());
      assert.equal(await held(), before + 10n);
      const keys = posts()
        .slice(from)
        .map(({ key }) => key);
      assert.deepEqual([keys.length, new Set(keys).size], [2, 1], String(mishap));
    }
  });

  it('says that it may have been minted where nobody answers, and asked again finds out', async () => {
    const wanted = wish();
    server.mishaps.push('hang up after the work', 'hang up', 'hang up', 'hang up');
    const error = await refusal(crossmint().issue(wanted), CreditsUncertain);
    assert.equal(error.reason, 'Silent');
    assert.match(error.message, /may have been minted/);
    // a refusal after it makes it no more certain
    const other = wish();
    server.mishaps.push('hang up after the work', { status: 429 }, { status: 429 }, { status: 429 });
    await refusal(crossmint().issue(other), CreditsUncertain);
    for (const asked of [wanted, other]) assert.equal((await crossmint().issue(asked)).signature, null);
    assert.equal(await held(), 20n);
  });

  it('makes another transaction once one has failed for good, three at most', async () => {
    const wanted = wish();
    server.ends.push('failed', 'failed');
    await crossmint().issue(wanted);
    const keys = posts().map(({ key }) => key?.split('-')[1]);
    assert.deepEqual(keys, ['0', '1', '2']);
    // above the day's cap each fails on the chain
    const error = await refusal(crossmint().issue(wish(DAILY_CAP + 1n)), CreditsNotIssued);
    assert.equal(error.reason, 'Failed');
    assert.equal(await held(), 10n);
  });

  it('tells what a transaction waits for, and does not make another', async () => {
    for (const [end, reason] of [
      ['stuck', 'Pending'],
      ['awaiting-approval', 'AwaitingApproval'],
    ] as const) {
      const wanted = wish();
      const from = posts().length;
      server.ends.push(end);
      const error = await refusal(crossmint().issue(wanted), CreditsUncertain);
      assert.ok(error instanceof CreditsUncertain);
      assert.equal(error.reason, reason);
      assert.match(error.transactionId ?? '', /^tx-/);
      await refusal(crossmint().issue(wanted), CreditsUncertain);
      assert.equal(
        new Set(
          posts()
            .slice(from)
            .map(({ key }) => key),
        ).size,
        1,
      );
    }
    assert.equal(await held(), 0n);
  });

  it('takes no answer for a transaction that is none', async () => {
    for (const body of ['', 'nothing', '{}', '[]', '{"id":"x","status":"done"}', 'null']) {
      server.mishaps.push({ status: 200, body });
      await refusal(crossmint({ retries: 0 }).issue(wish()), CreditsUncertain);
    }
    server.mishaps.push({ status: 422, body: '{"message":"no such wallet"}' });
    const error = await refusal(crossmint().issue(wish()), CreditsNotIssued);
    assert.match(error.message, /no such wallet/);
  });
});
