// Anchors a log over JSON-RPC, as an operator's command does, and tells its steps; dies by its own hand at one where it
// is told to.
import { writeSync } from 'node:fs';
import { anchorAuditLog, RpcChain, readAuditAnchors } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';

const [text] = process.argv.slice(2);
const { url, secret, path, records, dieAt } = JSON.parse(text);
const chain = await RpcChain.connect(url, { pollEvery: 50 });
const { connection, deployment } = chain;
const { anchor, outcome, recorded } = await anchorAuditLog(chain, deployment, {
  operator: Keypair.fromSecretKey(Buffer.from(secret, 'hex')),
  id: 0n,
  open: true,
  path,
  records,
  history: (log) => readAuditAnchors(connection, deployment, log),
  onStep: (step) => {
    writeSync(1, `${step}\n`);
    if (step === dieAt) process.kill(process.pid, 'SIGKILL');
  },
});
const told = { sequence: anchor?.sequence.toString(), entries: anchor?.entries.toString(), recorded };
process.stdout.write(`${JSON.stringify({ ...told, signature: outcome?.signature ?? null })}\n`);
