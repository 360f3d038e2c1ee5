import assert from 'node:assert/strict';
import {
  associatedTokens,
  channelDrain,
  channelFinish,
  channelOpen,
  channelPayout,
  channelSettle,
  channelSettleSet,
  createMessageSigner,
  type Deployment,
  decodeChannel,
  feesSweep,
  mandateClose,
  mandateOpen,
  meanMilliStars,
  pairAddress,
  type SetChannel,
  signVoucherSet,
  UNCAPPED,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountInstruction,
  createCloseAccountInstruction,
  createTransferInstruction,
} from '@solana/spl-token';
import {
  type AddressLookupTableAccount,
  Keypair,
  type PublicKey,
  SystemProgram,
  type TransactionInstruction,
} from '@solana/web3.js';
import { agentOn, type EscrowFixture, escrowOn, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { funded, type RegistryFixture, SOL, TEST_WINDOWS } from '../fixtures/registry';
import { lookupTable } from '../helpers/voucher-sets';
import { lamportsOf } from '../registry/support';
import {
  addTree,
  paidChannel,
  pairOf,
  RATE_LIMIT,
  rated,
  rating,
  receiptRegistry,
  rewrite,
  scoreOf,
} from '../reputation/support';
import { cheapest, PAIR_RENT, PRICES, WALLET_LAMPORTS } from '../simulation/attack';
import { fee, pairWeight, WEIGHTS } from '../simulation/pair-weight';
import { PRESENT } from '../simulation/weights';

const SIGNATURE = 5_000n;
/** Lamports that a wallet needs meanwhile; what is left of them comes back. */
const LENT = SOL / 20n;

/** A wallet that exists for one rating. */
interface Puppet {
  wallet: Keypair;
  tokens: PublicKey;
  mandate: PublicKey;
  channel: PublicKey;
}

/** Somebody who buys its own agent's score, as cheaply as the programs let it. */
class Buyer {
  readonly session = Keypair.generate();
  readonly puppets: Puppet[] = [];
  signatures = 0n;

  constructor(
    readonly on: EscrowFixture,
    readonly purse: Keypair,
    readonly tokens: PublicKey,
    readonly merkleTree: PublicKey,
  ) {}

  get deployment(): Deployment {
    return this.on.deployment;
  }

  private async send(
    payer: Keypair,
    instructions: TransactionInstruction[],
    table?: AddressLookupTableAccount,
  ) {
    const lookupTables = table === undefined ? [] : [table];
    await this.on.chain.send(instructions, { payer, lookupTables, computeUnitLimit: RATE_LIMIT });
    this.signatures += 1n;
  }

  /** Lamports and tokens for all of them, in one transaction. */
  async fund(wallets: number, volume: bigint): Promise<void> {
    const { mint } = this.on;
    const owner = this.purse.publicKey;
    const steps: TransactionInstruction[] = [];
    for (let at = 0; at < wallets; at += 1) {
      const wallet = Keypair.generate();
      const tokens = associatedTokens(mint, wallet.publicKey);
      steps.push(
        SystemProgram.transfer({ fromPubkey: owner, toPubkey: wallet.publicKey, lamports: LENT }),
        createAssociatedTokenAccountInstruction(owner, tokens, wallet.publicKey, mint),
        createTransferInstruction(this.tokens, tokens, owner, volume),
      );
      this.puppets.push({ wallet, tokens, mandate: mint, channel: mint });
    }
    await this.send(this.purse, steps);
  }

  /** A mandate and a channel each. */
  async open(volume: bigint): Promise<void> {
    const { agent, chain, mint } = this.on;
    const expiresAt = (await chain.unixTime()) + 50n;
    for (const puppet of this.puppets) {
      const payer = puppet.wallet.publicKey;
      const { instruction: first, mandate } = await mandateOpen(this.deployment, {
        ...{ payer, mint, id: 0n, sessionKey: this.session.publicKey, expiresAt },
        ...{ perCallMax: UNCAPPED, dailyCap: UNCAPPED, totalCap: UNCAPPED, deposit: volume },
      });
      const { instruction: second, channel } = await channelOpen(this.deployment, {
        ...{
          authority: payer,
          rentPayer: payer,
          mandate,
          agent,
          versionNumber: 1,
          amount: volume,
          expiresAt,
        },
      });
      Object.assign(puppet, { mandate, channel });
      await this.send(puppet.wallet, [first, second]);
    }
    await chain.advance({ slots: 1 });
  }

  /** One signature of the session key settles them all. */
  async settle(volume: bigint): Promise<void> {
    const { chain } = this.on;
    const channels = this.puppets.map(({ channel }) => channel);
    const entries: SetChannel[] = [];
    for (const channel of channels) {
      const account = await chain.getAccount(channel);
      assert.ok(account);
      const { tag } = decodeChannel(account.data);
      entries.push({
        tag: Uint8Array.from(tag),
        cumulative: volume,
        calls: 1,
        transcript: new Uint8Array(32),
      });
    }
    const expires = Number(await chain.unixTime()) + 40;
    const signed = signVoucherSet(createMessageSigner(this.session.secretKey), entries, expires);
    await this.send(
      this.purse,
      channelSettleSet(this.deployment, { channels, ...signed }),
      await this.table(),
    );
    // the voucher's own
    this.signatures += 1n;
  }

  private table(addresses = this.puppets.map(({ channel }) => channel)): Promise<AddressLookupTableAccount> {
    return lookupTable(this.on, addresses);
  }

  /** Pays out and rates in one transaction. */
  async rate({ wallet, mandate, channel }: Puppet): Promise<void> {
    const { on } = this;
    const reference = { channel, mandate };
    const paying = await channelPayout(this.deployment, reference, on.mint, on.payoutOwner.publicKey);
    const theirs = { payer: wallet.publicKey, mandate, subject: channel, ownershipEpoch: 1, stars: 5 };
    const { instruction } = await rating(on, { ...theirs, merkleTree: this.merkleTree });
    await this.send(wallet, [paying, instruction], await this.table(keysOf([paying, instruction], wallet)));
  }

  /** Takes home all that is not burnt. */
  async leave({ wallet, tokens, mandate, channel }: Puppet): Promise<void> {
    const { chain, mint, treasury } = this.on;
    const payer = wallet.publicKey;
    const steps = [
      await channelDrain(this.deployment, { channel, mandate }),
      await channelFinish(this.deployment, { channel, mandate }, payer, payer),
      await feesSweep(this.deployment, { mandate, mint }, treasury.publicKey),
      await mandateClose(this.deployment, { mandate, payer, mint }, this.tokens),
      createCloseAccountInstruction(tokens, this.purse.publicKey, payer),
    ];
    // what closing gives back is there by then, and the fee is not
    const rents = await Promise.all(
      [mandate, channel, (await this.vaultOf(mandate)) as PublicKey].map((at) => lamportsOf(chain, at)),
    );
    const has = await lamportsOf(chain, payer);
    const lamports = rents.reduce((all, each) => all + each, has) - SIGNATURE;
    steps.push(SystemProgram.transfer({ fromPubkey: payer, toPubkey: this.purse.publicKey, lamports }));
    await this.send(wallet, steps, await this.table(keysOf(steps, wallet)));
    assert.equal(await lamportsOf(chain, payer), 0n);
  }

  private async vaultOf(mandate: PublicKey): Promise<PublicKey> {
    return (await this.on.readMandate(mandate)).vault;
  }
}

function keysOf(steps: TransactionInstruction[], { publicKey }: Keypair): PublicKey[] {
  const all = steps.flatMap(({ keys }) => keys.map(({ pubkey }) => pubkey.toBase58()));
  const others = new Set(all.filter((key) => key !== publicKey.toBase58()));
  const byKey = new Map(steps.flatMap(({ keys }) => keys.map(({ pubkey }) => [pubkey.toBase58(), pubkey])));
  return [...others].map((key) => byKey.get(key) as PublicKey);
}

/** Settles up to `cumulative` and pays out at once: these agents hold nothing back. */
async function payNow(on: EscrowFixture, cumulative: bigint, calls: number): Promise<void> {
  await on.send(channelSettle(on.deployment, [await on.voucher({ cumulative, calls })]));
  await on.send(await channelPayout(on.deployment, on.channelRef, on.mint, on.payoutOwner.publicKey));
}

/** A payer that paid `volume` and gave three stars. */
async function honestly(agent: RegistryFixture, volume: bigint): Promise<EscrowFixture> {
  const on = await escrowOn(agent, {
    mandate: { perCallMax: UNCAPPED, dailyCap: UNCAPPED, totalCap: UNCAPPED, deposit: volume },
    channel: { amount: volume },
  });
  await payNow(on, volume, 1);
  await rated(on, 3);
  return on;
}

/** Thousandths of a star. */
async function meanOf(on: EscrowFixture): Promise<number> {
  const score = await scoreOf(on);
  assert.ok(score);
  return meanMilliStars(score.current) ?? assert.fail('no mean');
}

describe('flow: a score that is bought', () => {
  const windows = { ...TEST_WINDOWS, lease: 10_000_000n, holdbackMin: 0n };

  it('costs what docs/reputation.md says: to move three honest payers’ mean from 3 to 4', async () => {
    const registry = await receiptRegistry({ settings: { windows } });
    const merkleTree = await addTree(registry, 0, { depth: 5, buffer: 8, canopy: 0 });
    const honest = [2_000_000n, 5_000_000n, 20_000_000n];
    const agent = await agentOn(registry, { holdback: 0n });
    let on: EscrowFixture | undefined;
    for (const volume of honest) {
      on = await honestly(agent, volume);
      assert.equal((await pairOf(on))?.weight, pairWeight(volume));
    }
    assert.ok(on);
    const { chain, deployment } = on;
    const total = honest.reduce((sum, volume) => sum + pairWeight(volume), 0n);
    const plan = cheapest(PRESENT, Number(total), 'own', PRICES);
    const volume = BigInt(plan.volume);
    assert.deepEqual([plan.wallets, volume], [7, 2_637_376n]);

    const purse = await funded(chain);
    const supply = 1_000_000_000n;
    const tokens = await tokenAccount(chain, on.mint, purse.publicKey, supply);
    const payout = associatedTokens(on.mint, on.payoutOwner.publicKey);
    const [lamports, paidOut] = [await lamportsOf(chain, purse.publicKey), await tokenBalance(chain, payout)];
    const treasury = await tokenBalance(chain, on.treasuryTokens);

    const buyer = new Buyer(on, purse, tokens, merkleTree);
    await buyer.fund(plan.wallets, volume);
    await buyer.open(volume);
    await buyer.settle(volume);
    for (const [at, puppet] of buyer.puppets.entries()) {
      assert.ok((await meanOf(on)) < 4_000, `${at} wallets were enough`);
      await buyer.rate(puppet);
    }
    assert.equal(await meanOf(on), 4_000);
    await chain.advance({ seconds: Number(windows.claim) + 60, slots: 1 });
    for (const puppet of buyer.puppets) await buyer.leave(puppet);

    const burnt = BigInt(plan.wallets) * fee(volume, PRICES.feeBps);
    assert.equal(burnt, BigInt(plan.paid));
    const left = await tokenBalance(chain, tokens);
    assert.equal(supply - left - ((await tokenBalance(chain, payout)) - paidOut), burnt);
    assert.equal((await tokenBalance(chain, on.treasuryTokens)) - treasury, burnt);

    const wallets = BigInt(plan.wallets);
    const spent = lamports - (await lamportsOf(chain, purse.publicKey));
    assert.equal(buyer.signatures, 3n * wallets + 3n);
    assert.equal(spent, buyer.signatures * SIGNATURE + wallets * BigInt(PAIR_RENT));
    for (const { wallet } of buyer.puppets) {
      const pair = pairAddress(deployment, on.agent, 1, wallet.publicKey);
      assert.equal(await lamportsOf(chain, pair), BigInt(PAIR_RENT));
    }
    // with as many wallets as fit, funding and settling are shared by more
    const gas = buyer.signatures * SIGNATURE;
    assert.ok(gas >= wallets * BigInt(WALLET_LAMPORTS), `${gas} lamports of fees`);
    assert.ok(gas <= (wallets * BigInt(WALLET_LAMPORTS) * 110n) / 100n, `${gas} lamports of fees`);
  });

  it('has the weights of the model, by the program itself', async () => {
    const registry = await receiptRegistry({ settings: { windows } });
    const on = await paidChannel(registry, 0n, { holdback: 0n });
    const pair = pairAddress(on.deployment, on.agent, 1, on.payer.publicKey);
    for (const [at, [volume, weight]] of WEIGHTS.entries()) {
      assert.equal(pairWeight(volume), weight, `${volume}`);
      if (volume === 0n) continue;
      // as if all but the last base unit had been rated before
      const before = { volume: volume - 1n, weight: pairWeight(volume - 1n) };
      if (at > 1) await rewrite(on, 'pair', pair, before);
      await payNow(on, BigInt(at), at);
      await rated(on, 5);
      const stored = (await pairOf(on)) ?? assert.fail();
      assert.deepEqual([stored.volume, stored.weight], [volume, weight]);
    }
  });
});
