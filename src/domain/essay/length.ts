/** What counts of an essay: its characters without spaces and line breaks. */
export const essayLength = (body: string): number => Array.from(body.replace(/\s/gu, '')).length;
