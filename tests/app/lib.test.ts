import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentAnalystManifest } from '@agent-labs/example-document-analyst';
import { Keypair } from '@solana/web3.js';

// biome-ignore lint/suspicious/noExplicitAny: what the bundle exports, seen from outside
let lib: any;

describe('words and numbers of the dashboard', () => {
  before(async () => {
    // the page's sources are for its bundler: so they are bundled
    const { build } = (await import('vite')) as typeof import('vite');
    const entry = join(__dirname, 'lib-entry.mjs');
    const output = await build({
      root: __dirname,
      logLevel: 'error',
      configFile: false,
      build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
    });
    const [{ output: chunks }] = output as unknown as [{ output: { code: string }[] }];
    const directory = mkdtempSync(join(tmpdir(), 'agent-labs-lib-'));
    const file = join(directory, 'lib.mjs');
    writeFileSync(file, chunks[0]?.code ?? '');
    // what TypeScript makes of import() in CommonJS would be require()
    lib = await new Function('address', 'return import(address)')(pathToFileURL(file).href);
    rmSync(directory, { recursive: true });
  });

  it('writes base units exactly', () => {
    const cases: [bigint, number, string][] = [
      [0n, 6, '0.00'],
      [1n, 6, '0.000001'],
      [12_500_000n, 6, '12.50'],
      [1_234_567_890_123n, 6, '1,234,567.890123'],
      [-5_000_000n, 6, '−5.00'],
      [(1n << 64n) - 1n, 9, '18,446,744,073.709551615'],
      [7n, 0, '7'],
    ];
    for (const [amount, decimals, text] of cases) assert.equal(lib.decimal(amount, decimals), text);
  });

  it('reads what a person types as base units, and writes it back', () => {
    for (const text of ['12.50', '0.000001', '1,000', ' 7 ', '18446744073709.551615']) {
      const amount = lib.baseUnits(text, 6) as bigint;
      assert.equal(lib.baseUnits(lib.decimal(amount, 6), 6), amount);
    }
    for (const wrong of ['', '0', '-1', '1e3', '1.0000001', '.', 'abc', '0x10', '1.2.3', '99999999999999']) {
      assert.throws(() => lib.baseUnits(wrong, 6), { name: 'AmountInvalid' }, wrong);
    }
    assert.throws(() => lib.baseUnits('18446744073709.551616', 6), { name: 'AmountInvalid' });
  });

  it('takes hidden and turning marks out of text and leaves scripts as they are', () => {
    assert.equal(lib.shownText('a\u202Eb\u2066c\u200Bd\u0000e\u{E0041}'), 'abcd e');
    for (const text of ['नमस्ते', 'שלום', '文件', '👩🏽‍🚀', 'Ünïcödé']) assert.equal(lib.shownText(text), text);
  });

  it('cuts text between characters as readers count them', () => {
    assert.equal(lib.cutText('👩🏽‍🚀'.repeat(5), 3), `${'👩🏽‍🚀'.repeat(2)}…`);
    assert.equal(lib.cutText('short', 10), 'short');
  });

  it('leads to https, ipfs and ar alone', () => {
    for (const good of ['https://example.com/x', 'ipfs://abc', 'ar://abc']) {
      assert.equal(lib.safeLink(good, false), good);
    }
    const bad = [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://example.com',
      'https://a:b@c.com',
      'file:///',
      'x',
    ];
    for (const address of bad) assert.equal(lib.safeLink(address, false), null, address);
    assert.equal(lib.safeLink('http://127.0.0.1:1/', true), 'http://127.0.0.1:1/');
    assert.equal(lib.safeLink('javascript:alert(1)', true), null);
  });

  it('draws the same address always the same, and others otherwise', () => {
    const drawn = new Set<string>();
    for (let count = 0; count < 200; count += 1) {
      const address = Keypair.generate().publicKey.toBase58();
      const picture = JSON.stringify(lib.identicon(address));
      assert.equal(JSON.stringify(lib.identicon(address)), picture);
      drawn.add(picture);
    }
    assert.ok(drawn.size > 190, `${drawn.size} pictures of 200 addresses`);
  });

  it('tells spans by their two largest units', () => {
    assert.equal(lib.span(21 * 86_400 + 3_600 + 5), '21 d 1 h');
    assert.equal(lib.span(61), '1 min 1 s');
    assert.equal(lib.span(0), '0 s');
    assert.equal(lib.relativeTime(1_000, 1_000 + 7_200), '2 hours ago');
  });

  it('says what a version changes, the reasons to look twice first', () => {
    const mint = Keypair.generate().publicKey.toBase58();
    const manifest = documentAnalystManifest({ url: 'https://a.example.com', price: 10_000n, mint });
    const before = { price: 10_000n, mint, uri: 'https://a.example.com/m', yanked: false, manifest };
    const words = (after: object) =>
      lib.versionChanges(before, { ...before, ...after }) as { tone: string; text: string }[];
    assert.deepEqual(words({}), []);
    assert.deepEqual(words({ price: 15_000n }), [{ tone: 'risk', text: 'A call costs 50 % more.' }]);
    assert.deepEqual(words({ price: 5_000n }), [{ tone: 'plain', text: 'A call costs 50 % less.' }]);
    assert.match(words({ mint: 'other' })[0]?.text ?? '', /another token/);
    assert.match(words({ manifest: null })[0]?.text ?? '', /cannot be compared/);
    const moved = { ...manifest, endpoint: { ...manifest.endpoint, url: 'https://b.example.com' } };
    assert.deepEqual(words({ manifest: moved })[0], {
      tone: 'risk',
      text: 'What you send goes to b.example.com; it went to a.example.com.',
    });
    const [capability] = manifest.capabilities;
    assert.ok(capability);
    const smaller = { ...capability, input: { contentTypes: ['text/plain'], maxBytes: 10 } };
    const fewer = words({ price: 9_000n, manifest: { ...manifest, capabilities: [smaller], limits: {} } });
    assert.ok(fewer.length >= 4);
    const firstPlain = fewer.findIndex(({ tone }) => tone === 'plain');
    assert.ok(fewer.slice(firstPlain).every(({ tone }) => tone === 'plain'));
    const gone = words({ manifest: { ...manifest, capabilities: [{ ...capability, name: 'other' }] } });
    assert.deepEqual(
      gone.map(({ text }) => text),
      ['It no longer does analyse.', 'It can do other now.'],
    );
  });

  it('searches what the chain lists, as the indexer would', () => {
    const agent = (changes: object) => ({
      address: Keypair.generate().publicKey.toBase58(),
      handle: 'reader',
      name: null,
      summary: null,
      tags: ['pdf'],
      live: true,
      settled: 1n,
      stake: null,
      score: null,
      price: 5n,
      registeredAt: 1,
      ...changes,
    });
    const agents = [
      agent({ handle: 'a-reader', price: 9n }),
      agent({ handle: 'b-reader', live: false }),
      agent({ handle: 'c-reader', settled: null }),
      agent({ handle: 'd-writer', tags: ['csv'] }),
    ];
    const search = { q: 'reader', tag: null, live: true, proven: true, sort: 'relevance' };
    const handles = (changes: object) =>
      lib
        .searchAgents(agents, { ...search, ...changes })
        .items.map(({ handle }: { handle: string }) => handle);
    assert.deepEqual(handles({}), ['a-reader']);
    assert.deepEqual(handles({ live: false }), ['a-reader', 'b-reader']);
    assert.deepEqual(handles({ proven: false }), ['a-reader', 'c-reader']);
    assert.deepEqual(handles({ q: '', sort: 'price' }), ['d-writer', 'a-reader']);
    assert.deepEqual(handles({ q: '', tag: 'csv' }), ['d-writer']);
    assert.deepEqual(lib.searchAgents(agents, { ...search, q: '' }).facets, { tag: { pdf: 1, csv: 1 } });
  });

  describe('of disputes', () => {
    const panel = (
      names: string[],
      votes: (number | null)[] = names.map(() => null),
      award: number | null = null,
    ) => ({
      members: names,
      threshold: 2,
      votes,
      award,
    });
    const dispute = (changes: object = {}) => ({
      kind: 'Channel',
      status: 'Open',
      claim: 1_000n,
      held: 300n,
      perCallMax: 200n,
      citedCalls: 3,
      slashes: true,
      slashCap: 10_000n,
      claimant: 'claimant',
      answerer: null,
      appellant: null,
      agentKey: 'key',
      payoutOwner: 'payout',
      sessionKey: 'session',
      responseEndsAt: 10,
      rulingEndsAt: 20,
      appealEndsAt: 0,
      appealRulingEndsAt: 0,
      panels: [panel(['a', 'b', 'c']), panel(['x', 'y', 'z'])],
      ...changes,
    });
    const ruled = (award: number, changes: object = {}) =>
      dispute({
        status: 'Ruled',
        appealEndsAt: 30,
        panels: [panel(['a', 'b', 'c'], [award, award, null], award), panel(['x', 'y', 'z'])],
        ...changes,
      });
    const roles = (wallet: string | null, changes: object = {}) => ({
      wallet,
      isClaimant: wallet === 'claimant',
      isOwner: wallet === 'owner',
      isBacker: false,
      hasPosition: false,
      isDelegate: false,
      ...changes,
    });

    it('tells the phase from the clock, to the second', () => {
      const cases: [object, number, string, number][] = [
        [dispute(), 9, 'Response', 10],
        [dispute(), 10, 'Voting', 20],
        [dispute({ status: 'Answered' }), 19, 'Voting', 20],
        [dispute(), 20, 'Executable', 0],
        [ruled(0), 29, 'Appealable', 30],
        [ruled(0), 30, 'Executable', 0],
        [ruled(0, { status: 'Appealed', appealRulingEndsAt: 40 }), 39, 'AppealVoting', 40],
        [ruled(0, { status: 'Appealed', appealRulingEndsAt: 40 }), 40, 'Executable', 0],
        [ruled(0, { status: 'Final' }), 1, 'Executable', 0],
        [dispute({ status: 'Ended' }), 1, 'Ended', 0],
      ];
      for (const [given, now, phase, endsAt] of cases)
        assert.deepEqual(lib.phaseOf(given, now), { phase, endsAt });
    });

    it('tells what comes if nobody acts, the hold first, stake by a ruling alone, never above the cited calls', () => {
      const cases: [object, string, bigint, bigint, bigint][] = [
        [dispute(), 'SilenceUnanswered', 300n, 0n, 0n],
        [dispute({ citedCalls: 1 }), 'SilenceUnanswered', 200n, 0n, 100n],
        [dispute({ citedCalls: 0 }), 'SilenceUnanswered', 0n, 0n, 300n],
        [dispute({ status: 'Answered', answerer: 'owner' }), 'SilenceAnswered', 0n, 0n, 300n],
        [ruled(5_000), 'Ruling', 300n, 200n, 0n],
        [ruled(10_000), 'Ruling', 300n, 300n, 0n],
        [ruled(10_000, { slashes: false }), 'Ruling', 300n, 0n, 0n],
        [
          ruled(7_000, { kind: 'Job', slashes: false, held: 1_000n, citedCalls: 0 }),
          'Ruling',
          700n,
          0n,
          300n,
        ],
        [ruled(10_000, { slashCap: 250n }), 'Ruling', 300n, 250n, 0n],
        [ruled(0), 'Ruling', 0n, 0n, 300n],
      ];
      for (const [given, end, fromHold, fromStake, released] of cases) {
        assert.equal(lib.defaultEnd(given), end);
        assert.deepEqual(lib.sourcesOf(given, end), { fromHold, fromStake, released });
      }
    });

    it('says why something cannot be done, and nothing where it can', () => {
      const answered = dispute({ status: 'Answered', answerer: 'backer' });
      const backer = roles('backer', { isBacker: true });
      const appealed = ruled(5_000, { status: 'Appealed', appealRulingEndsAt: 40, appellant: 'owner' });
      const voted = dispute({ panels: [panel(['a', 'b', 'c'], [0, null, null]), panel(['x', 'y', 'z'])] });
      const cases: [act: string, given: object, who: object, now: number, words: RegExp | null][] = [
        ['answer', dispute(), roles(null), 1, /Connect/],
        ['answer', dispute({ status: 'Ended' }), roles('owner'), 1, /over/],
        ['answer', dispute(), roles('owner'), 9, null],
        ['answer', dispute(), backer, 9, null],
        ['answer', dispute(), roles('owner'), 10, /time to answer is over/],
        ['answer', dispute(), roles('claimant'), 9, /claims/],
        ['answer', dispute(), roles('stranger'), 9, /Only the agent's owner/],
        ['answer', answered, backer, 9, /answered already/],
        ['answer', answered, roles('owner'), 9, null],
        ['cite', dispute(), roles('claimant'), 9, null],
        ['cite', dispute(), roles('claimant'), 10, /over/],
        ['cite', dispute(), roles('owner'), 9, /Only the claimant/],
        ['vote', dispute(), roles('a'), 9, /begin/],
        ['vote', dispute(), roles('a'), 10, null],
        ['vote', dispute(), roles('a'), 20, /No panel votes/],
        ['vote', voted, roles('a'), 10, /has voted/],
        ['vote', dispute(), roles('x'), 10, /hears appeals/],
        ['vote', dispute(), roles('stranger'), 10, /neither panel/],
        ['vote', dispute(), roles('a', { hasPosition: true }), 10, /stake/],
        ['vote', dispute(), roles('a', { isDelegate: true }), 10, /part in the case/],
        ['vote', dispute({ payoutOwner: 'a' }), roles('a'), 10, /part in the case/],
        ['vote', appealed, roles('a'), 35, /other panel/],
        ['vote', appealed, roles('x'), 35, null],
        ['appeal', dispute(), roles('claimant'), 15, /no ruling/],
        ['appeal', ruled(0), roles('claimant'), 29, null],
        ['appeal', ruled(0), backer, 29, null],
        ['appeal', ruled(0), roles('claimant'), 30, /over/],
        ['appeal', ruled(0), roles('stranger'), 29, /Only the claimant/],
        ['appeal', appealed, roles('claimant'), 35, /already/],
        ['withdraw', dispute(), roles('claimant'), 15, null],
        ['withdraw', ruled(0), roles('claimant'), 15, /ruled/],
        ['withdraw', dispute(), roles('owner'), 15, /Only the claimant/],
        ['execute', dispute(), roles('stranger'), 19, /not decided/],
        ['execute', dispute(), roles('stranger'), 20, null],
        ['execute', ruled(5_000), roles('stranger'), 30, null],
      ];
      for (const [act, given, who, now, words] of cases) {
        const told = lib.barrier(act, given, who, now);
        const label = `${act} ${JSON.stringify(who)} at ${now}: ${told}`;
        if (words === null) assert.equal(told, null, label);
        else assert.match(told ?? '', words, label);
      }
      // a pause of executions holds up slashes alone, and lapses
      assert.match(lib.barrier('execute', ruled(10_000), roles('any'), 30, 31), /paused/);
      assert.equal(lib.barrier('execute', ruled(10_000), roles('any'), 31, 31), null);
      assert.equal(lib.barrier('execute', ruled(2_000), roles('any'), 30, 31), null);
    });
  });
});
