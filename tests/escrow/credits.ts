import {
  associatedTokens,
  type CreditsMintParams,
  creditIssuerAddress,
  creditIssuerSet,
  creditMintAddress,
  creditPaymentAddress,
  creditsInitialize,
  creditsMint,
  decodeCreditIssuer,
  decodeCreditPayment,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import {
  funded,
  type RegistryFixture,
  registryFixture,
  startProgramChain,
  TEST_WINDOWS,
} from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { dataOf } from '../registry/support';

/** What an issuer of the fixture may mint in a day, base units. */
export const DAILY_CAP = 1_000n;

export interface CreditsFixture extends RegistryFixture {
  creditMint: PublicKey;
  issuer: Keypair;
  creditIssuer: PublicKey;
  /** A wallet with an empty account for credits. */
  buyer: Keypair;
  buyerTokens: PublicKey;
  admins: { admin: PublicKey; rentPayer: PublicKey };
  /** A mint for a payment of its own, to the buyer. */
  minting(changes?: Partial<CreditsMintParams>): ReturnType<typeof creditsMint>;
  /** Mints for a payment of its own, to the buyer. */
  credit(amount: bigint, changes?: Partial<CreditsMintParams>): Promise<CreditsMintParams>;
  readIssuer(): Promise<ReturnType<typeof decodeCreditIssuer>>;
  readPayment(reference: Uint8Array): Promise<ReturnType<typeof decodeCreditPayment>>;
}

/** A registry on a chain of its own, without credits yet. */
export async function withoutCredits(kind: ChainKind): Promise<RegistryFixture> {
  const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
  return registryFixture(await startProgramChain(kind), { settings: { windows } });
}

/** Makes credits of 6 decimals on it. */
export async function initialized(registry: RegistryFixture): Promise<RegistryFixture> {
  const { admin, deployment, feePayer, send } = registry;
  const admins = { admin: admin.publicKey, rentPayer: feePayer.publicKey };
  await send((await creditsInitialize(deployment, admins, 6)).instruction, admin);
  return registry;
}

let payments = 0;

/** 32 bytes of a payment that no other test has. */
export function newReference(): Uint8Array {
  payments += 1;
  const reference = Buffer.alloc(32, 0xc4);
  reference.writeUInt32LE(payments);
  return reference;
}

/** An issuer of its own that may mint `DAILY_CAP` a day, and a buyer, where credits are made already. */
export async function creditsOn(registry: RegistryFixture): Promise<CreditsFixture> {
  const { admin, chain, deployment, feePayer, send } = registry;
  const creditMint = creditMintAddress(deployment);
  const [issuer, buyer] = [await funded(chain), await funded(chain)];
  const admins = { admin: admin.publicKey, rentPayer: feePayer.publicKey };
  const terms = { issuer: issuer.publicKey, dailyCap: DAILY_CAP, active: true };
  await send((await creditIssuerSet(deployment, admins, terms)).instruction, admin);
  const buyerTokens = await tokenAccount(chain, creditMint, buyer.publicKey, 0n);
  const minting: CreditsFixture['minting'] = (changes = {}) =>
    creditsMint(deployment, {
      ...{ issuer: issuer.publicKey, rentPayer: feePayer.publicKey, wallet: buyer.publicKey },
      ...{ amount: 10n, reference: newReference(), ...changes },
    });
  const creditIssuer = creditIssuerAddress(deployment, issuer.publicKey);
  return {
    ...registry,
    ...{ creditMint, issuer, buyer, buyerTokens, admins, minting, creditIssuer },
    credit: async (amount, changes = {}) => {
      const params = {
        ...{ issuer: issuer.publicKey, rentPayer: feePayer.publicKey, wallet: buyer.publicKey },
        ...{ amount, reference: newReference(), ...changes },
      };
      await send((await creditsMint(deployment, params)).instruction, issuer);
      return params;
    },
    readIssuer: async () => decodeCreditIssuer(await dataOf(chain, creditIssuer)),
    readPayment: async (reference) =>
      decodeCreditPayment(await dataOf(chain, creditPaymentAddress(deployment, issuer.publicKey, reference))),
  };
}

/** Credits, an issuer and a buyer on a chain of their own. */
export async function creditsFixture(kind: ChainKind): Promise<CreditsFixture> {
  return creditsOn(await initialized(await withoutCredits(kind)));
}

/** The account in which a wallet has credits. */
export const creditsOf = ({ creditMint }: CreditsFixture, wallet: PublicKey) =>
  associatedTokens(creditMint, wallet);
