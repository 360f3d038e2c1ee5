import assert from 'node:assert/strict';
import {
  type AuditAnchorParams,
  anchorChain,
  anchorLog,
  auditAnchor,
  auditLogAddress,
  auditLogOpen,
  readAuditLog,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import {
  assertRecorded,
  assertSame,
  copyOf,
  donation,
  key,
  lamportsOf,
  nonCanonical,
  patch,
} from '../registry/support';
import { sharedRegistry, ZEROS } from './support';

const SPACE = 8 + 272;
const root = (n: number) => new Uint8Array(32).fill(n);

describe('consent audit logs', () => {
  const registry = sharedRegistry();

  async function operatorOn() {
    const on = registry();
    const { chain, deployment } = on;
    const [operator, sponsor] = [await funded(chain), await funded(chain)];
    const log = auditLogAddress(deployment, operator.publicKey, 3n);
    const opening = () =>
      auditLogOpen(deployment, { operator: operator.publicKey, rentPayer: sponsor.publicKey, id: 3n });
    const anchoring = (changes: Partial<AuditAnchorParams> = {}) =>
      auditAnchor(deployment, {
        ...{
          operator: operator.publicKey,
          log,
          sequence: 1n,
          previousRoot: ZEROS,
          root: root(1),
          entries: 5n,
        },
        ...changes,
      });
    const read = async () => {
      const account = await readAuditLog(chain, deployment, log);
      assert.ok(account);
      return account;
    };
    return { ...on, operator, sponsor, log, opening, anchoring, read };
  }
  async function opened() {
    const on = await operatorOn();
    await on.send((await on.opening()).instruction, on.operator, on.sponsor);
    return on;
  }

  describe('audit_log_open', () => {
    it('opens an empty log', async () => {
      const on = await operatorOn();
      const now = await on.chain.unixTime();
      const outcome = await on.send((await on.opening()).instruction, on.operator, on.sponsor);
      const seeds = [
        Buffer.from('audit_log'),
        on.operator.publicKey.toBytes(),
        Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]),
      ];
      const [derived, bump] = PublicKey.findProgramAddressSync(seeds, on.deployment.consent);
      assertSame(on.log, derived);
      assertSame(await on.read(), {
        ...{ version: 1, bump, padding: Array(6).fill(0), id: 3n, operator: on.operator.publicKey },
        ...{ rentPayer: on.sponsor.publicKey, sequence: 0n, entries: 0n, root: ZEROS, previousRoot: ZEROS },
        ...{ chain: ZEROS, openedAt: now, anchoredAt: 0n, reserved: Array(64).fill(0) },
      });
      assert.equal(await lamportsOf(on.chain, on.log), await on.chain.rentExemption(SPACE));
      const { operator, sponsor, log } = on;
      assertRecorded('litesvm', outcome, 'auditLogOpened', {
        ...{ log, operator: operator.publicKey, rentPayer: sponsor.publicKey, id: 3n, openedAt: now },
      });
    });

    it('LogExists, LogMismatch: once, at its own address', async () => {
      const on = await operatorOn();
      const { instruction } = await on.opening();
      const seeds = [
        Buffer.from('audit_log'),
        on.operator.publicKey.toBytes(),
        Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]),
      ];
      for (const pubkey of [nonCanonical(seeds, on.deployment.consent), key()]) {
        const spoilt = withAccount(instruction, 'log', { pubkey });
        await expectRefused(on.chain, spoilt, [on.operator, on.sponsor], 'LogMismatch');
      }
      await on.send([donation(on.feePayer.publicKey, on.log, 9n), instruction], on.operator, on.sponsor);
      await on.chain.advance({ slots: 1 });
      await expectRefused(on.chain, instruction, [on.operator, on.sponsor], 'LogExists');
    });

    it('attacks 1, 6: wants signatures, and the programs it names', async () => {
      const on = await operatorOn();
      const { instruction } = await on.opening();
      const refused = (name: string, change: Parameters<typeof withAccount>[2], error: string) =>
        expectRefused(on.chain, withAccount(instruction, name, change), [on.operator, on.sponsor], error);
      for (const name of ['operator', 'rent_payer']) {
        await refused(name, { isSigner: false }, 'AccountNotSigner');
      }
      for (const name of ['rent_payer', 'log']) await refused(name, { isWritable: false }, 'ConstraintMut');
      await refused('system_program', { pubkey: on.deployment.consent }, 'InvalidProgramId');
      await refused('program', { pubkey: key() }, 'ProgramMismatch');
      await refused('event_authority', { pubkey: key() }, 'EventAuthorityMismatch');
    });
  });

  describe('audit_anchor', () => {
    it('binds every anchor by one account', async () => {
      const on = await opened();
      let chain: Uint8Array = ZEROS;
      for (const [sequence, before, after, entries] of [
        [1n, 0, 1, 5n],
        [2n, 1, 2, 6n],
        [3n, 2, 2, 1_000_000n],
      ] as const) {
        await on.chain.advance({ seconds: 10, slots: 1 });
        const [previousRoot, now] = [root(before), await on.chain.unixTime()];
        const { entries: entriesBefore } = await on.read();
        const anchor = await on.anchoring({ sequence, previousRoot, root: root(after), entries });
        const outcome = await on.send(anchor, on.operator);
        const chainBefore = chain;
        const facts = { sequence, previousRoot, root: root(after), entries, anchoredAt: now };
        chain = anchorChain(chain, on.log, facts);
        assertRecorded('litesvm', outcome, 'auditAnchored', {
          ...{ log: on.log, operator: on.operator.publicKey, id: 3n, ...facts },
          ...{ entriesBefore, chainBefore, chain },
        });
        const log = await on.read();
        assertSame(
          [log.sequence, log.previousRoot, log.root, log.entries, log.chain, log.anchoredAt],
          [sequence, previousRoot, root(after), entries, chain, now],
        );
      }
    });

    it('takes nothing but the next anchor', async () => {
      const on = await opened();
      const refused = async (error: string, changes: Partial<AuditAnchorParams>) =>
        expectRefused(on.chain, await on.anchoring(changes), [on.operator], error);
      for (const sequence of [0n, 2n]) await refused('SequenceMismatch', { sequence });
      await refused('PreviousRootMismatch', { previousRoot: root(1) });
      await refused('RootMissing', { root: ZEROS });
      await refused('EntriesNotGrowing', { entries: 0n });
      const first = await on.anchoring();
      await on.send(first, on.operator);
      await on.chain.advance({ slots: 1 });
      // the same again, another first, one left out, one that does not follow, one that forgets
      await expectRefused(on.chain, first, [on.operator], 'SequenceMismatch');
      await refused('SequenceMismatch', { root: root(9) });
      const next = { sequence: 2n, previousRoot: root(1), root: root(2), entries: 6n };
      await refused('SequenceMismatch', { ...next, sequence: 3n });
      await refused('PreviousRootMismatch', { ...next, previousRoot: ZEROS });
      for (const entries of [4n, 5n]) await refused('EntriesNotGrowing', { ...next, entries });
      await on.send(await on.anchoring(next), on.operator);
    });

    it('NotOperator: from the operator alone', async () => {
      const on = await opened();
      const stranger = await funded(on.chain);
      const theirs = withAccount(await on.anchoring(), 'operator', { pubkey: stranger.publicKey });
      await expectRefused(on.chain, theirs, [stranger], 'NotOperator');
    });

    it('MathOverflow, InvariantBroken: notices a log that cannot be', async () => {
      const on = await opened();
      const stored = await on.chain.getAccount(on.log);
      await patch(on.chain, on.log, (data) => data.writeBigUInt64LE(2n ** 64n - 1n, 8 + 80));
      await expectRefused(on.chain, await on.anchoring(), [on.operator], 'MathOverflow');
      await on.chain.setAccount(on.log, stored);
      await patch(on.chain, on.log, (data) => data.writeBigUInt64LE(1n, 8 + 80));
      await expectRefused(on.chain, await on.anchoring({ sequence: 2n }), [on.operator], 'InvariantBroken');
    });

    it('takes no copy of a log for the log', async () => {
      const on = await opened();
      const copy = await copyOf(on.chain, on.log, on.deployment.escrow);
      const spoilt = withAccount(await on.anchoring(), 'log', { pubkey: copy });
      await expectRefused(on.chain, spoilt, [on.operator], 'AccountOwnedByWrongProgram');
    });

    refusesForgeries(async () => {
      const on = await opened();
      return { chain: on.chain, instruction: await on.anchoring(), signers: [on.operator] };
    });
  });

  it('by the action: opened, anchored, nothing new, anchored again', async () => {
    const { chain, deployment, operator } = await operatorOn();
    const first = await anchorLog(chain, deployment, { operator, root: root(1), entries: 2n });
    assert.ok(first);
    assert.equal(await anchorLog(chain, deployment, { operator, root: root(1), entries: 2n }), null);
    await anchorLog(chain, deployment, { operator, root: root(3), entries: 3n });
    const log = await readAuditLog(chain, deployment, first.log);
    assert.deepEqual([log?.sequence, log?.entries], [2n, 3n]);
  });
});
