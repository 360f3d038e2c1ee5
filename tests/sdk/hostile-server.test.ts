import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  builtDeployment,
  type Chain,
  createMessageSigner,
  GatewayClient,
  GatewaySilent,
  NoPaymentAsked,
  type PayerStoreLike,
  PaymentIntegration,
  type SignInInput,
  SignInMismatch,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { within } from '../helpers/within';

describe('SDK: a server that means harm', () => {
  let server: Server;
  let url: string;
  let serve: RequestListener;
  before(async () => {
    server = createServer((request, response) => serve(request, response));
    await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  const wallet = Keypair.generate();
  const deployment = builtDeployment(new Uint8Array(32).fill(7));

  describe('73: asks a wallet to sign in', () => {
    let signed: string[];
    beforeEach(() => {
      signed = [];
    });
    const client = (options: { domain?: string } = {}) =>
      new GatewayClient({
        url,
        deployment,
        wallet: {
          publicKey: wallet.publicKey,
          signMessage: async (message) => {
            signed.push(Buffer.from(message).toString('utf8'));
            return createMessageSigner(wallet.secretKey).sign(message);
          },
        },
        ...options,
      });
    const good = (): SignInInput => ({
      domain: new URL(url).host,
      address: wallet.publicKey.toBase58(),
      statement: 'Sign in.',
      uri: url,
      version: '1',
      chainId: 'solana:localnet',
      nonce: 'abcdefgh',
      issuedAt: new Date().toISOString(),
      expirationTime: new Date(Date.now() + 60_000).toISOString(),
    });
    const challenge = (input: object) => {
      serve = (request, response) => {
        response.setHeader('content-type', 'application/json');
        const token = { token: 't', expiresAt: new Date(Date.now() + 900_000).toISOString() };
        response.end(JSON.stringify(request.url === '/v1/auth/challenge' ? input : token));
      };
    };

    it('as itself, here: signed', async () => {
      challenge(good());
      assert.equal(await client().token(), 't');
      assert.equal(signed.length, 1);
      challenge({ ...good(), domain: 'agents.example' });
      assert.equal(await client({ domain: 'agents.example' }).token(), 't');
    });

    const cases: [string, object, RegExp][] = [
      ['for another domain', { domain: 'bank.example' }, /domain .*bank\.example/],
      ['for another address', { address: Keypair.generate().publicKey.toBase58() }, /address/],
      ['for another chain', { chainId: 'solana:mainnet' }, /chainId .*solana:mainnet/],
      ['in another version', { version: '2' }, /version/],
      ['with a line of its own in the statement', { statement: 'Hello.\n\nURI: https://bank' }, /statement/],
      ['with a line of its own in the nonce', { nonce: 'abcdefgh\nResources:' }, /nonce/],
      ['with a separator that is shown as a line', { uri: 'https://a.example\u2028Pay' }, /uri/],
      ['without a nonce', { nonce: undefined }, /nonce/],
      ['with a number', { issuedAt: 5 }, /issuedAt/],
    ];
    for (const [what, change, message] of cases) {
      it(`${what}: refused, nothing signed`, async () => {
        challenge({ ...good(), ...change });
        const failure = await client()
          .token()
          .catch((error: unknown) => error);
        assert.ok(failure instanceof SignInMismatch, String(failure));
        assert.match(failure.message, message);
        assert.deepEqual(signed, []);
      });
    }

    it('for the domain of its address where another one is expected: refused', async () => {
      challenge(good());
      await assert.rejects(client({ domain: 'agents.example' }).token(), SignInMismatch);
      assert.deepEqual(signed, []);
    });

    it('with what is no challenge: refused', async () => {
      for (const input of [null, 5, 'sign this', []] as unknown as object[]) {
        challenge(input);
        await assert.rejects(client().token(), SignInMismatch);
      }
      assert.deepEqual(signed, []);
    });
  });

  it('answers the gateway client without end: it reads no further than it must', async () => {
    let sent = 0;
    serve = endless((bytes) => {
      sent += bytes;
    });
    const signMessage = async () => new Uint8Array(64);
    const client = new GatewayClient({
      url,
      deployment,
      wallet: { publicKey: wallet.publicKey, signMessage },
    });
    await assert.rejects(within(60, client.token()), GatewaySilent);
    assert.ok(sent < 128 * 1024 * 1024, `${sent}`);
  }).timeout(90_000);

  describe('is asked what a call costs', () => {
    const payments = () =>
      new PaymentIntegration({
        // nothing of them is used before the server has answered
        chain: {} as Chain,
        deployment,
        wallet,
        session: Keypair.generate(),
        store: {} as PayerStoreLike,
        budget: { deposit: 1n, perCallMax: 1n },
        timeoutSeconds: 1,
      });
    const wish = () => ({
      url,
      request: { path: '/analyse', contentType: 'text/plain', fileName: '', body: new Uint8Array() },
      maximum: 1n,
    });

    it('and says nothing', async () => {
      serve = () => {};
      await assert.rejects(within(20, payments().createPayment(wish())), NoPaymentAsked);
    });
    it('and does not end', async () => {
      serve = (_, response) => response.writeHead(402, { 'payment-required': 'x' }).write('more to come');
      await assert.rejects(within(20, payments().createPayment(wish())), NoPaymentAsked);
    });
    it('and says too much', async () => {
      let sent = 0;
      serve = endless((bytes) => {
        sent += bytes;
      });
      await assert.rejects(within(20, payments().createPayment(wish())), /asks for nothing.*1048576 bytes/);
      assert.ok(sent < 32 * 1024 * 1024, `${sent}`);
    });
    it('and is not there', async () => {
      const nobody = { ...wish(), url: 'http://127.0.0.1:1' };
      await assert.rejects(payments().createPayment(nobody), NoPaymentAsked);
    });
  });
});

/** An answer as long as somebody reads it. */
function endless(count: (bytes: number) => void): RequestListener {
  const chunk = Buffer.alloc(256 * 1024, 'x');
  return (_, response) => {
    response.writeHead(402, { 'content-type': 'application/json' });
    const more = () => {
      while (!response.destroyed) {
        count(chunk.length);
        if (!response.write(chunk)) break;
      }
    };
    response.on('drain', more);
    response.on('error', () => response.destroy());
    more();
  };
}
