import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documentAnalystManifest } from '@agent-labs/example-document-analyst';
import { startIndexer } from '@agent-labs/indexer';
import { manifestHash, versionPublish } from '@agent-labs/sdk';
import { IndexerFixture, type Item, itemsOf, SECRET } from './support';
import { World } from './world';

describe('indexer: manifests', () => {
  let world: World;
  let server: Server;
  let url: string;
  const served = new Map<string, string>();

  before(async () => {
    world = await World.start(51);
    server = createServer((request, response) => {
      const text = served.get(request.url ?? '');
      response.writeHead(text === undefined ? 500 : 200).end(text);
    });
    await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [at, name] of ['good', 'changed', 'garbage', 'missing'].entries()) await publish(at, name);
    const text = served.get('/good') as string;
    served.set('/changed', text.replace('"description":"', '"description":"unearthly '));
    served.set('/garbage', '{"name":1}');
    served.delete('/missing');
  });
  after(async () => {
    server?.close();
    await world?.localnet.stop();
  });

  /** Publishes a version of an agent whose manifest is at `/name`. */
  async function publish(at: number, name: string): Promise<void> {
    const { deployment, personas } = world.localnet;
    const listed = world.agents[at];
    assert.ok(listed);
    const manifest = documentAnalystManifest({
      url: 'https://agents.example',
      price: 1_000n,
      mint: personas.mint.publicKey.toBase58(),
    });
    served.set(`/${name}`, JSON.stringify(manifest));
    listed.versions += 1;
    const { instruction } = await versionPublish(deployment, {
      agent: listed.agent,
      owner: listed.owner.publicKey,
      number: listed.versions,
      semver: `1.0.${listed.versions}`,
      manifestHash: manifestHash(manifest),
      uri: `${url}/${name}`,
      price: 1_000n,
      priceMint: personas.mint.publicKey,
    });
    await world.send([instruction], listed.owner);
  }

  async function latest(fixture: IndexerFixture): Promise<Item[]> {
    return Promise.all(
      world.agents
        .slice(0, 4)
        .map(async ({ agent }) => (await fixture.get(`/v1/agents/${agent.toBase58()}`)).body),
    );
  }

  it('counts a manifest only where its hash is the one on the chain, and says so otherwise', async () => {
    const fixture = await IndexerFixture.start(world, { allowPrivateEndpoints: true });
    try {
      await fixture.deliver(itemsOf(world));
      await fixture.indexer.settled();
      await fixture.indexer.manifests();
      const agents = await latest(fixture);
      assert.deepEqual(
        agents.map(({ versions }) => versions[0].manifestState),
        ['verified', 'mismatch', 'invalid', 'unavailable'],
      );
      assert.deepEqual(
        agents.map(({ versions }) => versions[0].manifest !== null),
        [true, false, false, false],
      );
      assert.deepEqual(
        agents.map(({ manifest, name }) => [manifest !== null, name !== null]),
        [
          [true, true],
          [false, false],
          [false, false],
          [false, false],
        ],
      );
      const [good] = agents;
      const word = good.name.split(' ')[0].toLowerCase();
      const found = (await fixture.get(`/v1/agents?q=${word}`)).body;
      assert.deepEqual(
        found.items.map(({ address }: Item) => address),
        [good.address],
      );
      assert.equal((await fixture.get('/v1/agents?q=unearthly')).body.total, 0);
    } finally {
      await fixture.stop();
    }
  });

  it('reaches no private address unless it is told to, and is not told to on a public cluster', async () => {
    const fixture = await IndexerFixture.start(world);
    try {
      await fixture.deliver(itemsOf(world));
      await fixture.indexer.settled();
      await fixture.indexer.manifests();
      for (const { versions } of await latest(fixture))
        assert.equal(versions[0].manifestState, 'unavailable');
    } finally {
      await fixture.stop();
    }
    const { rpcUrl, deployment } = world.localnet;
    const devnet = Buffer.from('ce59db5080fc2c6d3bcf7ca90712d3c2e5e6c28f27f0dfbb9953bdb0894c03ab', 'hex');
    const starting = startIndexer({
      rpcUrl,
      deployment: { ...deployment, genesisHash: Uint8Array.from(devnet) },
      webhookSecret: SECRET,
      port: 0,
      allowPrivateEndpoints: true,
    });
    await assert.rejects(starting, { name: 'ConfigInvalid' });
  });
});
