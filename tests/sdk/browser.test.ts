import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { documentAnalystManifest } from '@agent-labs/example-document-analyst';
import {
  builtDeployment,
  channelAddress,
  channelId,
  channelPayout,
  createMessageSigner,
  type Deployment,
  decodeVoucher,
  emptyNode,
  encodeHeader,
  encodeVoucher,
  exportReceipt,
  type LeafMetadata,
  leafHash,
  leafOf,
  manifestHash,
  parseManifest,
  type Receipt,
  ratingAuthorityAddress,
  receiptAssetId,
  receiptName,
  receiptUri,
  rootOf,
  verifySignature,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { within } from '../helpers/within';

/** What a browser offers to a script, and nothing of Node. */
function browserGlobals(): Record<string, unknown> {
  const own = { TextEncoder, TextDecoder, URL, URLSearchParams, AbortSignal, AbortController };
  const time = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask };
  // one kind of bytes on both sides, as within one page
  const bytes = { Uint8Array, ArrayBuffer, DataView };
  const context: Record<string, unknown> = {
    ...bytes,
    ...own,
    ...time,
    crypto,
    fetch,
    atob,
    btoa,
    console,
    structuredClone,
  };
  context.globalThis = context;
  context.self = context;
  context.window = context;
  return context;
}

/** A receipt that is alone in its tree, and the tree's root. */
function lonelyReceipt(deployment: Deployment): { receipt: Receipt; root: Uint8Array } {
  const [agent, payer, subject, mint, tree] = [1, 2, 3, 4, 5].map(
    (byte) => new PublicKey(Buffer.alloc(32, byte)),
  );
  assert.ok(agent && payer && subject && mint && tree);
  const facts = {
    ...{ agent, payer, subject, mint, ownershipEpoch: 1, agentVersion: 2, generation: 3n, stars: 5 },
    ...{ paid: 6n, refunded: 0n, number: 7n, slot: 8n, ratedAt: 9n },
  };
  const metadata: LeafMetadata = {
    ...{ name: receiptName(5), symbol: 'RECEIPT', uri: receiptUri('https://receipts.example/', facts) },
    ...{ sellerFeeBasisPoints: 0, primarySaleHappened: false, isMutable: false, editionNonce: null },
    ...{ tokenStandard: 'NonFungible', collection: null, uses: null, tokenProgramVersion: 'Original' },
    creators: [{ address: ratingAuthorityAddress(deployment), verified: true, share: 100 }],
  };
  const asset = receiptAssetId(tree, 0n);
  const leaf = leafOf(metadata, { owner: agent, delegate: agent, nonce: 0n });
  const hash = leafHash(asset, leaf);
  const proof = Array.from({ length: 14 }, (_, level) => emptyNode(level));
  return {
    receipt: { facts, metadata, tree, asset, leaf, leafHash: hash, proof },
    root: rootOf(hash, 0, proof),
  };
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

describe('SDK in a browser bundle', () => {
  let code = '';
  before(async () => {
    // vite is an ES module, which this file is not
    const { build } = (await import('vite')) as typeof import('vite');
    const output = await build({
      root: join(__dirname, 'browser'),
      logLevel: 'error',
      configFile: false,
      build: {
        write: false,
        minify: false,
        lib: { entry: join(__dirname, 'browser/entry.mjs'), formats: ['iife'], name: 'sdk' },
      },
    });
    const [{ output: chunks }] = output as unknown as { output: { code: string }[] }[] as [
      { output: { code: string }[] },
    ];
    code = chunks[0]?.code ?? '';
  });

  it('needs nothing of Node', () => {
    assert.ok(code.length > 100_000);
    const traces = code.match(/.{0,60}(require\(["']node:|from ["']node:).{0,60}/g);
    assert.deepEqual(traces, null);
  });

  it('verifies an exported receipt as in Node', () => {
    const context = vm.createContext(browserGlobals());
    vm.runInContext(`${code};globalThis.sdk = sdk;`, context);
    // biome-ignore lint/suspicious/noExplicitAny: what the bundle exports, seen from outside
    const sdk = (context as any).sdk;
    const genesis = new Uint8Array(32).fill(4);
    const deployment = builtDeployment(genesis);
    const { receipt, root } = lonelyReceipt(deployment);
    const proven = { proof: receipt.proof, root };
    const document = JSON.parse(JSON.stringify(exportReceipt(deployment, receipt, proven, 9n)));
    const other = sdk.builtDeployment(genesis);
    assert.equal(sdk.verifyReceiptDocument(other, document, root).facts.stars, 5);
    const forged = { ...document, facts: { ...document.facts, stars: 4 } };
    assert.throws(() => sdk.verifyReceiptDocument(other, forged, root), { code: 'FactsMismatch' });
  });

  it('signs, checks, derives, encodes and hashes as in Node', async () => {
    const context = vm.createContext(browserGlobals());
    vm.runInContext(`${code};globalThis.sdk = sdk;`, context);
    // biome-ignore lint/suspicious/noExplicitAny: what the bundle exports, seen from outside
    const sdk = (context as any).sdk;
    const seed = new Uint8Array(32).fill(7);
    const [ours, theirs] = [createMessageSigner(seed), sdk.createMessageSigner(seed)];
    assert.deepEqual(new Uint8Array(theirs.publicKey), ours.publicKey);
    const voucher = encodeVoucher({
      tag: new Uint8Array(16).fill(1),
      cumulative: 12_345n,
      calls: 3,
      expires: 2_000_000_000,
      transcript: new Uint8Array(32).fill(9),
    });
    const signature = new Uint8Array(theirs.sign(voucher));
    assert.deepEqual(signature, ours.sign(voucher));
    assert.ok(verifySignature(ours.publicKey, voucher, signature));
    assert.equal(sdk.verifySignature(ours.publicKey, voucher, ours.sign(voucher)), true);
    const bad = ours.sign(voucher);
    bad[5] = (bad[5] ?? 0) ^ 1;
    assert.equal(sdk.verifySignature(ours.publicKey, voucher, bad), false);
    assert.equal(sdk.decodeVoucher(voucher).cumulative, decodeVoucher(voucher).cumulative);

    const genesis = new Uint8Array(32).fill(4);
    const [deployment, other] = [builtDeployment(genesis), sdk.builtDeployment(genesis)];
    const [mandate, agent] = [Keypair.generate().publicKey, Keypair.generate().publicKey];
    const key = (of: PublicKey) => new sdk.PublicKey(of.toBytes());
    const channel = channelAddress(deployment, mandate, agent, 3);
    assert.equal(sdk.channelAddress(other, key(mandate), key(agent), 3).toBase58(), channel.toBase58());
    assert.deepEqual(
      new Uint8Array(sdk.channelId(genesis, other.escrow.toBytes(), channel.toBytes(), 5n).tag),
      channelId(genesis, deployment.escrow.toBytes(), channel.toBytes(), 5n).tag,
    );
    const ref = { channel, mandate };
    const instruction = await channelPayout(deployment, ref, agent, mandate);
    const same = await sdk.channelPayout(
      other,
      { channel: key(channel), mandate: key(mandate) },
      key(agent),
      key(mandate),
    );
    assert.deepEqual(new Uint8Array(same.data), new Uint8Array(instruction.data));
    assert.deepEqual(
      same.keys.map(({ pubkey }: { pubkey: PublicKey }) => pubkey.toBase58()),
      instruction.keys.map(({ pubkey }) => pubkey.toBase58()),
    );
    const manifest = documentAnalystManifest({
      url: 'https://agent.example',
      price: 10_000n,
      mint: agent.toBase58(),
    });
    const text = JSON.stringify(manifest);
    assert.deepEqual(
      new Uint8Array(sdk.manifestHash(sdk.parseManifest(text))),
      manifestHash(parseManifest(text)),
    );
    const header = { x402Version: 2, resource: { url: 'x' }, accepts: [] } as const;
    assert.equal(sdk.encodeHeader(header), encodeHeader({ ...header, accepts: [] }));
  });

  it('keeps vouchers in IndexedDB before they leave, for one page at a time', async function () {
    // the machine has no Chromium: nothing else here has an IndexedDB
    if (CHROMIUM === undefined) return this.skip();
    let told: (text: string) => void = () => {};
    const said = new Promise<string>((done) => {
      told = done;
    });
    const server = createServer(async (request, response) => {
      if (request.method === 'POST') {
        let text = '';
        for await (const part of request) text += part;
        told(text);
      }
      const isCode = request.url === '/sdk.js';
      response.setHeader('content-type', isCode ? 'text/javascript; charset=utf-8' : 'text/html');
      response.end(
        isCode ? code : '<!doctype html><script src="/sdk.js"></script><script>sdk.storeStory()</script>',
      );
    });
    await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
    const profile = mkdtempSync(join(tmpdir(), 'agent-labs-chromium-'));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`];
    const browser = spawn(CHROMIUM, [...flags, '--remote-debugging-port=0', url], { stdio: 'ignore' });
    const gone = new Promise((done) => browser.once('close', done));
    try {
      assert.deepEqual(JSON.parse(await within(100, said)), {
        calls: 2,
        pending: 3,
        evidence: [1, 2],
        second: 'StoreLocked',
        skipped: 'StoreStateError',
        afterClose: 'JournalClosed',
        forgotten: 'ChannelForgotten',
      });
    } finally {
      browser.kill('SIGKILL');
      await gone;
      server.close().closeAllConnections();
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
