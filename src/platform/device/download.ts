/** As FileSaver.js waits: a browser may begin to read only after the click, and iPhones ask first. */
const READ_WITHIN_MS = 40_000;

/** Hands bytes to the person as a browser's download; on H5 alone. */
export function download(fileName: string, content: BlobPart, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, READ_WITHIN_MS);
}
