import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditLogAddress, RpcChain } from '@agent-labs/sdk';
import { Keypair, LAMPORTS_PER_SOL } from '@solana/web3.js';
import { type ChainProcess, startChainProcess } from '../helpers/chain-process';
import { linesOf, rewriteLines, writeRows, writtenLog } from '../sdk/audit-support';
import { temporaryDirectory } from '../sdk/support';

const PROGRAM = join(__dirname, '../../cli/bin/agentlabs.js');

describe('agentlabs audit', function () {
  this.timeout(300_000);
  const directory = temporaryDirectory();
  const operator = Keypair.generate();
  const keypair = join(directory, 'operator.json');
  let server: ChainProcess;
  let chain: RpcChain;
  let path = '';
  before(async () => {
    writeFileSync(keypair, JSON.stringify([...operator.secretKey]), { mode: 0o600 });
    server = await startChainProcess(join(directory, 'chain'));
    chain = await RpcChain.connect(server.rpcUrl, { pollEvery: 50 });
    const airdrop = await chain.connection.requestAirdrop(operator.publicKey, LAMPORTS_PER_SOL);
    await chain.connection.confirmTransaction(airdrop, 'confirmed');
    path = await writtenLog(directory, 'audit', 6);
  });
  after(async () => {
    server.process.kill('SIGTERM');
    await server.ended;
  });

  /** @returns exit code and the one JSON value on its output */
  async function agentlabs(...words: string[]) {
    const common = ['--url', server.rpcUrl, '--json', '--yes'];
    const env = { ...process.env, HOME: directory };
    const child = spawn(process.execPath, [PROGRAM, ...words, ...common], { env, stdio: 'pipe' });
    let [out, errors] = ['', ''];
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      errors += data;
    });
    const [code] = await once(child, 'close');
    assert.notEqual(out, '', errors);
    return { code, told: JSON.parse(out) };
  }
  const refused = async (name: string, ...words: string[]) => {
    const { code, told } = await agentlabs(...words);
    assert.deepEqual([code, told.error?.name], [1, name], JSON.stringify(told));
    return told.error.message as string;
  };

  it('anchors, verifies, proves and checks', async () => {
    await refused('AuditLogNotOpen', 'audit', 'anchor', path, '--keypair', keypair);
    const first = await agentlabs('audit', 'anchor', path, '--open', '--keypair', keypair);
    assert.equal(first.code, 0, JSON.stringify(first.told));
    assert.deepEqual([first.told.new, first.told.recorded], [true, true]);
    const again = await agentlabs('audit', 'anchor', path, '--keypair', keypair);
    assert.deepEqual([again.code, again.told.new], [0, false]);

    const owner = operator.publicKey.toBase58();
    const log = auditLogAddress(chain.deployment, operator.publicKey, 0n).toBase58();
    const proof = join(directory, 'audit-proof.json');
    assert.equal((await agentlabs('audit', 'prove', path, '3', proof, '--log', log)).code, 0);
    assert.equal((await agentlabs('audit', 'check', proof)).told.row.n, 3);

    await writeRows(path, 2);
    assert.equal((await agentlabs('audit', 'anchor', path, '--keypair', keypair)).code, 0);
    // an older anchor’s proof, by the node’s history
    assert.equal((await agentlabs('audit', 'check', proof)).code, 0);
    const { root, entries } = JSON.parse(readFileSync(proof, 'utf8'));
    const given = await agentlabs('audit', 'check', proof, '--root', root, '--entries', entries);
    assert.equal(given.code, 0, JSON.stringify(given.told));
    await refused(
      'AuditProofRefused',
      'audit',
      'check',
      proof,
      '--root',
      'ab'.repeat(32),
      '--entries',
      entries,
    );

    const whole = await agentlabs('audit', 'verify', path, '--operator', owner);
    assert.equal(whole.code, 0, JSON.stringify(whole.told));
    assert.deepEqual([whole.told.verified, whole.told.compared], [true, 'every anchor']);
    // from the node alone
    rmSync(`${path}.anchors`);
    const alone = await agentlabs('audit', 'verify', path, '--log', log);
    assert.equal(alone.told.compared, 'every anchor');
    const lines = linesOf(path);
    rewriteLines(path, lines.toSpliced(4, 1));
    const message = await refused('AuditLogBroken', 'audit', 'verify', path, '--operator', owner);
    assert.match(message, /line 5 is row 6: row 5 is missing before it/);
    assert.match(message, /lines 1 to 6 are not those of anchor 1/);
    await refused('AuditLogUnfit', 'audit', 'anchor', path, '--keypair', keypair);
    await refused('NotFound', 'audit', 'verify', path, '--operator', Keypair.generate().publicKey.toBase58());
  });
});
