import assert from 'node:assert/strict';
import {
  type AccountState,
  AllowTree,
  agentSetStatus,
  attestationIssue,
  builtDeployment,
  channelOpen,
  channelSettle,
  effectProblems,
  effectsOf,
  mandateOpen,
  previewMessage,
  UNCAPPED,
} from '@agent-labs/sdk';
import {
  AccountLayout,
  createApproveInstruction,
  createAssociatedTokenAccountIdempotentInstruction,
  createTransferCheckedInstruction,
  createTransferInstruction,
  getAssociatedTokenAddressSync,
  TOKEN_2022_PROGRAM_ID,
  TOKEN_PROGRAM_ID,
} from '@solana/spl-token';
import {
  AddressLookupTableAccount,
  ComputeBudgetProgram,
  Keypair,
  PublicKey,
  SystemProgram,
  TransactionInstruction,
  TransactionMessage,
} from '@solana/web3.js';

const deployment = builtDeployment(new Uint8Array(32).fill(3));
const key = () => Keypair.generate().publicKey;
const wallet = key();
const mint = key();
const source = getAssociatedTokenAddressSync(mint, wallet);
const DEPOSIT = 5_000_000n;

function messageOf(instructions: TransactionInstruction[], tables: AddressLookupTableAccount[] = []) {
  return new TransactionMessage({
    payerKey: wallet,
    recentBlockhash: key().toBase58(),
    instructions,
  }).compileToV0Message(tables);
}

async function openMandate(): Promise<TransactionInstruction> {
  const { instruction } = await mandateOpen(deployment, {
    payer: wallet,
    mint,
    id: 7n,
    sessionKey: key(),
    perCallMax: 10_000n,
    dailyCap: 2_000_000n,
    totalCap: UNCAPPED,
    expiresAt: 1_900_000_000n,
    deposit: DEPOSIT,
  });
  return instruction;
}

/** A token account of the wallet. */
function tokens(amount: bigint, changes: { owner?: PublicKey; delegate?: PublicKey } = {}): AccountState {
  const data = Buffer.alloc(AccountLayout.span);
  const { owner = wallet, delegate } = changes;
  AccountLayout.encode(
    {
      mint,
      owner,
      amount,
      delegateOption: delegate === undefined ? 0 : 1,
      delegate: delegate ?? PublicKey.default,
      state: 1,
      isNativeOption: 0,
      isNative: 0n,
      delegatedAmount: 0n,
      closeAuthorityOption: 0,
      closeAuthority: PublicKey.default,
    },
    data,
  );
  return { lamports: 2_039_280n, owner: TOKEN_PROGRAM_ID, data: new Uint8Array(data), executable: false };
}

describe('preview of a transaction', () => {
  it('tells whom a mandate allows and who has a say, and nothing where nobody has', async () => {
    const limits = { payer: wallet, mint, id: 7n, sessionKey: key(), deposit: 0n, expiresAt: 1_900_000_000n };
    const caps = { perCallMax: 10_000n, dailyCap: 2_000_000n, totalCap: UNCAPPED };
    const [attestor, approver, agent] = [key(), key(), key()];
    const told = async (more: object) => {
      const { instruction } = await mandateOpen(deployment, { ...limits, ...caps, ...more });
      const { instructions } = previewMessage(deployment, messageOf([instruction]));
      return new Map(instructions[0]?.fields.map((field) => [field.label, field]));
    };
    const labels = ['allow root', 'attestor', 'approvers', 'approval threshold', 'approval above'];
    const silent = await told({});
    for (const label of [...labels, 'release approval above']) assert.equal(silent.get(label), undefined);

    const { root } = new AllowTree([agent, key()]);
    const approval = { approvers: [approver], threshold: 1, above: 50_000n };
    const fields = await told({ allowRoot: root, attestor, approval });
    assert.deepEqual(
      labels.map((label) => fields.get(label)?.value),
      [Buffer.from(root).toString('hex'), attestor.toBase58(), approver.toBase58(), '1', '50000'],
    );
    assert.equal(fields.get('approval above')?.kind, 'amount');
    assert.equal(fields.get('release approval above')?.value, 'no limit');
  });

  it('tells an attestation and a proof where they come, and no account for one that does not', async () => {
    const channel = {
      authority: wallet,
      rentPayer: wallet,
      mandate: key(),
      agent: key(),
      versionNumber: 1,
      amount: 5n,
      expiresAt: 1_900_000_000n,
    };
    const told = async (more: object) => {
      const { instruction } = await channelOpen(deployment, { ...channel, ...more });
      const { instructions } = previewMessage(deployment, messageOf([instruction]));
      return new Map(instructions[0]?.fields.map((field) => [field.label, field.value]));
    };
    const plain = await told({});
    assert.deepEqual([plain.get('attestation'), plain.get('allow proof')], [undefined, undefined]);
    const attestation = key();
    const proof = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const fields = await told({ attestation, allowProof: proof });
    assert.deepEqual(
      [fields.get('attestation'), fields.get('allow proof')],
      [attestation.toBase58(), '2 hashes'],
    );

    const whom = key();
    const issued = await attestationIssue(deployment, {
      attestor: wallet,
      subject: whom,
      expiresAt: 1_900_000_000n,
      evidence: new Uint8Array(32).fill(7),
    });
    const { instructions } = previewMessage(deployment, messageOf([issued.instruction]));
    assert.equal(instructions[0]?.title, 'Vouch for a wallet');
    const subject = instructions[0]?.fields.find(({ label }) => label === 'subject');
    assert.equal(subject?.value, whom.toBase58());
  });

  it('tells every instruction that this protocol signs, from the bytes alone', async () => {
    const status = await agentSetStatus(deployment, { agent: key(), owner: wallet, status: 'Active' });
    const settled = channelSettle(deployment, [
      {
        channel: key(),
        publicKey: new Uint8Array(32),
        signature: new Uint8Array(64),
        message: new Uint8Array(64),
      },
    ]);
    const { instructions, unknown, feePayer } = previewMessage(
      deployment,
      messageOf([
        await openMandate(),
        ...settled,
        status.instruction,
        createAssociatedTokenAccountIdempotentInstruction(wallet, source, wallet, mint),
        ComputeBudgetProgram.setComputeUnitLimit({ units: 100_000 }),
      ]),
    );
    assert.deepEqual(unknown, []);
    assert.ok(feePayer.equals(wallet));
    assert.deepEqual(
      instructions.map(({ program, name }) => `${program}.${name}`),
      [
        'escrow.mandate_open',
        'ed25519.verify',
        'escrow.channel_settle',
        'registry.agent_set_status',
        'associated token.create_idempotent',
        'compute budget.SetComputeUnitLimit',
      ],
    );
    const fields = new Map(instructions[0]?.fields.map((field) => [field.label, field]));
    assert.deepEqual(fields.get('deposit'), {
      label: 'deposit',
      kind: 'amount',
      value: DEPOSIT.toString(),
      mint: mint.toBase58(),
    });
    assert.equal(fields.get('total cap')?.value, 'no limit');
    assert.deepEqual(instructions[0]?.moves, [{ account: source, amount: -DEPOSIT, kind: 'tokens' }]);
    assert.equal(instructions[3]?.fields.find(({ label }) => label === 'status')?.value, 'active');
  });

  it('leaves nothing out: a hidden instruction of an unknown program is named', async () => {
    const hidden = new TransactionInstruction({ programId: key(), keys: [], data: Buffer.from([1]) });
    const { instructions, unknown } = previewMessage(deployment, messageOf([await openMandate(), hidden]));
    assert.equal(instructions.length, 1);
    assert.ok(unknown[0]?.programId.equals(hidden.programId));
  });

  it('knows no instruction that is not the program’s own', () => {
    for (const programId of [
      deployment.escrow,
      deployment.registry,
      SystemProgram.programId,
      TOKEN_PROGRAM_ID,
    ]) {
      const odd = new TransactionInstruction({ programId, keys: [], data: Buffer.alloc(9, 0xee) });
      assert.equal(previewMessage(deployment, messageOf([odd])).unknown.length, 1, programId.toBase58());
    }
  });

  it('knows no escrow at another address', async () => {
    const other = { ...deployment, escrow: key() };
    assert.equal(previewMessage(other, messageOf([await openMandate()])).unknown.length, 1);
  });

  it('takes no address out of a lookup table on trust', () => {
    const to = key();
    const table = new AddressLookupTableAccount({
      key: key(),
      state: {
        deactivationSlot: 2n ** 64n - 1n,
        lastExtendedSlot: 0,
        lastExtendedSlotStartIndex: 0,
        addresses: [to],
      },
    });
    const transfer = SystemProgram.transfer({ fromPubkey: wallet, toPubkey: to, lamports: 1 });
    assert.match(
      previewMessage(deployment, messageOf([transfer], [table])).unknown[0]?.reason ?? '',
      /lookup/,
    );
  });

  it('says what is given away beyond an amount', () => {
    const approve = createApproveInstruction(source, key(), wallet, 5n);
    const [shown] = previewMessage(deployment, messageOf([approve])).instructions;
    assert.equal(shown?.risk, 'gives the right to spend your tokens');
  });
});

describe('effects of a simulation', () => {
  const change = (before: AccountState | null, after: AccountState | null, address = source) =>
    effectsOf([{ address, before, after }]);

  it('leaves out what does not change', () => {
    assert.deepEqual(change(tokens(5n), tokens(5n)), []);
  });

  it('finds nothing wrong where the simulation is what the bytes say', async () => {
    const preview = previewMessage(deployment, messageOf([await openMandate()]));
    const effects = change(tokens(DEPOSIT + 1n), tokens(1n));
    assert.deepEqual(effectProblems(preview, effects, wallet), []);
  });

  it('finds an amount that is not the one in the bytes', async () => {
    const preview = previewMessage(deployment, messageOf([await openMandate()]));
    for (const left of [0n, 2n, DEPOSIT]) {
      const [problem] = effectProblems(preview, change(tokens(DEPOSIT + 1n), tokens(left)), wallet);
      assert.ok(problem?.account.equals(source), String(left));
    }
  });

  it('finds an amount that the simulation does not show at all', async () => {
    const preview = previewMessage(deployment, messageOf([await openMandate()]));
    const [problem] = effectProblems(preview, [], wallet);
    assert.match(problem?.message ?? '', /simulation nothing/);
  });

  it('finds what leaves without being said', () => {
    const nothing = previewMessage(deployment, messageOf([]));
    const [problem] = effectProblems(nothing, change(tokens(9n), tokens(4n)), wallet);
    assert.match(problem?.message ?? '', /5 base units would leave/);
  });

  it('finds control that changes hands without being said', () => {
    const to = key();
    const transfer = createTransferInstruction(source, to, wallet, 5n);
    const preview = previewMessage(deployment, messageOf([transfer]));
    for (const after of [tokens(4n, { delegate: key() }), tokens(4n, { owner: key() })]) {
      const effects = effectsOf([
        { address: source, before: tokens(9n), after },
        { address: to, before: tokens(0n, { owner: to }), after: tokens(5n, { owner: to }) },
      ]);
      assert.equal(effects[0]?.authority.length, 1);
      assert.equal(effectProblems(preview, effects, wallet).length, 1);
    }
  });

  it('tells a transfer of Token-2022 with its mint, and finds what it does to accounts with extensions', () => {
    const to = key();
    const program = TOKEN_2022_PROGRAM_ID;
    const transfer = createTransferCheckedInstruction(source, mint, to, wallet, 5n, 6, [], program);
    const preview = previewMessage(deployment, messageOf([transfer]));
    assert.deepEqual(preview.unknown, []);
    const [told] = preview.instructions;
    assert.equal(told?.fields.find(({ label }) => label === 'amount')?.mint, mint.toBase58());
    const of2022 = (amount: bigint, owner = wallet): AccountState => {
      const state = tokens(amount, { owner });
      // an account's type, and an immutable owner
      const data = Uint8Array.from([...state.data, 2, 7, 0, 0, 0]);
      return { ...state, owner: TOKEN_2022_PROGRAM_ID, data };
    };
    const other = key();
    const shown = (after: bigint) => {
      const accounts = [
        { address: source, before: of2022(9n), after: of2022(after) },
        { address: to, before: of2022(0n, other), after: of2022(5n, other) },
      ];
      return effectProblems(preview, effectsOf(accounts), wallet);
    };
    assert.deepEqual(shown(4n), []);
    assert.match(shown(3n)[0]?.message ?? '', /says -5 base units, the node's simulation -6/);
  });

  it('lets an approval show that the bytes say', () => {
    const delegate = key();
    const approve = createApproveInstruction(source, delegate, wallet, 5n);
    const preview = previewMessage(deployment, messageOf([approve]));
    assert.deepEqual(effectProblems(preview, change(tokens(9n), tokens(9n, { delegate })), wallet), []);
  });
});
