/** A text as a part of a file's name, without what file systems do not take. */
export const inFileName = (text: string): string => text.replace(/[\\/:*?"<>|]/g, ' ').trim();
