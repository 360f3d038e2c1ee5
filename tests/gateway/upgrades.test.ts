import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hub, serveHub } from '@agent-labs/gateway';
import { within } from '../helpers/within';
import { GatewayFixture } from './support';

// an error that nobody hears in the gateway would fail the test that runs here: both share one process
describe('gateway: upgrades that are refused', () => {
  let fixture: GatewayFixture;
  let hub: Hub;
  let hubUrl = '';
  let closeHub = async () => {};
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-upgrades-'));
  before(async () => {
    fixture = await GatewayFixture.start();
    hub = await Hub.open(directory);
    ({ url: hubUrl, close: closeHub } = await serveHub(hub, 'token'));
  });
  after(async () => {
    await closeHub();
    await hub.close();
    rmSync(directory, { recursive: true });
    await fixture.stop();
  });

  const upgrade = (path: string) =>
    [
      `GET ${path} HTTP/1.1`,
      'host: x',
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n');

  /** First line of the answer; the other side closes. */
  function asked(url: string, path: string): Promise<string> {
    const { port, hostname } = new URL(url);
    return new Promise((done, failed) => {
      let answer = '';
      // this half stays open: the other side must let go all the same
      const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
      socket.on('connect', () => socket.write(upgrade(path)));
      socket.on('data', (data) => {
        answer += data;
      });
      socket.on('error', failed);
      socket.on('end', () => {
        socket.destroy();
        done(answer.split('\r\n', 1)[0] ?? '');
      });
    });
  }

  it('a path that is no percent-encoding is a 400', async () => {
    assert.match(await within(20, asked(fixture.gateway.url, '/v1/sessions/%zz/events')), /^HTTP\/1\.1 400/);
    assert.match(await within(20, asked(hubUrl, '/ws/v1/events/%zz/session/a/b')), /^HTTP\/1\.1 400/);
    assert.match(await within(20, asked(hubUrl, '/ws/v1/events/token/session/a/%zz')), /^HTTP\/1\.1 400/);
    assert.equal((await fixture.call('GET', '/openapi.json')).status, 200);
  });

  it('a client that is gone before it hears of it harms nobody', async () => {
    for (const url of [fixture.gateway.url, hubUrl]) {
      const { port, hostname } = new URL(url);
      for (let at = 0; at < 30; at += 1) {
        const socket = connect(Number(port), hostname);
        await new Promise<void>((done) => socket.once('connect', done));
        socket.write(upgrade('/nothing'));
        await sleep(at % 3);
        socket.on('error', () => socket.destroy());
        socket.resetAndDestroy();
      }
    }
    await sleep(300);
    assert.equal((await fixture.call('GET', '/openapi.json')).status, 200);
    assert.match(await within(20, asked(hubUrl, '/nothing')), /^HTTP\/1\.1 401/);
  });
});
