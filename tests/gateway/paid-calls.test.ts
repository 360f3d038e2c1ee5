import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { documentAnalystManifest } from '@agent-labs/example-document-analyst';
import {
  agentSetStatus,
  CallRefused,
  CallUnanswered,
  caip2Network,
  channelAddress,
  decodeHeader,
  encodeHeader,
  PaidClient,
  PayerStore,
  type PaymentRequired,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { onDisk, openPaidChannel, PRICE } from '../helpers/paid-agent';
import { encoded, note, post, type RawPayer, type Reply } from '../helpers/raw-payer';
import { GatewayFixture, refusal } from './support';

const refused = ({ status, error }: Reply) => [status, error?.code, error?.charged];

describe('gateway: paid calls', () => {
  let fixture: GatewayFixture;
  before(async () => {
    fixture = await GatewayFixture.start();
  });
  after(() => fixture.stop());
  afterEach(() => {
    fixture.listed.front.before = null;
    fixture.listed.front.change = null;
  });

  it('says what a call costs, to anybody, in the form of x402', async () => {
    const { status, required, error } = await post(fixture.agentUrl, {}, null);
    const { agent, mint, deployment } = fixture.listed;
    assert.deepEqual([status, error?.code, error?.charged], [402, 'PaymentRequired', false]);
    assert.equal(required?.x402Version, 2);
    assert.equal(required?.error, 'PaymentRequired');
    assert.deepEqual(required?.resource, {
      url: `${fixture.agentUrl}/analyse`,
      description: 'Outline, reading time, key phrases and table profile of a document',
      mimeType: 'application/json',
    });
    const [accept, ...others] = required?.accepts ?? [];
    assert.deepEqual(others, []);
    assert.match(accept?.extra.description ?? '', /Not a transfer/);
    assert.deepEqual(
      { ...accept, extra: { ...accept?.extra, description: '' } },
      {
        scheme: 'agent-labs-channel',
        network: caip2Network(deployment.genesisHash),
        amount: PRICE.toString(),
        asset: mint.toBase58(),
        payTo: agent.toBase58(),
        maxTimeoutSeconds: 120,
        extra: { escrow: deployment.escrow.toBase58(), agentVersion: 2, description: '' },
      },
    );
  });

  it('tells what the registry says of an agent', async () => {
    const { status, body } = await fixture.call('GET', `/v1/agents/${fixture.listed.agent.toBase58()}`);
    assert.equal(status, 200);
    assert.deepEqual(
      [body.handle, body.status, body.version, body.price, body.manifest.name],
      ['document-analyst', 'Active', 2, PRICE.toString(), 'Document analyst'],
    );
  });

  it('relays a call of the ordinary client, answer and receipt', async () => {
    const { chain, deployment, directory } = fixture.listed;
    const paid = await openPaidChannel(fixture.listed, { versionNumber: 2 });
    const store = await PayerStore.open(join(directory, 'client.journal'));
    const client = new PaidClient({
      url: fixture.agentUrl,
      channel: paid.channel,
      payer: await paid.payer(store),
      network: caip2Network(deployment.genesisHash),
      price: PRICE,
      now: () => chain.unixTime(),
    });
    for (let call = 1; call <= 3; call += 1) {
      const { body, receipt } = await client.call({ path: '/analyse', ...note(`number ${call}`) });
      assert.equal(JSON.parse(Buffer.from(body).toString('utf8')).format, 'markdown');
      assert.equal(receipt.callNumber, call);
    }
    assert.equal((await store.evidence(paid.id)).length, 3);
    await store.close();
    assert.deepEqual((await fixture.listed.running.settle()).failures, []);
    assert.equal((await paid.account()).settled, 3n * PRICE);
  });

  it('no page takes what an agent answers for the own word of the gateway', async () => {
    const payer = await fixture.payer();
    const document = note('a page');
    const response = await fetch(`${fixture.agentUrl}/analyse`, {
      method: 'POST',
      headers: {
        'content-type': document.contentType,
        'x-file-name': document.fileName,
        'payment-signature': payer.header(await payer.sign(document)),
      },
      body: Buffer.from(document.body),
    });
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-security-policy') ?? '', /; sandbox;/);
    await response.arrayBuffer();
  });

  it('asks the agent once for a call that comes many times, at once and afterwards', async () => {
    const payer = await fixture.payer();
    const document = note('asked for often');
    const signed = await payer.sign(document);
    const header = payer.header(signed);
    const before = fixture.listed.front.seen.length;
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => post(fixture.agentUrl, document, header)),
    );
    replies.push(await post(fixture.agentUrl, document, header));
    assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]));
    assert.equal(new Set(replies.map(({ receiptHeader, body }) => `${receiptHeader}${body}`)).size, 1);
    assert.equal(fixture.listed.front.seen.length - before, 1);
    // after a restart the gateway knows nothing of it, and the agent gives it again
    await fixture.restart();
    const again = await post(fixture.agentUrl, document, header);
    assert.deepEqual(again.body, replies[0]?.body);
    assert.deepEqual((await payer.again(fixture.agentUrl, header)).body, again.body);
  });

  describe('refuses by name, before the agent is asked, and charges nothing', () => {
    /** Sends one call that must be refused; nothing may have changed. */
    async function expectRefused(
      make: (payer: RawPayer) => Promise<{ header: string | null; url?: string }>,
      expected: [number, string],
    ): Promise<Reply> {
      const payer = await fixture.payer();
      const { header, url = fixture.agentUrl } = await make(payer);
      const [seen, kept] = [fixture.listed.front.seen.length, onDisk(fixture.listed.running)];
      const reply = await post(url, note('refused'), header);
      assert.deepEqual(refused(reply), [...expected, false]);
      assert.equal(fixture.listed.front.seen.length, seen, 'the agent was asked');
      assert.equal(onDisk(fixture.listed.running), kept);
      assert.equal((await payer.paid.account()).settled, 0n);
      // the same voucher, sent as it should be, is good
      assert.equal((await payer.pay(fixture.agentUrl, note('good'))).status, 200);
      return reply;
    }
    const payload = async (payer: RawPayer, changes: object) =>
      encoded(payer.payload(await payer.sign(note('refused')), changes));

    it('what is no payment', async () => {
      const bad = ['', 'not base64 of JSON', encoded([]), encoded({ x402Version: 1 })];
      for (const header of bad) await expectRefused(async () => ({ header }), [400, 'PaymentMalformed']);
      const short = (payer: RawPayer) => payload(payer, { voucher: Buffer.alloc(63).toString('base64') });
      await expectRefused(async (payer) => ({ header: await short(payer) }), [400, 'PaymentMalformed']);
    });
    it('another network', async () => {
      const reply = await expectRefused(
        async (payer) => {
          const value = payer.payload(await payer.sign(note('refused')));
          value.accepted.network = 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp';
          return { header: encoded(value) };
        },
        [402, 'WrongNetwork'],
      );
      assert.equal(reply.required?.error, 'WrongNetwork');
    });
    it('an account that is no channel', async () => {
      const { agent, deployment, mint } = fixture.listed;
      const others = [Keypair.generate().publicKey, agent, deployment.escrow, mint];
      for (const channel of others) {
        await expectRefused(
          async (payer) => ({ header: await payload(payer, { channel: channel.toBase58() }) }),
          [402, 'ChannelUnknown'],
        );
      }
    });
    it('a channel whose bytes were put at another address', async () => {
      const { chain, deployment, agent } = fixture.listed;
      await expectRefused(
        async (payer) => {
          const state = await chain.getAccount(payer.paid.channel);
          assert.ok(state);
          const elsewhere = channelAddress(deployment, payer.paid.mandate, agent, 200);
          chain.setAccount(elsewhere, state);
          return { header: await payload(payer, { channel: elsewhere.toBase58() }) };
        },
        [402, 'ChannelUnknown'],
      );
    });
    it("another agent's channel", async () => {
      const other = Keypair.generate().publicKey;
      const payer = await fixture.payer();
      const url = `${fixture.gateway.url}/v1/agents/${other.toBase58()}`;
      const { status, error } = await post(url, note('x'), payer.header(await payer.sign(note('x'))));
      // where it pays is looked at before whether the other is an agent at all
      assert.deepEqual([status, error?.code, error?.charged], [404, 'AgentUnknown', false]);
    });
    it('a voucher of another generation', () =>
      expectRefused(
        async (payer) => {
          const signed = await payer.sign(note('refused'), { tag: new Uint8Array(16) });
          return { header: payer.header(signed) };
        },
        [402, 'WrongChannel'],
      ));
    it("a signature that is not the session key's", () =>
      expectRefused(
        async (payer) => {
          const signed = await payer.sign(note('refused'), { signer: Keypair.generate() });
          return { header: payer.header(signed) };
        },
        [402, 'BadSignature'],
      ));
    it('a flipped bit', () =>
      expectRefused(
        async (payer) => {
          const signed = await payer.sign(note('refused'));
          signed.voucher[20] = (signed.voucher[20] ?? 0) ^ 1;
          return { header: payer.header(signed) };
        },
        [402, 'BadSignature'],
      ));
    it('more than is allotted', () =>
      expectRefused(
        async (payer) => {
          const signed = await payer.sign(note('refused'), { cumulative: 1_000n * PRICE + 1n });
          return { header: payer.header(signed) };
        },
        [402, 'OverAllotment'],
      ));

    it('paths that leave the address of the agent, and queries that no voucher pays for', async () => {
      const { agent } = fixture.listed;
      const payer = await fixture.payer();
      const header = payer.header(await payer.sign(note('x')));
      const seen = fixture.listed.front.seen.length;
      for (const [path, code] of [
        ['/%2e%2e/admin', 'PathMalformed'],
        ['/a//b', 'PathMalformed'],
        ['/a%2Fb', 'PathMalformed'],
        ['/a%5cb', 'PathMalformed'],
        ['/analyse?x=1', 'QueryNotPaidFor'],
      ] as const) {
        const answer = await fixture.raw('POST', `/v1/agents/${agent.toBase58()}${path}`, {
          'payment-signature': header,
        });
        assert.deepEqual(refusal(answer), [400, code], path);
        assert.equal(answer.body.error.charged, false);
      }
      assert.equal(fixture.listed.front.seen.length, seen);
    });
    it('percent-encoding in the address of the agent, or a whole address, moves nothing', async () => {
      const agent = fixture.listed.agent.toBase58();
      const code = (at: number) => `%${agent.charCodeAt(at).toString(16)}`;
      const encodedAgent = `${code(0)}${code(1)}${agent.slice(2)}`;
      for (const path of [
        `/v1/agents/${encodedAgent}/analyse`,
        `/%761/agents/${encodedAgent}/analyse`,
        `http://elsewhere.example/v1/agents/${agent}/analyse`,
      ]) {
        const required = await new Promise<string>((done, failed) => {
          const sent = request(fixture.gateway.url, { method: 'POST', path }, (response) => {
            response.resume();
            done(String(response.headers['payment-required']));
          });
          sent.once('error', failed);
          sent.end();
        });
        const { resource } = decodeHeader<PaymentRequired>(required);
        assert.equal(resource.url, `${fixture.agentUrl}/analyse`, path);
      }
    });
    it('addresses that are none, and agents that are none', async () => {
      const cases: [string, [number, string]][] = [
        ['nonsense', [400, 'AgentMalformed']],
        [Keypair.generate().publicKey.toBase58(), [404, 'AgentUnknown']],
        [fixture.listed.mint.toBase58(), [404, 'AgentUnknown']],
        [PublicKey.default.toBase58(), [404, 'AgentUnknown']],
      ];
      for (const [agent, expected] of cases) {
        assert.deepEqual(refusal(await fixture.call('POST', `/v1/agents/${agent}/analyse`)), expected);
      }
    });
  });

  describe('a session or a token that is wrong does not block the channel', () => {
    let headers: Record<string, string> = {};
    async function client() {
      const { chain, deployment, directory } = fixture.listed;
      const paid = await openPaidChannel(fixture.listed, { versionNumber: 2 });
      const store = await PayerStore.open(join(directory, `${paid.channel.toBase58()}.journal`));
      const payer = await paid.payer(store);
      const paying = new PaidClient({
        url: fixture.agentUrl,
        channel: paid.channel,
        payer,
        network: caip2Network(deployment.genesisHash),
        price: PRICE,
        now: () => chain.unixTime(),
        retries: 0,
        headers: async () => headers,
      });
      return { paying, payer, store };
    }
    const refusedAs = (expected: string) => (error: unknown) =>
      error instanceof CallRefused && error.code === expected;

    it('what the gateway refuses before it asks the agent is uncharged', async () => {
      const { token } = await fixture.member();
      const wrong: [string, Record<string, string>][] = [
        ['SessionUnknown', { authorization: `Bearer ${token}`, 'x-agent-labs-session': 'none' }],
        ['TokenInvalid', { authorization: 'Bearer a.b.c' }],
        ['TokenInvalid', { authorization: 'Basic abc' }],
        ['TokenMissing', { 'x-agent-labs-session': 'none' }],
      ];
      const { paying, payer, store } = await client();
      for (const [code, sent] of wrong) {
        headers = sent;
        await assert.rejects(paying.call({ path: '/analyse', ...note('a') }), refusedAs(code));
        assert.equal(payer.pending(), null);
      }
      headers = {};
      assert.equal((await paying.call({ path: '/analyse', ...note('b') })).receipt.callNumber, 1);
      await store.close();
    });

    it('an answer is given again to whoever has the voucher', async () => {
      const { paying, payer, store } = await client();
      const cut = (incoming: { socket: { destroy(): void } }) => {
        incoming.socket.destroy();
        return true;
      };
      headers = {};
      fixture.listed.front.before = cut;
      await assert.rejects(paying.call({ path: '/analyse', ...note('a') }), CallUnanswered);
      fixture.listed.front.before = null;
      headers = { authorization: 'Bearer a.b.c', 'x-agent-labs-session': 'none' };
      // not taken, and the channel is free
      await assert.rejects(paying.call({ path: '/analyse', ...note('a') }), refusedAs('TokenInvalid'));
      assert.equal(payer.pending(), null);
      headers = {};
      fixture.listed.front.change = (answer) => {
        delete answer.headers['payment-response'];
      };
      await assert.rejects(paying.call({ path: '/analyse', ...note('b') }));
      fixture.listed.front.change = null;
      headers = { authorization: 'Bearer a.b.c', 'x-agent-labs-session': 'none' };
      assert.equal((await paying.recover())?.receipt.callNumber, 1);
      await store.close();
    });
  });

  it("passes the agent's own refusals on", async () => {
    const payer = await fixture.payer();
    assert.equal((await payer.pay(fixture.agentUrl, note('one'))).status, 200);
    const cheap = await payer.pay(fixture.agentUrl, note('two'), { cumulative: payer.cumulative + 1n });
    assert.deepEqual(refused(cheap), [402, 'Underpaid', false]);
    assert.equal(cheap.required?.error, 'Underpaid');
    const pdf = { fileName: 'a.md', contentType: 'text/markdown', body: Buffer.from('%PDF-1.7') };
    assert.deepEqual(refused(await payer.pay(fixture.agentUrl, pdf)), [415, 'UnsupportedFormat', false]);
    // neither has used the number up
    assert.equal((await payer.pay(fixture.agentUrl, note('two'))).status, 200);
  });

  it('one call number pays for one thing', async () => {
    const payer = await fixture.payer();
    const [first, second] = [note('first'), note('second')];
    const signed = await payer.sign(first);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    fixture.listed.front.before = async () => {
      await held;
      return false;
    };
    const slow = post(fixture.agentUrl, first, payer.header(signed));
    const other = await payer.sign(second);
    const busy = await untilBusy(() => post(fixture.agentUrl, second, payer.header(other)));
    assert.deepEqual(refused(busy), [409, 'CallInFlight', undefined]);
    release();
    assert.equal((await slow).status, 200);
    assert.deepEqual(refused(await post(fixture.agentUrl, second, payer.header(other))), [
      409,
      'CallNumberUsed',
      undefined,
    ]);
    const changed = await post(fixture.agentUrl, second, payer.header(signed));
    assert.deepEqual(refused(changed), [409, 'CallNumberUsed', undefined]);
  });

  /** The first answer that is no longer held up behind the front. */
  async function untilBusy(send: () => Promise<Reply>): Promise<Reply> {
    for (;;) {
      const reply = await Promise.race([
        send(),
        new Promise<null>((done) => setTimeout(() => done(null), 2_000)),
      ]);
      if (reply !== null) return reply;
    }
  }

  it('does not pass on an answer that the agent did not sign', async () => {
    const lies: ((answer: { headers: Record<string, string>; body: Buffer }) => void)[] = [
      (answer) => {
        answer.body = Buffer.from('{"another":"answer"}');
      },
      ({ headers }) => {
        delete headers['payment-response'];
      },
      ({ headers }) => {
        headers['payment-response'] = 'nonsense';
      },
      ({ headers }) => {
        headers['payment-response'] = encodeHeader({
          receipt: { responseProof: Buffer.alloc(64).toString('base64') },
        } as never);
      },
    ];
    for (const lie of lies) {
      const payer = await fixture.payer();
      const document = note('lied about');
      const signed = await payer.sign(document);
      fixture.listed.front.change = lie;
      const lied = await post(fixture.agentUrl, document, payer.header(signed));
      assert.deepEqual(refused(lied), [502, 'BadResponseProof', undefined]);
      // the agent has taken the voucher: the same request again gets what was paid for
      fixture.listed.front.change = null;
      assert.equal((await post(fixture.agentUrl, document, payer.header(signed))).status, 200);
    }
  });

  it('does not follow a redirect with a voucher', async () => {
    const payer = await fixture.payer();
    fixture.listed.front.before = (_request, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:1/elsewhere' }).end();
      return true;
    };
    assert.deepEqual(refused(await payer.pay(fixture.agentUrl, note('x'))), [
      502,
      'AgentRedirects',
      undefined,
    ]);
  });

  it('says whether it is known that nothing was charged, when the agent is silent', async () => {
    const payer = await fixture.payer();
    const document = note('silence');
    const signed = await payer.sign(document);
    fixture.listed.front.before = (request) => {
      request.socket.destroy();
      return true;
    };
    const silent = await post(fixture.agentUrl, document, payer.header(signed));
    assert.deepEqual(refused(silent), [502, 'AgentSilent', undefined]);
    assert.match(silent.error?.message ?? '', /send the same request again, it is charged once/);
    fixture.listed.front.before = null;
    assert.equal((await post(fixture.agentUrl, document, payer.header(signed))).status, 200);
  });

  it('leaves an agent alone that does not answer, for a while, and says that nothing was charged', async () => {
    const payer = await fixture.payer();
    const document = note('broken');
    const header = payer.header(await payer.sign(document));
    fixture.listed.front.before = (request) => {
      request.socket.destroy();
      return true;
    };
    const codes: (string | undefined)[] = [];
    let last: Reply | undefined;
    for (let at = 0; at < 7; at += 1) {
      last = await post(fixture.agentUrl, document, header);
      codes.push(last.error?.code);
    }
    assert.deepEqual(
      codes.slice(0, 5),
      Array.from({ length: 5 }, () => 'AgentSilent'),
    );
    assert.deepEqual(codes.slice(5), ['AgentUnavailable', 'AgentUnavailable']);
    assert.deepEqual(refused(last as Reply), [503, 'AgentUnavailable', false]);
    fixture.listed.front.before = null;
    await new Promise((done) => setTimeout(done, 5_100));
    assert.equal((await post(fixture.agentUrl, document, header)).status, 200);
  });

  it('offers nothing of an agent that is closed, stale, or not what its hash says', async () => {
    const other = await GatewayFixture.start();
    const { chain, deployment, agent, owner, front, publish, mint } = other.listed;
    const manifest = (price: bigint) =>
      documentAnalystManifest({
        url: front.url,
        price,
        mint: mint.toBase58(),
        allowPrivateEndpoints: true,
        versionNumber: 2,
      });
    const offer = async () => refusal(await other.call('POST', `/v1/agents/${agent.toBase58()}/analyse`));
    const settle = () => new Promise((done) => setTimeout(done, 2_100));
    try {
      const payer = await other.payer();
      await publish(manifest(2n * PRICE));
      await settle();
      assert.deepEqual(await offer(), [502, 'ManifestMismatch']);
      // a channel on the version before goes on
      assert.equal((await payer.pay(other.agentUrl, note('still'))).status, 200);
      await publish(manifest(PRICE), `${front.url}/none.json`);
      await settle();
      assert.deepEqual(await offer(), [502, 'ManifestUnavailable']);
      const owned = { agent, owner: owner.publicKey };
      const { instruction } = await agentSetStatus(deployment, { ...owned, status: 'Suspended' });
      await chain.send([instruction], { payer: owner });
      await settle();
      assert.deepEqual(await offer(), [409, 'AgentNotActive']);
      const again = await agentSetStatus(deployment, { ...owned, status: 'Active' });
      await chain.send([again.instruction], { payer: owner });
      await chain.advance({ seconds: 400n * 86_400n });
      await settle();
      assert.deepEqual(await offer(), [409, 'AgentStale']);
    } finally {
      await other.stop();
    }
  });

  // described apart, so that it comes last
  describe('the audit log', () => {
    it('has a row for each paid call, without the voucher', () => {
      const log = readFileSync(join(fixture.directory, 'audit.jsonl'), 'utf8');
      const rows = log
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const outcomes = new Set(
        rows.filter(({ action }) => action === 'paid-call').map(({ outcome }) => outcome),
      );
      for (const outcome of ['ok', 'BadSignature', 'AgentSilent', 'refused-by-agent'])
        assert.ok(outcomes.has(outcome));
      assert.doesNotMatch(log, /agent-labs-channel|voucher/);
    });
  });
});
