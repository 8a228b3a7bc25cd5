/**
 * Who may import whom; docs/architecture.md has the same as a table. Each rule says why, so that a broken one teaches
 * the architecture.
 */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** What is allowed of our own files; packages are package.json's matter. */
const only = (name, comment, from, allowed) =>
  rule(name, comment, { path: from }, { path: '^(src|server|campaigns|config|scripts|tests)/', pathNot: allowed });

const never = (name, comment, from, to) => rule(name, comment, { path: from }, { path: to });

/** Rooms of the server that another may import, beside rules, contract and what lies in `server/` itself. */
const rooms = (...names) => `^server/(${names.join('|')})/|^server/[^/]+\\.ts$|^src/(domain|contract)/`;

const pages = '(pages|contest|service|officer|newsroom|activities|booking|reading)';

module.exports = {
  forbidden: [
    rule('no-circles', 'Two files that need each other are one file, or hide a third.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule('resolvable', 'An import that resolves to nothing breaks at run time.', {}, { couldNotResolve: true }),
    never('product-without-tests', 'What ships needs no test code.', '^(src|server|scripts)/', '^tests/'),

    only('domain-is-pure', 'Rules know nothing but other rules.', '^src/domain/', '^src/domain/'),
    only('contract-knows-rules', 'The contract is words and rules; it must load on both sides.', '^src/contract/', '^src/(contract|domain)/'),
    only('platform-is-the-seam', 'Side effects of the client live here and know the contract only.', '^src/platform/', '^src/(platform|contract|domain)/'),
    only(
      'components-present',
      'Components draw what they are given; they may know which platform draws them, whether the page stands alone in Moments and what went wrong, nothing else of it.',
      '^src/components/',
      '^src/(components|theme|contract|domain)/|^src/platform/(environment|single-page|call)\\.ts$',
    ),
    only('hooks-think', 'Hooks know no drawing.', '^src/hooks/', '^src/(hooks|platform|contract|domain)/'),
    only('frame-surrounds', 'The frame is around every page and knows none.', '^src/frame/', '^src/(frame|components|hooks|platform|contract|domain|theme)/'),
    only('service-worker-stands-alone', 'It lives without the pages; what it keeps is listed when the site is built.', '^src/service-worker\\.ts$', '^src/service-worker\\.ts$'),
    never(
      'pages-stand-alone',
      'A page never imports another page: what two pages share belongs to components, hooks or the shared folder of their package.',
      `^src/${pages}/([^/]+)/`,
      `^src/(?!$1/($2|shared)/)${pages}/[^/]+/`,
    ),
    never('officers-apart', 'The public never downloads the officers’ workspace.', '^src/(?!officer/)', '^src/officer/'),
    never('newsroom-apart', 'The public never downloads where articles are written.', '^src/(?!newsroom/)', '^src/newsroom/'),
    never('workspace-for-staff', 'The frame of the staff’s pages lists their places; the public’s pages have another.', '^src/(?!officer/|newsroom/|frame/workspace/)', '^src/frame/workspace/'),
    never('client-without-server', 'What enters a bundle must not reach the server’s code.', '^src/', '^(server|scripts|campaigns|config)/'),
    never('server-without-client', 'The server shares rules and contract with the client, nothing that draws.', '^server/', '^src/(?!domain/|contract/)'),

    only('storage-knows-rows', 'Stores turn rows into values; they decide nothing.', '^server/storage/', '^server/storage/|^src/(domain|contract)/'),
    only('files-keep-bytes', 'Where bytes lie knows nothing of what they are.', '^server/files/', '^server/files/'),
    only('outside-knows-no-inside', 'A client of somebody else’s service knows that service alone.', '^server/outside/', '^server/outside/'),
    only('visit-plan-is-pure', 'The optimisation is proven by itself, without a database.', '^server/visit-plan/', '^server/visit-plan/|^src/domain/'),
    only('search-knows-articles', 'What an article is found by follows from the article alone.', '^server/search/', '^server/(search|storage)/|^src/(domain|contract)/'),
    only('attachments-know-no-caller', 'What may be attached, and what is done with it, knows neither HTTP nor who is calling.', '^server/attachment/', rooms('attachment', 'files', 'storage')),
    only(
      'articles-know-no-author',
      'What an article may be made of is one thing for the campaign’s folder and for the newsroom; it knows neither who writes nor where it is kept.',
      '^server/article/',
      rooms('article', 'files', 'storage'),
    ),
    only('messages-know-no-sender', 'Any use case and any timer may tell people something; what tells them knows none of these.', '^server/messages/', rooms('messages', 'outside', 'storage')),
    only('campaign-is-content', 'Reading a folder knows what content may be, not what people do with it.', '^server/campaign/', rooms('campaign', 'article', 'attachment', 'search', 'storage')),
    only('contest-knows-no-caller', 'What the timer does for a contest, and what use cases share of it, knows nobody who calls.', '^server/contest/', rooms('contest', 'campaign', 'storage')),
    only(
      'visits-know-no-case',
      'A visit is booked by whoever says so; how the case goes on is the request’s matter, whose words it may use.',
      '^server/visit/',
      `${rooms('visit', 'campaign', 'attachment', 'storage')}|^server/request/words\\.ts$`,
    ),
    only('requests-change-in-one-place', 'The timer moves a request as people do; what both share knows no way in.', '^server/request/', rooms('request', 'visit', 'attachment', 'campaign', 'messages', 'storage')),
    only('newsroom-knows-no-way-in', 'The clock publishes as editors do; what both share knows no way in.', '^server/newsroom/', rooms('newsroom', 'article', 'campaign', 'messages', 'search', 'storage')),
    only('bookings-know-no-caller', 'Queues move up by the timer as well as inside calls.', '^server/booking/', rooms('booking', 'campaign', 'messages', 'storage')),
    only(
      'use-cases-get-capabilities',
      'A use case is handed its caller, clock and connection; it never reaches for dispatch, identity or an entry.',
      '^server/use-cases/',
      rooms('use-cases', 'storage', 'search', 'attachment', 'article', 'messages', 'campaign', 'contest', 'visit', 'visit-plan', 'request', 'newsroom', 'booking'),
    ),
    only('identity-says-who', 'Who is calling does not depend on what they call.', '^server/identity/', rooms('identity', 'dispatch', 'campaign', 'visit', 'storage')),
    only('dispatch-runs-what-it-is-given', 'Use cases are handed to dispatch; it knows none by name.', '^server/dispatch/', rooms('dispatch', 'identity', 'attachment', 'article', 'files', 'campaign', 'contest', 'storage')),
    never('application-on-top', 'It puts the parts together; no part reaches for the whole.', '^server/(?!application/|entries/)', '^server/application/'),
    never('entries-on-top', 'Entries translate one runtime each; nothing depends on them.', '^server/(?!entries/)', '^server/entries/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
