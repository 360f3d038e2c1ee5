import { Icon } from '../../ui/icon.js';

export function Stars({ count }: { count: number }) {
  return (
    <span className="score" role="img" aria-label={`${count} of 5 stars`}>
      {[1, 2, 3, 4, 5].map((at) => (
        <Icon key={at} name="star" size={13} filled={at <= count} />
      ))}
    </span>
  );
}
