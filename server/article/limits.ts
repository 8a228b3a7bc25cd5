/** What one article may be at most. */
export const limits = {
  /** As a reader counts: an emoji is one. */
  characters: 50_000,
  /** A document of nothing but mistakes is not answered with all of them. */
  problems: 100,
  columns: 8,
  /** Below the header. */
  rows: 60,
} as const;
