import {
  decodeIntake,
  decodeLock,
  type IntakeTerms,
  intakeClose,
  intakeLock,
  intakeOpen,
  type LockAccount,
  type LockCreateParams,
  type LockSchedule,
  type LockSideName,
  lockAccept,
  lockCancel,
  lockClaim,
  lockClose,
  lockCreate,
  lockOffer,
  lockRecipientChange,
  lockReclaim,
  lockTopUp,
  milestoneApprove,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createTransferInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import type { Keypair, PublicKey, TransactionInstruction } from '@solana/web3.js';
import { type Deed, NothingToDo, repeated, type World } from './world';

const PURSE = 1_000_000_000n;
const PEOPLE = 5;
const SIDES: LockSideName[] = ['Nobody', 'Creator', 'Recipient', 'Either'];

/** People of a world who lock money for each other. */
export class Lockers {
  readonly people: Keypair[] = [];
  readonly locks: PublicKey[] = [];
  readonly intakes: PublicKey[] = [];
  readonly #world: World;
  #ids = 0n;

  constructor(world: World) {
    this.#world = world;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    return [
      ...repeated<Deed>(5, ['lock', () => this.random()]),
      ...repeated<Deed>(4, ['claim lock', () => this.claim(this.#some())]),
      ...repeated<Deed>(2, ['top up', () => this.topUp(this.#some())]),
      ...repeated<Deed>(2, ['approve milestone', () => this.approve(this.#some())]),
      ['approve milestone', () => this.promise()],
      ...repeated<Deed>(2, ['cancel lock', () => this.cancel(this.#some())]),
      ...repeated<Deed>(3, ['reclaim', () => this.reclaim(this.#some())]),
      ...repeated<Deed>(2, ['change recipient', () => this.change(this.#some())]),
      ...repeated<Deed>(2, ['offer lock', () => this.offer(this.#some())]),
      ...repeated<Deed>(3, ['accept lock', () => this.accept(this.#some())]),
      ...repeated<Deed>(4, ['close lock', () => this.close(this.#some())]),
      ['open intake', () => this.openIntake()],
      ...repeated<Deed>(2, ['lock intake', () => this.lockIntake(this.#world.pick(this.intakes))]),
      ['close intake', () => this.closeIntake(this.#world.pick(this.intakes))],
      ...repeated<Deed>(2, ['let a minute pass', () => this.#world.localnet.node.advance({ seconds: 60 })]),
    ];
  }

  get #deployment() {
    return this.#world.localnet.deployment;
  }

  get mint(): PublicKey {
    return this.#world.localnet.personas.mint.publicKey;
  }

  /** One of a few wallets, each made when it is first needed. */
  async person(at = Math.floor(this.#world.random() * PEOPLE)): Promise<Keypair> {
    while (this.people.length <= at) this.people.push(await this.#world.funded(PURSE));
    return this.people[at] as Keypair;
  }

  /** @throws NothingToDo for a wallet that is none of theirs */
  keyOf(wallet: PublicKey): Keypair {
    const found = this.people.find(({ publicKey }) => publicKey.equals(wallet));
    if (found === undefined) throw new NothingToDo();
    return found;
  }

  read(lock: PublicKey): LockAccount {
    const state = this.#world.localnet.node.read(lock);
    if (state === null || !state.owner.equals(this.#deployment.timelock)) throw new NothingToDo();
    return decodeLock(state.data);
  }

  #some(): PublicKey {
    return this.#world.pick(this.locks);
  }

  async #send(by: Keypair, ...instructions: (TransactionInstruction | Promise<TransactionInstruction>)[]) {
    await this.#world.send(await Promise.all(instructions), by);
  }

  /** A lock of some terms; its address may have been used before. */
  async random(): Promise<void> {
    const random = this.#world.random;
    const now = await this.#world.localnet.node.unixTime();
    const span = 60n * BigInt(1 + Math.floor(random() * 8));
    const amount = 1_000n + BigInt(Math.floor(random() * 9_000));
    const start = now - 30n;
    const approver = await this.person();
    const schedules: LockSchedule[] = [
      { kind: 'Linear', start, cliffAt: now + span / 4n, cliffAmount: amount / 10n, end: now + span },
      { kind: 'Periodic', start, cliffAt: start, cliffAmount: 7n, period: 60n, periodAmount: amount / 5n },
      {
        kind: 'Milestones',
        amounts: [amount / 2n, amount - amount / 2n],
        approver: approver.publicKey,
        inOrder: random() < 0.5,
        deadline: now + span,
      },
    ];
    const schedule = this.#world.pick(schedules);
    await this.create(await this.person(), await this.person(), {
      ...{ amount, schedule, id: BigInt(Math.floor(random() * 6)) },
      ...{ cancel: this.#world.pick(SIDES), change: this.#world.pick(SIDES) },
      topUp: schedule.kind !== 'Milestones' && random() < 0.6,
    });
  }

  async create(
    creator: Keypair,
    recipient: Keypair,
    terms: Partial<LockCreateParams> & Pick<LockCreateParams, 'amount' | 'schedule'>,
  ): Promise<PublicKey> {
    this.#ids += 1n;
    const { instruction, lock } = await lockCreate(this.#deployment, {
      ...{ creator: creator.publicKey, recipient: recipient.publicKey, mint: this.mint },
      ...{ id: 1_000n + this.#ids, cancel: 'Nobody', change: 'Nobody', topUp: false },
      ...terms,
    });
    await this.#send(creator, instruction);
    this.#keep(lock);
    return lock;
  }

  #keep(lock: PublicKey): void {
    if (!this.locks.some((one) => one.equals(lock))) this.locks.push(lock);
  }

  async claim(lock: PublicKey): Promise<void> {
    const { recipient, formerRecipient } = this.read(lock);
    const payee = formerRecipient ?? recipient;
    const former = formerRecipient !== null;
    const { operator } = this.#world.localnet.personas;
    const authority = operator.publicKey;
    await this.#send(
      operator,
      lockClaim(this.#deployment, { lock, mint: this.mint, payee, former, authority }),
    );
  }

  async topUp(lock: PublicKey, amount = 500n): Promise<void> {
    const funder = this.keyOf(this.read(lock).funder);
    await this.#send(
      funder,
      lockTopUp(this.#deployment, { lock, mint: this.mint }, funder.publicKey, amount),
    );
  }

  async approve(lock: PublicKey, index?: number): Promise<void> {
    const { approved, generation, schedule } = this.read(lock);
    if (schedule.kind !== 'Milestones') throw new NothingToDo();
    const next = schedule.amounts.findIndex((_, at) => (approved & (1 << at)) === 0);
    const approver = this.keyOf(schedule.approver);
    await this.#send(
      approver,
      milestoneApprove(this.#deployment, lock, approver.publicKey, index ?? next, generation),
    );
  }

  /** Locks by milestones, and has the first one approved. */
  async promise(): Promise<void> {
    const [creator, recipient, approver] = [await this.person(0), await this.person(1), await this.person(2)];
    const amounts = [3n, 4n];
    const deadline = (await this.#world.localnet.node.unixTime()) + 600n;
    const lock = await this.create(creator, recipient, {
      amount: 7n,
      schedule: { kind: 'Milestones', amounts, approver: approver.publicKey, inOrder: true, deadline },
    });
    await this.approve(lock, 0);
  }

  async cancel(lock: PublicKey): Promise<void> {
    const { cancel, funder, recipient } = this.read(lock);
    const by = this.keyOf(cancel === 'Recipient' ? recipient : funder);
    await this.#send(by, lockCancel(this.#deployment, lock, by.publicKey));
  }

  async reclaim(lock: PublicKey): Promise<void> {
    const { funder } = this.read(lock);
    const { operator } = this.#world.localnet.personas;
    const authority = operator.publicKey;
    await this.#send(operator, lockReclaim(this.#deployment, { lock, mint: this.mint, funder, authority }));
  }

  async change(lock: PublicKey, to?: Keypair): Promise<void> {
    const funder = this.keyOf(this.read(lock).funder);
    const { publicKey } = to ?? (await this.person());
    await this.#send(funder, lockRecipientChange(this.#deployment, lock, funder.publicKey, publicKey));
  }

  async offer(lock: PublicKey, to?: Keypair): Promise<void> {
    const recipient = this.keyOf(this.read(lock).recipient);
    const { publicKey } = to ?? (await this.person());
    await this.#send(recipient, lockOffer(this.#deployment, lock, recipient.publicKey, publicKey));
  }

  async accept(lock: PublicKey): Promise<void> {
    const { claimed, generation, pendingRecipient } = this.read(lock);
    if (pendingRecipient === null) throw new NothingToDo();
    const by = this.keyOf(pendingRecipient);
    const params = { lock, newRecipient: by.publicKey, generation, claimedAtMost: claimed };
    await this.#send(by, lockAccept(this.#deployment, params));
  }

  async close(lock: PublicKey): Promise<void> {
    const { funder, rentPayer } = this.read(lock);
    const { operator } = this.#world.localnet.personas;
    const destination = getAssociatedTokenAddressSync(this.mint, funder);
    await this.#send(
      operator,
      lockClose(this.#deployment, {
        ...{ lock, mint: this.mint, rentPayer, authority: operator.publicKey, destination },
      }),
    );
  }

  termsOf(id: bigint): IntakeTerms {
    return { id, mint: this.mint, minAmount: 100n, cliff: 0n, duration: 600n, period: 60n };
  }

  /** Opens an intake, and pays something to it. */
  async openIntake(of?: Keypair, id = BigInt(Math.floor(this.#world.random() * 2))): Promise<PublicKey> {
    const recipient = of ?? (await this.person());
    const { instruction, intake } = await intakeOpen(this.#deployment, {
      rentPayer: recipient.publicKey,
      recipient: recipient.publicKey,
      terms: this.termsOf(id),
    });
    await this.#send(recipient, instruction);
    if (!this.intakes.some((one) => one.equals(intake))) this.intakes.push(intake);
    await this.payIntake(intake, recipient);
    return intake;
  }

  async payIntake(intake: PublicKey, by: Keypair, amount = 5_000n): Promise<void> {
    const at = getAssociatedTokenAddressSync(this.mint, intake, true);
    await this.#send(
      by,
      createAssociatedTokenAccountIdempotentInstruction(by.publicKey, at, intake, this.mint),
      createTransferInstruction(
        getAssociatedTokenAddressSync(this.mint, by.publicKey),
        at,
        by.publicKey,
        amount,
      ),
    );
  }

  async lockIntake(intake: PublicKey): Promise<PublicKey> {
    this.#ids += 1n;
    const { operator } = this.#world.localnet.personas;
    const { instruction, lock } = await intakeLock(this.#deployment, {
      ...{ intake, authority: operator.publicKey, id: this.#ids, mint: this.mint },
    });
    await this.#send(operator, instruction);
    this.#keep(lock);
    return lock;
  }

  async closeIntake(intake: PublicKey): Promise<void> {
    const state = this.#world.localnet.node.read(intake);
    if (state === null || state.data.length === 0) throw new NothingToDo();
    const { recipient, rentPayer } = decodeIntake(state.data);
    const by = this.keyOf(recipient);
    await this.#send(by, intakeClose(this.#deployment, { intake, recipient, rentPayer }));
  }
}
