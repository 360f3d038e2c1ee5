import {
  type ApprovalAccount,
  approvalAddress,
  approvalDigest,
  auditLogAddress,
  callOfInstruction,
  channelOpen,
  decodeApproval,
  decodeAuditLog,
  decodeConsentGrant,
  grantAddress,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey, TransactionInstruction } from '@solana/web3.js';
import { type ApprovalFixture, approvalsOn } from '../../fixtures/approvals';
import { funded, type RegistryFixture } from '../../fixtures/registry';
import { must } from '../violated';

export const DAY = 86_400n;
/** What each subject is asked to consent to. */
export const PURPOSES = [1, 2].map((n) => new Uint8Array(32).fill(n));
/** Base units of each allotment: the approvers' to sign off. */
export const AMOUNT = 50_000n;
/** What the mandate has: as much as all allotments of a run can ask for. */
const DEPOSIT = 100n * AMOUNT;

/** A consent as it should be. */
export interface Grant {
  subject: Keypair;
  purpose: Uint8Array;
  at: PublicKey;
  /** null where there is none */
  state: { revision: number; terms: number; expiresAt: bigint; revokedAt: bigint } | null;
}

/** One call that is asked for, and its approval as it should be. */
export interface Asking {
  instruction: TransactionInstruction;
  /** of the channel */
  n: number;
  channel: PublicKey;
  opensUntil: bigint;
  at: PublicKey;
  /** null where there is none */
  state: { signed: Set<number>; expiresAt: bigint } | null;
}

/** Consents, approvals and a log on a chain, what should be of them, and what must hold. */
export class World {
  readonly grants: Grant[] = [];
  readonly asked: Asking[] = [];
  /** allotments that landed */
  allotted = 0;
  log = { sequence: 0n, root: 0, entries: 0n };

  private constructor(
    readonly on: ApprovalFixture,
    readonly subjects: Keypair[],
    readonly sponsor: Keypair,
    readonly controller: PublicKey,
    private readonly purse: bigint,
  ) {
    for (const subject of subjects) {
      for (const purpose of PURPOSES) {
        const at = grantAddress(on.deployment, subject.publicKey, controller, purpose);
        this.grants.push({ subject, purpose, at, state: null });
      }
    }
  }

  static async start(registry: RegistryFixture): Promise<World> {
    const { chain } = registry;
    const limits = { deposit: DEPOSIT, dailyCap: DEPOSIT, totalCap: DEPOSIT };
    const expiresAt = (await chain.unixTime()) + 1_000n * DAY;
    const on = await approvalsOn(registry, { mandate: { ...limits, expiresAt } });
    const subjects = [await funded(chain)];
    const sponsor = await funded(chain);
    const purse = (await chain.getAccount(sponsor.publicKey))?.lamports ?? 0n;
    const world = new World(on, subjects, sponsor, on.creator.publicKey, purse);
    for (const n of [0, 1]) world.asked.push(await world.asking(n));
    return world;
  }

  get logAt(): PublicKey {
    return auditLogAddress(this.on.deployment, this.sponsor.publicKey, 0n);
  }

  /** An opening of a channel that nobody was asked for yet. */
  async asking(n: number): Promise<Asking> {
    const { agent, chain, deployment, mandate, payer, session } = this.on;
    const opensUntil = (await chain.unixTime()) + 700n;
    const { instruction, channel } = await channelOpen(deployment, {
      ...{ authority: session.publicKey, rentPayer: payer.publicKey, mandate, agent, n },
      ...{ versionNumber: 1, amount: AMOUNT, expiresAt: opensUntil },
    });
    const { generation } = await this.on.readMandate();
    const scope = { mandate, mandateGeneration: generation, nonce: 0n };
    const at = approvalAddress(
      deployment,
      mandate,
      approvalDigest(deployment, scope, callOfInstruction(instruction)),
    );
    return { instruction, n, channel, opensUntil, at, state: null };
  }

  async approval(at: PublicKey): Promise<ApprovalAccount | null> {
    const account = await this.on.chain.getAccount(at);
    return account === null || account.data.length === 0 ? null : decodeApproval(account.data);
  }

  /** Judges all accounts. @throws InvariantViolated */
  async check(touched: PublicKey | null): Promise<void> {
    for (const grant of this.grants) await this.#checkGrant(grant, touched);
    for (const asking of this.asked) await this.#checkApproval(asking);
    const { allotted } = await this.on.readMandate();
    must(allotted === BigInt(this.allotted) * AMOUNT, 9, () => `${allotted} are allotted`);
    await this.#checkLog();
    await this.#checkRent();
  }

  async #checkGrant({ at, state }: Grant, touched: PublicKey | null): Promise<void> {
    const account = await this.on.chain.getAccount(at);
    // what was not touched changes for no reason
    const broken = touched?.equals(at) ? 9 : 11;
    must((account !== null) === (state !== null), broken, () => `${at.toBase58()} comes or goes`);
    if (account === null || state === null) return;
    const { revision, termsVersion: terms, expiresAt, revokedAt } = decodeConsentGrant(account.data);
    const same =
      revision === state.revision &&
      terms === state.terms &&
      expiresAt === state.expiresAt &&
      revokedAt === state.revokedAt;
    must(same, broken, () => `the consent ${at.toBase58()} is another`);
  }

  async #checkApproval({ at, state }: Asking): Promise<void> {
    const found = await this.approval(at);
    must(found === null || state !== null, 10, () => 'an approval that was used is there');
    must(found !== null || state === null, 9, () => 'an approval is gone');
    if (found === null || state === null) return;
    const signed = found.approvers.flatMap((wallet, place) =>
      found.signers.some((signer) => signer.equals(wallet)) ? [place] : [],
    );
    const expected = [...state.signed].sort();
    must(String(signed) === String(expected), 9, () => `${signed} signed, not ${expected}`);
    must(
      found.threshold === 2 && found.expiresAt === state.expiresAt,
      9,
      () => 'terms of an approval changed',
    );
  }

  async #checkLog(): Promise<void> {
    const account = await this.on.chain.getAccount(this.logAt);
    if (account === null) return must(this.log.sequence === 0n, 9, () => 'the log is gone');
    const { sequence, root, entries } = decodeAuditLog(account.data);
    const same = sequence === this.log.sequence && root[0] === this.log.root && entries === this.log.entries;
    must(same, 10, () => `the log has ${sequence} anchors`);
  }

  async #checkRent(): Promise<void> {
    const { chain } = this.on;
    let held = 0n;
    const places = [...this.grants.map(({ at }) => at), ...this.asked.map(({ at }) => at), this.logAt];
    for (const at of places) {
      const account = await chain.getAccount(at);
      if (account === null) continue;
      const rent = await chain.rentExemption(account.data.length);
      must(account.lamports >= rent, 13, () => `${at.toBase58()} is not exempt`);
      held += account.lamports;
    }
    const purse = (await chain.getAccount(this.sponsor.publicKey))?.lamports ?? 0n;
    must(purse + held === this.purse, 13, () => `rent of ${this.purse - purse - held} is nobody's`);
  }
}
