import assert from 'node:assert/strict';
import { join } from 'node:path';
import { documentAnalystManifest } from '@agent-labs/example-document-analyst';
import {
  type Budget,
  ChallengeRefused,
  CoralIntegration,
  checkChallenge,
  createMessageSigner,
  type Deployment,
  encodeHeader,
  GatewayClient,
  GatewayRefused,
  GatewaySilent,
  MandateUnusable,
  NoPaymentAsked,
  PAYMENT_REQUIRED,
  PayerStore,
  PaymentIntegration,
  type PaymentRequired,
  registerAgent,
  type WebSocketConstructor,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { WebSocket } from 'ws';
import { GatewayFixture } from '../gateway/support';
import { PRICE } from '../helpers/paid-agent';
import { note } from '../helpers/raw-payer';

describe('SDK: payments and messages', () => {
  let fixture: GatewayFixture;
  let deployment: Deployment;
  let store: PayerStore;
  const session = Keypair.generate();
  before(async () => {
    fixture = await GatewayFixture.start();
    ({ deployment } = fixture.listed);
    store = await PayerStore.open(join(fixture.listed.directory, 'sdk-payer'));
  });
  after(async () => {
    await store.close();
    await fixture.stop();
  });
  const request = (text: string) => ({ path: '/analyse', ...note(text) });
  const budget: Budget = { deposit: 100n * PRICE, perCallMax: PRICE, mandateId: 77n };
  const payments = (changes: Partial<Budget> = {}, headers?: () => Promise<Record<string, string>>) => {
    const { chain, payer: wallet } = fixture.listed;
    return new PaymentIntegration({
      chain,
      deployment,
      wallet,
      session,
      store,
      budget: { ...budget, ...changes },
      ...(headers && { headers }),
    });
  };

  it('asks, sets aside, pays and settles; a second payment uses the channel again', async () => {
    const paying = payments();
    const first = await paying.createPayment({
      url: fixture.agentUrl,
      request: request('one'),
      maximum: PRICE,
    });
    assert.deepEqual([first.price, first.version, first.transactions.length], [PRICE, 2, 2]);
    await fixture.listed.chain.advance({ slots: 1 });
    const { body, receipt } = await paying.executePayment(first);
    assert.equal(JSON.parse(Buffer.from(body).toString('utf8')).format, 'markdown');
    const second = await paying.createPayment({
      url: fixture.agentUrl,
      request: request('two'),
      maximum: PRICE,
    });
    assert.deepEqual([second.transactions, second.channel.toBase58()], [[], first.channel.toBase58()]);
    assert.equal((await paying.executePayment(second)).receipt.callNumber, receipt.callNumber + 1);
    assert.ok(await paying.settle(second));
    assert.equal(await paying.settle(second), null, 'settled already');
    await fixture.listed.chain.advance({ seconds: 61n });
    assert.ok(await paying.payOut(second));
  });

  it('re-arms a channel that runs low, and deposits what the mandate lacks', async () => {
    const paying = payments({ deposit: 10n * PRICE, allotment: 2n * PRICE, mandateId: 78n });
    let [opened, rearmed] = [0, 0];
    for (let call = 1; call <= 5; call += 1) {
      const wish = { url: fixture.agentUrl, request: request(`low ${call}`), maximum: PRICE };
      const payment = await paying.createPayment(wish);
      if (call === 1) opened = payment.transactions.length;
      else rearmed += payment.transactions.length;
      await fixture.listed.chain.advance({ slots: 1 });
      await paying.executePayment(payment);
    }
    assert.deepEqual([opened, rearmed], [2, 2]);
  });

  it('59: floats, numbers above 2^53 and negative ones are type errors, before anything is sent', async () => {
    const seen = fixture.listed.front.seen.length;
    for (const maximum of [0.5, 2 ** 53, -1, Number.NaN, '5' as never, -1n, 1n << 64n]) {
      const wish = { url: fixture.agentUrl, request: request('x'), maximum };
      await assert.rejects(payments().createPayment(wish), TypeError, String(maximum));
    }
    for (const deposit of [0.1, 2 ** 53, -5]) {
      const wish = { url: fixture.agentUrl, request: request('x'), maximum: PRICE };
      await assert.rejects(payments({ deposit, mandateId: 99n }).createPayment(wish), TypeError);
    }
    assert.equal(fixture.listed.front.seen.length, seen);
  });

  describe('60: a challenge that asks for anything else than the chain says', () => {
    async function challenge(): Promise<PaymentRequired> {
      const response = await fetch(`${fixture.agentUrl}/analyse`, { method: 'POST' });
      const header = response.headers.get(PAYMENT_REQUIRED) ?? '';
      return JSON.parse(Buffer.from(header, 'base64').toString('utf8')) as PaymentRequired;
    }
    type Offer = PaymentRequired['accepts'][number];
    const cases: [string, (offer: Offer) => void, string][] = [
      ['another scheme', (offer) => Object.assign(offer, { scheme: 'exact' }), 'NoChannelScheme'],
      ['another network', (offer) => Object.assign(offer, { network: 'solana:other' }), 'WrongNetwork'],
      [
        'another escrow',
        (offer) => Object.assign(offer.extra, { escrow: Keypair.generate().publicKey.toBase58() }),
        'WrongEscrow',
      ],
      ['no agent', (offer) => Object.assign(offer, { payTo: 'nobody' }), 'WrongAgent'],
      [
        'an unregistered agent',
        (offer) => Object.assign(offer, { payTo: Keypair.generate().publicKey.toBase58() }),
        'UnknownAgent',
      ],
      ['another version', (offer) => Object.assign(offer.extra, { agentVersion: 1 }), 'WrongVersion'],
      [
        'another mint',
        (offer) => Object.assign(offer, { asset: Keypair.generate().publicKey.toBase58() }),
        'WrongAsset',
      ],
      ['another price', (offer) => Object.assign(offer, { amount: '1' }), 'WrongAmount'],
      ['a fraction', (offer) => Object.assign(offer, { amount: '0.5' }), 'WrongAmount'],
    ];
    for (const [what, change, code] of cases) {
      it(what, async () => {
        const required = await challenge();
        const check = (limits = { maximum: PRICE }) =>
          checkChallenge(fixture.listed.chain, deployment, encodeHeader(required), limits);
        assert.equal((await check()).price, PRICE, 'as it comes it is good');
        change(required.accepts[0] as Offer);
        await assert.rejects(
          check(),
          (error: unknown) => error instanceof ChallengeRefused && error.code === code,
        );
      });
    }
    it('more than was agreed to, and another agent than was meant', async () => {
      const header = encodeHeader(await challenge());
      const check = (limits: Parameters<typeof checkChallenge>[3]) =>
        checkChallenge(fixture.listed.chain, deployment, header, limits);
      const refusedAs = (code: string) => (error: unknown) =>
        error instanceof ChallengeRefused && error.code === code;
      await assert.rejects(check({ maximum: PRICE - 1n }), refusedAs('AboveMaximum'));
      await assert.rejects(
        check({ maximum: PRICE, agent: Keypair.generate().publicKey }),
        refusedAs('WrongAgent'),
      );
      const wish = { url: fixture.agentUrl, request: request('x'), maximum: PRICE };
      await assert.rejects(
        payments({ perCallMax: PRICE - 1n, mandateId: 98n }).createPayment(wish),
        refusedAs('AboveMaximum'),
      );
    });
    it('a server that asks for nothing', async () => {
      const wish = {
        url: fixture.gateway.url,
        request: { ...request('x'), path: '/health' },
        maximum: PRICE,
      };
      await assert.rejects(payments().createPayment(wish), NoPaymentAsked);
    });
  });

  it('a mandate of another session key, or killed, is not used', async () => {
    const { chain, payer: wallet } = fixture.listed;
    const other = new PaymentIntegration({
      chain,
      deployment,
      wallet,
      session: Keypair.generate(),
      store,
      budget,
    });
    const wish = { url: fixture.agentUrl, request: request('x'), maximum: PRICE };
    await assert.rejects(other.createPayment(wish), MandateUnusable);
  });

  it('registers once: a second run renews the lease alone', async () => {
    const { chain, owner, mint } = fixture.listed;
    const agentKey = Keypair.generate().publicKey;
    const manifest = {
      ...documentAnalystManifest({ url: 'https://agent.example', price: 5n, mint: mint.toBase58() }),
      handle: 'another-agent',
    };
    const register = (version: string) =>
      registerAgent(chain, deployment, {
        owner,
        manifest: { ...manifest, version },
        uri: 'https://agent.example/manifest.json',
        agentKey,
        holdback: 60n,
      });
    assert.deepEqual((await register('1.0.0')).done, ['registered', 'published', 'activated']);
    const again = await register('1.0.0');
    assert.deepEqual([again.done, again.version], [['renewed'], 1]);
    const next = await register('1.1.0');
    assert.deepEqual([next.done, next.version], [['published'], 2]);
  });

  describe('through the gateway', () => {
    const wallet = (keypair = Keypair.generate()) => ({
      publicKey: keypair.publicKey,
      signMessage: async (message: Uint8Array) => createMessageSigner(keypair.secretKey).sign(message),
    });
    const client = (of = wallet()) => new GatewayClient({ url: fixture.gateway.url, wallet: of, deployment });

    it('signs in once for many requests at once, and out', async () => {
      const gateway = client();
      const tokens = await Promise.all([gateway.token(), gateway.token(), gateway.token()]);
      assert.equal(new Set(tokens).size, 1);
      await gateway.signOut();
      assert.notEqual(await gateway.token(), tokens[0]);
    });

    it('pays within a session, and is told when it may not', async () => {
      const gateway = client();
      const coral = new CoralIntegration(gateway);
      const { id } = await coral.createSession({ name: 'budget', policy: { maximum: PRICE.toString() } });
      const paying = payments({}, gateway.callHeaders(id));
      const pay = async (text: string) =>
        paying.executePayment(
          await paying.createPayment({ url: fixture.agentUrl, request: request(text), maximum: PRICE }),
        );
      await pay('within');
      await assert.rejects(pay('beyond'), /MaximumReached/);
      const [session] = await coral.sessions();
      assert.equal(session?.used, PRICE.toString());
    });

    it('messages come once and in order, through a gateway that restarts', async () => {
      const [one, two] = [client(), client()];
      const [mine, theirs] = [new CoralIntegration(one), new CoralIntegration(two)];
      const session = await mine.createSession({ name: 'talk' });
      const thread = await mine.createThread(session.id, { name: 'first', participants: [two.address] });
      const stop = new AbortController();
      const heard: string[] = [];
      let enough = () => {};
      const all = new Promise<void>((done) => {
        enough = done;
      });
      const listening = (async () => {
        const options = { signal: stop.signal, WebSocket: WebSocket as unknown as WebSocketConstructor };
        for await (const { content } of theirs.receiveMessages(session.id, options)) {
          heard.push(content);
          if (heard.length === 6) enough();
        }
      })();
      const { port } = new URL(fixture.gateway.url);
      for (let at = 1; at <= 6; at += 1) {
        await mine.sendMessage(thread, { content: `message ${at}` });
        // the same port, as a service that is restarted
        if (at % 2 === 0) await fixture.restart({ port: Number(port) });
      }
      await all;
      stop.abort();
      await listening;
      assert.deepEqual(
        heard,
        [1, 2, 3, 4, 5, 6].map((at) => `message ${at}`),
      );
      assert.equal((await theirs.messages(thread)).length, 6);
      await theirs.leaveThread(thread);
      await assert.rejects(theirs.messages(thread), GatewayRefused);
      const joined = await mine.joinThread(thread, two.address);
      assert.ok(joined.participants.includes(two.address));
      assert.equal((await mine.closeThread(thread)).closed, true);
    });

    it('refusals have names; silence says that the same may be asked again', async () => {
      const coral = new CoralIntegration(client());
      await assert.rejects(coral.createSession({ name: '' }), (error: unknown) => {
        return error instanceof GatewayRefused && error.status === 400 && error.code === 'BadRequest';
      });
      const stream = coral.receiveMessages('none', {
        WebSocket: WebSocket as unknown as WebSocketConstructor,
      });
      await assert.rejects(stream.next(), (error: unknown) => {
        return error instanceof GatewayRefused && error.code === 'SessionUnknown';
      });
      const nobody = new GatewayClient({ url: 'http://127.0.0.1:1', wallet: wallet(), deployment });
      await assert.rejects(nobody.token(), GatewaySilent);
      if (!('WebSocket' in globalThis)) {
        await assert.rejects(new CoralIntegration(client()).receiveMessages('x').next(), TypeError);
      }
    });
  });
});
