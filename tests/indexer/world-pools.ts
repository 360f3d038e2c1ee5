import {
  attestationIssue,
  attestationRevoke,
  type BatchCreateParams,
  BatchTree,
  batchAddress,
  batchCancel,
  batchClaim,
  batchClose,
  batchCreate,
  batchFund,
  batchRef,
  batchWithdraw,
  decodeBatch,
  decodeIncomePool,
  decodeMembership,
  epochOpen,
  type Grant,
  membershipAddress,
  type PoolCreateParams,
  poolClaim,
  poolClose,
  poolCreate,
  poolEvict,
  poolFund,
  poolJoin,
  poolLeave,
  poolRef,
  poolStop,
  poolWithdraw,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey, TransactionInstruction } from '@solana/web3.js';
import { type Deed, NothingToDo, repeated, type World } from './world';

const DAY = 86_400n;

/** People of a world with basic incomes, and with grants in batches. */
export class Poolers {
  readonly pools: PublicKey[] = [];
  readonly batches: PublicKey[] = [];
  readonly trees = new Map<string, BatchTree>();
  #incomes = 0n;
  readonly #world: World;
  #ids = 0n;

  constructor(world: World) {
    this.#world = world;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    const pool = () => this.#world.pick(this.pools);
    const batch = () => this.#world.pick(this.batches);
    const somebody = () => this.#world.lockers.person();
    const { random } = this.#world;
    return [
      ...repeated<Deed>(2, ['create pool', () => this.createPool(random() < 0.5 ? {} : { mode: 'Expire' })]),
      ...repeated<Deed>(2, ['fund pool', () => this.fund(pool())]),
      ...repeated<Deed>(3, ['attest', async () => this.attest(await somebody())]),
      ['revoke', async () => this.revoke(await somebody())],
      ...repeated<Deed>(4, ['join pool', async () => this.join(pool(), await somebody())]),
      ...repeated<Deed>(4, ['open epoch', () => this.openEpoch(pool())]),
      ...repeated<Deed>(3, ['claim income', async () => this.claim(pool(), await somebody())]),
      ['claim income', async () => this.income(await somebody())],
      ['leave pool', async () => this.leave(pool(), await somebody(), random() < 0.5)],
      ...repeated<Deed>(2, ['evict', async () => this.evict(pool(), await somebody())]),
      ['stop pool', () => this.stop(pool())],
      ['withdraw pool', () => this.withdraw(pool())],
      ...repeated<Deed>(2, ['close pool', () => this.closePool(pool())]),
      ...repeated<Deed>(2, [
        'create batch',
        () => this.createBatch({ id: BigInt(Math.floor(random() * 3)) }),
      ]),
      ...repeated<Deed>(4, ['fund batch', () => this.fundBatch(batch(), random() < 0.5 ? 7n : undefined)]),
      ...repeated<Deed>(5, ['claim leaf', () => this.claimLeaf(batch(), Math.floor(random() * 10))]),
      ['cancel batch', () => this.cancelBatch(batch())],
      ['withdraw batch', () => this.withdrawBatch(batch())],
      ['close batch', () => this.closeBatch(batch())],
      ...repeated<Deed>(3, ['let a minute pass', () => this.#world.localnet.node.advance({ seconds: 60 })]),
    ];
  }

  get #deployment() {
    return this.#world.localnet.deployment;
  }

  get #mint() {
    return this.#world.lockers.mint;
  }

  get #attestor() {
    return this.#world.localnet.personas.operator;
  }

  async #send(by: Keypair, ...instructions: (TransactionInstruction | Promise<TransactionInstruction>)[]) {
    await this.#world.send(await Promise.all(instructions), by);
  }

  #data(at: PublicKey): Uint8Array {
    const state = this.#world.localnet.node.read(at);
    if (state === null || !state.owner.equals(this.#deployment.timelock)) throw new NothingToDo();
    return state.data;
  }

  #pool(at: PublicKey) {
    const account = decodeIncomePool(this.#data(at));
    return { ref: poolRef(at, account), account, creator: this.#world.lockers.keyOf(account.creator) };
  }

  #batch(at: PublicKey) {
    const account = decodeBatch(this.#data(at));
    return { ref: batchRef(at, account), account, creator: this.#world.lockers.keyOf(account.creator) };
  }

  async createPool(terms: Partial<PoolCreateParams> = {}, by?: Keypair): Promise<PublicKey> {
    const { node } = this.#world.localnet;
    const creator = by ?? (await this.#world.lockers.person());
    const { instruction, pool } = await poolCreate(this.#deployment, {
      ...{ creator: creator.publicKey, mint: this.#mint, attestor: this.#attestor.publicKey },
      id: BigInt(Math.floor(this.#world.random() * 2)),
      ...{ mode: 'Accrue', maxMembers: 4, amount: 100n, epochLength: 60n, grace: 60n },
      firstEpochAt: (await node.unixTime()) + 10n,
      ...terms,
    });
    await this.#send(creator, instruction);
    if (!this.pools.some((one) => one.equals(pool))) this.pools.push(pool);
    return pool;
  }

  async fund(pool: PublicKey, amount = 1_000n, by?: Keypair): Promise<void> {
    const funder = by ?? (await this.#world.lockers.person());
    await this.#send(funder, poolFund(this.#deployment, this.#pool(pool).ref, funder.publicKey, amount));
  }

  async attest({ publicKey: subject }: Keypair): Promise<void> {
    const { instruction } = await attestationIssue(this.#deployment, {
      ...{ attestor: this.#attestor.publicKey, subject, evidence: new Uint8Array(32).fill(9) },
      expiresAt: (await this.#world.localnet.node.unixTime()) + 300n * DAY,
    });
    await this.#send(this.#attestor, instruction);
  }

  async revoke({ publicKey: subject }: Keypair): Promise<void> {
    const params = { attestor: this.#attestor.publicKey, subject };
    await this.#send(this.#attestor, (await attestationRevoke(this.#deployment, params)).instruction);
  }

  async join(pool: PublicKey, member: Keypair): Promise<void> {
    const { instruction } = await poolJoin(this.#deployment, this.#pool(pool).ref, member.publicKey);
    await this.#send(member, instruction);
  }

  async openEpoch(pool: PublicKey): Promise<void> {
    await this.#send(this.#attestor, epochOpen(this.#deployment, pool));
  }

  async claim(pool: PublicKey, { publicKey: wallet }: Keypair): Promise<void> {
    const params = { wallet, authority: this.#attestor.publicKey };
    await this.#send(this.#attestor, poolClaim(this.#deployment, this.#pool(pool).ref, params));
  }

  /** Makes a pool, and pays a member of it once. */
  async income(member: Keypair): Promise<void> {
    this.#incomes += 1n;
    const pool = await this.createPool({ id: 100n + this.#incomes });
    await this.fund(pool);
    await this.attest(member);
    await this.join(pool, member);
    await this.#world.localnet.node.advance({ seconds: 15 });
    await this.openEpoch(pool);
    await this.claim(pool, member);
  }

  async leave(pool: PublicKey, member: Keypair, forfeit = false): Promise<void> {
    await this.#send(member, poolLeave(this.#deployment, pool, member.publicKey, { forfeit }));
  }

  async evict(pool: PublicKey, { publicKey: wallet }: Keypair): Promise<void> {
    const membership = decodeMembership(this.#data(membershipAddress(this.#deployment, pool, wallet)));
    const evicting = poolEvict(this.#deployment, this.#pool(pool).ref, wallet, membership.rentPayer);
    await this.#send(this.#attestor, evicting);
  }

  async stop(pool: PublicKey): Promise<void> {
    const { ref, creator } = this.#pool(pool);
    await this.#send(creator, poolStop(this.#deployment, ref));
  }

  async withdraw(pool: PublicKey): Promise<void> {
    const { ref, creator } = this.#pool(pool);
    await this.#send(creator, poolWithdraw(this.#deployment, ref));
  }

  async closePool(pool: PublicKey): Promise<void> {
    const { ref, creator } = this.#pool(pool);
    await this.#send(creator, poolClose(this.#deployment, ref));
  }

  /** A batch of ten leaves for the world's people, unless told otherwise. */
  async createBatch(
    terms: Partial<BatchCreateParams> = {},
    by?: Keypair,
    grants?: Grant[],
  ): Promise<PublicKey> {
    const creator = by ?? (await this.#world.lockers.person());
    const now = await this.#world.localnet.node.unixTime();
    this.#ids += 1n;
    const id = terms.id ?? 100n + this.#ids;
    const batch = batchAddress(this.#deployment, creator.publicKey, id);
    const tree = new BatchTree(batch, grants ?? (await this.#grants(now)));
    const { instruction } = await batchCreate(this.#deployment, {
      ...{ creator: creator.publicKey, mint: this.#mint, id },
      ...{ root: tree.root, count: tree.count, total: tree.total, cancel: 'Creator', change: 'Nobody' },
      claimUntil: now + 31n * DAY,
      ...terms,
    });
    await this.#send(creator, instruction);
    this.trees.set(batch.toBase58(), tree);
    if (!this.batches.some((one) => one.equals(batch))) this.batches.push(batch);
    return batch;
  }

  async #grants(now: bigint): Promise<Grant[]> {
    const grants: Grant[] = [];
    for (let at = 0; at < 10; at += 1) {
      const { publicKey: recipient } = await this.#world.lockers.person(at % 5);
      const amount = 100n + BigInt(at);
      const end = now + 600n;
      const schedule = { kind: 'Linear', start: now - 60n, cliffAt: now, cliffAmount: 10n, end } as const;
      grants.push({ recipient, amount, schedule });
    }
    return grants;
  }

  /** @param amount all that is missing unless given */
  async fundBatch(batch: PublicKey, amount?: bigint, by?: Keypair): Promise<void> {
    const { ref, account } = this.#batch(batch);
    const missing = account.total - account.deposited;
    const funder = by ?? (await this.#world.lockers.person());
    await this.#send(funder, batchFund(this.#deployment, ref, funder.publicKey, amount ?? missing));
  }

  async claimLeaf(batch: PublicKey, index: number): Promise<PublicKey> {
    const { ref } = this.#batch(batch);
    const tree = this.trees.get(batch.toBase58()) as BatchTree;
    const { operator } = this.#world.localnet.personas;
    const { instruction, lock } = await batchClaim(
      this.#deployment,
      ref,
      tree.leaf(index),
      tree.proof(index),
      operator.publicKey,
    );
    await this.#send(operator, instruction);
    this.#world.lockers.locks.push(lock);
    return lock;
  }

  async cancelBatch(batch: PublicKey): Promise<void> {
    const { ref, creator } = this.#batch(batch);
    await this.#send(creator, batchCancel(this.#deployment, ref));
  }

  async withdrawBatch(batch: PublicKey): Promise<void> {
    const { ref, creator } = this.#batch(batch);
    await this.#send(creator, batchWithdraw(this.#deployment, ref));
  }

  async closeBatch(batch: PublicKey): Promise<void> {
    const { ref, creator } = this.#batch(batch);
    await this.#send(creator, batchClose(this.#deployment, ref));
  }
}
