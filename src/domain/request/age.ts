/** Calendar days since the day of filing, each bucket up to and including `to`. */
const buckets = [
  { label: '3 天以内', to: 3 },
  { label: '4–7 天', to: 7 },
  { label: '8–15 天', to: 15 },
  { label: '16–30 天', to: 30 },
  { label: '30 天以上', to: Infinity },
] as const;

/** How many requests are how old; every bucket is there, the youngest first. */
export const ageCounts = (ages: readonly { readonly days: number; readonly count: number }[]): { label: string; count: number }[] =>
  buckets.map(({ label, to }, index) => {
    const from = buckets[index - 1]?.to ?? -Infinity;
    return { label, count: ages.reduce((sum, { days, count }) => (days > from && days <= to ? sum + count : sum), 0) };
  });
