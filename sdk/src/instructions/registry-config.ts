import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { registryIdl } from '../generated/registry.js';
import { encoder, i64, u64 } from '../idl.js';
import { configAddress, registryProgramDataAddress } from '../pda/registry.js';
import { bytes32, eventAccounts, idlNumber } from './registry-shared.js';

/** What a pause stops, one bit each. */
export const PauseBit = {
  Register: idlNumber('PAUSE_REGISTER'),
  Stake: idlNumber('PAUSE_STAKE'),
  Open: idlNumber('PAUSE_OPEN'),
  Deposit: idlNumber('PAUSE_DEPOSIT'),
  Lock: idlNumber('PAUSE_LOCK'),
  Rate: idlNumber('PAUSE_RATE'),
  /** Slash executions; lapses by itself. */
  Execute: idlNumber('PAUSE_EXECUTE'),
} as const;

/** Every window of the protocol, seconds. */
export interface ConfigWindows {
  unbonding: bigint;
  configDelay: bigint;
  configExpiry: bigint;
  adminDelay: bigint;
  channelLifeMax: bigint;
  closeGrace: bigint;
  holdbackMin: bigint;
  holdbackMax: bigint;
  holdLapse: bigint;
  claim: bigint;
  response: bigint;
  ruling: bigint;
  appeal: bigint;
  appealRuling: bigint;
  rating: bigint;
  lease: bigint;
  executionPause: bigint;
  slashPeriod: bigint;
}

/** A set of arbiters: at most 9, of whom `threshold` must agree. */
export interface ArbiterPanel {
  members: PublicKey[];
  threshold: number;
}

/** The protocol's settings; amounts in base units of `stakeMint`. */
export interface ConfigSettings {
  admin: PublicKey;
  pauser: PublicKey;
  /** Wallet whose associated token accounts take fees and penalties. */
  treasury: PublicKey;
  stakeMint: PublicKey;
  /** At most 500. */
  feeBps: number;
  firstLossBps: number;
  penaltyBps: number;
  bondBps: number;
  /** Stake an agent needs before channels open to it; 0 asks for none. */
  minStake: bigint;
  slashCapDispute: bigint;
  slashCapPeriod: bigint;
  bondMin: bigint;
  arbiterFee: bigint;
  windows: ConfigWindows;
  /** The first rules, the second hears appeals; they share no member. */
  panels: [ArbiterPanel, ArbiterPanel];
  /** At most 8, each with the reputation weight of one base unit in basis points. */
  settlementMints: { mint: PublicKey; weightBps: number }[];
  /** Manifest addresses may be `http:` and private; for local clusters only. */
  allowPrivateUris: boolean;
}

export interface ConfigInitializeParams {
  /** The registry's upgrade authority; signs. */
  authority: PublicKey;
  /** Pays the rent; signs. */
  payer: PublicKey;
  settings: ConfigSettings;
}

/**
 * Makes the config of `deployment`, whose genesis hash it carries. Signers: authority, payer.
 *
 * Panels and settlement mints share the room of one transaction: about twelve keys together.
 */
export async function configInitialize(
  deployment: Deployment,
  { authority, payer, settings }: ConfigInitializeParams,
): Promise<{ instruction: TransactionInstruction; config: PublicKey }> {
  const { allowPrivateUris, windows, ...rest } = settings;
  const seconds = Object.entries(windows).map(([name, value]) => [name, i64(value, name)]);
  const config = configAddress(deployment);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.configInitialize({
      ...rest,
      minStake: u64(settings.minStake, 'minStake'),
      slashCapDispute: u64(settings.slashCapDispute, 'slashCapDispute'),
      slashCapPeriod: u64(settings.slashCapPeriod, 'slashCapPeriod'),
      bondMin: u64(settings.bondMin, 'bondMin'),
      arbiterFee: u64(settings.arbiterFee, 'arbiterFee'),
      windows: Object.fromEntries(seconds) as Record<keyof ConfigWindows, ReturnType<typeof i64>>,
      genesisHash: bytes32(deployment.genesisHash, 'genesisHash'),
      flags: allowPrivateUris ? idlNumber('FLAG_ALLOW_PRIVATE_URIS') : 0,
    })
    .accountsStrict({
      authority,
      payer,
      config,
      registry: deployment.registry,
      programData: registryProgramDataAddress(deployment),
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, config };
}

export interface ConfigPauseParams {
  /** The pauser or the admin; signs. */
  signer: PublicKey;
  /** `PauseBit`s, or-ed. */
  bits: number;
}

/** Stops new risk. Signers: signer. */
export async function configPause(
  deployment: Deployment,
  { signer, bits }: ConfigPauseParams,
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.configPause(bits)
    .accountsStrict({ signer, config: configAddress(deployment), ...eventAccounts(deployment) })
    .instruction();
  return { instruction };
}

export interface ConfigUnpauseParams {
  /** Signs. */
  admin: PublicKey;
  /** `PauseBit`s, or-ed. */
  bits: number;
}

/** Lets new risk in again. Signers: admin. */
export async function configUnpause(
  deployment: Deployment,
  { admin, bits }: ConfigUnpauseParams,
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.configUnpause(bits)
    .accountsStrict({ admin, config: configAddress(deployment), ...eventAccounts(deployment) })
    .instruction();
  return { instruction };
}
