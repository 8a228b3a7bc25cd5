/** What became of a request: an answer in JSON, or why there is none and whether it may have arrived all the same. */
export type Posted = { readonly body: unknown } | { readonly trouble: string; readonly arrived: 'no' | 'perhaps' };

/** Posts JSON and reads JSON. Never throws, and nothing of the address, which may carry a secret, is in what it says. */
export async function postJson(url: string, body: unknown, timeoutMs: number): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    if (!response.ok) return { trouble: `HTTP ${response.status}`, arrived: 'perhaps' };
    return readJson(await response.text());
  } catch (error) {
    return failureOf(error);
  }
}

function readJson(text: string): Posted {
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    return { trouble: 'not JSON', arrived: 'perhaps' };
  }
}

// These come before a byte of the request has left.
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

// Names and codes alone: fetch puts the URL into some of its messages.
function failureOf(error: unknown): Posted {
  const code = property(property(error, 'cause'), 'code');
  if (typeof code === 'string') return { trouble: code, arrived: NOT_CONNECTED.includes(code) ? 'no' : 'perhaps' };
  const name = property(error, 'name');
  return { trouble: typeof name === 'string' ? name : 'unknown', arrived: 'perhaps' };
}

const property = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);
