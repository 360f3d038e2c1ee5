import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { documentAnalystManifest } from '@agent-labs/example-document-analyst';
import {
  ConfigInvalid,
  EndpointForbidden,
  EndpointHttp,
  isPublicAddress,
  startGateway,
} from '@agent-labs/gateway';
import { builtDeployment } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { PRICE } from '../helpers/paid-agent';
import { GatewayFixture, refusal } from './support';

const GET = { method: 'GET', headers: {}, timeout: 3_000, largestAnswer: 1_000 };

describe('gateway: addresses of agents (attack 74)', () => {
  let server: Server;
  let port = 0;
  let hits = 0;
  before(async () => {
    server = createServer((_request, response) => {
      hits += 1;
      response.end('inside');
    });
    await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
    port = (server.address() as AddressInfo).port;
  });
  after(() => {
    server.close();
  });
  beforeEach(() => {
    hits = 0;
  });

  it('knows what is public', () => {
    const inside = [
      '127.0.0.1',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '192.0.2.1',
      '198.18.0.1',
      '::',
      '::1',
      '::ffff:10.0.0.1',
      '::ffff:7f00:1',
      'fe80::1',
      'fd00::1',
      'ff02::1',
      '64:ff9b::a00:1',
      '2002:7f00:1::',
      '::127.0.0.1',
      '::7f00:1',
      '4000::1',
      '1fff::1',
      'nonsense',
    ];
    for (const address of inside) assert.equal(isPublicAddress(address), false, address);
    for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700::1111', '3ffe::1']) {
      assert.equal(isPublicAddress(address), true, address);
    }
  });

  const lookup =
    (...answers: string[][]): LookupFunction =>
    (_hostname, _options, callback) => {
      const addresses = answers.length > 1 ? answers.shift() : answers[0];
      callback(
        null,
        (addresses ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };

  it('refuses literal addresses in every notation, and connects to none', async () => {
    const http = new EndpointHttp({ allowPrivate: false });
    const hosts = [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.1',
    ];
    for (const host of hosts) {
      await assert.rejects(http.fetch(`http://${host}:${port}/`, GET), EndpointForbidden, host);
    }
    for (const host of ['169.254.169.254', '[::ffff:10.0.0.1]']) {
      await assert.rejects(http.fetch(`http://${host}/`, GET), EndpointForbidden, host);
    }
    assert.equal(hits, 0);
    await http.close();
  });

  it('refuses names that resolve inside, or partly inside', async () => {
    for (const addresses of [['127.0.0.1'], ['1.1.1.1', '127.0.0.1'], ['::1'], ['::ffff:127.0.0.1']]) {
      const http = new EndpointHttp({ allowPrivate: false, lookup: lookup(addresses) });
      await assert.rejects(http.fetch(`http://agent.example:${port}/`, GET), EndpointForbidden);
      await http.close();
    }
    assert.equal(hits, 0);
  });

  it('refuses a name that changes its mind: each connection is judged', async () => {
    // outside at first, where nobody answers in time, and inside afterwards
    const http = new EndpointHttp({ allowPrivate: false, lookup: lookup(['192.88.99.1'], ['127.0.0.1']) });
    await assert.rejects(http.fetch(`http://rebind.example:${port}/`, { ...GET, timeout: 500 }));
    await assert.rejects(http.fetch(`http://rebind.example:${port}/`, GET), EndpointForbidden);
    assert.equal(hits, 0);
    await http.close();
  });

  it('reaches them where it is allowed, as on a local chain', async () => {
    const http = new EndpointHttp({ allowPrivate: true });
    const { status, body } = await http.fetch(`http://127.0.0.1:${port}/`, GET);
    assert.deepEqual([status, body.toString('utf8')], [200, 'inside']);
    await http.close();
  });

  it('does not follow redirects', async () => {
    const redirecting = createServer((_request, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
    });
    await new Promise<void>((done) => redirecting.listen({ host: '127.0.0.1', port: 0 }, done));
    const http = new EndpointHttp({ allowPrivate: true });
    const at = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}/`;
    assert.equal((await http.fetch(at, GET)).status, 302);
    assert.equal(hits, 0);
    await http.close();
    redirecting.close();
  });

  describe('without ALLOW_PRIVATE_ENDPOINTS', () => {
    let fixture: GatewayFixture;
    before(async () => {
      fixture = await GatewayFixture.start({ allowPrivateEndpoints: false, lookup: lookup(['10.0.0.7']) });
    });
    after(() => fixture.stop());

    it('an agent with a manifest inside is not reached', async () => {
      const { agent, publish, mint, front } = fixture.listed;
      const manifest = documentAnalystManifest({
        url: 'https://agent.example',
        price: PRICE,
        mint: mint.toBase58(),
        versionNumber: 3,
      });
      const seen = front.seen.length;
      for (const [uri, expected] of [
        [`${front.url}/manifest.json`, [502, 'ManifestUnavailable']],
        ['https://127.0.0.1/manifest.json', [403, 'EndpointForbidden']],
        ['https://agent.example/manifest.json', [403, 'EndpointForbidden']],
      ] as const) {
        await publish(manifest, uri);
        await fixture.restart();
        const answer = await fixture.call('POST', `/v1/agents/${agent.toBase58()}/analyse`);
        assert.deepEqual(refusal(answer), expected, uri);
        assert.equal(answer.body.error.charged, false);
      }
      assert.equal(front.seen.length, seen);
    });
  });

  it('does not start with ALLOW_PRIVATE_ENDPOINTS on a public cluster', async () => {
    const fixture = await GatewayFixture.start();
    const mainnet = new PublicKey('5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d').toBytes();
    const options = { chain: fixture.listed.chain, dataDirectory: `${fixture.directory}/other`, port: 0 };
    await assert.rejects(
      startGateway({ ...options, deployment: builtDeployment(mainnet), allowPrivateEndpoints: true }),
      (error: unknown) => error instanceof ConfigInvalid && /this is mainnet/.test(error.message),
    );
    const without = await startGateway({ ...options, deployment: builtDeployment(mainnet) });
    await without.stop();
    await fixture.stop();
  });
});
