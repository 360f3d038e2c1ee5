import { LAMPORTS, PURSES, WALLETS } from './addresses';
import { channelClose, channelDrain, channelFinish } from './commands/channel-exits';
import { channelPayout } from './commands/channel-money';
import { advanceBy } from './commands/environment';
import { feesSweep, mandateClose } from './commands/mandate';
import { type ChannelKey, type Model, most, PLACES, payable, unpaid } from './model';
import { lamportsOf, records, tokensOf } from './observe';
import { type Plan, type Real, step } from './step';
import { InvariantViolated } from './violated';

/** Who winds the world down: the payers, or nobody for as long as the channels live. */
export type Ending = 'payers' | 'strangers';

/**
 * Invariant 14: whatever happened before, all money gets out. Winds everything down, and checks that every
 * token is with an actor again and every account's rent with whoever paid it.
 *
 * @throws InvariantViolated when an exit is refused or anything stays behind
 */
export async function unwind(real: Real, model: Model, ending: Ending): Promise<void> {
  const must = async (plan: Plan): Promise<void> => {
    const outcome = await step(real, model, plan);
    if (outcome !== 'ok')
      throw new InvariantViolated(14, `${plan.act.kind} is refused at the end: ${outcome}`);
  };
  const channels = (): ChannelKey[] =>
    records(real.seen, 'channel').map(([label]) => label.slice('channel'.length));
  const channel = (key: ChannelKey) => real.seen.get(`channel${key}`)?.channel;
  const { addresses } = real;
  const at = (key: ChannelKey) => ({ at: { key }, swap: null });

  await must(advanceBy(0n));
  if (ending === 'payers') {
    for (const key of channels().filter((found) => channel(found)?.status === 'Open')) {
      await must(await channelClose(model, addresses, { ...at(key), by: 'payer' }));
    }
    await must(advanceBy(model.windows.closeGrace));
  } else {
    await must(advanceBy(model.windows.channelLifeMax));
  }
  for (const key of channels().filter((found) => channel(found)?.status !== 'Draining')) {
    await must(await channelDrain(model, addresses, at(key)));
  }
  await must(advanceBy(model.windows.holdbackMax));
  for (const key of channels()) {
    const found = channel(key);
    if (found !== undefined && unpaid(found) > 0n) {
      if (payable(found, model.now) !== unpaid(found))
        throw new InvariantViolated(14, `channel ${key} never matures`);
      await must(await channelPayout(model, addresses, { ...at(key), to: 'payee' }));
    }
  }
  const { claim, rating } = model.windows;
  await must(advanceBy(most(claim, rating)));
  const by = ending === 'payers' ? 'payer' : 'stranger';
  for (const key of channels())
    await must(await channelFinish(model, addresses, { ...at(key), by, rentTo: 'right' }));
  for (const place of PLACES.keys()) {
    const mandate = real.seen.get(`mandate${place}`)?.mandate;
    if (mandate === undefined) continue;
    const there = { place: { at: place, fit: false }, swap: null };
    if (mandate.fees > 0n) await must(await feesSweep(model, addresses, { ...there, to: 'tokens:treasury' }));
    await must(await mandateClose(model, addresses, { ...there, by: 'payer', to: 'own' }));
  }
  await must(advanceBy(0n));
  requireNothingLeft(real);
}

/** They pay rent here, and no fees. */
const RENT_PAYERS = ['payerA', 'payerB', 'sponsor'];

function requireNothingLeft({ seen }: Real): void {
  const left = [...seen].filter(
    ([label, { state }]) => state !== null && /^(mandate|vault|channel)/.test(label),
  );
  if (left.length > 0)
    throw new InvariantViolated(14, `${left.map(([label]) => label).join(', ')} stay behind`);
  for (const wallet of RENT_PAYERS) {
    const missing = LAMPORTS - lamportsOf(seen, `wallet:${wallet}`);
    if (missing !== 0n) throw new InvariantViolated(13, `${wallet} misses ${missing} lamports at the end`);
  }
  const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const [start, end] = [
    sum(Object.values(PURSES)),
    sum(WALLETS.map((wallet) => tokensOf(seen, `tokens:${wallet}`))),
  ];
  if (start !== end)
    throw new InvariantViolated(14, `${start} tokens at the start, ${end} with actors at the end`);
}
