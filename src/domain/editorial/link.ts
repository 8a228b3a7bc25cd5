// The packages that the public may open; staff pages are no place for a reader.
const INSIDE = /^\/(?:pages|contest|service|activities|booking|reading)\/[a-z]{1,30}(?:-[a-z]{1,30}){0,4}\/index(?:\?[A-Za-z]{1,30}=[\w.~%-]{0,100}(?:&[A-Za-z]{1,30}=[\w.~%-]{0,100}){0,5})?$/;

// A host name with a dot in it and nothing before it: `https://known.cn@elsewhere.cn` goes elsewhere.
const OUTSIDE = /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,61}(?::\d{1,5})?(?:[/?#][!#-;=?-[\]_a-z~]*)?$/i;

const LONGEST = 500;

/**
 * Where a link in an article leads: `inside` to a page of the app (`/pages/article/index?id=…`; whether that page exists
 * is not looked at), `outside` to an `https:` address. Null for whatever else: no other scheme, no relative address, no
 * user name in front of the host, nothing but printable ASCII.
 */
export function linkKind(address: string): 'inside' | 'outside' | null {
  if (address.length > LONGEST) return null;
  return INSIDE.test(address) ? 'inside' : OUTSIDE.test(address) ? 'outside' : null;
}
