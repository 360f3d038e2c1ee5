import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AuditLogNotOpen,
  AuditLogUnfit,
  allAnchors,
  anchorAuditLog,
  anchorFileOf,
  anchorsProblem,
  auditAnchor,
  auditLines,
  auditLogAddress,
  auditLogFromExport,
  type Chain,
  findAuditLog,
  isProgramError,
  lastAnchor,
  proveAuditLine,
  RpcChain,
  readAnchorFile,
  readAuditAnchors,
  type StoreLocked,
  verifyAuditLog,
  verifyAuditProof,
} from '@agent-labs/sdk';
import { Keypair, LAMPORTS_PER_SOL, type PublicKey } from '@solana/web3.js';
import { sharedRegistry } from '../consent/support';
import { funded } from '../fixtures/registry';
import { type ChainProcess, startChainProcess } from '../helpers/chain-process';
import { linesOf, rewriteLines, writeRows, writtenLog } from '../sdk/audit-support';
import { temporaryDirectory } from '../sdk/support';

const CHILD = join(__dirname, 'children/anchor.mjs');

describe('flow: a gateway’s audit log, anchored by its operator', () => {
  const directory = temporaryDirectory();
  const registry = sharedRegistry();
  let files = 0;

  /** A log of seven rows, its operator, and what anchors it. */
  async function operated(rows = 7) {
    files += 1;
    const { chain, deployment } = registry();
    const operator = await funded(chain);
    const path = await writtenLog(directory, `log-${files}`, rows);
    const log = auditLogAddress(deployment, operator.publicKey, 0n);
    const anchor = (on: Chain = chain, changes = {}) =>
      anchorAuditLog(on, deployment, { operator, id: 0n, path, open: true, ...changes });
    const find = async () => (await findAuditLog(chain, deployment, log)) ?? assert.fail('no log');
    const verify = async (anchors = allAnchors) => {
      const found = await find();
      const all = await anchors(found, { records: anchorFileOf(path) });
      return verifyAuditLog(auditLines(path), { ...found, anchors: all });
    };
    return { chain, deployment, operator, path, log, anchor, find, verify };
  }

  it('anchors what is new each time, and leaves alone what is not', async () => {
    const { anchor, chain, deployment, find, operator, path, verify } = await operated();
    await assert.rejects(anchor(chain, { open: false }), AuditLogNotOpen);
    const first = await anchor();
    assert.deepEqual([first.anchor?.sequence, first.anchor?.entries, first.recorded], [1n, 7n, true]);
    const before = await find();
    const idle = await anchor(chain, { open: false });
    assert.deepEqual([idle.outcome, idle.anchor], [null, first.anchor]);
    assert.deepEqual(await find(), before);

    await writeRows(path, 4);
    // a row that is being written is left for the next anchor
    appendFileSync(path, '{"n":12,');
    const second = await anchor();
    assert.deepEqual([second.anchor?.sequence, second.anchor?.entries], [2n, 11n]);
    assert.equal(second.report.unfinished, 8);
    await writeRows(path, 1);
    const third = await anchor();
    assert.equal(third.anchor?.entries, 12n);
    assert.deepEqual(third.anchor?.previousRoot, second.anchor?.root);
    const report = await verify();
    assert.deepEqual([report.faults, report.anchored, report.anchors, report.everyAnchor], [[], 12, 3, true]);
    const { state, log } = await find();
    assert.equal(anchorsProblem(log, state, await readAnchorFile(anchorFileOf(path))), null);
    // with nothing but the account
    const alone = await verifyAuditLog(auditLines(path), { log, state, anchors: null });
    assert.deepEqual([alone.faults, alone.anchored, alone.everyAnchor], [[], 12, false]);
    assert.equal(
      operator.publicKey.toBase58(),
      (await findAuditLog(chain, deployment, log))?.operator.toBase58(),
    );
  });

  it('refuses a log that does not verify, or does not go on from what was anchored', async () => {
    const { anchor, find, path } = await operated();
    await anchor();
    await writeRows(path, 3);
    const whole = linesOf(path);
    const anew = linesOf(await writtenLog(directory, `anew-${files}`, 10));
    const state = await find();
    const harms: [string, string[], RegExp][] = [
      [
        'a flipped byte of an anchored line',
        whole.with(2, (whole[2] ?? '').replace('ok', 'oK')),
        /lines 3 to 3: was changed/,
      ],
      [
        'a flipped byte behind the anchor',
        whole.with(8, (whole[8] ?? '').replace('ok', 'oK')),
        /lines 9 to 9: was changed/,
      ],
      ['a dropped line', whole.toSpliced(4, 1), /lines 5 to 5: is row 6/],
      ['cut off before the anchor', whole.slice(0, 5), /lines 6 to 7: are missing/],
      ['empty', [], /lines 1 to 1: is no row/],
      ['written anew', anew, /lines 1 to 7: are not those of anchor 1/],
    ];
    for (const [what, lines, problem] of harms) {
      rewriteLines(path, lines);
      await assert.rejects(
        anchor(),
        (error: unknown) => error instanceof AuditLogUnfit && problem.test(error.message),
        what,
      );
      assert.deepEqual(await find(), state, what);
    }
    writeFileSync(path, '');
    await assert.rejects(anchor(), /lines 1 to 7: are missing/);
    rewriteLines(path, whole);
    assert.equal((await anchor()).anchor?.entries, 10n);
  });

  it('does not go on from an anchor that somebody else made with the operator’s key', async () => {
    const { anchor, chain, deployment, log, operator, path } = await operated();
    await anchor();
    await writeRows(path, 3);
    const root = new Uint8Array(32).fill(5);
    const { state } = (await findAuditLog(chain, deployment, log)) ?? assert.fail();
    const foreign = {
      operator: operator.publicKey,
      log,
      sequence: 2n,
      previousRoot: state.root,
      root,
      entries: 9n,
    };
    await chain.send([await auditAnchor(deployment, foreign)], { payer: operator });
    await assert.rejects(anchor(), (error: unknown) => {
      assert.ok(error instanceof AuditLogUnfit);
      assert.match(error.message, /lines 8 to 9: are not those of anchor 2/);
      return true;
    });
  });

  it('finds out from the chain what a run had sent that died before it wrote that down', async () => {
    const { anchor, find, path, verify } = await operated();
    const records = anchorFileOf(path);
    const dies = { onStep: (step: string) => assert.notEqual(step, 'recording', 'killed') };
    await assert.rejects(anchor(undefined, dies), /killed/);
    assert.deepEqual([(await find()).state.sequence, await readAnchorFile(records)], [1n, []]);
    const again = await anchor();
    assert.deepEqual([again.outcome, again.recorded], [null, true]);
    assert.equal((await readAnchorFile(records)).length, 1);
    // more than one is missing, and nobody tells them: anchoring goes on, and says that the file lacks some
    await writeRows(path, 1);
    await anchor();
    rmSync(records);
    await writeRows(path, 1);
    const gap = await anchor();
    assert.deepEqual([gap.recorded, gap.anchor?.sequence], [false, 3n]);
    const report = await verify();
    assert.deepEqual([report.faults, report.everyAnchor, report.anchored], [[], false, 9]);
  });

  it('takes its place behind another run that was faster, and anchors nothing twice', async () => {
    const { anchor, chain, find, path } = await operated();
    // another machine, with a file of its own: it anchors between this run's reading and its sending
    let raced = 0;
    const slow: Chain = {
      getAccount: (at) => chain.getAccount(at),
      getAccounts: (all) => chain.getAccounts(all),
      unixTime: () => chain.unixTime(),
      slot: () => chain.slot(),
      send: async (instructions, options) => {
        raced += 1;
        if (raced === 1) await anchor(chain, { records: `${path}.other` });
        await chain.advance({ slots: 1 });
        return chain.send(instructions, options);
      },
    };
    const late = await anchor(slow);
    assert.deepEqual([raced, late.outcome, late.anchor?.sequence, late.recorded], [1, null, 1n, true]);
    assert.equal((await find()).state.sequence, 1n);
    // and where there is more to anchor by then
    await writeRows(path, 1);
    raced = 0;
    const more: Chain = {
      ...slow,
      send: async (instructions, options) => {
        const outcome = slow.send(instructions, options);
        if (raced === 1) await writeRows(path, 1);
        return outcome;
      },
    };
    const next = await anchor(more);
    assert.equal(next.anchor?.entries, (await find()).state.entries);
    assert.ok((await find()).state.sequence <= 3n);
  });

  it('refuses a replayed anchor, one out of order and one of another key by name, and changes nothing', async () => {
    const { anchor, chain, deployment, find, log, operator, path } = await operated();
    await anchor();
    await writeRows(path, 2);
    await anchor();
    const { state } = await find();
    const root = new Uint8Array(32).fill(5);
    const good = {
      operator: operator.publicKey,
      log,
      sequence: 3n,
      previousRoot: state.root,
      root,
      entries: 10n,
    };
    const refusals = [
      ['SequenceMismatch', { sequence: 2n }],
      ['SequenceMismatch', { sequence: 4n }],
      ['PreviousRootMismatch', { previousRoot: state.previousRoot }],
      ['EntriesNotGrowing', { entries: 9n }],
      ['RootMissing', { root: new Uint8Array(32) }],
    ] as const;
    for (const [name, change] of refusals) {
      const instruction = await auditAnchor(deployment, { ...good, ...change });
      const refused = (error: unknown) => isProgramError(error, 'consent', name);
      await assert.rejects(chain.send([instruction], { payer: operator }), refused, name);
    }
    const thief = await funded(chain);
    const theirs = await auditAnchor(deployment, { ...good, operator: thief.publicKey });
    await assert.rejects(chain.send([theirs], { payer: thief }), (error: unknown) =>
      isProgramError(error, 'consent', 'NotOperator'),
    );
    assert.deepEqual((await find()).state, state);
  });

  it('proves a line offline, against an account that somebody exported', async () => {
    const { anchor, chain, deployment, find, log, path } = await operated(9);
    await anchor();
    const { state } = await find();
    const last = lastAnchor(state) ?? assert.fail();
    const document = JSON.parse(
      JSON.stringify(await proveAuditLine(deployment, log, auditLines(path), last, 6)),
    );
    const account = (await chain.getAccount(log)) ?? assert.fail();
    const exported = {
      pubkey: log.toBase58(),
      account: {
        lamports: Number(account.lamports),
        data: [Buffer.from(account.data).toString('base64'), 'base64'],
        owner: account.owner.toBase58(),
      },
    };
    const file = JSON.parse(JSON.stringify(exported));
    const read = await auditLogFromExport(deployment, file);
    assert.deepEqual(read.state, state);
    const proven = verifyAuditProof(deployment, document, read.state);
    assert.deepEqual([proven.line, proven.row], [6, JSON.parse(linesOf(path)[5] ?? '')]);
    const report = await verifyAuditLog(auditLines(path), { ...read, anchors: null });
    assert.deepEqual([report.faults, report.anchored], [[], 9]);

    const other = { ...exported.account, owner: deployment.escrow.toBase58() };
    await assert.rejects(auditLogFromExport(deployment, { ...exported, account: other }), {
      name: 'AccountMismatch',
    });
    const elsewhere = { ...exported, pubkey: deployment.escrow.toBase58() };
    await assert.rejects(auditLogFromExport(deployment, elsewhere), { name: 'AccountMismatch' });
    for (const bad of [null, 5, {}, { ...exported, account: {} }, { ...exported, pubkey: 'x' }]) {
      await assert.rejects(auditLogFromExport(deployment, bad), TypeError);
    }
    const cut = { ...exported.account, data: ['AAAA', 'base64'] };
    await assert.rejects(auditLogFromExport(deployment, { ...exported, account: cut }), {
      name: 'AccountMismatch',
    });
  });
});

describe('flow: anchoring that is killed, and anchoring twice at once', () => {
  const directory = temporaryDirectory();
  let server: ChainProcess;
  let chain: RpcChain;
  before(async () => {
    server = await startChainProcess(join(directory, 'chain'));
    chain = await RpcChain.connect(server.rpcUrl, { pollEvery: 50 });
  });
  after(async () => {
    server.process.kill('SIGTERM');
    await server.ended;
  });
  let files = 0;

  async function operated(rows: number) {
    files += 1;
    const operator = Keypair.generate();
    const { connection, deployment } = chain;
    const airdrop = await connection.requestAirdrop(operator.publicKey, LAMPORTS_PER_SOL);
    await connection.confirmTransaction(airdrop, 'confirmed');
    const path = await writtenLog(directory, `log-${files}`, rows);
    const log = auditLogAddress(deployment, operator.publicKey, 0n);
    const secret = Buffer.from(operator.secretKey).toString('hex');
    const start = (changes: { records?: string; dieAt?: string } = {}) =>
      child({ url: server.rpcUrl, secret, path, ...changes });
    return { log, path, start, find: () => findAuditLog(chain, deployment, log) };
  }

  function child(told: object) {
    const process_ = spawn(process.execPath, [CHILD, JSON.stringify(told)], { stdio: 'pipe' });
    let [out, errors] = ['', ''];
    process_.stdout.on('data', (data) => {
      out += data;
    });
    process_.stderr.on('data', (data) => {
      errors += data;
    });
    const ended = once(process_, 'close').then(([code, signal]) => {
      const last = out.trimEnd().split('\n').at(-1) ?? '';
      return { code, signal, out: last, errors };
    });
    /** Once it has come to a step. */
    const reached = async (step: string) => {
      while (!out.includes(step)) await Promise.race([once(process_.stdout, 'data'), ended]);
    };
    return { kill: () => process_.kill('SIGKILL'), ended, reached };
  }

  /** What holds after all of it: one chain of anchors over the whole log, each line anchored once. */
  async function whole(log: PublicKey, path: string) {
    const { connection, deployment } = chain;
    const found = (await findAuditLog(chain, deployment, log)) ?? assert.fail();
    const history = await readAuditAnchors(connection, deployment, log);
    assert.equal(anchorsProblem(log, found.state, history), null);
    assert.deepEqual(await readAnchorFile(anchorFileOf(path)), history);
    const report = await verifyAuditLog(auditLines(path), { ...found, anchors: history });
    assert.deepEqual([report.faults, report.everyAnchor, report.anchored], [[], true, linesOf(path).length]);
    return history;
  }

  it('is killed before it sends and behind it, and goes on from what the chain says', async () => {
    const { find, log, path, start } = await operated(5);
    assert.equal((await start({ dieAt: 'sending' }).ended).signal, 'SIGKILL');
    assert.equal(await find(), null);
    assert.equal((await start({ dieAt: 'recording' }).ended).signal, 'SIGKILL');
    assert.equal((await find())?.state.sequence, 1n);
    assert.deepEqual(await readAnchorFile(anchorFileOf(path)), []);
    // again behind the next, so that the file lacks two and the node's history has to tell
    await writeRows(path, 2);
    assert.equal((await start({ dieAt: 'recording' }).ended).signal, 'SIGKILL');
    rmSync(anchorFileOf(path), { force: true });
    const last = await start().ended;
    assert.deepEqual(
      [last.code, JSON.parse(last.out)],
      [0, { sequence: '2', entries: '7', recorded: true, signature: null }],
    );
    assert.equal((await whole(log, path)).length, 2);
    // a damaged file is made anew
    writeFileSync(
      anchorFileOf(path),
      readFileSync(anchorFileOf(path), 'utf8').replace('"entries":"5"', '"entries":"4"'),
    );
    assert.equal((await start().ended).code, 0);
    await whole(log, path);
  }).timeout(300_000);

  it('is killed at any moment', async () => {
    const { log, path, start } = await operated(3);
    for (const [kill, step] of ['reading', 'sending', 'recording', 'sending', 'recording'].entries()) {
      const run = start();
      await run.reached(step);
      await sleep(step === 'recording' ? 0 : kill * 30);
      run.kill();
      const { errors } = await run.ended;
      assert.equal(errors, '');
      await writeRows(path, 1);
    }
    const last = await start().ended;
    assert.equal(last.code, 0, last.errors);
    const anchors = await whole(log, path);
    assert.ok(anchors.length >= 2, `${anchors.length} anchors: no run got through`);
  }).timeout(300_000);

  it('run twice at once on one machine: one of them is refused, or finds nothing to do', async () => {
    const { log, path, start } = await operated(4);
    const ended = await Promise.all([start().ended, start().ended, start().ended]);
    const locked: StoreLocked['name'] = 'StoreLocked';
    const done = ended.filter(({ code }) => code === 0);
    assert.ok(done.length >= 1);
    for (const { code, errors } of ended) if (code !== 0) assert.match(errors, new RegExp(locked));
    assert.equal(done.filter(({ out }) => JSON.parse(out).signature !== null).length, 1);
    assert.equal((await whole(log, path)).length, 1);
  }).timeout(300_000);

  it('run on two machines at once: both end well, and the anchor is there once', async () => {
    const { log, path, start } = await operated(4);
    const ended = await Promise.all([start().ended, start({ records: `${path}.elsewhere` }).ended]);
    for (const { code, errors } of ended) assert.equal(code, 0, errors);
    const sent = ended.map(({ out }) => JSON.parse(out)).filter(({ signature }) => signature !== null);
    assert.equal(sent.length, 1);
    assert.equal((await whole(log, path)).length, 1);
  }).timeout(300_000);
});
