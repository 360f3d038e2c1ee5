import {
  builtDeployment,
  type Chain,
  type ConfigSettings,
  configInitialize,
  type Deployment,
  registerTree,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountInstruction,
  createInitializeMint2Instruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
  MINT_SIZE,
  TOKEN_PROGRAM_ID,
} from '@solana/spl-token';
import { Keypair, type PublicKey, SystemProgram } from '@solana/web3.js';
import { LiteChain } from './lite-chain.js';
import { loadProgramBinaries, loadThirdPartyPrograms } from './programs.js';

const SOL = 1_000_000_000n;
const DAY = 86_400n;

/** The payer gets one part of so many of what the owner has of the stake token. */
const BOND_SHARE = 100n;

/** Lamports that keep a mint rent-exempt. */
const MINT_RENT = 1_461_600;

/** Where receipts of a local chain say their metadata is: at the indexer of `npm start`, on its own port. */
const RECEIPT_BASE = 'http://127.0.0.1:8788/v1/receipts/';

/** Decimals of the local settlement token and of the stake token. */
export const TOKEN_DECIMALS = 6;
/** Most that a dispute may slash on a local chain, base units of the stake token: ten thousand tokens. */
const SLASH_CAP = 10_000_000_000n;
/** Stake that `npm start` asks of an agent, base units: what its owner must bear of the cap, two thousand tokens. */
export const LOCAL_MIN_STAKE = 2_000_000_000n;

/** People and mints of a local chain; their keys are generated, and worth nothing elsewhere. */
export interface Personas {
  /** Upgrade authority, admin, pauser and mint authority. */
  operator: Keypair;
  treasury: Keypair;
  /** Publishes the agent, stakes on it, and gets its earnings. */
  owner: Keypair;
  /** Pays for calls. */
  payer: Keypair;
  /** Settlement token, `TOKEN_DECIMALS` decimals. */
  mint: Keypair;
  stakeMint: Keypair;
  /** The panel that rules on disputes, two of three. */
  arbiter1: Keypair;
  arbiter2: Keypair;
  arbiter3: Keypair;
  /** The panel that hears appeals, two of three. */
  appeal1: Keypair;
  appeal2: Keypair;
  appeal3: Keypair;
}

const PANELS = [
  ['arbiter1', 'arbiter2', 'arbiter3'],
  ['appeal1', 'appeal2', 'appeal3'],
] as const;

export const PERSONAS = [
  ...(['operator', 'treasury', 'owner', 'payer', 'mint', 'stakeMint'] as const),
  ...PANELS.flat(),
] as const;

/** New keys for everybody. */
export function generatePersonas(): Personas {
  return Object.fromEntries(PERSONAS.map((name) => [name, Keypair.generate()])) as unknown as Personas;
}

/** A local chain with a config and funded people. */
export interface SeededChain extends Pick<Personas, 'operator' | 'treasury' | 'owner' | 'payer'> {
  chain: LiteChain;
  deployment: Deployment;
  /** Settlement token, `TOKEN_DECIMALS` decimals; the operator mints it. */
  mint: PublicKey;
  settings: ConfigSettings;
}

/** What seeding needs of a chain. */
export interface SeedableChain extends Chain {
  readonly genesisHash: Uint8Array;
  /** Gives lamports out of nothing. */
  airdrop(to: PublicKey, lamports: bigint): Promise<unknown>;
}

/** Windows of a local chain: days where a cluster has weeks, a minute of holdback. Seconds. */
function localSettings(personas: Personas, minStake: bigint): ConfigSettings {
  const [operator, mint] = [personas.operator.publicKey, personas.mint.publicKey];
  const panel = (names: readonly (keyof Personas)[]) => ({
    members: names.map((name) => personas[name].publicKey),
    threshold: 2,
  });
  return {
    admin: operator,
    pauser: operator,
    treasury: personas.treasury.publicKey,
    stakeMint: personas.stakeMint.publicKey,
    feeBps: 100,
    firstLossBps: 2_000,
    penaltyBps: 1_000,
    bondBps: 500,
    minStake,
    slashCapDispute: SLASH_CAP,
    slashCapPeriod: 50_000_000_000n,
    bondMin: 5_000_000n,
    arbiterFee: 1_000_000n,
    windows: {
      unbonding: 21n * DAY,
      configDelay: 21n * DAY,
      configExpiry: 7n * DAY,
      adminDelay: 2n * DAY,
      channelLifeMax: 7n * DAY,
      closeGrace: 3_600n,
      holdbackMin: 0n,
      holdbackMax: 2n * DAY,
      holdLapse: DAY,
      claim: DAY,
      response: DAY,
      ruling: DAY,
      appeal: DAY,
      appealRuling: DAY,
      rating: DAY,
      lease: 30n * DAY,
      executionPause: DAY,
      slashPeriod: 30n * DAY,
    },
    panels: [panel(PANELS[0]), panel(PANELS[1])],
    settlementMints: [{ mint, weightBps: 10_000 }],
    allowPrivateUris: true,
  };
}

/**
 * Starts a chain in this process: programs loaded, config made, people funded. It asks agents for no stake.
 * @param purse base units of the settlement token that the payer starts with
 */
export async function startSeededChain(purse: bigint): Promise<SeededChain> {
  const personas = generatePersonas();
  const { operator, treasury, owner, payer, mint } = personas;
  const programs = [...loadProgramBinaries(), ...loadThirdPartyPrograms()];
  const chain = await LiteChain.start({ programs, upgradeAuthority: operator.publicKey });
  const settings = await seed(chain, personas, { purse });
  const deployment = builtDeployment(chain.genesisHash);
  return { chain, deployment, mint: mint.publicKey, settings, operator, treasury, owner, payer };
}

export interface SeedOptions {
  /** base units of the settlement token that the payer starts with */
  purse: bigint;
  /** base units of the stake token that the owner starts with; none unless given */
  stakes?: bigint;
  /** stake that the config asks of an agent, base units; none unless given */
  minStake?: bigint;
  /** false makes no config; true unless given */
  config?: boolean;
}

/**
 * Funds people, makes mints, token accounts, config and a tree for receipts on a chain with the programs loaded.
 * @returns the config's settings, made or not
 */
export async function seed(
  chain: SeedableChain,
  personas: Personas,
  { purse, stakes = 0n, minStake = 0n, config = true }: SeedOptions,
): Promise<ConfigSettings> {
  const { operator, treasury, owner, payer, mint, stakeMint } = personas;
  const deployment = builtDeployment(chain.genesisHash);
  const arbiters = PANELS.flat().map((name) => personas[name]);
  for (const { publicKey } of [operator, treasury, owner, payer]) await chain.airdrop(publicKey, 10n * SOL);
  for (const { publicKey } of arbiters) await chain.airdrop(publicKey, SOL);

  const createMint = ({ publicKey }: Keypair) => [
    SystemProgram.createAccount({
      fromPubkey: operator.publicKey,
      newAccountPubkey: publicKey,
      lamports: MINT_RENT,
      space: MINT_SIZE,
      programId: TOKEN_PROGRAM_ID,
    }),
    createInitializeMint2Instruction(publicKey, TOKEN_DECIMALS, operator.publicKey, null),
  ];
  await chain.send([...createMint(mint), ...createMint(stakeMint)], {
    payer: operator,
    signers: [mint, stakeMint],
  });
  const accountOf = (wallet: Keypair, of = mint) =>
    getAssociatedTokenAddressSync(of.publicKey, wallet.publicKey);
  const openAccount = (wallet: Keypair, of = mint) =>
    createAssociatedTokenAccountInstruction(
      operator.publicKey,
      accountOf(wallet, of),
      wallet.publicKey,
      of.publicKey,
    );
  const issue = (wallet: Keypair, amount: bigint, of = mint) =>
    createMintToInstruction(of.publicKey, accountOf(wallet, of), operator.publicKey, amount);
  await chain.send([...[treasury, owner, payer].map((wallet) => openAccount(wallet)), issue(payer, purse)], {
    payer: operator,
  });
  await chain.send([openAccount(owner, stakeMint), issue(owner, stakes, stakeMint)], { payer: operator });
  // bonds of disputes are in the stake token
  await chain.send([openAccount(payer, stakeMint), issue(payer, stakes / BOND_SHARE, stakeMint)], {
    payer: operator,
  });

  const settings = localSettings(personas, minStake);
  if (!config) return settings;
  const { instruction } = await configInitialize(deployment, {
    authority: operator.publicKey,
    payer: operator.publicKey,
    settings,
  });
  await chain.send([instruction], { payer: operator });
  await seedTree(chain, operator);
  return settings;
}

/** Registers a tree for receipts, 16,384 of them; the operator pays. */
export async function seedTree(chain: SeedableChain, operator: Keypair): Promise<void> {
  const deployment = builtDeployment(chain.genesisHash);
  const size = { depth: 14, buffer: 64, canopy: 8 };
  await registerTree(chain, deployment, { admin: operator, ...size, uriBase: RECEIPT_BASE });
}
