import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CoralClient,
  CoralRefused,
  type CoralSession,
  CoralUnavailable,
  Hub,
  serveHub,
} from '@agent-labs/gateway';
import { within } from '../helpers/within';
import { QuirkyCoral } from './quirky-coral';
import { GatewayFixture } from './support';

const TOKEN = 'a-key-of-the-server';
const ECHO = { name: 'echo', version: '1.0.0' };

interface Served {
  url: string;
  token: string;
  stop(): Promise<void>;
}

const SERVERS: [string, () => Promise<Served>][] = [
  [
    'the embedded hub',
    async () => {
      const directory = mkdtempSync(join(tmpdir(), 'agent-labs-hub-'));
      const hub = await Hub.open(directory);
      const { url, close } = await serveHub(hub, TOKEN);
      const stop = async () => {
        await close();
        await hub.close();
        rmSync(directory, { recursive: true });
      };
      return { url, token: TOKEN, stop };
    },
  ],
  [
    "a server with a real one's habits",
    async () => {
      const coral = await QuirkyCoral.start(TOKEN);
      return { url: coral.url, token: TOKEN, stop: () => coral.stop() };
    },
  ],
];
const { CORAL_URL, CORAL_TOKEN } = process.env;
if (CORAL_URL && CORAL_TOKEN) {
  SERVERS.push([
    'the Coral server at CORAL_URL',
    async () => ({ url: CORAL_URL, token: CORAL_TOKEN, stop: async () => {} }),
  ]);
}

for (const [name, start] of SERVERS) {
  describe(`Coral client against ${name}`, () => {
    let served: Served;
    let client: CoralClient;
    let session: CoralSession;
    before(async () => {
      served = await start();
      client = new CoralClient(served);
      session = await client.createSession('agent-labs-tests', [ECHO]);
      await client.execute(session, 60_000);
    });
    after(() => served.stop());

    const refusedWith =
      (...status: number[]) =>
      (error: unknown) =>
        error instanceof CoralRefused && status.includes(error.status);

    it('is up', async () => assert.equal(await client.isUp(), true));

    it('makes threads, sends, and reads back what was said', async () => {
      const thread = await client.createThread(session, 'a thread', ['echo']);
      assert.deepEqual([thread.name, thread.creatorName, thread.state.state], ['a thread', 'relay', 'open']);
      assert.deepEqual(thread.participants.toSorted(), ['echo', 'relay']);
      const sent = await client.send(session, thread.id, 'hello', []);
      assert.deepEqual([sent.text, sent.senderName, sent.threadId], ['hello', 'relay', thread.id]);
      const threads = await client.threads(session);
      assert.deepEqual(
        threads.find(({ id }) => id === thread.id)?.messages.map(({ id }) => id),
        [sent.id],
      );
    });

    it('the same twice makes two messages', async () => {
      const thread = await client.createThread(session, 'twice', []);
      const [one, two] = [
        await client.send(session, thread.id, 'x', []),
        await client.send(session, thread.id, 'x', []),
      ];
      assert.notEqual(one.id, two.id);
    });

    it('an agent that is mentioned answers, and its events come', async () => {
      const thread = await client.createThread(session, 'echo', ['echo']);
      const seen: string[] = [];
      let arrived = () => {};
      const heard = new Promise<void>((done) => {
        arrived = done;
      });
      const opened = await new Promise<{ close(): void }>((done) => {
        const events = client.events(session, {
          onOpen: () => done(events),
          onEvent: (event) => {
            const { message } = event as { message?: { senderName: string; threadId: string } };
            if (event.type !== 'thread_message_sent' || message?.threadId !== thread.id) return;
            seen.push(message.senderName);
            if (seen.includes('echo')) arrived();
          },
          onRefused: (status) => assert.fail(`refused: ${status}`),
        });
      });
      // what is sent right after a socket opened may be missed
      await new Promise((done) => setTimeout(done, 100));
      await client.send(session, thread.id, 'anybody there?', ['echo']);
      await within(20, heard);
      opened.close();
      assert.ok(seen.includes('relay'), 'own messages come back');
    });

    it('participants come and go, checked', async () => {
      const thread = await client.createThread(session, 'participants', []);
      await client.addParticipant(session, thread.id, 'echo');
      await assert.rejects(client.addParticipant(session, thread.id, 'echo'), refusedWith(400));
      await client.removeParticipant(session, thread.id, 'echo');
      await assert.rejects(client.removeParticipant(session, thread.id, 'echo'), refusedWith(400));
      await assert.rejects(client.send(session, thread.id, 'x', ['echo']), refusedWith(404));
    });

    it('a thread is closed', async () => {
      const thread = await client.createThread(session, 'closed', []);
      await client.closeThread(session, thread.id, 'done');
      const threads = await client.threads(session);
      assert.equal(threads.find(({ id }) => id === thread.id)?.state.state, 'closed');
    });

    it('refusals and absence have names', async () => {
      const none = { ...session, sessionId: 'none' };
      await assert.rejects(client.threads(none), refusedWith(404));
      await assert.rejects(client.send(session, 'none', 'x', []), refusedWith(404, 500));
      await assert.rejects(new CoralClient({ ...served, token: 'wrong' }).threads(session), refusedWith(401));
      await assert.rejects(
        new CoralClient({ ...served, url: 'http://127.0.0.1:1' }).threads(session),
        CoralUnavailable,
      );
      const status = await new Promise<number>((done) => {
        client.events(none, { onOpen: () => done(0), onEvent: () => undefined, onRefused: done });
      });
      assert.equal(status, 404);
    });

    it('the relay behaves the same: agents answer, keys hold', async () => {
      const fixture = await GatewayFixture.start({ coral: served });
      try {
        const { token, address } = await fixture.member();
        const made = await fixture.call('POST', '/v1/sessions', {
          token,
          body: { name: 's', agents: [ECHO] },
        });
        const threads = `/v1/sessions/${made.body.id}/threads`;
        const { body } = await fixture.call('POST', threads, {
          token,
          body: { name: 't', participants: ['coral:echo'] },
        });
        const at = `${threads}/${body.id}/messages`;
        const say = () =>
          fixture.call('POST', at, {
            token,
            body: { content: 'hello', mentions: ['coral:echo'] },
            headers: { 'idempotency-key': 'the-same-key' },
          });
        const answers = await Promise.all([say(), say(), say()]);
        assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
        for (const end = Date.now() + 30_000; ; ) {
          const { messages } = (await fixture.call('GET', at, { token })).body;
          const senders = messages.map(({ sender }: { sender: string }) => sender);
          if (senders.includes('coral:echo')) {
            assert.deepEqual(senders, [address, 'coral:echo'], 'one of each, our own did not come back');
            break;
          }
          if (Date.now() > end) throw new Error(`no answer: ${JSON.stringify(messages)}`);
          // an event that a young socket misses comes with the next look, which a lost socket brings
          await new Promise((done) => setTimeout(done, 50));
        }
      } finally {
        await fixture.stop();
      }
    });
  });
}

describe('Coral relay through trouble', () => {
  let coral: QuirkyCoral;
  let fixture: GatewayFixture;
  let token = '';
  let at = '';
  before(async () => {
    coral = await QuirkyCoral.start(TOKEN);
    fixture = await GatewayFixture.start({ coral: { url: coral.url, token: TOKEN } });
    ({ token } = await fixture.member());
    const made = await fixture.call('POST', '/v1/sessions', { token, body: { name: 's', agents: [ECHO] } });
    const threads = `/v1/sessions/${made.body.id}/threads`;
    const { body } = await fixture.call('POST', threads, {
      token,
      body: { name: 't', participants: ['coral:echo'] },
    });
    at = `${threads}/${body.id}/messages`;
  });
  after(async () => {
    await fixture.stop();
    await coral.stop();
  });
  const say = (content: string, key: string, mentions: string[] = []) =>
    fixture.call('POST', at, { token, body: { content, mentions }, headers: { 'idempotency-key': key } });
  const echoes = async (): Promise<string[]> => {
    const { messages } = (await fixture.call('GET', at, { token })).body;
    return messages
      .filter(({ sender }: { sender: string }) => sender === 'coral:echo')
      .map(({ content }: { content: string }) => JSON.parse(content).text);
  };
  const until = async (check: () => Promise<boolean>) => {
    for (const end = Date.now() + 30_000; !(await check()); ) {
      if (Date.now() > end) throw new Error('not in thirty seconds');
      await new Promise((done) => setTimeout(done, 50));
    }
  };

  it('hears what was said while its socket was lost, once', async () => {
    await say('first', 'trouble-01', ['coral:echo']);
    coral.dropSockets();
    await say('second', 'trouble-02', ['coral:echo']);
    await until(async () => (await echoes()).includes('second'));
    assert.deepEqual((await echoes()).toSorted(), ['first', 'second']);
  });

  it('goes on with a server that lost everything', async () => {
    coral.forget();
    await until(async () => (await say('third', 'trouble-03', ['coral:echo'])).status === 201);
    await until(async () => (await echoes()).includes('third'));
    assert.equal(coral.messages().filter(({ text }) => text.includes('third')).length, 2);
  });

  it('says so where the server opens no sockets, and stops all the same', async () => {
    await fixture.restart();
    coral.opensSockets = false;
    const begun = Date.now();
    const refused = await say('unheard', 'trouble-05', ['coral:echo']);
    assert.deepEqual([refused.status, refused.body.error.code], [503, 'CoralUnavailable']);
    assert.ok(Date.now() - begun < 20_000);
    const { status, body } = await fixture.call('GET', '/health');
    assert.deepEqual([status, body.coral], [503, 'down']);
    // one that waits is answered when the gateway stops
    const waiting = say('unheard', 'trouble-05', ['coral:echo']);
    await new Promise((done) => setTimeout(done, 1_000));
    const stopping = Date.now();
    await fixture.gateway.stop();
    assert.equal((await waiting).body.error.code, 'CoralUnavailable');
    assert.ok(Date.now() - stopping < 8_000, 'before the wait of ten seconds was over by itself');
    coral.opensSockets = true;
    await fixture.restart();
    assert.equal((await say('unheard', 'trouble-05', ['coral:echo'])).status, 201);
    await until(async () => (await echoes()).includes('unheard'));
  }).timeout(60_000);

  it('a session that was made while no socket opened is heard afterwards', async () => {
    coral.opensSockets = false;
    const { body: made } = await fixture.call('POST', '/v1/sessions', {
      token,
      body: { name: 's', agents: [ECHO] },
    });
    const thread = (name: string) =>
      fixture.call('POST', `/v1/sessions/${made.id}/threads`, {
        token,
        body: { name, participants: ['coral:echo'] },
      });
    assert.equal((await thread('t')).status, 503);
    coral.opensSockets = true;
    const { status, body } = await thread('t');
    assert.equal(status, 201);
    const messages = `/v1/sessions/${made.id}/threads/${body.id}/messages`;
    const said = { content: 'heard', mentions: ['coral:echo'] };
    await fixture.call('POST', messages, { token, body: said });
    await until(async () => {
      const { body: all } = await fixture.call('GET', messages, { token });
      return all.messages.some(({ sender }: { sender: string }) => sender === 'coral:echo');
    });
  }).timeout(60_000);

  it('says so while there is no server, and sends once when there is one again', async () => {
    const { url } = coral;
    await coral.stop();
    const refused = await say('fourth', 'trouble-04');
    assert.deepEqual([refused.status, refused.body.error.code], [503, 'CoralUnavailable']);
    assert.match(refused.body.error.message, /same Idempotency-Key/);
    assert.equal((await fixture.call('GET', '/health')).status, 503);
    coral = await QuirkyCoral.start(TOKEN);
    assert.notEqual(coral.url, url);
    await fixture.restart({ coral: { url: coral.url, token: TOKEN } });
    assert.equal((await say('fourth', 'trouble-04')).status, 201);
    assert.equal((await say('fourth', 'trouble-04')).status, 201);
    assert.equal(coral.messages().filter(({ text }) => text.includes('fourth')).length, 1);
  });
});
