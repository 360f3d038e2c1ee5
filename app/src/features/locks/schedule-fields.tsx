import { DAY, type LockKind, MONTH, PRESETS, type TypedSchedule, YEAR } from '../../lib/lock-form.js';
import { nameOfSpan } from '../../lib/span-names.js';
import { AddressField } from '../../ui/address-field.js';
import { SpanField } from '../../ui/span-field.js';
import { MilestoneFields } from './milestone-fields.js';

const KINDS: Record<LockKind, { name: string; about: string }> = {
  stream: { name: 'By the second', about: 'A stream: a little more each second until the end.' },
  steps: { name: 'In steps', about: 'The same amount after each step of time.' },
  once: { name: 'All at once', about: 'Nothing until a day, then all of it.' },
  milestones: { name: 'By milestones', about: 'A part each time somebody you name approves it.' },
};
const WAITS = [0, DAY, 7 * DAY, MONTH, 3 * MONTH, 6 * MONTH, YEAR];
const LENGTHS = [3_600, DAY, 7 * DAY, 30 * DAY, 3 * MONTH, 6 * MONTH, YEAR, 2 * YEAR, 4 * YEAR];
const STEPS = [3_600, DAY, 7 * DAY, MONTH, 3 * MONTH];

/** When what is locked is released. */
export function ScheduleFields({
  typed,
  mint,
  decimals,
  onChange,
}: {
  typed: TypedSchedule;
  mint: string;
  decimals: number;
  onChange: (typed: TypedSchedule) => void;
}) {
  const { kind } = typed;
  const set = (change: Partial<TypedSchedule>) => onChange({ ...typed, ...change });
  return (
    <fieldset className="stack plain">
      <legend className="group-label">How it is released</legend>
      <div className="row">
        {PRESETS.map((preset) => (
          <button
            key={preset.name}
            type="button"
            className="button compact"
            onClick={() => set(preset.typed)}
          >
            {preset.name}
          </button>
        ))}
      </div>
      <div className="segmented wrap">
        {(Object.keys(KINDS) as LockKind[]).map((name) => (
          <label key={name}>
            <input
              className="visually-hidden"
              type="radio"
              name="kind"
              checked={kind === name}
              onChange={() => set({ kind: name })}
            />
            {KINDS[name].name}
          </label>
        ))}
      </div>
      <p className="small soft">{KINDS[kind].about}</p>
      <div className="halves">
        {(kind === 'stream' || kind === 'steps') && (
          <SpanField
            nameOf={nameOfSpan}
            label="Nothing is released for"
            spans={WAITS}
            value={typed.cliff}
            onChange={(cliff) => set({ cliff })}
            hint="What has come together by then comes all at once after it."
          />
        )}
        <SpanField
          nameOf={nameOfSpan}
          label={
            kind === 'once'
              ? 'All of it after'
              : kind === 'milestones'
                ? 'Approved within'
                : 'All is released within'
          }
          spans={LENGTHS}
          value={typed.duration}
          onChange={(duration) => set({ duration })}
          {...(kind === 'milestones' && { hint: 'What is not approved by then goes back to you.' })}
        />
        {kind === 'steps' && (
          <SpanField
            nameOf={nameOfSpan}
            label="One step every"
            spans={STEPS}
            value={typed.period}
            onChange={(period) => set({ period })}
          />
        )}
      </div>
      {kind === 'milestones' && (
        <>
          <AddressField
            label="Approver"
            value={typed.approver}
            onChange={(approver) => set({ approver })}
            hint="Another wallet than the recipient's. Nobody else can approve, and an approval stands."
          />
          <MilestoneFields typed={typed} mint={mint} decimals={decimals} onChange={set} />
        </>
      )}
    </fieldset>
  );
}
