import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { type ConfigAccount, configAddress, decodeConfig } from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';

const MAIN = join(__dirname, '../../migrations/dist/main.js');

/** What a run of the command came to. */
export interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** A cluster without a config, and files for the command. */
export interface Stage {
  localnet: Localnet;
  settings: Record<string, unknown>;
  /** Runs a command as its users do; `kill` ends it with SIGKILL once it has said so. */
  run(command: string, options?: Record<string, string | true>, kill?: string): Promise<Run>;
  /** Writes a file and tells its path. */
  write(name: string, content: unknown): string;
  config(): Promise<ConfigAccount | null>;
  /** Transactions that the chain has processed. */
  processed(): Promise<number>;
  stop(): Promise<void>;
}

export async function stage(): Promise<Stage> {
  const localnet = await startLocalnet({ config: false, tick: null });
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-migrations-'));
  const write = (name: string, content: unknown) => {
    const path = join(directory, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const settings = settingsOf(localnet);
  const keypair = write('operator.json', Array.from(localnet.personas.operator.secretKey));
  const file = write('settings.json', settings);
  return {
    localnet,
    settings,
    write,
    run: (command, options = {}, kill) =>
      run(command, { url: localnet.rpcUrl, keypair, settings: file, ...options }, kill),
    config: async () => {
      const account = await localnet.node.getAccount(configAddress(localnet.deployment));
      return account === null ? null : decodeConfig(account.data);
    },
    processed: async () => (await rpc(localnet.rpcUrl, 'getTransactionCount')) as number,
    stop: async () => {
      await localnet.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

/** Settings of a local chain as its operator would write them. */
export function settingsOf({ personas, info }: Localnet): Record<string, unknown> {
  const panel = () => ({
    members: Array.from({ length: 2 }, () => Keypair.generate().publicKey.toBase58()),
    threshold: 2,
  });
  const operator = personas.operator.publicKey.toBase58();
  return {
    genesisHash: info.genesisHash,
    admin: operator,
    pauser: operator,
    treasury: personas.treasury.publicKey.toBase58(),
    stakeMint: info.stakeMint,
    feeBps: 100,
    firstLossBps: 2_000,
    penaltyBps: 1_000,
    bondBps: 500,
    minStakeBaseUnits: '0',
    slashCapDisputeBaseUnits: '18446744073709551615',
    slashCapPeriodBaseUnits: '50000000000',
    bondMinBaseUnits: '5000000',
    arbiterFeeBaseUnits: '1000000',
    windowsSeconds: {
      unbonding: 2_060,
      configDelay: 2_060,
      configExpiry: 500,
      adminDelay: 600,
      channelLifeMax: 1_000,
      closeGrace: 100,
      holdbackMin: 10,
      holdbackMax: 200,
      holdLapse: 150,
      claim: 300,
      response: 50,
      ruling: 60,
      appeal: 70,
      appealRuling: 80,
      rating: 90,
      lease: 10_000,
      executionPause: 120,
      slashPeriod: 400,
    },
    rulingPanel: panel(),
    appealPanel: panel(),
    settlementMints: [{ mint: info.mint, weightBps: 10_000 }],
    allowPrivateUris: true,
  };
}

async function rpc(url: string, method: string): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: [] });
  const headers = { 'content-type': 'application/json' };
  const answer = (await (await fetch(url, { method: 'POST', headers, body })).json()) as { result: unknown };
  return answer.result;
}

const OPTIONS: Record<string, string[]> = {
  config: ['settings', 'keypair'],
  propose: ['settings', 'keypair'],
  proposals: [],
  programs: [],
  execute: ['keypair'],
  cancel: ['keypair'],
  handover: ['keypair'],
  accept: ['keypair'],
};

function run(command: string, options: Record<string, string | true>, kill?: string): Promise<Run> {
  const usual = ['settings', 'keypair'];
  const given = Object.entries(options).filter(
    ([name]) =>
      !usual.includes(name) || (Object.hasOwn(OPTIONS, command) && OPTIONS[command]?.includes(name)),
  );
  const flags = given.flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, value]));
  const child = spawn(process.execPath, [MAIN, command, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (kill !== undefined && out.includes(kill)) child.kill('SIGKILL');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** Checks that a command refused by this name, and changed nothing on the chain. */
export async function expectRefused(
  { processed }: Stage,
  attempt: () => Promise<Run>,
  reason: string,
): Promise<Run> {
  const before = await processed();
  const ran = await attempt();
  assert.equal(ran.code, 1, ran.out + ran.err);
  assert.ok(ran.err.includes(reason), `${reason} expected: ${ran.err}`);
  assert.equal(await processed(), before, 'nothing was sent');
  return ran;
}

export const keyOf = (text: unknown) => new PublicKey(text as string);
