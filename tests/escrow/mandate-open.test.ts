import assert from 'node:assert/strict';
import { type MandateOpenParams, mandateOpen, PauseBit, UNCAPPED } from '@agent-labs/sdk';
import { ACCOUNT_SIZE, AccountLayout, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { type EscrowFixture, escrowOn, PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { described, expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, dataOf, key, lamportsOf, nonCanonical } from '../registry/support';
import { sharedChain, whilePaused } from './shared';

describe('escrow mandate_open', () => {
  const { escrow, onBothChains } = sharedChain();
  let fixture: EscrowFixture;
  let now: bigint;
  let lastId = 1n;

  before(async () => {
    fixture = await escrow({ channel: null });
    now = await fixture.chain.unixTime();
  });

  const params = (on = fixture): Omit<MandateOpenParams, 'id'> => ({
    payer: on.payer.publicKey,
    mint: on.mint,
    sessionKey: on.session.publicKey,
    perCallMax: 10n,
    dailyCap: 20n,
    totalCap: 30n,
    expiresAt: now + 100n,
    deposit: 5n,
  });
  /** A mandate of an id of its own. */
  const opening = (changes: Partial<MandateOpenParams> = {}, on = fixture) => {
    lastId += 1n;
    return mandateOpen(on.deployment, { ...params(on), id: lastId, ...changes });
  };
  const open = async (changes: Partial<MandateOpenParams> = {}) => {
    const opened = await opening(changes);
    await fixture.send(opened.instruction, fixture.payer);
    return opened;
  };
  const refused = async (error: string, changes: Partial<MandateOpenParams>) => {
    const { instruction } = await opening(changes);
    await expectRefused(fixture.chain, instruction, [fixture.payer], error);
  };

  onBothChains('makes a mandate and its vault, and takes the deposit', async (registry, kind) => {
    const on = await escrowOn(registry, { channel: null });
    const { chain, mint, payer, payerTokens, session, send } = on;
    const allowList = [on.agent, key()];
    const [attestor, approvers] = [key(), [key(), key()]];
    const approval = { approvers, threshold: 1, above: 6n, releaseAbove: 7n };
    const limits = { allowList, minStake: 9n, minScore: 4_500, attestor, approval };
    const opened = await opening({ ...limits, deposit: 777n }, on);
    const before = await tokenBalance(chain, payerTokens);
    const outcome = await send(opened.instruction, payer);

    const [mandateSeeds, vaultSeeds] = [seedsOf(payer.publicKey, lastId), vaultSeedsOf(opened.mandate)];
    const { escrow: program } = on.deployment;
    assertSame(await on.readMandate(opened.mandate), {
      version: 1,
      bump: PublicKey.findProgramAddressSync(mandateSeeds, program)[1],
      vaultBump: PublicKey.findProgramAddressSync(vaultSeeds, program)[1],
      allowCount: 2,
      keyEpoch: 0,
      channels: 0,
      day: 0,
      id: lastId,
      generation: await chain.slot(),
      payer: payer.publicKey,
      mint,
      tokenProgram: TOKEN_PROGRAM_ID,
      vault: opened.vault,
      sessionKey: session.publicKey,
      perCallMax: 10n,
      dailyCap: 20n,
      totalCap: 30n,
      dayCharged: 0n,
      totalCharged: 0n,
      expiresAt: now + 100n,
      killedAt: 0n,
      free: 777n,
      allotted: 0n,
      feesAccrued: 0n,
      minStake: 9n,
      minScore: 4_500,
      approverCount: 2,
      approvalThreshold: 1,
      padding: [0, 0],
      approvalAbove: 6n,
      releaseApprovalAbove: 7n,
      allowRoot: Array(32).fill(0),
      attestor,
      jobs: 0,
      reserved: Array(60).fill(0),
      allowList,
      approvers,
    });
    const vault = AccountLayout.decode(await dataOf(chain, opened.vault));
    assertSame(
      [vault.mint, vault.owner, vault.amount, vault.state, vault.delegateOption, vault.closeAuthorityOption],
      [mint, opened.mandate, 777n, 1, 0, 0],
    );
    assert.equal(await tokenBalance(chain, payerTokens), before - 777n);
    assert.equal(await lamportsOf(chain, opened.mandate), await chain.rentExemption(8 + 432 + 64 + 64));
    assert.equal(await lamportsOf(chain, opened.vault), await chain.rentExemption(ACCOUNT_SIZE));
    assertRecorded(kind, outcome, 'mandateOpened', {
      mandate: opened.mandate,
      payer: payer.publicKey,
      id: lastId,
      generation: await chain.slot(),
      mint,
      sessionKey: session.publicKey,
      perCallMax: 10n,
      dailyCap: 20n,
      totalCap: 30n,
      expiresAt: now + 100n,
      allowList,
      deposited: 777n,
      minStake: 9n,
      minScore: 4_500,
      allowRoot: Array(32).fill(0),
      attestor,
      approvers,
      approvalThreshold: 1,
      approvalAbove: 6n,
      releaseApprovalAbove: 7n,
    });
  });

  it('takes 16 agents, no caps, no deposit, and a source that the payer may only spend from', async () => {
    const { chain, mint, payer, readMandate } = fixture;
    const allowList = Array.from({ length: 16 }, key);
    const source = await tokenAccount(chain, mint, key(), 0n, { at: key() });
    const limits = { perCallMax: UNCAPPED, dailyCap: UNCAPPED, totalCap: UNCAPPED };
    const { mandate } = await open({ ...limits, allowList, deposit: 0n, source, expiresAt: now + 1n });
    const made = await readMandate(mandate);
    assertSame([made.allowList, made.totalCap, made.free], [allowList, UNCAPPED, 0n]);

    const lent = await chain.getAccount(source);
    const data = Buffer.from(lent?.data ?? []);
    const account = { ...AccountLayout.decode(data), amount: 9n, delegateOption: 1 as const };
    AccountLayout.encode({ ...account, delegate: payer.publicKey, delegatedAmount: 9n }, data);
    assert.ok(lent);
    await chain.setAccount(source, { ...lent, data });
    await open({ source, deposit: 9n });
    assert.equal(await tokenBalance(chain, source), 0n);
  });

  refusesForgeries(
    async () => {
      const { instruction } = await opening();
      return { chain: fixture.chain, instruction, signers: [fixture.payer] };
    },
    {
      readonly: {
        payer: 'PrivilegeEscalation',
        mandate: 'PrivilegeEscalation',
      },
    },
  );

  it('Paused: opens nothing while opening is paused, and takes no deposit while depositing is', async () => {
    await whilePaused(fixture, () => refused('Paused', { deposit: 0n }), PauseBit.Open);
    await whilePaused(
      fixture,
      async () => {
        await refused('Paused', { deposit: 1n });
        await open({ deposit: 0n });
      },
      PauseBit.Deposit,
    );
    const others = 127 & ~PauseBit.Open & ~PauseBit.Deposit;
    await whilePaused(fixture, () => open(), others);
  });

  it('MinScoreInvalid: asks for scores that exist', async () => {
    for (const minScore of [1, 999, 5_001, 2 ** 32 - 1]) await refused('MinScoreInvalid', { minScore });
    for (const minScore of [1_000, 5_000]) await open({ minScore, minStake: UNCAPPED });
  });

  it('SessionKeyInvalid: wants a session key apart from the wallet', async () => {
    await refused('SessionKeyInvalid', { sessionKey: PublicKey.default });
    await refused('SessionKeyInvalid', { sessionKey: fixture.payer.publicKey });
  });

  it('CapsInvalid: wants caps above zero, each within the next', async () => {
    await refused('CapsInvalid', { perCallMax: 0n });
    await refused('CapsInvalid', { perCallMax: 0n, dailyCap: 0n, totalCap: 0n });
    await refused('CapsInvalid', { perCallMax: 21n });
    await refused('CapsInvalid', { dailyCap: 31n });
    await refused('CapsInvalid', { dailyCap: UNCAPPED, totalCap: UNCAPPED - 1n });
    await open({ perCallMax: 30n, dailyCap: 30n, totalCap: 30n });
  });

  it('ExpiryInPast: wants an end after this second', async () => {
    for (const expiresAt of [now, now - 1n, 0n, -(2n ** 63n)]) await refused('ExpiryInPast', { expiresAt });
    await open({ expiresAt: now + 1n });
    await open({ expiresAt: 2n ** 63n - 1n });
  });

  it('AllowListInvalid: refuses too many agents, a zero and a repeated one', async () => {
    const agent = key();
    await refused('AllowListInvalid', { allowList: Array.from({ length: 17 }, key) });
    await refused('AllowListInvalid', { allowList: [agent, PublicKey.default] });
    await refused('AllowListInvalid', { allowList: [agent, key(), agent] });
  });

  it('MintMismatch: refuses a source of another mint', async () => {
    const { chain, mintAuthority, payer } = fixture;
    const other = await createMint(chain, mintAuthority.publicKey);
    const source = await tokenAccount(chain, other, payer.publicKey, 100n);
    for (const deposit of [5n, 0n]) await refused('MintMismatch', { source, deposit });
  });

  it("attack 1: spends from no one else's token account, nor from a frozen one", async () => {
    const { chain, mint, payer } = fixture;
    const foreign = await tokenAccount(chain, mint, key(), 100n);
    await refused('token:OwnerMismatch', { source: foreign });
    const frozen = await tokenAccount(chain, mint, payer.publicKey, 100n, { at: key(), frozen: true });
    await refused('token:AccountFrozen', { source: frozen });
  });

  it('attack 5: takes no address of another bump, id or payer', async () => {
    const { chain, deployment, payer } = fixture;
    const { instruction, mandate } = await opening();
    const off = nonCanonical(seedsOf(payer.publicKey, lastId), deployment.escrow);
    const next = (await opening()).mandate;
    for (const pubkey of [off, next, key()]) {
      await expectRefused(chain, withAccount(instruction, 'mandate', { pubkey }), [payer], 'ConstraintSeeds');
    }
    const vault = nonCanonical(vaultSeedsOf(mandate), deployment.escrow);
    const wrong = withAccount(instruction, 'vault', { pubkey: vault });
    await expectRefused(chain, wrong, [payer], 'ConstraintSeeds');
  });

  it('attack 8: opens no mandate twice, and none over a vault that somebody made', async () => {
    const { chain, mint, payer } = fixture;
    const { instruction } = await open();
    await expectRefused(chain, instruction, [payer], 'system:AccountAlreadyInUse');
    const next = await opening();
    await tokenAccount(chain, mint, next.mandate, 0n, { at: next.vault });
    await expectRefused(chain, next.instruction, [payer], 'system:AccountAlreadyInUse');
  });

  it('attack 11: opens where somebody sent lamports before, below and above rent', async () => {
    const { chain, payer, send } = fixture;
    const above = 100_000_000n;
    for (const lamports of [1n, above]) {
      const { instruction, mandate, vault } = await opening();
      for (const at of [mandate, vault]) {
        await chain.setAccount(at, {
          lamports,
          owner: SystemProgram.programId,
          data: new Uint8Array(),
          executable: false,
        });
      }
      await send(instruction, payer);
      for (const [at, size] of [[mandate, 440] as const, [vault, ACCOUNT_SIZE] as const]) {
        const rent = await chain.rentExemption(size);
        assert.equal(await lamportsOf(chain, at), lamports === above ? above : rent);
      }
    }
  });

  it('attack 65: records no event for outsiders', async () => {
    const { instruction } = await opening();
    const authority = instruction.keys.find(
      (_, at) => described(instruction).accounts[at]?.name === 'event_authority',
    );
    assert.ok(authority);
    const data = Buffer.from('e445a52e51cb9a1d00112233445566778899', 'hex');
    const spoof = new TransactionInstruction({ programId: instruction.programId, keys: [authority], data });
    await expectRefused(fixture.chain, spoof, [], 'ConstraintSigner');
  });

  it('attack 14: takes no deposit that the source does not hold', async () => {
    const { chain, payerTokens } = fixture;
    const held = await tokenBalance(chain, payerTokens);
    assert.ok(held < PURSE);
    for (const deposit of [held + 1n, UNCAPPED]) await refused('token:InsufficientFunds', { deposit });
  });
});

function seedsOf(payer: PublicKey, id: bigint): Uint8Array[] {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(id);
  return [Buffer.from('mandate'), payer.toBytes(), bytes];
}

function vaultSeedsOf(mandate: PublicKey): Uint8Array[] {
  return [Buffer.from('mandate_vault'), mandate.toBytes()];
}
