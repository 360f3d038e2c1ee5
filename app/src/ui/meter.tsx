/** How much of a limit is used, beside the words that say so. */
export function Meter({ used, of, label }: { used: bigint; of: bigint; label: string }) {
  const percent = of === 0n ? 0 : Math.min(100, Number((used * 1_000n) / of) / 10);
  return (
    <div className={percent >= 100 ? 'meter full' : 'meter'}>
      <meter className="visually-hidden" aria-label={label} min={0} max={100} value={percent} />
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={percent} height="6" />
      </svg>
    </div>
  );
}
