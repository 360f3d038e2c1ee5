import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Act } from './act.js';
import { agentCommands } from './commands/agent.js';
import { approvalCommands } from './commands/approval.js';
import { attestationCommands } from './commands/attestation.js';
import { auditCommands } from './commands/audit.js';
import { batchCommands } from './commands/batch.js';
import { channelCommands } from './commands/channel.js';
import { completionCommand } from './commands/completion.js';
import { creditsCommands } from './commands/credits.js';
import { disputeCommands } from './commands/dispute.js';
import { grantCommands } from './commands/grant.js';
import { jobCommands } from './commands/job.js';
import { localCommands } from './commands/local.js';
import { lockCommands } from './commands/lock.js';
import { mandateCommands } from './commands/mandate.js';
import { poolCommands } from './commands/pool.js';
import { rateCommand } from './commands/rate.js';
import { receiptCommands } from './commands/receipt.js';
import { stakeCommands } from './commands/stake.js';
import { txCommands } from './commands/tx.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Each group of commands, in the order of the help. */
const GROUPS = [
  ...[
    agentCommands,
    stakeCommands,
    mandateCommands,
    channelCommands,
    jobCommands,
    approvalCommands,
    rateCommand,
  ],
  ...[disputeCommands, receiptCommands, attestationCommands, grantCommands, auditCommands, creditsCommands],
  ...[lockCommands, batchCommands, poolCommands, localCommands, txCommands],
];

/**
 * The whole command line.
 * @param write takes help and version; errors are thrown
 */
export function buildProgram(act: Act, write: (text: string) => void): Command {
  const program = new Command('agentlabs')
    .description('Agents, stake, mandates, channels, jobs, disputes and receipts, from a shell.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .option('--url <url>', 'JSON-RPC of the cluster; a running npm start, else http://127.0.0.1:8899')
    .option('--keypair <file>', 'key file that signs and pays; persona:NAME on a local chain')
    .option('--indexer <url>', 'indexer that searches and serves receipts; that of a running npm start')
    .option('--deployment <file>', 'JSON with program ids, genesisHash and symbols of mints')
    .option('--timeout <seconds>', 'longest wait for anything', '120')
    .option('--json', 'one JSON value on stdout; the rest on stderr', false)
    .option('--dry-run', 'simulate and show what would change; send nothing', false)
    .option('-y, --yes', 'agree beforehand to what is sent', false);
  for (const group of GROUPS) group(program, act);
  completionCommand(program, act);
  return program;
}
