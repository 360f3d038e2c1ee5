import assert from 'node:assert/strict';
import { type AuditProofRefusal, AuditProofRefused, proveAuditLine, verifyAuditProof } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { Anchored, forged, given, linesOf, writtenLog } from './audit-support';
import { temporaryDirectory } from './support';

describe('audit proof: one line, in one file, without a chain', () => {
  const directory = temporaryDirectory();
  const deployment = { consent: Keypair.generate().publicKey, genesisHash: new Uint8Array(32).fill(3) };
  let lines: string[] = [];
  let anchored = new Anchored();
  before(async () => {
    lines = linesOf(await writtenLog(directory, 'whole', 11));
    anchored = new Anchored().anchor(lines.slice(0, 4)).anchor(lines.slice(0, 9));
  });

  const anchorOf = (at: number) => anchored.anchors[at] ?? assert.fail();
  const prove = (line: number, at = 1, some = lines) =>
    proveAuditLine(deployment, anchored.log, given(some), anchorOf(at), line);
  const refused = (code: AuditProofRefusal) => (error: unknown) =>
    error instanceof AuditProofRefused && error.code === code && error.message.startsWith(code);

  it('proves every line that an anchor covers, under that anchor', async () => {
    for (const [at, covered] of [
      [0, 4],
      [1, 9],
    ] as const) {
      for (let line = 1; line <= covered; line += 1) {
        // as a file says it
        const document = JSON.parse(JSON.stringify(await prove(line, at)));
        const proven = verifyAuditProof(deployment, document, anchorOf(at));
        assert.deepEqual(proven, {
          log: anchored.log,
          sequence: BigInt(at + 1),
          entries: BigInt(covered),
          line,
          row: JSON.parse(lines[line - 1] as string),
        });
        assert.equal(document.text, lines[line - 1]);
      }
    }
  });

  it('tells nothing of other lines but hashes', async () => {
    const { path, text } = await prove(5);
    assert.ok(path.length <= 4 && path.every((node) => /^[0-9a-f]{64}$/.test(node)));
    assert.equal(JSON.parse(text).n, 5);
    const salts = lines.map((line) => JSON.parse(line).salt);
    assert.ok(salts.every((salt) => /^[0-9a-f]{32}$/.test(salt)) && new Set(salts).size === lines.length);
  });

  it('LineNotAnchored, RootMismatch, LineMismatch: makes none of what is not anchored so', async () => {
    for (const line of [0, -1, 10, 1.5, Number.NaN])
      await assert.rejects(prove(line), refused('LineNotAnchored'));
    await assert.rejects(prove(5, 0), refused('LineNotAnchored'));
    await assert.rejects(prove(5, 1, lines.slice(0, 8)), refused('RootMismatch'));
    await assert.rejects(prove(9, 1, lines.slice(0, 8)), refused('RootMismatch'));
    await assert.rejects(prove(5, 1, lines.toSpliced(2, 1)), refused('RootMismatch'));
    await assert.rejects(prove(5, 1, await forged(directory, 'other', 11)), refused('RootMismatch'));
    // anchored, and no row: an operator may anchor what it likes
    anchored.anchor(lines.with(2, 'x').slice(0, 10));
    await assert.rejects(prove(3, 2, lines.with(2, 'x')), refused('LineMismatch'));
  });

  it('is refused by name where anything in it is another', async () => {
    const proof = await prove(6);
    const root = anchorOf(1);
    const other = 'ab'.repeat(32);
    const changed = (lines[5] as string).replace('"ok"', '"OK"');
    const harms: [AuditProofRefusal, object][] = [
      ['WrongDeployment', { consent: anchored.log.toBase58() }],
      ['WrongDeployment', { genesisHash: anchored.log.toBase58() }],
      ['RootMismatch', { root: other }],
      ['RootMismatch', { entries: '8' }],
      ['PathMismatch', { line: '5' }],
      ['PathMismatch', { text: changed }],
      ['PathMismatch', { text: lines[6] }],
      ['PathMismatch', { path: proof.path.slice(1) }],
      ['PathMismatch', { path: [...proof.path, other] }],
      ['PathMismatch', { path: proof.path.with(0, other) }],
      ['PathMismatch', { line: '10' }],
      ['ProofMalformed', { format: 'agent-labs/audit-proof/v2' }],
      ['ProofMalformed', { log: 'x' }],
      ['ProofMalformed', { log: 5 }],
      ['ProofMalformed', { consent: '1' }],
      ['ProofMalformed', { line: 6 }],
      ['ProofMalformed', { line: '06' }],
      ['ProofMalformed', { line: '9999999999999999' }],
      ['ProofMalformed', { sequence: '0' }],
      ['ProofMalformed', { root: other.toUpperCase() }],
      ['ProofMalformed', { text: null }],
      ['ProofMalformed', { path: Array(54).fill(other) }],
      ['ProofMalformed', { path: ['x'] }],
      ['ProofMalformed', { path: 'x' }],
      ['ProofMalformed', { more: 1 }],
    ];
    for (const [code, change] of harms) {
      assert.throws(
        () => verifyAuditProof(deployment, { ...proof, ...change }, root),
        refused(code),
        JSON.stringify(change),
      );
    }
    for (const name of Object.keys(proof)) {
      const { [name as keyof typeof proof]: _, ...without } = proof;
      assert.throws(() => verifyAuditProof(deployment, without, root), refused('ProofMalformed'), name);
    }
    for (const nothing of [null, undefined, 5, 'x', [], [proof]]) {
      assert.throws(() => verifyAuditProof(deployment, nothing, root), refused('ProofMalformed'));
    }
    assert.throws(() => verifyAuditProof(deployment, proof, anchorOf(0)), refused('RootMismatch'));
    verifyAuditProof(deployment, proof, root);
  });

  it('LineMismatch: a line under the root that is another row than it says', async () => {
    const some = lines.with(2, lines[3] as string).slice(0, 10);
    const odd = new Anchored().anchor(some);
    const anchor = odd.anchors[0] ?? assert.fail();
    await assert.rejects(
      proveAuditLine(deployment, odd.log, given(some), anchor, 3),
      refused('LineMismatch'),
    );
  });
});
