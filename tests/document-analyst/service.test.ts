import assert from 'node:assert/strict';
import { type AgentOptions, MAX_DOCUMENT_BYTES } from '@agent-labs/example-document-analyst';
import {
  caip2Network,
  channelRearm,
  responseHash,
  responseProofMessage,
  verifySignature,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import {
  openPaidChannel,
  PRICE,
  type RegisteredAgent,
  registerAgent,
  runAgent,
  type TestAgent,
} from '../helpers/paid-agent';
import { encoded, note, post, RawPayer, send } from '../helpers/raw-payer';
import { expectRefused } from './expect-refused';

describe('document analyst: service', () => {
  let registered: RegisteredAgent;
  let agent: TestAgent;
  let url: string;

  const payerOf = async (wish = {}) => new RawPayer(registered, await openPaidChannel(registered, wish));
  /** Runs another service on the same chain while `use` lasts. */
  const withAgent = async (changes: Partial<AgentOptions>, use: (agent: TestAgent) => Promise<void>) => {
    const other = await runAgent(registered, { ...changes, name: `other-${Math.random()}` });
    await use(other).finally(other.stop);
  };

  before(async () => {
    registered = await registerAgent();
    agent = await runAgent(registered);
    url = agent.url;
  });
  after(() => agent.stop());

  describe('a paid call', () => {
    it('gives the analysis, and a receipt that the agent key of the chain signed', async () => {
      const payer = await payerOf();
      const document = note('First.');
      const signed = await payer.sign(document);
      const { status, body, receipt, contentType } = await post(url, document, payer.header(signed));
      assert.equal(status, 200);
      assert.equal(contentType, 'application/json; charset=utf-8');
      assert.equal(JSON.parse(body.toString('utf8')).title, 'A note');
      assert.ok(receipt);
      assert.equal(receipt.channel, payer.paid.channel.toBase58());
      assert.deepEqual([receipt.callNumber, receipt.cumulative], [1, PRICE.toString()]);
      assert.equal(receipt.responseHash, Buffer.from(responseHash(body)).toString('hex'));
      const { agentKey } = await payer.paid.account();
      const proof = responseProofMessage({
        tag: payer.paid.id.tag,
        callNumber: 1,
        requestHash: Buffer.from(receipt.requestHash, 'hex'),
        responseHash: responseHash(body),
        cumulative: PRICE,
      });
      const signature = new Uint8Array(Buffer.from(receipt.responseProof, 'base64'));
      assert.ok(verifySignature(agentKey.toBytes(), proof, signature));
    });

    it('may bring more than the price, up to the maximum for one call', async () => {
      const payer = await payerOf();
      assert.equal((await payer.pay(url, note('a'), { cumulative: 3n * PRICE })).status, 200);
      assert.equal((await payer.pay(url, note('b'), { cumulative: 4n * PRICE })).status, 200);
    });
  });

  describe('without a voucher', () => {
    it('says what to pay, as x402 version 2 does', async () => {
      await expectRefused(agent, 402, 'PaymentRequired', () => post(url, note('x'), null));
      const { required } = await post(url, note('x'), null);
      assert.ok(required);
      const { genesisHash, escrow } = registered.deployment;
      assert.equal(required.x402Version, 2);
      assert.equal(required.resource.url, `${url}/analyse`);
      assert.equal(required.resource.mimeType, 'application/json');
      assert.equal(required.accepts.length, 1);
      const { extra, ...accepted } = required.accepts[0] ?? assert.fail();
      assert.deepEqual(accepted, {
        scheme: 'agent-labs-channel',
        network: caip2Network(genesisHash),
        amount: PRICE.toString(),
        asset: registered.mint.toBase58(),
        payTo: registered.agent.toBase58(),
        maxTimeoutSeconds: 120,
      });
      assert.match(accepted.network, /^solana:[1-9A-HJ-NP-Za-km-z]{32}$/);
      assert.deepEqual([extra.escrow, extra.agentVersion], [escrow.toBase58(), 1]);
    });

    it('refuses a large document before it came in', async () => {
      const large = { ...note('x'), body: new Uint8Array(MAX_DOCUMENT_BYTES) };
      await expectRefused(agent, 402, 'PaymentRequired', () => post(url, large, null));
      await expectRefused(agent, 402, 'PaymentRequired', () => send(`${url}/answers`, {}));
    });
  });

  describe('a payment that cannot be read', () => {
    it('is PaymentMalformed', async () => {
      const payer = await payerOf();
      const signed = await payer.sign(note('x'));
      const good = payer.payload(signed);
      const short = (bytes: Uint8Array) => Buffer.from(bytes.subarray(1)).toString('base64');
      const malformed = [
        '%%%',
        Buffer.from('no JSON').toString('base64'),
        ...[null, 7, 'text', [], {}].map(encoded),
        encoded({ ...good, x402Version: 1 }),
        encoded({ ...good, x402Version: '2' }),
        encoded({ ...good, accepted: undefined }),
        encoded({ ...good, accepted: { ...good.accepted, scheme: 'exact' } }),
        encoded({ ...good, accepted: { ...good.accepted, network: { toString: 1 } } }),
        encoded({ ...good, payload: undefined }),
        encoded({ ...good, payload: 'text' }),
        encoded(payer.payload(signed, { voucher: short(signed.voucher) })),
        encoded(payer.payload(signed, { voucher: undefined })),
        encoded(payer.payload(signed, { signature: short(signed.signature) })),
        encoded(payer.payload(signed, { signature: 64 })),
        encoded(payer.payload(signed, { channel: 'O0lI' })),
        encoded(payer.payload(signed, { channel: '11' })),
        encoded(payer.payload(signed, { channel: { toString: 1 } })),
        encoded(payer.payload(signed, { channel: undefined })),
      ];
      for (const header of malformed) {
        await expectRefused(agent, 400, 'PaymentMalformed', () => post(url, note('x'), header));
        await expectRefused(agent, 400, 'PaymentMalformed', () => payer.again(url, header));
      }
      assert.equal((await post(url, note('x'), payer.header(signed))).status, 200, 'the voucher is unused');
    });

    it('is WrongNetwork where it is meant for another one', async () => {
      const payer = await payerOf();
      const payload = payer.payload(await payer.sign(note('x')));
      const accepted = { ...payload.accepted, network: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp' };
      const header = encoded({ ...payload, accepted });
      await expectRefused(agent, 402, 'WrongNetwork', () => post(url, note('x'), header));
      await expectRefused(agent, 402, 'WrongNetwork', () => payer.again(url, header));
    });
  });

  describe('a channel that is not served', () => {
    const refused = async (code: string, payer: RawPayer, by: TestAgent, changes = {}) => {
      const header = encoded(payer.payload(await payer.sign(note('x')), changes));
      await expectRefused(by, 402, code, () => post(by.url, note('x'), header));
    };

    it('is ChannelUnknown where there is none', async () => {
      const payer = await payerOf();
      const { mandate } = payer.paid;
      const { agent: agentAccount, payer: wallet, mint } = registered;
      for (const at of [Keypair.generate().publicKey, mandate, agentAccount, wallet.publicKey, mint]) {
        await refused('ChannelUnknown', payer, agent, { channel: at.toBase58() });
      }
      await refused('ChannelUnknown', payer, agent, { channel: PublicKey.default.toBase58() });
    });

    it("is NotMyChannel where it pays another agent, or the agent's key is another now", async () => {
      const payer = await payerOf();
      await withAgent({ agentKey: Keypair.generate() }, (other) => refused('NotMyChannel', payer, other));
      const { publicKey } = Keypair.generate();
      await withAgent({ agent: publicKey }, (other) => refused('NotMyChannel', payer, other));
    });

    it('is VersionNotServed where it is pinned to another version', async () => {
      const payer = await payerOf();
      await withAgent({ agentVersion: 2 }, (other) => refused('VersionNotServed', payer, other));
    });

    it('is ChannelNotOpen once it closes or expires, at the latest 30 s after a call', async () => {
      const { chain } = registered;
      const closing = await payerOf();
      await closing.paid.close();
      await refused('ChannelNotOpen', closing, agent);
      const brief = await payerOf({ expiresAt: (await chain.unixTime()) + 200n });
      const paying = await payerOf();
      assert.equal((await paying.pay(url, note('x'))).status, 200);
      await paying.paid.close();
      assert.equal((await paying.pay(url, note('in the grace'))).status, 200);
      await chain.advance({ seconds: 30n });
      await refused('ChannelNotOpen', paying, agent);
      await chain.advance({ seconds: 170n });
      await refused('ChannelNotOpen', brief, agent);
    });
  });

  describe('a voucher', () => {
    it('is refused by name, and the call number stays free', async () => {
      const payer = await payerOf();
      const other = await payerOf();
      const now = Number(await registered.chain.unixTime());
      const cases: [string, Parameters<RawPayer['sign']>[1]][] = [
        ['WrongChannel', { tag: other.paid.id.tag }],
        ['BadSignature', { signer: other.paid.session }],
        ['VoucherMalformed', { calls: 0 }],
        ['OutOfOrder', { calls: 2 }],
        ['Expired', { expires: now - 1 }],
        ['Expired', { expires: now + 120 }],
        ['Underpaid', { cumulative: PRICE - 1n }],
        ['Underpaid', { cumulative: 0n }],
        ['PerCallMaximumExceeded', { cumulative: 3n * PRICE + 1n }],
        ['PerCallMaximumExceeded', { cumulative: 2n ** 64n - 1n }],
        ['TranscriptMismatch', { transcript: new Uint8Array(32).fill(1) }],
      ];
      for (const [code, wish] of cases) {
        await expectRefused(agent, 402, code, () => payer.pay(url, note('x'), wish));
      }
      const stolen = encoded(other.payload(await payer.sign(note('x'))));
      await expectRefused(agent, 402, 'WrongChannel', () => post(url, note('x'), stolen));
      const signed = await payer.sign(note('x'));
      await expectRefused(agent, 402, 'TranscriptMismatch', () =>
        post(url, note('another'), payer.header(signed)),
      );
      const paid = await payer.pay(url, note('x'), { expires: now + 121 });
      assert.equal(paid.status, 200);
      await expectRefused(agent, 402, 'TranscriptMismatch', () => post(url, note('another'), paid.header));
    });

    it('is Replayed where its call number is used', async () => {
      const payer = await payerOf();
      const first = await payer.pay(url, note('1'));
      const other = await payer.sign(note('instead'), { calls: 1 });
      await expectRefused(agent, 409, 'Replayed', () => post(url, note('instead'), payer.header(other)));
      assert.equal((await payer.pay(url, note('2'))).status, 200);
      await expectRefused(agent, 409, 'Replayed', () => post(url, note('1'), first.header));
      await expectRefused(agent, 404, 'NotTaken', () => payer.again(url, first.header));
      assert.equal((await payer.pay(url, note('3'))).status, 200);
    });

    it('is OverAllotment above what is allotted, until the channel is re-armed', async () => {
      const payer = await payerOf({ amount: 2n * PRICE });
      for (const text of ['1', '2']) assert.equal((await payer.pay(url, note(text))).status, 200);
      await expectRefused(agent, 402, 'OverAllotment', () => payer.pay(url, note('3')));
      const { chain, deployment, agent: payee } = registered;
      const { channel, mandate, session, account } = payer.paid;
      const ref = { channel, mandate, agent: payee, versionNumber: 1 };
      const { expiresAt } = await account();
      const rearm = await channelRearm(deployment, ref, session.publicKey, PRICE, expiresAt);
      await chain.send([rearm], { payer: registered.payer, signers: [session] });
      assert.equal((await payer.pay(url, note('3'))).status, 200, 'no second try is needed');
      await expectRefused(agent, 402, 'OverAllotment', () => payer.pay(url, note('4')));
    });

    it('is Expired where the channel ends too soon to settle', async () => {
      const expiresAt = (await registered.chain.unixTime()) + 120n;
      const payer = await payerOf({ expiresAt });
      await expectRefused(agent, 402, 'Expired', () => payer.pay(url, note('x')));
    });
  });
});
