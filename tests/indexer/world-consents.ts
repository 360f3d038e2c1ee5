import { createHash } from 'node:crypto';
import {
  approvalClose,
  approvalRequest,
  approvalSign,
  approvalWithdraw,
  auditAnchor,
  auditLogAddress,
  auditLogOpen,
  callOfInstruction,
  decodeApproval,
  decodeAuditLog,
  decodeConsentGrant,
  decodeMandate,
  grantAddress,
  grantClose,
  grantGive,
  grantRevoke,
  mandateOpen,
  mandateWithdraw,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { type Deed, NothingToDo, repeated, type World } from './world';

const DAY = 86_400n;
const hash = (text: string) => createHash('sha256').update(text).digest();

/** A mandate with approvers. */
export interface Overseen {
  mandate: PublicKey;
  payer: Keypair;
  approvers: Keypair[];
}

/** People of a world who consent, ask for approvals and give them, and anchor logs. */
export class Consenters {
  readonly overseen: Overseen[] = [];
  readonly approvals: PublicKey[] = [];
  readonly #world: World;
  #ids = 5_000_000n;

  constructor(world: World) {
    this.#world = world;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    const { lockers, random } = this.#world;
    const controller = async () => (await lockers.person(4)).publicKey;
    const purpose = () => hash(`purpose ${Math.floor(random() * 2)}`);
    const approval = () => this.#world.pick(this.approvals);
    return [
      ...repeated<Deed>(4, [
        'consent',
        async () => this.give(await lockers.person(), await controller(), purpose()),
      ]),
      ...repeated<Deed>(2, [
        'take consent back',
        async () => this.revoke(await lockers.person(), await controller(), purpose()),
      ]),
      ['close consent', async () => this.close(await lockers.person(), await controller(), purpose())],
      ['oversee', () => this.oversee()],
      ...repeated<Deed>(4, ['ask approvers', async () => this.request(this.#world.pick(this.overseen))]),
      ...repeated<Deed>(6, ['approve', () => this.sign(approval(), Math.floor(random() * 3))]),
      ...repeated<Deed>(2, ['withdraw approval', () => this.withdraw(approval(), Math.floor(random() * 3))]),
      ...repeated<Deed>(2, ['close approval', () => this.closeApproval(approval())]),
      ['open log', async () => this.openLog(await lockers.person())],
      ...repeated<Deed>(4, ['anchor', async () => this.anchor(await lockers.person())]),
      ...repeated<Deed>(1, ['let an hour pass', () => this.#world.localnet.node.advance({ seconds: 3_600 })]),
    ];
  }

  get #deployment() {
    return this.#world.localnet.deployment;
  }

  async #send(by: Keypair, ...instructions: (TransactionInstruction | Promise<TransactionInstruction>)[]) {
    await this.#world.send(await Promise.all(instructions), by);
  }

  #data(at: PublicKey): Uint8Array | null {
    const state = this.#world.localnet.node.read(at);
    return state?.owner.equals(this.#deployment.consent) ? state.data : null;
  }

  async give(
    subject: Keypair,
    controller: PublicKey,
    purpose: Uint8Array,
    lifetime = DAY,
  ): Promise<PublicKey> {
    const at = grantAddress(this.#deployment, subject.publicKey, controller, purpose);
    const data = this.#data(at);
    const known = data === null ? null : decodeConsentGrant(data);
    const { instruction } = await grantGive(this.#deployment, {
      ...{ subject: subject.publicKey, controller, purpose, termsHash: hash('terms') },
      termsVersion: known?.termsVersion ?? 1,
      revision: known?.revision ?? 0,
      expiresAt: (await this.#world.localnet.node.unixTime()) + lifetime,
    });
    await this.#send(subject, instruction);
    return at;
  }

  async revoke(subject: Keypair, controller: PublicKey, purpose: Uint8Array): Promise<void> {
    const ref = { subject: subject.publicKey, controller, purpose };
    await this.#send(subject, grantRevoke(this.#deployment, ref));
  }

  async close(subject: Keypair, controller: PublicKey, purpose: Uint8Array): Promise<void> {
    const ref = { subject: subject.publicKey, controller, purpose };
    await this.#send(subject, grantClose(this.#deployment, ref, subject.publicKey));
  }

  /** A mandate that two of three approvers must agree about. */
  async oversee(payer?: Keypair): Promise<Overseen> {
    const { lockers, localnet } = this.#world;
    const by = payer ?? (await lockers.person());
    const everybody = await Promise.all([0, 1, 2, 3].map((at) => lockers.person(at)));
    const approvers = everybody.filter((one) => one !== by).slice(0, 3);
    this.#ids += 1n;
    const { instruction, mandate } = await mandateOpen(this.#deployment, {
      ...{ payer: by.publicKey, mint: lockers.mint, id: this.#ids },
      sessionKey: (await lockers.person(4)).publicKey,
      ...{ perCallMax: 50_000n, dailyCap: 2n ** 64n - 1n, totalCap: 2n ** 64n - 1n, deposit: 10_000n },
      expiresAt: (await localnet.node.unixTime()) + 400n * DAY,
      approval: { approvers: approvers.map(({ publicKey }) => publicKey), threshold: 2, above: 1_000n },
    });
    await this.#send(by, instruction);
    const overseen = { mandate, payer: by, approvers };
    this.overseen.push(overseen);
    return overseen;
  }

  /** Asks for a call; any will do, for what is asked for need not be carried out. */
  async request(
    { mandate, payer }: Overseen,
    call?: TransactionInstruction,
    { nonce = BigInt(Math.floor(this.#world.random() * 3)), lifetime = 7_200n } = {},
  ): Promise<PublicKey> {
    const state = this.#world.localnet.node.read(mandate);
    if (state === null) throw new NothingToDo();
    const { generation, id } = decodeMandate(state.data);
    const ref = { mandate, payer: payer.publicKey, id, mint: this.#world.lockers.mint };
    const asked = call ?? (await mandateWithdraw(this.#deployment, ref, 5n));
    const { instruction, approval } = await approvalRequest(this.#deployment, {
      ...{ requester: payer.publicKey, mandate, mandateGeneration: generation, nonce },
      call: callOfInstruction(asked),
      expiresAt: (await this.#world.localnet.node.unixTime()) + lifetime,
    });
    await this.#send(payer, instruction);
    if (!this.approvals.some((one) => one.equals(approval))) this.approvals.push(approval);
    return approval;
  }

  #approval(at: PublicKey) {
    const data = this.#data(at);
    if (data === null) throw new NothingToDo();
    return decodeApproval(data);
  }

  async sign(at: PublicKey, place: number): Promise<void> {
    const { approvers, expiresAt } = this.#approval(at);
    const by = this.#world.lockers.keyOf(approvers[place] ?? PublicKey.default);
    await this.#send(by, approvalSign(this.#deployment, at, by.publicKey, expiresAt));
  }

  async withdraw(at: PublicKey, place: number): Promise<void> {
    const by = this.#world.lockers.keyOf(this.#approval(at).approvers[place] ?? PublicKey.default);
    await this.#send(by, approvalWithdraw(this.#deployment, at, by.publicKey));
  }

  async closeApproval(at: PublicKey): Promise<void> {
    const { requester, rentPayer } = this.#approval(at);
    const by = this.#world.lockers.keyOf(requester);
    await this.#send(by, approvalClose(this.#deployment, at, by.publicKey, rentPayer));
  }

  async openLog(operator: Keypair, id = 0n): Promise<PublicKey> {
    const { instruction, log } = await auditLogOpen(this.#deployment, { operator: operator.publicKey, id });
    await this.#send(operator, instruction);
    return log;
  }

  async anchor(operator: Keypair, id = 0n): Promise<void> {
    const log = auditLogAddress(this.#deployment, operator.publicKey, id);
    const data = this.#data(log);
    if (data === null) throw new NothingToDo();
    const { sequence, root, entries } = decodeAuditLog(data);
    await this.#send(
      operator,
      auditAnchor(this.#deployment, {
        ...{ operator: operator.publicKey, log, sequence: sequence + 1n },
        previousRoot: Uint8Array.from(root),
        root: hash(`root ${sequence}`),
        entries: entries + 3n,
      }),
    );
  }
}
