import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { Connection, Keypair, SystemProgram, sendAndConfirmTransaction, Transaction } from '@solana/web3.js';

interface Delivery {
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: the form of another's service
  body: any[];
  at: number;
}

describe('local chain: webhooks', () => {
  let localnet: Localnet;
  let server: Server;
  let connection: Connection;
  const deliveries: Delivery[] = [];
  /** what the receiver answers, one after another; 200 afterwards, null breaks off */
  const answers: (number | null | Promise<number>)[] = [];
  const watched = Keypair.generate();
  before(async () => {
    server = createServer(async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      deliveries.push({ headers: request.headers, body: JSON.parse(text), at: Date.now() });
      const answer = answers.length > 0 ? await answers.shift() : 200;
      if (answer === null || answer === undefined) request.socket.destroy();
      else response.writeHead(answer).end();
    });
    await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
    localnet = await startLocalnet({
      webhook: {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
        authHeader: 'a shared secret',
        accountAddresses: [watched.publicKey.toBase58()],
      },
    });
    connection = new Connection(localnet.rpcUrl, 'confirmed');
  });
  after(async () => {
    await localnet.stop();
    server.close().closeAllConnections();
  });
  beforeEach(() => {
    deliveries.length = 0;
  });

  const { payer } = { payer: () => localnet.personas.payer };
  const send = (to = watched, lamports = 1_000_000) =>
    sendAndConfirmTransaction(
      connection,
      new Transaction().add(
        SystemProgram.transfer({ fromPubkey: payer().publicKey, toPubkey: to.publicKey, lamports }),
      ),
      [payer()],
    );
  const until = async (check: () => boolean) => {
    for (const end = Date.now() + 30_000; !check(); ) {
      if (Date.now() > end) throw new Error('not in thirty seconds');
      await new Promise((done) => setTimeout(done, 10));
    }
  };

  it("delivers what names an address, in Helius' raw form, with its header", async () => {
    await send(Keypair.generate());
    const signature = await send();
    await until(() => deliveries.length > 0);
    assert.equal(deliveries.length, 1, 'the other one names none');
    const [{ headers, body }] = deliveries as [Delivery];
    assert.equal(headers.authorization, 'a shared secret');
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(body.length, 1);
    const [{ blockTime, indexWithinBlock, slot, meta, transaction }] = body;
    const found = await connection.getTransaction(signature, { maxSupportedTransactionVersion: 0 });
    assert.deepEqual([slot, blockTime], [found?.slot, found?.blockTime]);
    assert.equal(typeof indexWithinBlock, 'number');
    assert.deepEqual(
      [meta.err, meta.fee, meta.innerInstructions, meta.loadedAddresses, meta.logMessages, meta.rewards],
      [null, 5_000, [], { writable: [], readonly: [] }, found?.meta?.logMessages, []],
    );
    assert.deepEqual(
      [meta.preBalances, meta.postBalances],
      [found?.meta?.preBalances, found?.meta?.postBalances],
    );
    assert.deepEqual(transaction.signatures, [signature]);
    const { message } = transaction;
    assert.deepEqual(message.accountKeys, found?.transaction.message.staticAccountKeys.map(String));
    assert.deepEqual(message.header, found?.transaction.message.header);
    assert.equal(message.addressTableLookups, null);
    assert.equal(message.recentBlockhash, found?.transaction.message.recentBlockhash);
    assert.deepEqual(
      message.instructions.map(
        ({ programIdIndex, accounts }: { programIdIndex: number; accounts: number[] }) => [
          programIdIndex,
          accounts,
        ],
      ),
      [[2, [0, 1]]],
    );
  });

  it('tries again a second apart, three times, and then goes on with the next', async () => {
    answers.push(500, null, 302, 404);
    const lost = localnet.webhook?.lost ?? 0;
    const [first, second] = [await send(), await send(watched, 1_000_001)];
    await until(() => deliveries.length === 5);
    const of = ({ body }: Delivery) => body[0].transaction.signatures[0];
    assert.deepEqual(deliveries.map(of), [first, first, first, first, second]);
    const waits = deliveries.slice(1, 4).map(({ at }, nth) => at - (deliveries[nth]?.at ?? 0));
    for (const wait of waits) assert.ok(wait >= 950, `${wait} ms`);
    assert.equal(localnet.webhook?.lost, lost + 1);
  });

  it('delivers failed ones too, and the chain waits for nobody', async () => {
    let refuse: () => void = () => undefined;
    answers.push(new Promise((done) => (refuse = () => done(500))));
    const poor = new Transaction().add(
      SystemProgram.transfer({
        fromPubkey: payer().publicKey,
        toPubkey: watched.publicKey,
        lamports: 10 ** 15,
      }),
    );
    const { blockhash } = await connection.getLatestBlockhash();
    poor.recentBlockhash = blockhash;
    poor.feePayer = payer().publicKey;
    poor.sign(payer());
    const signature = await connection.sendRawTransaction(poor.serialize(), { skipPreflight: true });
    const { value } = await connection.getSignatureStatus(signature);
    assert.ok(value?.err, 'in a block while its first delivery is not answered');
    refuse();
    await until(() => deliveries.length === 2);
    assert.deepEqual(deliveries[1]?.body[0].meta.err, { InstructionError: [0, { Custom: 1 }] });
  });
});
