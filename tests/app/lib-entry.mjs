export * from '../../app/src/data/search.ts';
export * from '../../app/src/lib/amounts.ts';
export * from '../../app/src/lib/dispute.ts';
export * from '../../app/src/lib/identicon.ts';
export * from '../../app/src/lib/text.ts';
export * from '../../app/src/lib/time.ts';
export * from '../../app/src/lib/version-diff.ts';
