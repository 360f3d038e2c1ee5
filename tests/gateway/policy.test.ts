import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Budgets } from '@agent-labs/gateway';
import { giveConsent, purposeHash, revokeConsent } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { funded } from '../fixtures/registry';
import { PRICE } from '../helpers/paid-agent';
import { note, type RawPayer, type Reply, send } from '../helpers/raw-payer';
import { GatewayFixture, refusal } from './support';

describe('gateway: what a session may spend (attacks 75 and 76)', () => {
  let fixture: GatewayFixture;
  let token = '';
  const servers: Server[] = [];
  before(async () => {
    fixture = await GatewayFixture.start({
      allowances: { write: { perSecond: 1_000, burst: 1_000 }, auth: { perSecond: 1_000, burst: 1_000 } },
    });
    ({ token } = await fixture.member());
  });
  after(async () => {
    for (const server of servers) server.close().closeAllConnections();
    await fixture.stop();
  });

  const session = async (policy: object, who = token): Promise<string> => {
    const { status, body } = await fixture.call('POST', '/v1/sessions', {
      token: who,
      body: { name: 's', policy },
    });
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };
  const used = async (id: string): Promise<bigint> =>
    BigInt((await fixture.call('GET', `/v1/sessions/${id}`, { token })).body.used);
  const preflight = async (id: string, amount = PRICE, agent = fixture.listed.agent.toBase58()) => {
    const { body } = await fixture.call('POST', '/v1/preflight', {
      token,
      body: { session: id, agent, amount: amount.toString(), purpose: 'a test' },
    });
    return [body.allowed, body.refusals?.map(({ code }: { code: string }) => code)];
  };
  /** A paid call that is held to a session. */
  async function pay(
    payer: RawPayer,
    id: string | null,
    who: string | null = token,
    text = 'paid',
  ): Promise<Reply> {
    const document = note(text);
    const signed = await payer.sign(document);
    const reply = await send(`${fixture.agentUrl}/analyse`, {
      method: 'POST',
      headers: {
        'content-type': document.contentType,
        'x-file-name': document.fileName,
        'payment-signature': payer.header(signed),
        ...(id !== null && { 'x-agent-labs-session': id }),
        ...(who !== null && { authorization: `Bearer ${who}` }),
      },
      body: Buffer.from(document.body),
    });
    if (reply.status === 200) payer.answered(signed, reply);
    return reply;
  }
  const code = ({ status, error }: Reply) => [status, error?.code, error?.charged];
  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  it('counts what is paid, and refuses what goes beyond', async () => {
    const id = await session({ maximum: (2n * PRICE).toString() });
    const payer = await fixture.payer();
    assert.deepEqual(await preflight(id), [true, []]);
    for (let call = 1n; call <= 2n; call += 1n) {
      assert.equal((await pay(payer, id)).status, 200);
      assert.equal(await used(id), call * PRICE);
    }
    assert.deepEqual(await preflight(id), [false, ['MaximumReached']]);
    const seen = fixture.listed.front.seen.length;
    assert.deepEqual(code(await pay(payer, id)), [403, 'MaximumReached', false]);
    assert.equal(fixture.listed.front.seen.length, seen);
    await fixture.restart();
    assert.equal(await used(id), 2n * PRICE);
    assert.deepEqual(code(await pay(payer, id)), [403, 'MaximumReached', false]);
  });

  it('75: a hundred calls at once stay within the maximum', async () => {
    const id = await session({ maximum: (10n * PRICE).toString() });
    const payers = await Promise.all(Array.from({ length: 100 }, () => fixture.payer()));
    const replies = await Promise.all(payers.map((payer, at) => pay(payer, id, token, `call ${at}`)));
    const paid = replies.filter(({ status }) => status === 200).length;
    assert.equal(paid, 10);
    for (const reply of replies) {
      if (reply.status !== 200) assert.deepEqual(code(reply), [403, 'MaximumReached', false]);
    }
    assert.equal(await used(id), 10n * PRICE);
  }).timeout(180_000);

  it('a refused call is given back, one whose outcome is not known is not, until it is', async () => {
    const id = await session({ maximum: PRICE.toString() });
    const payer = await fixture.payer();
    const refused = await pay(payer, id, token, '%PDF');
    assert.equal(refused.status, 200);
    const second = await session({ maximum: PRICE.toString() });
    fixture.listed.front.before = (_request, response) => {
      response.writeHead(422, { 'content-type': 'application/json' });
      response.end('{"error":{"code":"Unreadable","message":"no","charged":false}}');
      return true;
    };
    assert.deepEqual(code(await pay(payer, second)), [422, 'Unreadable', false]);
    assert.equal(await used(second), 0n);
    fixture.listed.front.before = (request) => {
      request.socket.destroy();
      return true;
    };
    assert.deepEqual(code(await pay(payer, second)), [502, 'AgentSilent', undefined]);
    assert.equal(await used(second), PRICE, 'it may have been paid');
    fixture.listed.front.before = null;
    // the same request again: the same voucher, counted once
    assert.equal((await pay(payer, second)).status, 200);
    assert.equal(await used(second), PRICE);
  });

  describe('a call whose outcome was unknown', () => {
    afterEach(() => {
      fixture.listed.front.before = null;
      fixture.listed.front.change = null;
    });
    const busy = (request: IncomingMessage, response: ServerResponse) => {
      if (request.method !== 'POST') return false;
      response.writeHead(503, { 'content-type': 'application/json' });
      response.end('{"error":{"code":"Busy","message":"later","charged":false}}');
      return true;
    };
    /** One voucher, sent as often as a test wants. */
    async function voucher(id: string) {
      const payer = await fixture.payer();
      const document = note('taken or not');
      const signed = await payer.sign(document);
      const header = payer.header(signed);
      const again = () =>
        send(`${fixture.agentUrl}/analyse`, {
          method: 'POST',
          headers: {
            'content-type': document.contentType,
            'x-file-name': document.fileName,
            'payment-signature': header,
            'x-agent-labs-session': id,
            authorization: `Bearer ${token}`,
          },
          body: Buffer.from(document.body),
        });
      return { again, answer: () => payer.again(fixture.agentUrl, header) };
    }
    const loseAnswers = () => {
      fixture.listed.front.change = ({ headers }) => {
        delete headers['payment-response'];
      };
    };

    it('is not given back for a later refusal, through a restart; its answer charges it', async () => {
      const id = await session({ maximum: PRICE.toString() });
      const { again, answer } = await voucher(id);
      loseAnswers();
      assert.deepEqual(code(await again()), [502, 'BadResponseProof', undefined]);
      fixture.listed.front.change = null;
      fixture.listed.front.before = busy;
      assert.deepEqual(code(await again()), [503, 'Busy', false]);
      assert.equal(await used(id), PRICE, 'the agent has the voucher');
      await fixture.restart();
      assert.deepEqual(code(await again()), [503, 'Busy', false]);
      assert.equal(await used(id), PRICE);
      assert.deepEqual(code(await pay(await fixture.payer(), id)), [403, 'MaximumReached', false]);
      // the answer needs no session and no token
      assert.equal((await answer()).status, 200);
      fixture.listed.front.before = null;
      assert.deepEqual(code(await pay(await fixture.payer(), id)), [403, 'MaximumReached', false]);
      await fixture.restart();
      assert.equal(await used(id), PRICE);
    });

    it('is given back once the agent says that it did not take the voucher', async () => {
      const id = await session({ maximum: PRICE.toString() });
      const { again, answer } = await voucher(id);
      fixture.listed.front.before = (request, response) => {
        if (request.method !== 'POST') return false;
        response.destroy();
        return true;
      };
      assert.deepEqual(code(await again()), [502, 'AgentSilent', undefined]);
      fixture.listed.front.before = busy;
      assert.deepEqual(code(await again()), [503, 'Busy', false]);
      assert.equal(await used(id), PRICE);
      assert.deepEqual(code(await answer()), [404, 'NotTaken', false]);
      assert.equal(await used(id), 0n);
      fixture.listed.front.before = null;
      assert.equal((await pay(await fixture.payer(), id)).status, 200);
      assert.equal(await used(id), PRICE);
    });

    it('is not given back while another try is under way', async () => {
      const directory = join(fixture.directory, 'under-way');
      const budgets = await Budgets.open(directory);
      await budgets.reserve('s', 10n, 'a', 10n);
      await budgets.settle('a', false);
      assert.equal(budgets.used('s'), 10n, 'its own outcome decides');
      budgets.doubt('s', 'a');
      assert.equal(budgets.resume('s', 'a'), true);
      await budgets.settle('a', false);
      assert.equal(budgets.used('s'), 10n);
      await budgets.release('s', 'a');
      assert.equal(budgets.used('s'), 10n);
      await budgets.settle('a', false);
      assert.equal(budgets.used('s'), 0n);
      await budgets.close();
    });

    it('counts as unknown after a crash, whatever became of it', async () => {
      const directory = join(fixture.directory, 'cut-off');
      const budgets = await Budgets.open(directory);
      await budgets.reserve('s', 10n, 'a', 10n);
      await budgets.close();
      const after = await Budgets.open(directory);
      await after.release('s', 'a');
      assert.equal(after.used('s'), 10n);
      await after.settle('a', true);
      assert.deepEqual([after.used('s'), after.has('s', 'a')], [10n, true]);
      await after.release('s', 'a');
      assert.equal(after.used('s'), 10n);
      await after.close();
    });
  });

  it('the same call counts once, however often it is sent', async () => {
    const id = await session({ maximum: (5n * PRICE).toString() });
    const payer = await fixture.payer();
    const document = note('again and again');
    const header = payer.header(await payer.sign(document));
    const init = {
      method: 'POST',
      headers: {
        'content-type': document.contentType,
        'x-file-name': document.fileName,
        'payment-signature': header,
        'x-agent-labs-session': id,
        authorization: `Bearer ${token}`,
      },
      body: Buffer.from(document.body),
    };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => send(`${fixture.agentUrl}/analyse`, init)),
    );
    assert.ok(replies.every(({ status }) => status === 200));
    await fixture.restart();
    assert.equal((await send(`${fixture.agentUrl.replace(/\/analyse$/, '')}/analyse`, init)).status, 200);
    assert.equal(await used(id), PRICE);
  });

  it('who may spend, and on whom', async () => {
    const guest = await fixture.member();
    const mine = await session({ maximum: '1000000', role: 'owner' });
    const thread = { name: 't', participants: [guest.address] };
    await fixture.call('POST', `/v1/sessions/${mine}/threads`, { token, body: thread });
    const payer = await fixture.payer();
    assert.deepEqual(code(await pay(payer, mine, guest.token)), [403, 'RoleMissing', false]);
    assert.equal((await pay(payer, mine)).status, 200);
    const listed = await session({ maximum: '1000000', agents: [Keypair.generate().publicKey.toBase58()] });
    assert.deepEqual(await preflight(listed), [false, ['AgentNotAllowed']]);
    assert.deepEqual(code(await pay(payer, listed)), [403, 'AgentNotAllowed', false]);
    assert.deepEqual(code(await pay(payer, mine, null)), [401, 'TokenMissing', false]);
    const [status, name] = code(await pay(payer, 'none'));
    assert.deepEqual([status, name], [404, 'SessionUnknown']);
    const outsider = await fixture.member();
    assert.equal(code(await pay(payer, mine, outsider.token))[1], 'SessionUnknown');
    assert.equal((await pay(payer, null, null)).status, 200, 'without a session, the voucher alone decides');
  });

  describe('76: consent and KYC that cannot be had mean no', () => {
    const asked: unknown[] = [];
    const answers: [string, RequestListener | null, string | null][] = [
      ['allowed', (_request, response) => response.end('{"allowed":true}'), null],
      ['not allowed', (_request, response) => response.end('{"allowed":false}'), 'Missing'],
      ['down', null, 'Unavailable'],
      ['an error', (_request, response) => response.writeHead(500).end('{"allowed":true}'), 'Unavailable'],
      [
        'a redirect',
        (_request, response) => response.writeHead(302, { location: '/x' }).end(),
        'Unavailable',
      ],
      ['created', (_request, response) => response.writeHead(201).end('{"allowed":true}'), 'Unavailable'],
      ['no JSON', (_request, response) => response.end('yes'), 'Unavailable'],
      ['a text', (_request, response) => response.end('{"allowed":"true"}'), 'Unavailable'],
      ['nothing', (_request, response) => response.end('{}'), 'Unavailable'],
      ['silence', () => undefined, 'Unavailable'],
    ];
    for (const [what, listener, expected] of answers) {
      it(what, async () => {
        const url =
          listener === null
            ? 'http://127.0.0.1:1/'
            : await serve(async (request, response) => {
                let body = '';
                for await (const part of request) body += part;
                asked.push(JSON.parse(body));
                listener(request, response);
              });
        await fixture.restart({ consentUrl: url, kycUrl: url });
        const id = await session({ maximum: '1000000', consentRequired: true, kycRequired: true });
        const payer = await fixture.payer();
        if (expected === null) {
          assert.deepEqual(await preflight(id), [true, []]);
          assert.deepEqual(Object.keys(asked.at(-1) as object), ['subject', 'agent', 'amount', 'purpose']);
          assert.equal((await pay(payer, id)).status, 200);
          return;
        }
        assert.deepEqual(await preflight(id), [false, [`Consent${expected}`, `Kyc${expected}`]]);
        assert.deepEqual(code(await pay(payer, id)), [403, `Consent${expected}`, false]);
        assert.equal(await used(id), 0n);
      });
    }
    it('no service at all', async () => {
      await fixture.restart();
      const id = await session({ maximum: '1000000', consentRequired: true });
      assert.deepEqual(await preflight(id), [false, ['ConsentUnavailable']]);
    });
  });

  it('attacks 57, 76: asks the chain for a consent at each call, and a chain that is down denies', async () => {
    await fixture.restart();
    const { chain, deployment } = fixture.listed;
    const wallet = await funded(chain);
    const mine = (await fixture.member(wallet)).token;
    const controller = Keypair.generate().publicKey;
    const purpose = purposeHash(new Uint8Array(32).fill(3), 'call agents for me');
    const id = await session(
      {
        maximum: (10n * PRICE).toString(),
        consent: {
          ...{ controller: controller.toBase58(), purpose: Buffer.from(purpose).toString('hex') },
          termsVersion: 2,
        },
      },
      mine,
    );
    const allowed = async () => {
      const agent = fixture.listed.agent.toBase58();
      const wish = { session: id, agent, amount: PRICE.toString(), purpose: 'a test' };
      const { body } = await fixture.call('POST', '/v1/preflight', { token: mine, body: wish });
      return [body.allowed, body.refusals.map((found: { code: string }) => found.code)];
    };
    const payer = await fixture.payer();
    const missing = [false, ['ConsentMissing']];
    assert.deepEqual(await allowed(), missing);
    assert.deepEqual(code(await pay(payer, id, mine)), [403, 'ConsentMissing', false]);
    const terms = { subject: wallet, controller, purpose, termsHash: new Uint8Array(32).fill(4) };
    await giveConsent(chain, deployment, { ...terms, termsVersion: 1, lifetime: 1_000n });
    assert.deepEqual(await allowed(), missing, 'of older terms');
    await giveConsent(chain, deployment, { ...terms, termsVersion: 2, lifetime: 1_000n });
    assert.deepEqual(await allowed(), [true, []]);
    assert.equal((await pay(payer, id, mine)).status, 200);
    const read = chain.getAccount;
    chain.getAccount = () => Promise.reject(new Error('down'));
    try {
      assert.deepEqual(await allowed(), [false, ['ConsentUnavailable']]);
    } finally {
      chain.getAccount = read;
    }
    await revokeConsent(chain, deployment, wallet, { controller, purpose });
    assert.deepEqual(await allowed(), missing, 'taken back');
    assert.deepEqual(code(await pay(payer, id, mine)), [403, 'ConsentMissing', false]);
  });

  it('a consent that is none is refused when the session is made', async () => {
    const controller = Keypair.generate().publicKey.toBase58();
    for (const consent of [
      { controller, purpose: 'x' },
      { controller: 'nobody', purpose: '0'.repeat(64) },
      { controller, purpose: '0'.repeat(64), termsVersion: 0 },
      { controller },
    ]) {
      const policy = { maximum: '1', consent };
      const { status } = await fixture.call('POST', '/v1/sessions', { token, body: { name: 's', policy } });
      assert.equal(status, 400);
    }
  });

  it('budgets survive a torn last line, and damage is told by name', async () => {
    const directory = join(fixture.directory, 'budgets');
    const budgets = await Budgets.open(directory);
    assert.equal(await budgets.reserve('s', 10n, 'a', 6n), true);
    assert.equal(await budgets.reserve('s', 10n, 'b', 6n), false);
    await budgets.charge('s', 'a');
    await budgets.reserve('s', 10n, 'c', 4n);
    await budgets.release('s', 'c');
    await budgets.close();
    appendFileSync(join(directory, 'budgets.journal'), '{"type":"reser');
    const again = await Budgets.open(directory);
    assert.deepEqual([again.used('s'), again.has('s', 'a'), again.has('s', 'c')], [6n, true, false]);
    await again.close();
  });

  it('preflight refuses what is no question', async () => {
    const id = await session({ maximum: '1' });
    const agent = fixture.listed.agent.toBase58();
    for (const body of [
      { session: id, agent, amount: '0' },
      { session: id, agent, amount: 1 },
      { session: id, agent: 'x', amount: '1' },
    ]) {
      assert.deepEqual(refusal(await fixture.call('POST', '/v1/preflight', { token, body })), [
        400,
        'BadRequest',
      ]);
    }
  });
});
