/** The token in an invitation's link, or pasted by itself; null when there is none. */
export const readInvitationToken = (text: string): string | null => /(?:^|token=)([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(text.trim())?.[1] ?? null;
