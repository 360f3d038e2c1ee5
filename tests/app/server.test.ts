import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  appConfig,
  buildPage,
  ConfigInvalid,
  LocalChainOnly,
  type RunningApp,
  startApp,
} from '@agent-labs/app';
import { documentAnalystManifest } from '@agent-labs/example-document-analyst';
import { builtDeployment, manifestHash } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';

const DIST = join(__dirname, '../../app/dist');
/** Bytes of JavaScript, gzipped, that the first view may take. */
const FIRST_LOAD = 300_000;

const { registry, escrow, stake, reputation, consent } = builtDeployment(new Uint8Array(32));
const genesisHash = Keypair.generate().publicKey.toBase58();
const programs = {
  registry: registry.toBase58(),
  escrow: escrow.toBase58(),
  stake: stake.toBase58(),
  reputation: reputation.toBase58(),
  consent: consent.toBase58(),
};
const config = {
  cluster: 'localnet' as const,
  genesisHash,
  rpcUrls: ['http://127.0.0.1:8899'],
  wsUrl: null,
  indexerUrl: 'http://127.0.0.1:8788',
  gatewayUrl: 'http://127.0.0.1:8787',
  programs,
  tokens: {},
  stakeMint: null,
};
const key = Keypair.generate();
const burners = [{ name: 'owner', secretKey: Array.from(key.secretKey) }];
const manifest = documentAnalystManifest({
  url: 'http://127.0.0.1:8790',
  price: 10_000n,
  mint: key.publicKey.toBase58(),
  allowPrivateEndpoints: true,
});

describe('server of the dashboard', function () {
  this.timeout(60_000);
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-app-server-'));
  let app: RunningApp;

  before(async () => {
    app = await startApp({ config, burners, manifestDirectory: join(directory, 'manifests') });
  });
  after(async () => {
    await app.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${app.url}${path}`, { headers });
  const put = (body: string, type = 'application/json') =>
    fetch(`${app.url}/manifests`, { method: 'PUT', headers: { 'content-type': type }, body });

  it('sends a policy under which no foreign script, frame or connection runs', async () => {
    for (const path of ['/', '/agents/anything', '/config.json', '/nothing.js']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "connect-src 'self' http://127.0.0.1:8899 ws://127.0.0.1:8900 http://127.0.0.1:8788 http://127.0.0.1:8787;",
      ]) {
        assert.ok(policy.includes(rule), `${path}: ${rule} in ${policy}`);
      }
      assert.doesNotMatch(policy, /unsafe|\*/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('x-frame-options'), 'DENY');
    }
  });

  it('serves the page under every address of it, and nothing under others', async () => {
    for (const path of ['/', '/agents/abc?tab=call', '/settings']) {
      const response = await get(path);
      assert.equal(response.status, 200);
      assert.match(await response.text(), /<div id="root">/);
    }
    for (const path of ['/assets/none.js', '/favicon.ico', '/../package.json', '/%2e%2e/package.json']) {
      assert.equal((await get(path)).status, 404, path);
    }
    assert.equal((await fetch(`${app.url}/`, { method: 'POST' })).status, 404);
  });

  it('tells the page what it is for', async () => {
    const told = (await (await get('/config.json')).json()) as Record<string, unknown>;
    assert.deepEqual(told, { ...config, burner: true, hosting: true });
  });

  it('gives burners to its own page alone', async () => {
    assert.equal((await get('/burners.json', { 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await get('/burners.json', { 'sec-fetch-site': 'same-site' })).status, 403);
    const response = await get('/burners.json', { 'sec-fetch-site': 'same-origin' });
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    const [given] = (await response.json()) as { address: string }[];
    assert.equal(given?.address, key.publicKey.toBase58());
  });

  it('keeps a manifest under its hash', async () => {
    const response = await put(JSON.stringify(manifest));
    assert.equal(response.status, 201);
    const { path } = (await response.json()) as { path: string };
    assert.equal(path, `/manifests/${Buffer.from(manifestHash(manifest)).toString('hex')}.json`);
    assert.deepEqual(await (await get(path)).json(), manifest);
  });

  it('keeps nothing else', async () => {
    const code = async (response: Response) => {
      const { error } = (await response.json()) as { error: { code: string } };
      return [response.status, error.code];
    };
    assert.deepEqual(await code(await put('{}')), [400, 'ManifestInvalid']);
    assert.deepEqual(await code(await put('{}', 'text/plain')), [415, 'ContentTypeUnsupported']);
    assert.equal((await put(JSON.stringify({ text: 'x'.repeat(70_000) }))).status, 413);
    assert.equal((await put('{')).status, 400);
    assert.deepEqual(await code(await get(`/manifests/${'0'.repeat(64)}.json`)), [404, 'NotFound']);
    assert.equal((await get('/manifests/..%2f..%2fpackage.json')).status, 404);
  });

  it('has neither burners nor hosting for a cluster', async () => {
    const cluster = { ...config, cluster: 'devnet' as const };
    await assert.rejects(startApp({ config: cluster, burners }), LocalChainOnly);
    await assert.rejects(startApp({ config: cluster, manifestDirectory: directory }), LocalChainOnly);
  });

  it('builds the page once for the same sources', async () => {
    assert.equal(await buildPage(), false);
  });

  it('loads at first no more than it may', () => {
    const page = readFileSync(join(DIST, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js|theme\.js)"/g)].map(
      ([, name]) => name ?? '',
    );
    assert.ok(named.length >= 2, page);
    const size = (name: string) => gzipSync(readFileSync(join(DIST, name))).length;
    const first = named.reduce((sum, name) => sum + size(name), 0);
    const all = readdirSync(join(DIST, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .reduce((sum, name) => sum + size(`assets/${name}`), 0);
    console.log(
      `      first load ${(first / 1_000).toFixed(0)} kB gzipped, all there is ${(all / 1_000).toFixed(0)} kB`,
    );
    assert.ok(first <= FIRST_LOAD, `${first} bytes`);
  });

  it('names every variable of the environment that is missing or wrong', () => {
    assert.throws(
      () => appConfig({ CLUSTER: 'moon', RPC_URLS: 'http://127.0.0.1', TOKENS: '{' }),
      (error: Error) =>
        error instanceof ConfigInvalid &&
        ['CLUSTER', 'GENESIS_HASH', 'REGISTRY_ID', 'TOKENS'].every((name) => error.message.includes(name)),
    );
    const names = Object.fromEntries(
      Object.entries(programs).map(([name, id]) => [`${name.toUpperCase()}_ID`, id]),
    );
    const set = {
      CLUSTER: 'localnet',
      GENESIS_HASH: genesisHash,
      RPC_URLS: 'http://a:1, http://b:2',
      ...names,
    };
    assert.deepEqual(appConfig(set).config.rpcUrls, ['http://a:1', 'http://b:2']);
    assert.throws(() => appConfig({ ...set, RPC_URLS: 'ftp://a' }), /RPC_URLS/);
  });
});
