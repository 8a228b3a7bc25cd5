// ISO 32000-2, 7.5: a header with the version; at the end the place of the cross-reference table and a mark.
const HEADER = /^%PDF-[12]\.\d/;
const TRAILER = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/;
const TRAILER_WITHIN = 1024;

/** Whether the bytes are one whole PDF from the first to the last; something else before or behind it is not let through. */
export function isWholePdf(bytes: Buffer): boolean {
  if (!HEADER.test(bytes.toString('latin1', 0, 8))) return false;
  const place = TRAILER.exec(bytes.toString('latin1', Math.max(0, bytes.length - TRAILER_WITHIN)))?.[1];
  return place !== undefined && Number(place) < bytes.length;
}
