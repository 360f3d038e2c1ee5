import assert from 'node:assert/strict';
import { creditMintAddress, creditPaymentAddress, decodeCreditPayment } from '@agent-labs/sdk';
import { MintLayout } from '@solana/spl-token';
import { type CreditsFixture, creditsOn, DAILY_CAP, newReference } from '../../escrow/credits';
import { tokenBalance } from '../../fixtures/escrow';
import type { RegistryFixture } from '../../fixtures/registry';
import { dataOf } from '../../registry/support';
import { must } from '../violated';

export const DAY = 86_400n;
/** References of payments that each issuer has; the first is all zeros. */
const REFERENCES = 4;

/** What an issuer should be, as decision 18 says it. */
export interface Issuer {
  cap: bigint;
  active: boolean;
  day: bigint;
  today: bigint;
  minted: bigint;
  payments: bigint;
}

/** Two issuers and one buyer on a chain, what should be of them, and what must hold. */
export class World {
  paused = false;
  burned = 0n;
  readonly issuers: Issuer[];
  readonly references: Uint8Array[];

  private constructor(
    readonly on: CreditsFixture[],
    private readonly supply: bigint,
  ) {
    this.issuers = on.map(() => ({
      ...{ cap: DAILY_CAP, active: true },
      ...{ day: 0n, today: 0n, minted: 0n, payments: 0n },
    }));
    this.references = Array.from({ length: REFERENCES }, (_, at) =>
      at === 0 ? new Uint8Array(32) : newReference(),
    );
  }

  static async start(registry: RegistryFixture): Promise<World> {
    const on = [await creditsOn(registry), await creditsOn(registry)];
    return new World(on, await supplyOf(registry));
  }

  get buyer(): CreditsFixture {
    return this.on[0] as CreditsFixture;
  }

  get balance(): bigint {
    return this.issuers.reduce((sum, { minted }) => sum + minted, 0n) - this.burned;
  }

  /** Whether credits were minted for a payment, by the account that records it. */
  async record(issuer: number, reference: number) {
    const { chain, deployment, issuer: key } = this.on[issuer] as CreditsFixture;
    const at = creditPaymentAddress(deployment, key.publicKey, this.references[reference] as Uint8Array);
    const account = await chain.getAccount(at);
    return account === null ? null : decodeCreditPayment(account.data);
  }

  /** Judges all accounts. @throws InvariantViolated */
  async check(): Promise<void> {
    const { buyer, buyerTokens, chain } = this.buyer;
    let recorded = 0n;
    const found: Issuer[] = [];
    for (const [at, expected] of this.issuers.entries()) {
      const records = await Promise.all(this.references.map((_, reference) => this.record(at, reference)));
      const there = records.filter((record) => record !== null);
      const issuer = await (this.on[at] as CreditsFixture).readIssuer();
      const sum = there.reduce((total, { amount }) => total + amount, 0n);
      const ofTheDay = there.filter(({ mintedAt }) => mintedAt / DAY === BigInt(issuer.day));
      must(
        BigInt(there.length) === issuer.payments && sum === issuer.minted,
        10,
        () => 'a payment was credited twice',
      );
      must(
        there.every(({ wallet }) => wallet.equals(buyer.publicKey)),
        9,
        () => 'another was credited',
      );
      const today = ofTheDay.reduce((total, { amount }) => total + amount, 0n);
      must(today === issuer.mintedToday, 16, () => `${today} of the day are not counted`);
      recorded += sum;
      const { dailyCap: cap, minted, payments } = issuer;
      found.push({ ...expected, ...{ cap, active: issuer.active === 1, minted, payments } });
    }
    const held = await tokenBalance(chain, buyerTokens);
    must(held === recorded - this.burned, 9, () => `the buyer has ${held}`);
    must((await supplyOf(this.buyer)) === this.supply + held, 5, () => 'the supply is not what holders have');
    assert.deepEqual(found, this.issuers);
  }
}

async function supplyOf({ chain, deployment }: RegistryFixture): Promise<bigint> {
  return MintLayout.decode(await dataOf(chain, creditMintAddress(deployment))).supply;
}
