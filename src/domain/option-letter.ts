/** `A` for the first option; how options are named in words, in whatever order they stand. */
export const letterOf = (option: number): string => String.fromCharCode('A'.charCodeAt(0) + option);
