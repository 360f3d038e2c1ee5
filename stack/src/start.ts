import { parseArgs } from 'node:util';
import { type StackDirectory, stackDirectory } from './directory.js';
import { ProgramFailed } from './program.js';
import { type RunningStack, StackRuns, startStack } from './stack.js';
import { callExamples } from './story/calls.js';
import { printer } from './story/ledger.js';

const USAGE = `usage: npm start [-- --once]

Starts a local chain, an agent and the gateway, makes 25 paid calls on the example documents, and serves until
it is interrupted. --once ends after the calls. What must last is kept in .agent-labs (AGENT_LABS_DIR).`;

const step = printer((line) => console.log(line));

function options(): { once: boolean } {
  try {
    const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
    return values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** Where to go from here. */
function signposts({ ports, directory }: RunningStack & { directory: StackDirectory }): string {
  return [
    'Running until Ctrl-C. Try:',
    `  ${ports.dashboardUrl}/agents/${ports.agent}    the dashboard, at the agent that just earned`,
    `  curl -i -X POST ${ports.gatewayUrl}/v1/agents/${ports.agent}/analyse   the price, as HTTP 402`,
    '  npm run demo -- --file README.md                    a document of yours, on this stack',
    `  ${ports.rpcUrl}    JSON-RPC for wallets, web3.js and Anchor; WebSocket one port higher`,
    `  ${ports.gatewayUrl}/openapi.json    what the gateway offers`,
    `  ${ports.indexerUrl}/v1/agents/${ports.agent}    what the indexer knows of the agent`,
    `  ${directory.logs}    logs`,
  ].join('\n');
}

/** Resolves with the signal, or with what a program said when it ended by itself. */
function ending(stack: RunningStack): Promise<string | null> {
  const interrupted = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
  });
  return Promise.race([interrupted, stack.failed]);
}

async function main(): Promise<number> {
  const { once } = options();
  const directory = stackDirectory();
  const stack = await startStack({ directory, onStep: step });
  try {
    const over = ending(stack);
    const told = callExamples({ local: stack.local, ports: stack.ports, directory, onStep: step });
    const early = await Promise.race([told.then(() => 'told' as const), over]);
    if (early !== 'told') return report(early);
    if (once) return 0;
    console.log(`\n${signposts({ ...stack, directory })}\n`);
    return report(await over);
  } finally {
    step('stop', 'dashboard, indexer, gateway, agent and chain; all is kept');
    await stack.stop();
  }
}

function report(problem: string | null): number {
  if (problem !== null) console.error(problem);
  return problem === null ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof ProgramFailed || error instanceof StackRuns)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
// calls that were under way when it was interrupted hold it no longer
process.exit();
