import { clientsClaim } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { PrecacheFallbackPlugin, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';

// The H5 site's service worker: the site opens without a network. It keeps the public shell alone, scripts, styles and
// index.html, which are the same for everybody. Calls, attachments, pictures and the open data match no route, so they
// pass it by, and signing out or deleting one's data leaves nothing of a person here.

/** What is kept from the start; put in by the build. */
declare const PRECACHED: PrecacheEntry[];

/** A network that answers later than this is too weak to wait for. */
const SHELL_WITHIN_SECONDS = 3;

/** Some two releases of the whole site. */
const MOST_FILES = 400;

const folder = new URL('.', self.location.href).pathname;
const isShell = (path: string): boolean => path === folder || path === `${folder}index.html`;
const isHashed = (path: string): boolean => path.startsWith(folder) && /^(js|css)\/[^/]+\.[0-9a-f]{8}\.(js|css)$/.test(path.slice(folder.length));

// The network's index.html is the newest. It is never kept: the one of this release is the only one of which it is known
// that its scripts are here.
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && isShell(url.pathname),
  new NetworkOnly({
    networkTimeoutSeconds: SHELL_WITHIN_SECONDS,
    plugins: [
      {
        // While the server is restarted its gateway answers.
        fetchDidSucceed: ({ response }) => (response.status >= 500 ? Promise.reject(new Error(`HTTP ${response.status}`)) : Promise.resolve(response)),
      },
      new PrecacheFallbackPlugin({ fallbackURL: 'index.html' }),
    ],
  }),
);

precacheAndRoute(PRECACHED, { directoryIndex: '', cleanURLs: false });

// A page that was opened once opens again. What a name with a hash stands for never changes.
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && isHashed(url.pathname),
  new CacheFirst({ cacheName: 'pages', plugins: [new ExpirationPlugin({ maxEntries: MOST_FILES, purgeOnQuotaError: true })] }),
);

// The first visit is looked after at once. A newer worker waits until no tab needs the scripts of the older one.
clientsClaim();
