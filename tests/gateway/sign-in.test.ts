import assert from 'node:assert/strict';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SignInInput, signInText } from '@agent-labs/gateway';
import { Keypair } from '@solana/web3.js';
import { WebSocket } from 'ws';
import { GatewayFixture, refusal } from './support';

const base64url = (value: object | Buffer) =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url');

/** A token with these claims, signed as HS256 with a secret. */
function jwt(header: object, claims: object, secret: Uint8Array): string {
  const body = `${base64url(header)}.${base64url(claims)}`;
  return `${body}.${base64url(createHmac('sha256', secret).update(body).digest())}`;
}

describe('gateway: sign-in and tokens (attacks 71 to 73)', () => {
  let fixture: GatewayFixture;
  before(async () => {
    fixture = await GatewayFixture.start({
      allowances: { auth: { perSecond: 1_000, burst: 1_000 } },
      publicUrl: 'https://gateway.example',
      signInDomain: 'labs.example',
    });
  });
  after(() => fixture.stop());

  const secret = () => readFileSync(join(fixture.directory, 'token-secret'));
  const audience = () =>
    `agent-labs-gateway:${createHash('sha256').update('audience').update(secret()).digest('hex').slice(0, 16)}`;
  const now = () => Math.floor(Date.now() / 1_000);
  const claims = (changes: object = {}) => ({
    sub: Keypair.generate().publicKey.toBase58(),
    aud: audience(),
    iss: audience(),
    jti: 'a',
    iat: now(),
    exp: now() + 900,
    ...changes,
  });
  const use = (token: string) => fixture.call('GET', '/v1/sessions', { token });

  it('a wallet signs in, uses its token, and signs out', async () => {
    const wallet = Keypair.generate();
    const input = await fixture.challenge(wallet);
    assert.deepEqual(
      [input.domain, input.uri, input.version, input.chainId, input.address],
      ['labs.example', 'https://gateway.example', '1', 'solana:localnet', wallet.publicKey.toBase58()],
    );
    assert.match(input.nonce, /^[A-Za-z0-9]{8,}$/);
    const { status, body } = await fixture.signIn(wallet, input);
    assert.equal(status, 200);
    const left = Date.parse(body.expiresAt) - Date.now();
    assert.ok(left > 14 * 60_000 && left <= 15 * 60_000, 'at most fifteen minutes');
    assert.deepEqual((await use(body.token)).body, { sessions: [] });
    assert.equal((await fixture.call('POST', '/v1/auth/sign-out', { token: body.token })).status, 204);
    assert.deepEqual(refusal(await use(body.token)), [401, 'TokenRevoked']);
    // a restart does not bring it back to life
    await fixture.restart();
    assert.deepEqual(refusal(await use(body.token)), [401, 'TokenRevoked']);
  });

  it('a token outlives a restart', async () => {
    const { token } = await fixture.member();
    await fixture.restart();
    assert.equal((await use(token)).status, 200);
  });

  describe('73: refuses what was signed for somebody else, before, or twice', () => {
    const cases: [string, (input: SignInInput) => string, string][] = [
      ['another domain', (input) => signInText({ ...input, domain: 'evil.example' }), 'WrongDomain'],
      ['another chain', (input) => signInText({ ...input, chainId: 'solana:mainnet' }), 'WrongChain'],
      ['a nonce of its own', (input) => signInText({ ...input, nonce: 'abcdefgh1234' }), 'NonceUnknown'],
      [
        'a time long past',
        (input) => signInText({ ...input, issuedAt: new Date(Date.now() - 11 * 60_000).toISOString() }),
        'ChallengeExpired',
      ],
      [
        'a time to come',
        (input) => signInText({ ...input, issuedAt: new Date(Date.now() + 11 * 60_000).toISOString() }),
        'ChallengeExpired',
      ],
      ['no time at all', (input) => signInText({ ...input, issuedAt: '' }), 'ChallengeExpired'],
      ['another statement', (input) => signInText({ ...input, statement: 'Pay.' }), 'MessageMismatch'],
      [
        'another address',
        (input) => signInText({ ...input, uri: 'https://evil.example' }),
        'MessageMismatch',
      ],
      [
        'a line more',
        (input) => `${signInText(input)}\nResources:\n- https://evil.example`,
        'MessageMismatch',
      ],
      ['nothing', () => '', 'WrongDomain'],
    ];
    for (const [what, change, code] of cases) {
      it(what, async () => {
        const wallet = Keypair.generate();
        const input = await fixture.challenge(wallet);
        assert.deepEqual(refusal(await fixture.signIn(wallet, input, change(input))), [401, code]);
        // and the wallet can still sign in with what it was given
        assert.equal((await fixture.signIn(wallet, input)).status, 200);
      });
    }
    it('a challenge that was used', async () => {
      const wallet = Keypair.generate();
      const input = await fixture.challenge(wallet);
      assert.equal((await fixture.signIn(wallet, input)).status, 200);
      assert.deepEqual(refusal(await fixture.signIn(wallet, input)), [401, 'NonceUnknown']);
    });
    it("another wallet's signature, which does not use the challenge up", async () => {
      const wallet = Keypair.generate();
      const input = await fixture.challenge(wallet);
      assert.deepEqual(refusal(await fixture.signIn(Keypair.generate(), input)), [401, 'BadSignature']);
      assert.equal((await fixture.signIn(wallet, input)).status, 200);
    });
    it('bodies that are none', async () => {
      const bodies = [{}, { message: 'a', signature: 5 }, { message: '!', signature: '!' }, '{', []];
      for (const body of bodies) {
        assert.deepEqual(refusal(await fixture.call('POST', '/v1/auth/sign-in', { body })), [
          400,
          'BadRequest',
        ]);
      }
      for (const address of ['', 'x', '0'.repeat(44), 5]) {
        const answer = await fixture.call('POST', '/v1/auth/challenge', { body: { address } });
        assert.deepEqual(refusal(answer), [400, 'BadRequest']);
      }
    });
  });

  describe('71: refuses tokens that are not its own', () => {
    const cases: [string, () => string, string][] = [
      ['alg none', () => `${base64url({ alg: 'none' })}.${base64url(claims())}.`, 'TokenInvalid'],
      ['another secret', () => jwt({ alg: 'HS256' }, claims(), randomBytes(32)), 'TokenInvalid'],
      [
        'another algorithm by name',
        () => jwt({ alg: 'HS512', typ: 'JWT' }, claims(), secret()),
        'TokenInvalid',
      ],
      ['a foreign audience', () => jwt({ alg: 'HS256' }, claims({ aud: 'other' }), secret()), 'TokenInvalid'],
      ['a foreign issuer', () => jwt({ alg: 'HS256' }, claims({ iss: 'other' }), secret()), 'TokenInvalid'],
      ['no id', () => jwt({ alg: 'HS256' }, claims({ jti: undefined }), secret()), 'TokenInvalid'],
      [
        'an hour of life',
        () => jwt({ alg: 'HS256' }, claims({ iat: now() - 1_000, exp: now() + 3_600 }), secret()),
        'TokenExpired',
      ],
      [
        'one that is over',
        () => jwt({ alg: 'HS256' }, claims({ iat: now() - 60, exp: now() - 1 }), secret()),
        'TokenExpired',
      ],
      ['nonsense', () => 'a.b.c', 'TokenInvalid'],
    ];
    for (const [what, make, code] of cases) {
      it(what, async () => {
        // what the test makes would be taken, were it not for this one thing
        const good = await use(jwt({ alg: 'HS256' }, claims(), secret()));
        assert.equal(good.status, 200);
        assert.deepEqual(refusal(await use(make())), [401, code]);
      });
    }
    it('none, and forms that are none', async () => {
      assert.deepEqual(refusal(await fixture.call('GET', '/v1/sessions')), [401, 'TokenMissing']);
      const basic = { headers: { authorization: 'Basic abc' } };
      assert.deepEqual(refusal(await fixture.call('GET', '/v1/sessions', basic)), [401, 'TokenInvalid']);
    });
    it('a bad token on a paid call too, rather than take it as nobody', async () => {
      const { agent } = fixture.listed;
      const answer = await fixture.call('POST', `/v1/agents/${agent.toBase58()}/analyse`, { token: 'a.b.c' });
      assert.deepEqual(refusal(answer), [401, 'TokenInvalid']);
    });

    it('on sockets that are open: one signed out is closed within five seconds', async () => {
      const { token } = await fixture.member();
      const { body: session } = await fixture.call('POST', '/v1/sessions', { token, body: { name: 'mine' } });
      const socket = new WebSocket(
        `${fixture.gateway.url.replace('http', 'ws')}/v1/sessions/${session.id}/events`,
      );
      const ready = new Promise((done) => socket.once('message', done));
      socket.once('open', () => socket.send(JSON.stringify({ type: 'authenticate', token })));
      await ready;
      const closed = new Promise<number>((done) => socket.once('close', done));
      const before = Date.now();
      await fixture.call('POST', '/v1/auth/sign-out', { token });
      assert.equal(await closed, 4401);
      assert.ok(Date.now() - before < 5_000);
    });
  });

  it('72: a token in an address is refused', async () => {
    const { token } = await fixture.member();
    assert.deepEqual(refusal(await fixture.call('GET', `/v1/sessions?token=${token}`)), [400, 'TokenInUrl']);
    const socket = new WebSocket(
      `${fixture.gateway.url.replace('http', 'ws')}/v1/sessions/x/events?token=${token}`,
    );
    const [status, body] = await new Promise<[number, string]>((done) => {
      socket.once('unexpected-response', (_request, response) => {
        response.once('data', (data: Buffer) => done([response.statusCode ?? 0, data.toString('utf8')]));
      });
      socket.once('error', () => undefined);
    });
    assert.equal(status, 400);
    assert.equal(JSON.parse(body).error.code, 'TokenInUrl');
  });
});
