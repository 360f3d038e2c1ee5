import { readFileSync } from 'node:fs';
import type { ConfigSettings, ConfigWindows } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { z } from 'zod';
import { MigrationRefused } from './errors.js';
import { problemsOf } from './rules.js';

const key = z.string().transform((text, context) => {
  try {
    const parsed = new PublicKey(text);
    if (parsed.toBase58() === text) return parsed;
  } catch {
    // told below, as for a text that means another key
  }
  context.addIssue({ code: 'custom', message: 'not a base58 public key of 32 bytes' });
  return z.NEVER;
});

/** Base units as a decimal text: JSON's numbers do not hold them all. */
const baseUnits = z
  .string()
  .regex(/^(0|[1-9]\d*)$/, 'base units are a decimal text, such as "1000000"')
  .transform(BigInt)
  .refine((amount) => amount < 1n << 64n, 'does not fit in 64 bits');
const bps = z.int().min(0).max(10_000);
const seconds = z.int().transform(BigInt);
const panel = z.strictObject({ members: z.array(key).min(1).max(9), threshold: z.int().min(1).max(9) });

const windows: Record<keyof ConfigWindows, typeof seconds> = {
  unbonding: seconds,
  configDelay: seconds,
  configExpiry: seconds,
  adminDelay: seconds,
  channelLifeMax: seconds,
  closeGrace: seconds,
  holdbackMin: seconds,
  holdbackMax: seconds,
  holdLapse: seconds,
  claim: seconds,
  response: seconds,
  ruling: seconds,
  appeal: seconds,
  appealRuling: seconds,
  rating: seconds,
  lease: seconds,
  executionPause: seconds,
  slashPeriod: seconds,
};

/** A settings file: every amount in base units of the stake mint, every window in seconds, every share in bps. */
const settingsFile = z.strictObject({
  genesisHash: key,
  admin: key,
  pauser: key,
  treasury: key,
  stakeMint: key,
  feeBps: bps,
  firstLossBps: bps,
  penaltyBps: bps,
  bondBps: bps,
  minStakeBaseUnits: baseUnits,
  slashCapDisputeBaseUnits: baseUnits,
  slashCapPeriodBaseUnits: baseUnits,
  bondMinBaseUnits: baseUnits,
  arbiterFeeBaseUnits: baseUnits,
  windowsSeconds: z.strictObject(windows),
  rulingPanel: panel,
  appealPanel: panel,
  settlementMints: z.array(z.strictObject({ mint: key, weightBps: z.int().min(0).max(0xffff_ffff) })).max(8),
  allowPrivateUris: z.boolean(),
});

/** What a settings file says. */
export interface Settings {
  /** Base58. */
  genesisHash: string;
  config: ConfigSettings;
}

/**
 * Reads settings, and checks every rule of the config before anything is sent.
 * @throws MigrationRefused `SettingsInvalid`, naming each field and what is wrong with it
 */
export function parseSettings(content: unknown): Settings {
  const parsed = settingsFile.safeParse(content);
  if (!parsed.success) {
    const told = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
    throw new MigrationRefused('SettingsInvalid', told.join('; '));
  }
  const { genesisHash, rulingPanel, appealPanel, windowsSeconds, ...rest } = parsed.data;
  const {
    minStakeBaseUnits: minStake,
    slashCapDisputeBaseUnits: slashCapDispute,
    slashCapPeriodBaseUnits: slashCapPeriod,
    bondMinBaseUnits: bondMin,
    arbiterFeeBaseUnits: arbiterFee,
    ...plain
  } = rest;
  const amounts = { minStake, slashCapDispute, slashCapPeriod, bondMin, arbiterFee };
  const config: ConfigSettings = {
    ...plain,
    ...amounts,
    windows: windowsSeconds,
    panels: [rulingPanel, appealPanel],
  };
  const problems = problemsOf(config, genesisHash.toBytes());
  if (problems.length > 0) throw new MigrationRefused('SettingsInvalid', problems.join('; '));
  return { genesisHash: genesisHash.toBase58(), config };
}

/** @throws MigrationRefused `SettingsFileUnreadable`, `SettingsInvalid` */
export function readSettings(path: string): Settings {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new MigrationRefused('SettingsFileUnreadable', `${path}: ${(error as Error).message}`);
  }
  return parseSettings(content);
}
