import { randomBytes } from 'node:crypto';
import {
  agentUpdate,
  appealBond,
  channelHold,
  channelOpen,
  channelRefund,
  channelRelease,
  channelSettle,
  claimantBond,
  configAddress,
  createMessageSigner,
  type DisputeAccount,
  type DisputeEnding,
  decodeChannel,
  decodeConfig,
  decodeDispute,
  decodeStakeVault,
  disputeAnswer,
  disputeAppeal,
  disputeCite,
  disputeExecute,
  disputeOpen,
  disputeVote,
  disputeWithdraw,
  encodeVoucher,
  mandateOpen,
  mandateVaultAddress,
  nextTranscript,
  readAgent,
  responseProofMessage,
  scoreSync,
  stake,
  stakeVaultAddress,
  type TrancheName,
  versionPublish,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import { Keypair, PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { type Deed, NothingToDo, repeated, type World } from './world';
import type { Listed } from './world-agents';

const DAY = 86_400n;
const PURSE = 100_000_000_000n;
const PER_CALL = 2_000_000_000n;
const PANELS = [
  ['arbiter1', 'arbiter2', 'arbiter3'],
  ['appeal1', 'appeal2', 'appeal3'],
] as const;

/** A payer with a channel whose agent's key is known, so that both sides can sign calls. */
export interface Case {
  listed: Listed;
  agentKey: Keypair;
  payoutOwner: Keypair;
  payer: Keypair;
  session: Keypair;
  mandate: PublicKey;
  channel: PublicKey;
  mint: PublicKey;
}

interface Open {
  of: Case;
  dispute: PublicKey;
}

/** Payers of a world who claim money back, and those who rule on it. */
export class Disputants {
  readonly cases: Case[] = [];
  readonly disputes: Open[] = [];
  readonly #world: World;
  #ids = 1_000_000n;

  constructor(world: World) {
    this.#world = world;
  }

  /** What they do, for the world to pick from. */
  deeds(): Deed[] {
    const some = () => this.#world.pick(this.cases);
    const open = () => this.#world.pick(this.disputes);
    return [
      ['pay to dispute', () => this.pay(some(), 1_000_000n + BigInt(Math.floor(this.#world.random() * 999)))],
      ...repeated<Deed>(2, ['hold', () => this.hold(some())]),
      ['release hold', () => this.release(some())],
      ['refund of case', () => this.refund(some(), 1n + BigInt(Math.floor(this.#world.random() * 900_000)))],
      ['dispute', () => this.open(some(), 1n + BigInt(Math.floor(this.#world.random() * 500_000)))],
      ['cite', () => this.cite(open())],
      ['answer', () => this.answer(open())],
      ['vote', () => this.vote(open(), Math.floor(this.#world.random() * 3), 5_000)],
      ['withdraw claim', () => this.withdraw(open())],
      ['execute', () => this.execute(open())],
      ['sync score', () => this.sync(this.#world.pick(this.#world.agents))],
    ];
  }

  get #deployment() {
    return this.#world.localnet.deployment;
  }

  get stakeMint(): PublicKey {
    return this.#world.localnet.personas.stakeMint.publicKey;
  }

  /** Gives an agent a known key and a price in a mint, and a new payer a channel to it. */
  async prepare(listed: Listed, mint = this.stakeMint): Promise<Case> {
    const { node, personas } = this.#world.localnet;
    const [agentKey, session] = [Keypair.generate(), Keypair.generate()];
    const owner = listed.owner.publicKey;
    const { instruction: update } = await agentUpdate(this.#deployment, {
      agent: listed.agent,
      owner,
      agentKey: agentKey.publicKey,
    });
    const number = listed.versions + 1;
    const { instruction: publish } = await versionPublish(this.#deployment, {
      agent: listed.agent,
      owner,
      number,
      semver: `2.0.${number}`,
      manifestHash: new Uint8Array(32).fill(number % 256),
      uri: `https://agents.example/${number}.json`,
      price: PER_CALL / 2n,
      priceMint: mint,
    });
    await this.#world.send([update, publish], listed.owner);
    listed.versions = number;

    const payer = await this.#world.funded(PURSE);
    await this.fund(payer.publicKey, PURSE);
    await node.airdrop(session.publicKey, 1_000_000_000n);
    this.#ids += 1n;
    const opened = await mandateOpen(this.#deployment, {
      payer: payer.publicKey,
      mint,
      id: this.#ids,
      sessionKey: session.publicKey,
      perCallMax: PER_CALL,
      dailyCap: 2n ** 64n - 1n,
      totalCap: 2n ** 64n - 1n,
      expiresAt: (await node.unixTime()) + 400n * DAY,
      deposit: PURSE / 2n,
      allowList: [],
    });
    await this.#world.send([opened.instruction], payer);
    const line = await channelOpen(this.#deployment, {
      authority: session.publicKey,
      rentPayer: payer.publicKey,
      mandate: opened.mandate,
      agent: listed.agent,
      versionNumber: number,
      n: 9,
      amount: PURSE / 4n,
      expiresAt: (await node.unixTime()) + 6n * DAY,
    });
    await this.#world.send([line.instruction], payer, [session]);
    await this.tokens(listed.payoutOwner.publicKey, mint);
    const { payoutOwner } = listed;
    const made = {
      listed,
      agentKey,
      payoutOwner,
      payer,
      session,
      mandate: opened.mandate,
      channel: line.channel,
      mint,
    };
    this.cases.push(made);
    // so that fees and bonds have somewhere to go
    await this.tokens(personas.treasury.publicKey, this.stakeMint);
    return made;
  }

  /** Stake tokens out of nothing. */
  async fund(wallet: PublicKey, amount: bigint): Promise<void> {
    const { operator } = this.#world.localnet.personas;
    const at = getAssociatedTokenAddressSync(this.stakeMint, wallet, true);
    await this.#world.send(
      [
        this.#account(wallet, this.stakeMint),
        createMintToInstruction(this.stakeMint, at, operator.publicKey, amount),
      ],
      operator,
    );
  }

  async tokens(wallet: PublicKey, mint: PublicKey): Promise<void> {
    await this.#world.send([this.#account(wallet, mint)], this.#world.localnet.personas.operator);
  }

  #account(wallet: PublicKey, mint: PublicKey): TransactionInstruction {
    const payer = this.#world.localnet.personas.operator.publicKey;
    const at = getAssociatedTokenAddressSync(mint, wallet, true);
    return createAssociatedTokenAccountIdempotentInstruction(payer, at, wallet, mint);
  }

  #channelOf({ channel }: Case) {
    const account = this.#world.localnet.node.read(channel);
    if (account === null) throw new NothingToDo();
    return decodeChannel(account.data);
  }

  disputeAt(dispute: PublicKey): DisputeAccount {
    const account = this.#world.localnet.node.read(dispute);
    if (account === null) throw new NothingToDo();
    return decodeDispute(account.data);
  }

  /** Settles one more call. */
  async pay(of: Case, amount: bigint): Promise<void> {
    const { node, personas } = this.#world.localnet;
    const { settled, calls, tag } = this.#channelOf(of);
    const message = encodeVoucher({
      tag: Uint8Array.from(tag),
      cumulative: settled + amount,
      calls: calls + 1,
      expires: Number(await node.unixTime()) + 86_400,
      transcript: new Uint8Array(32).fill(calls % 256),
    });
    const signer = createMessageSigner(of.session.secretKey);
    const item = { message, publicKey: signer.publicKey, signature: signer.sign(message) };
    await this.#world.send(
      channelSettle(this.#deployment, [{ channel: of.channel, ...item }]),
      personas.operator,
    );
  }

  async hold(of: Case, amount?: bigint): Promise<void> {
    const { settled, matured, paidGross, refunded } = this.#channelOf(of);
    const gone = paidGross + refunded > matured ? paidGross + refunded : matured;
    const most = settled - gone > 1n ? settled - gone - 1n : 1n;
    const ref = { channel: of.channel, mandate: of.mandate };
    const authority = this.#world.random() < 0.5 ? of.session : of.payer;
    await this.#world.send(
      [await channelHold(this.#deployment, ref, authority.publicKey, amount ?? most)],
      authority,
    );
  }

  async release(of: Case): Promise<void> {
    const ref = { channel: of.channel, mandate: of.mandate };
    await this.#world.send([await channelRelease(this.#deployment, ref, of.payer.publicKey)], of.payer);
  }

  async refund(of: Case, amount: bigint): Promise<void> {
    const { payoutOwner } = of;
    const ref = { channel: of.channel, mandate: of.mandate };
    const payer = of.payer.publicKey;
    const back = await channelRefund(this.#deployment, ref, of.mint, payoutOwner.publicKey, payer, amount);
    await this.#world.send([back], payoutOwner);
  }

  /** @returns what can be done with it */
  async open(of: Case, claim: bigint): Promise<Open> {
    const { node } = this.#world.localnet;
    const config = node.read(configAddress(this.#deployment));
    const account = node.read(stakeVaultAddress(this.#deployment, of.listed.agent));
    if (account === null || config === null) throw new NothingToDo();
    const { nextDispute, lastDispute } = decodeStakeVault(account.data);
    const listed = of.mint.equals(this.stakeMint);
    const { instruction, dispute } = await disputeOpen(this.#deployment, {
      claimant: of.payer.publicKey,
      agent: of.listed.agent,
      stakeMint: this.stakeMint,
      mandate: of.mandate,
      subject: of.channel,
      nonce: nextDispute,
      lastDispute: lastDispute.equals(PublicKey.default) ? null : lastDispute,
      claim,
      evidenceHash: randomBytes(32),
      bond: claimantBond(decodeConfig(config.data), claim, listed),
    });
    await this.#world.send([instruction], of.payer);
    const open = { of, dispute };
    this.disputes.push(open);
    return open;
  }

  /** Cites one more call that both sides signed. */
  async cite({ of, dispute }: Open): Promise<void> {
    const { lastCitedCall, tag } = this.disputeAt(dispute);
    const callNumber = lastCitedCall + 1;
    const [transcriptBefore, responseBefore, request, response] = [1, 2, 3, 4].map(() => randomBytes(32)) as [
      Buffer,
      Buffer,
      Buffer,
      Buffer,
    ];
    const cumulative = BigInt(callNumber) * 1_000n;
    const transcript = nextTranscript(transcriptBefore, callNumber, request, responseBefore);
    const bytes = Uint8Array.from(tag);
    const voucher = encodeVoucher({
      tag: bytes,
      cumulative,
      calls: callNumber,
      expires: 2 ** 31,
      transcript,
    });
    const proof = responseProofMessage({
      tag: bytes,
      callNumber,
      requestHash: request,
      responseHash: response,
      cumulative,
    });
    const signed = (key: Keypair, message: Uint8Array) => {
      const signer = createMessageSigner(key.secretKey);
      return { publicKey: signer.publicKey, signature: signer.sign(message), message };
    };
    const instructions = await disputeCite(this.#deployment, {
      claimant: of.payer.publicKey,
      dispute,
      call: { voucher: signed(of.session, voucher), proof: signed(of.agentKey, proof) },
      transcriptBefore,
      responseBefore,
    });
    await this.#world.send(instructions, of.payer);
  }

  #refOf({ of, dispute }: Open) {
    return { dispute, agent: of.listed.agent, stakeMint: this.stakeMint };
  }

  async answer(open: Open, wallet = open.of.listed.owner, tranche?: TrancheName): Promise<void> {
    const { claimantBond: bond, answerer } = this.disputeAt(open.dispute);
    await this.fund(wallet.publicKey, bond);
    const side = {
      wallet: wallet.publicKey,
      bond: answerer === null ? bond : 0n,
      ...(tranche && { tranche }),
    };
    const answer = await disputeAnswer(this.#deployment, this.#refOf(open), side, randomBytes(32));
    await this.#world.send([answer], wallet);
  }

  /** A vote of a member of the panel that decides, by its place. */
  async vote(open: Open, place: number, awardBps: number): Promise<void> {
    const panel = this.disputeAt(open.dispute).status === 'Appealed' ? 1 : 0;
    const arbiter = this.#world.localnet.personas[PANELS[panel][place] as (typeof PANELS)[0][0]];
    await this.tokens(arbiter.publicKey, this.stakeMint);
    const vote = await disputeVote(this.#deployment, this.#refOf(open), arbiter.publicKey, awardBps);
    await this.#world.send([vote], arbiter);
  }

  async appeal(open: Open, wallet: Keypair, tranche?: TrancheName): Promise<void> {
    const bond = appealBond(this.disputeAt(open.dispute));
    await this.fund(wallet.publicKey, bond);
    const side = { wallet: wallet.publicKey, bond, ...(tranche && { tranche }) };
    await this.#world.send([await disputeAppeal(this.#deployment, this.#refOf(open), side)], wallet);
  }

  async withdraw(open: Open): Promise<void> {
    const { payer } = open.of;
    await this.#world.send([await disputeWithdraw(this.#deployment, await this.#ending(open))], payer);
    this.#drop(open);
  }

  async execute(open: Open): Promise<void> {
    const { operator } = this.#world.localnet.personas;
    const ending = await this.#ending(open);
    await this.#world.send([await disputeExecute(this.#deployment, ending, operator.publicKey)], operator);
    this.#drop(open);
  }

  #drop(open: Open): void {
    this.disputes.splice(this.disputes.indexOf(open), 1);
  }

  async #ending({ of, dispute }: Open): Promise<DisputeEnding> {
    const { node, personas } = this.#world.localnet;
    const account = this.disputeAt(dispute);
    const agent = await readAgent(node, this.#deployment, account.agent);
    const third = [account.claimant, account.answerer].some((party) =>
      account.appellant?.equals(party ?? PublicKey.default),
    )
      ? null
      : account.appellant;
    const at = async (wallet: PublicKey | null, mint = this.stakeMint) => {
      if (wallet === null) return null;
      await this.tokens(wallet, mint);
      return getAssociatedTokenAddressSync(mint, wallet, true);
    };
    return {
      dispute,
      agent: account.agent,
      claimant: account.claimant,
      mandate: account.mandate,
      mint: of.mint,
      subject: account.subject,
      previous: account.previous,
      next: account.next,
      awardDestination:
        account.kind === 'Job'
          ? mandateVaultAddress(this.#deployment, account.mandate)
          : ((await at(account.claimant, of.mint)) as PublicKey),
      claimantTokens: await at(account.claimant),
      answererTokens: await at(account.answerer ?? agent?.owner ?? null),
      appellantTokens: await at(third),
      treasuryTokens: await at(personas.treasury.publicKey),
    };
  }

  /** A backer of an agent, with what it has at stake. */
  async backer(listed: Listed, amount: bigint): Promise<Keypair> {
    const wallet = await this.#world.funded(0n);
    await this.fund(wallet.publicKey, amount);
    const ref = { agent: listed.agent, staker: wallet.publicKey, tranche: 'Backers' as const };
    const { instruction } = await stake(this.#deployment, { ...ref, stakeMint: this.stakeMint, amount });
    await this.#world.send([instruction], wallet);
    this.#world.stakers.positions.push({ ...ref, wallet });
    return wallet;
  }

  async sync({ agent }: Listed): Promise<void> {
    const { operator } = this.#world.localnet.personas;
    await this.#world.send(
      [await scoreSync(this.#deployment, { agent, payer: operator.publicKey })],
      operator,
    );
  }
}
